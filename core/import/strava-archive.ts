/** What an athlete receives from Strava: a table of all activities, and the files it names. */
import { parse } from '../lib/parse.ts'
import { err, type Result } from '../lib/result.ts'
import { type Activity, activitySchema, type Sport } from '../model/activity.ts'
import {
  activityEntry,
  asLetters,
  type ByteSource,
  type Entry,
  type Example,
  type FileReport,
  fileLimit,
  type ImportContext,
  type ImportError,
  type Importer,
  isNamed,
  isShared,
  refused,
  startsWith,
} from './importer.ts'
import { readStravaDate } from './strava/dates.ts'
import { isStravaHeader, readStravaRows, type StravaRow } from './strava/rows.ts'
import { sportFromStrava } from './strava/sports.ts'
import { activityId, localStart } from './summary/summary.ts'

declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

async function* read(source: ByteSource, context: ImportContext): AsyncGenerator<FileReport> {
  const { name, size } = source
  if (size > fileLimit) return yield refused(name, { type: 'TooLarge', size, limit: fileLimit })
  const rows = readStravaRows(new TextDecoder().decode(await source.read(0, size)))
  if (!rows.ok) return yield refused(name, rows.error)
  if (rows.value.length === 0) return yield refused(name, { type: 'NothingInside' })
  for (const [i, row] of rows.value.entries()) {
    if (context.stopped()) return
    if (!isShared(context.share, i)) {
      context.leave(row.file)
      continue
    }
    yield await rowReport(name, row, i + 2, context)
  }
}

/** One row: its file's activities with what the row adds, or the row alone where there is no file to read. */
const rowReport = async (table: string, row: StravaRow, line: number, context: ImportContext): Promise<FileReport> => {
  const unpacked = row.file === '' ? undefined : await context.beside(row.file)
  if (unpacked?.ok)
    for await (const report of context.open(unpacked.value, { ...context, saidSport: saidSport(row) }))
      if (report.entries.length > 0)
        return { ...report, entries: report.entries.map(entry => withRow(entry, row, table)) }
  const file = `${table}, line ${line}${row.name === '' ? '' : ` (${row.name})`}`
  const summary = summaryOf(row, line, table, context)
  if (!summary.ok) return refused(file, summary.error)
  const because = row.file === '' ? 'no-file' : unpacked === undefined ? 'file-missing' : 'file-not-read'
  // Why: a bomb among the files is told as what it is, and the row still counts.
  const hostile = unpacked && !unpacked.ok && unpacked.error.type === 'Bomb' ? unpacked.error : null
  return {
    file,
    format: null,
    outcome: 'imported',
    entries: [activityEntry(summary.value)],
    why: hostile ?? { type: 'SummaryOnly', because },
  }
}

/** What the row calls it; an empty cell says nothing. */
const saidSport = ({ type }: StravaRow): Sport | null => (type === '' ? null : sportFromStrava(type))

const words = (text: string, letters: number): string | null => (text === '' ? null : text.slice(0, letters))

const note = (row: StravaRow): string | null =>
  words([row.description, row.privateNote].filter(Boolean).join('\n'), 4000)

const numberOf = (text: string): number | null => {
  const value = Number(text)
  // Why: a number past the whole ones that can be told apart is no measurement, and nothing can be named after it.
  return text === '' || !(Math.abs(value) <= Number.MAX_SAFE_INTEGER) ? null : value
}

const above = (low: number, value: number | null): number | null => (value !== null && value > low ? value : null)
const whole = (value: number | null): number | null => (value === null ? null : Math.round(value))

/** Strava asks 1–10; nothing said is empty. */
const effortOf = (row: StravaRow): number | null => {
  const effort = above(0, numberOf(row.effort))
  return effort !== null && effort <= 10 ? effort : null
}

// Why: what was entered by hand, perhaps years later, says nothing about the days around it.
const sourceOf = (row: StravaRow, table: string): Activity['sources'][number] => ({
  kind: row.file === '' ? 'typed' : 'strava-archive',
  name: table.slice(-300),
  id: words(row.id, 100),
})

/** The row adds what people said; what was measured stays the file's. */
const withRow = (entry: Entry, row: StravaRow, table: string): Entry => {
  if (entry.type !== 'activity') return entry
  const { activity } = entry
  return {
    ...entry,
    activity: {
      ...activity,
      sport: activity.sport === 'other' ? sportFromStrava(row.type) : activity.sport,
      name: words(row.name, 300) ?? activity.name,
      rpe: effortOf(row),
      comment: note(row) ?? activity.comment,
      sources: [sourceOf(row, table)],
    },
  }
}

const summaryOf = (
  row: StravaRow,
  line: number,
  table: string,
  { zone }: ImportContext,
): Result<Activity, ImportError> => {
  const fault = (column: string) => err<ImportError>({ type: 'RowNotReadable', row: line, column })
  const utc = readStravaDate(row.date)
  if (utc === undefined) return fault('Activity Date')
  const elapsedS = whole(above(0, numberOf(row.elapsed)))
  const durationS = whole(above(0, numberOf(row.moving))) ?? elapsedS
  if (durationS === null) return fault('Elapsed Time')
  const sport = sportFromStrava(row.type)
  const distanceM = whole(above(0, numberOf(row.distance)))
  const activity = parse(activitySchema, {
    id: activityId(sport, utc, durationS, distanceM),
    sport,
    name: words(row.name, 300),
    ...localStart(utc, Math.round(zone(utc))),
    utc,
    durationS,
    elapsedS,
    distanceM,
    ascentM: whole(above(-1, numberOf(row.ascent))),
    flatDistanceM: null,
    meanHr: whole(above(0, numberOf(row.meanHr))),
    maxHr: whole(above(0, numberOf(row.maxHr))),
    temperatureC: numberOf(row.temperature),
    hrSeconds: null,
    paceSeconds: null,
    bestEfforts: [],
    splits: [],
    decoupling: null,
    rpe: effortOf(row),
    comment: note(row),
    sources: [sourceOf(row, table)],
  })
  return activity.ok ? activity : fault(activity.error.at.slice(2))
}

export const importer: Importer = {
  id: 'strava-archive',
  title: 'Strava export',
  recognises: (head, name) =>
    isStravaHeader(asLetters(head).replace(/^\xEF\xBB\xBF/, '')) ||
    (isNamed(name, '.csv') && !startsWith(head, 0x1f, 0x8b)),
  read,
}

export const examples: readonly Example[] = [
  {
    name: 'the table of an export',
    file: 'activities.csv',
    head: 'Activity ID,Activity Date,Activity Name,Activity Type',
  },
  { name: 'the table under another name', file: 'strava', head: 'Activity ID,Activity Date,Activity Name,' },
  {
    name: 'a table in another language',
    file: 'activities.csv',
    head: 'Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität',
  },
]
