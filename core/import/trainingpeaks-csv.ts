/** TrainingPeaks' workout export: one line a workout, with what was planned, what was done and what was said. */
import type { Activity, Sport } from '../model/activity.ts'
import { type Day, parseDay } from '../model/day.ts'
import type { Session } from '../model/session.ts'
import {
  asLetters,
  type ByteSource,
  type Example,
  type FileReport,
  type ImportContext,
  type Importer,
  refused,
} from './importer.ts'
import { plannedSession } from './planned/planned.ts'
import { headerIn, type Row, readTable } from './text/read-table.ts'
import { readText } from './text/read-text.ts'
import { numberAt, textAt } from './text/values.ts'
import { type RowFault, reportsOn } from './told/reports.ts'
import { toldActivity } from './told/told.ts'

async function* read(source: ByteSource, _: ImportContext): AsyncGenerator<FileReport> {
  const { name } = source
  const text = await readText(source)
  if (!text.ok) return yield refused(name, text.error)
  const activities: Activity[] = []
  const sessions: Session[] = []
  const faults: RowFault[] = []
  const seen = new Map<string, number>()
  for (const [i, row] of readTable(text.value, column => column.toLowerCase()).rows.entries()) {
    const line = i + 2
    const title = textAt(row, ['title'], 200) ?? ''
    const day = dayIn(row)
    const said = `line ${line}${title === '' ? '' : ` (${title.slice(0, 60)})`}`
    if (day === undefined) {
      faults.push({ row: said, outcome: 'refused', why: { type: 'RowNotReadable', row: line, column: 'WorkoutDay' } })
      continue
    }
    // Why a count: the table has no id; the second of two workouts alike on one day is another one.
    const key = `${day} ${row.workouttype} ${title}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const session = sessionOf(row, day, title, `${key} ${nth}`)
    if (session !== undefined) sessions.push(session)
    const done = doneOf(row, day, title, { file: name, line })
    if (done === null) {
      if (session === undefined) faults.push({ row: said, outcome: 'skipped', why: { type: 'NothingInside' } })
    } else if ('outcome' in done) faults.push({ ...done, row: said })
    else activities.push(done)
  }
  yield* reportsOn(name, { activities, checkIns: [], sessions, faults, note: null })
}

const dayIn = (row: Row): Day | undefined => {
  const text = textAt(row, ['workoutday'], 30) ?? ''
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text)
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
  return parseDay(american ? `${american[3]}-${two(american[1])}-${two(american[2])}` : text.slice(0, 10))
}

/** Its own types by their names; an unknown one is another sport, never a ride. */
const sports: readonly (readonly [RegExp, Sport])[] = [
  [/^(run|race)/i, 'run'],
  [/^(bike|mtb|mountain|brick)/i, 'ride'],
  [/^swim/i, 'swim'],
  [/^walk/i, 'walk'],
  [/^strength/i, 'strength'],
]
const sportOf = (row: Row): Sport => sports.find(([shape]) => shape.test(row.workouttype ?? ''))?.[1] ?? 'other'

/** Pages of words may stand in it; what no screen shows is left. */
const planOf = (row: Row): string =>
  [textAt(row, ['workoutdescription'], 4000), textAt(row, ['coachcomments'], 4000)].filter(Boolean).join('\n\n')

const sessionOf = (row: Row, day: Day, title: string, uid: string): Session | undefined => {
  const durationH = numberAt(row, ['plannedduration'], 0.001, 100)
  const distanceM = numberAt(row, ['planneddistanceinmeters'], 1, 1_000_000)
  const type = (row.workouttype ?? '').toLowerCase()
  const isRest = /^(day ?off|rest)/.test(type)
  if (durationH === null && distanceM === null && !isRest) return undefined
  return plannedSession({
    from: 'trainingpeaks',
    uid,
    day,
    startMinute: null,
    sport: sportOf(row),
    title: title || (isRest ? 'Rest' : ''),
    description: planOf(row),
    durationS: durationH === null ? null : durationH * 3600,
    distanceM,
    purpose: isRest ? 'rest' : type.startsWith('race') ? 'race' : null,
    steps: null,
  })
}

const doneOf = (
  row: Row,
  day: Day,
  title: string,
  { file, line }: { readonly file: string; readonly line: number },
): Activity | Omit<RowFault, 'row'> | null => {
  const hours = numberAt(row, ['timetotalinhours'], 0.001, 200)
  const distanceM = numberAt(row, ['distanceinmeters'], 1)
  if (hours === null && distanceM === null) return null
  const activity = toldActivity(
    {
      sport: sportOf(row),
      name: title === '' ? null : title,
      // Why midnight: the table knows the day and not the hour; `likeness.ts` compares such a one by its day.
      began: { day, start: `${day}T00:00:00`, utc: null },
      durationS: hours === null ? null : hours * 3600,
      elapsedS: null,
      distanceM,
      ascentM: null,
      meanHr: numberAt(row, ['heartrateaverage'], 1),
      maxHr: numberAt(row, ['heartratemax'], 1),
      temperatureC: null,
      rpe: numberAt(row, ['rpe'], 0.5, 10),
      comment: textAt(row, ['athletecomments'], 4000),
      splits: [],
      source: { kind: 'trainingpeaks', name: file.slice(-300), id: null },
    },
    line,
  )
  return activity.ok ? activity.value : { outcome: 'refused', why: activity.error }
}

export const importer: Importer = {
  id: 'trainingpeaks-csv',
  title: 'TrainingPeaks workouts',
  recognises: head => {
    const header = headerIn(asLetters(head))
    return header.includes('workoutday') && header.includes('workouttype')
  },
  read,
}

export const examples: readonly Example[] = [
  {
    name: 'the table of workouts',
    file: 'workouts.csv',
    head: '\uFEFF"Title","WorkoutType","WorkoutDescription","PlannedDuration","PlannedDistanceInMeters","WorkoutDay"',
  },
]
