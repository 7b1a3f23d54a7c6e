/** The words for what became of a file: which file, what happened, and what to do. */
import { never } from '../lib/never.ts'
import type { Sport } from '../model/activity.ts'
import type { Entry, FileReport, ImportError } from './importer.ts'

const sportWords: { readonly [sport in Sport]: string } = {
  run: 'a run',
  ride: 'a ride',
  swim: 'a swim',
  walk: 'a walk',
  strength: 'strength training',
  other: 'another sport',
}

const several = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const kept = (sports: readonly Sport[]): string =>
  sports.length === 0 ? '' : ` Kept as ${several(sports.map(sport => sportWords[sport]))}; not counted as running.`

const megabytes = (bytes: number): string =>
  bytes < 10_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.round(bytes / 1_000_000)} MB`

const because = {
  'cut-short': 'the file is cut short',
  'later-part': 'a later part of it is damaged',
  checksum: '',
} as const

const untimed = {
  route: 'this is a route to follow',
  track: 'its points carry no times',
  waypoints: 'it holds only marked places',
} as const

const untrusted = {
  'document-type': 'it declares a document type, as web pages do and no recording needs',
  depth: 'its elements lie inside each other deeper than in any recording',
  length: 'a part of it is longer than in any recording',
} as const

const kinds: { readonly [kind: string]: string } = {
  workout: 'a planned workout',
  settings: 'device settings',
  device: 'device information',
  course: 'a course',
  schedules: 'a schedule',
  weight: 'weight measurements',
  totals: 'totals',
  goals: 'goals',
  blood_pressure: 'blood pressure',
  monitoring_a: 'daily monitoring',
  monitoring_b: 'daily monitoring',
  monitoring_daily: 'daily monitoring',
  activity_summary: 'a summary without the activity',
  multisport: 'a race of several sports whose parts stand beside it',
  CANCELLED: 'a session that was cancelled',
  NOTE: 'a note',
  HOLIDAY: 'a holiday',
  SICK: 'days of illness',
  INJURED: 'days of injury',
  TARGET: 'a target for a week',
  SEASON_START: 'the start of a season',
  FITNESS_DAYS: 'figures for fitness',
  SET_EFTP: 'a threshold',
  SET_FITNESS: 'figures for fitness',
}

const columnsRead = ({ scales, leftOut }: Extract<ImportError, { type: 'ColumnsRead' }>): string => {
  const steps = [...new Set(scales.map(scale => scale.steps))].sort((a, b) => a - b)
  const read = steps.map(
    count => `${several(scales.filter(scale => scale.steps === count).map(({ column }) => column))} as 1–${count}`,
  )
  return [
    `read${read.length > 0 ? `: ${read.join('; ')}. If that is not how it was asked, correct the days by hand` : ''}.`,
    ...(leftOut.length > 0 ? [`Not read: ${several(leftOut.map(column => `“${column}”`))}.`] : []),
  ].join(' ')
}

const reason = (why: ImportError): string => {
  switch (why.type) {
    case 'Empty':
      return 'the file is empty. Download or copy it again.'
    case 'NotReadable':
      return 'the file could not be read. Check that it is still there and that it opens elsewhere, then try again.'
    case 'UnknownFormat':
      return 'this is not a training file that Tandem reads. Give it FIT, GPX or TCX files, an archive (.zip) from Strava or Garmin, or an export of intervals.icu or TrainingPeaks.'
    case 'Damaged':
      return 'the file is damaged and nothing could be recovered. Export or copy it from the watch or service again.'
    case 'Recovered':
      return why.what === 'checksum'
        ? `read, but its checksum differs: some of it may be wrong. Compare it with the watch, or export it again.${kept(why.sports)}`
        : `${because[why.what]}; what was there was read. Export it again to have the rest.${kept(why.sports)}`
    case 'NothingInside':
      return 'there is no activity inside. Check that this is the right file.'
    case 'NotAnActivity':
      return `this holds ${Object.hasOwn(kinds, why.kind) ? kinds[why.kind] : `“${why.kind}”`}, not an activity. Nothing to do.`
    case 'OtherSport':
      return `read.${kept(why.sports)} Nothing to do.`
    case 'SportGuessed':
      return `the file does not say which sport it was: kept as ${several(why.sports.map(sport => sportWords[sport]))}, by its speed. If that is wrong, export it again with its sport.`
    case 'NotTimed':
      return `${untimed[why.what]}, so nothing says that anybody ran it. Export the recorded activity with its times.`
    case 'NotTrusted':
      return `${untrusted[why.what]}: not read. Do not trust where it came from; download the activity again.`
    case 'SummaryOnly':
      return why.because === 'no-file'
        ? 'entered by hand at Strava: kept as a summary. Nothing to do.'
        : why.because === 'file-missing'
          ? 'its file is not beside the table: kept as a summary. Give Tandem the whole archive (.zip) to have the details.'
          : 'its file could not be read: kept as a summary. Export the activity as FIT to have the details.'
    case 'NotStravaCsv':
      return 'this is none of the tables that Tandem reads: the activities.csv of a Strava archive, an export of intervals.icu or TrainingPeaks, or check-ins with a day and answers.'
    case 'StravaStub':
      return 'intervals.icu has it from Strava and may not hand it on. Import it from your Strava archive or from the watch.'
    case 'ColumnsRead':
      return columnsRead(why)
    case 'OnlyFigures':
      return 'it holds figures that another service worked out. Tandem works out its own from your activities. Nothing to do.'
    case 'NoRaceDay':
      return 'this plan counts back from its race. Put the race into the calendar first, then import it again.'
    case 'RowsNotReadable':
      return 'these rows could not be read either. Correct the table, then import it again.'
    case 'RowNotReadable':
      return `“${why.column}” could not be read in line ${why.row}. Correct the cell, or enter the activity by hand.`
    case 'TooLarge':
      return `at ${megabytes(why.size)} it is larger than any recording (limit ${megabytes(why.limit)}). Split it, or leave it out.`
    case 'Bomb':
      return `it unpacks to more than ${why.ratio} times its size, which no recording does: not opened. Do not trust where it came from; export the archive again.`
    case 'NotEnoughRoom':
      return `unpacked it needs ${megabytes(why.needs)}, and ${megabytes(why.free)} are free here. Free some space, or unpack it yourself and import the files in parts.`
    case 'NestedTooDeep':
      return 'it is an archive inside archives inside archives. Unpack it once and import what is inside.'
    case 'TookTooLong':
      return 'it took longer than 10 s, which no recording does: given up, and what was read before it is kept. Export it again, or leave it out.'
    case 'Encrypted':
      return 'it is locked with a password. Unpack it yourself and import what is inside.'
    default:
      return never(why)
  }
}

const numberOf = (count: number, one: string, more: string): readonly string[] =>
  count === 0 ? [] : [count === 1 ? `one ${one}` : `${count} ${more}`]

/** What a file gave, counted in words. */
const said = ({ entries }: FileReport): string => {
  const count = (type: Entry['type']) => entries.filter(entry => entry.type === type).length
  const parts = [
    ...numberOf(count('activity'), 'activity', 'activities'),
    ...numberOf(count('check-in'), 'check-in', 'check-ins'),
    ...numberOf(count('session'), 'planned session', 'planned sessions'),
  ]
  return several(parts)
}

/** One sentence or two that name the file and say what to do. */
export const explainImport = (report: FileReport): string =>
  report.why === null ? `${report.file}: read, ${said(report)}.` : `${report.file}: ${reason(report.why)}`
