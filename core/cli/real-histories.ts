/** Histories kept for back-tests: lists of running_page, and lists of the sessions of many FIT files. */
import { readFile, stat } from 'node:fs/promises'
import { err, ok, type Result } from '../lib/result.ts'
import type { Activity, Sport } from '../model/activity.ts'
import { parseDay } from '../model/day.ts'
import type { ActivityId } from '../model/ids.ts'
import { readPaths } from './reading.ts'
import type { PathError } from './sources.ts'

const inOrder = (activities: readonly Activity[]): readonly Activity[] =>
  activities.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))

/** The activities of one list, in order of their start. */
export const readHistory = async (folder: string, set: string): Promise<Result<readonly Activity[], PathError>> => {
  const plain = `${folder}/${set}/activities.json`
  const isPlain = await stat(plain).then(
    () => true,
    () => false,
  )
  const read = await readPaths([isPlain ? plain : `${plain}.gz`], { progress: () => undefined })
  return read.ok ? ok(inOrder(read.value.activities)) : read
}

/** Columns of the list of sessions, by name; a cell is never quoted. */
const columns = ['start_utc', 'sport', 'distance_m', 'timer_s', 'elapsed_s', 'avg_hr', 'max_hr', 'ascent_m'] as const
type Column = (typeof columns)[number]

const sportOf: Readonly<Record<string, Sport>> = {
  running: 'run',
  cycling: 'ride',
  swimming: 'swim',
  walking: 'walk',
  hiking: 'walk',
}
/** Longer than any session: a watch that was never stopped. */
const longestS = 200_000

/** What is recorded of many FIT files, a line each (`all_sessions_summary.csv`), in order; their days are those of UTC. */
export const readSessions = async (folder: string, set: string): Promise<Result<readonly Activity[], PathError>> => {
  const path = `${folder}/${set}/${sessionsTable}`
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined
    ? err({ says: `${path}: there is no such file. Check the path.` })
    : ok(inOrder(sessionsIn(text, set)))
}

export const sessionsTable = 'all_sessions_summary.csv'

/** The sessions of such a table; `set` names them. A line that cannot be true is left out. */
export const sessionsIn = (text: string, set: string): readonly Activity[] => {
  const [head, ...lines] = text.split('\n').map(line => line.split(','))
  const at = new Map(columns.map(name => [name, head?.indexOf(name) ?? -1]))
  return lines.flatMap((line, i): readonly Activity[] => {
    const cell = (name: Column) => line[at.get(name)!] ?? ''
    const number = (name: Column) => (Number(cell(name)) > 0 ? Math.round(Number(cell(name))) : null)
    const beats = (name: Column) => {
      const value = number(name)
      return value !== null && value >= 30 && value <= 240 ? value : null
    }
    const day = parseDay(cell('start_utc').slice(0, 10))
    const durationS = number('timer_s')
    if (!day || durationS === null || durationS > longestS) return []
    const start = `${day}T${cell('start_utc').slice(11, 19)}`
    return [
      {
        id: `${set}-${i}` as ActivityId,
        sport: sportOf[cell('sport')] ?? 'other',
        name: null,
        day,
        start,
        utc: Math.round(Date.parse(`${start}Z`) / 1000),
        durationS,
        elapsedS: number('elapsed_s'),
        distanceM: number('distance_m'),
        ascentM: number('ascent_m'),
        flatDistanceM: null,
        meanHr: beats('avg_hr'),
        maxHr: beats('max_hr'),
        temperatureC: null,
        hrSeconds: null,
        paceSeconds: null,
        bestEfforts: [],
        splits: [],
        decoupling: null,
        rpe: null,
        comment: null,
        sources: [{ kind: 'fit', name: set, id: null }],
      },
    ]
  })
}
