/** The real histories at hand, whole, as activities: exports of summaries, tables of sessions and folders of files. */
import { existsSync, readFileSync } from 'node:fs'
import { readPaths } from '../../core/cli/reading.ts'
import { readHistory } from '../../core/cli/real-histories.ts'
import type { Activity, Sport } from '../../core/model/activity.ts'
import { parseDay } from '../../core/model/day.ts'
import type { ActivityId } from '../../core/model/ids.ts'

const data = '../shared/data'
export const isThere = (path: string): boolean => existsSync(`${data}/${path}`)

const summaries = [
  'runner-asplitline-2y',
  'runner-deanxizian-5y',
  'runner-fankangsong-streams',
  'runner-imjasondai-4y',
  'runner-lipeng31-13y',
  'runner-zhengfran-7y',
]
const tables = ['runner-jasonjdd-fit', 'runner-x3cl-fit']
const folders = ['runner-runpandas-1y-gpx', 'runner-x3cl-fit/2018-marathon-build']

const sportOf: Readonly<Record<string, Sport>> = {
  running: 'run',
  cycling: 'ride',
  swimming: 'swim',
  walking: 'walk',
  hiking: 'walk',
}
const whole = (text: string | undefined): number | null => {
  const value = Number(text)
  return text === undefined || text === '' || !Number.isFinite(value) ? null : Math.round(value)
}

/** The session messages of every file of one watch, a line each; the clock is UTC for want of another. */
const tableOf = (set: string): readonly Activity[] =>
  readFileSync(`${data}/${set}/all_sessions_summary.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line, i): readonly Activity[] => {
      const [start, sport, , metres, timer, elapsed, hr, highest, ascent] = line.split(',')
      const day = parseDay(start!.slice(0, 10))
      const durationS = whole(timer)
      if (!day || durationS === null || durationS === 0 || durationS > 200_000) return []
      const [meanHr, maxHr] = [hr, highest].map(text => {
        const value = whole(text)
        return value !== null && value >= 30 && value <= 240 ? value : null
      })
      return [
        {
          id: `${set}-${i}` as ActivityId,
          sport: sportOf[sport!] ?? 'other',
          name: null,
          day,
          start: start!.slice(0, 19),
          utc: Math.round(Date.parse(start!) / 1000),
          durationS,
          elapsedS: whole(elapsed),
          distanceM: whole(metres),
          ascentM: whole(ascent),
          flatDistanceM: null,
          meanHr: meanHr!,
          maxHr: maxHr!,
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
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))

/** A table is read in a moment; a folder of recordings takes seconds. */
export type SharedHistory = {
  readonly name: string
  readonly isTable: boolean
  readonly read: () => Promise<readonly Activity[]>
}

/** Those that are there; none where the folder is absent. */
export const sharedHistories: readonly SharedHistory[] = [
  ...summaries.map(name => ({
    name,
    isTable: true,
    read: async () => {
      const history = await readHistory(data, name)
      return history.ok ? history.value : []
    },
  })),
  ...tables.map(name => ({ name, isTable: true, read: async () => tableOf(name) })),
  ...folders.map(name => ({
    name,
    isTable: false,
    read: async () => {
      const reading = await readPaths([`${data}/${name}`], { progress: () => {} })
      return reading.ok ? reading.value.activities.toSorted((a, b) => (a.start < b.start ? -1 : 1)) : []
    },
  })),
].filter(({ name }) => isThere(name))
