/** The table of a Strava export, read by position: five of its column names stand twice, and all are translated. */
import { err, ok, type Result } from '../../lib/result.ts'
import { cellsOf } from '../text/read-table.ts'

/** What Tandem reads of a row, as text; empty where the table says nothing or has no such column. */
export type StravaRow = { readonly [column in Column]: string }
export type Column = keyof typeof columns

/**
 * English name and place in the export since 2019. Where a name stands twice the last counts: the first is for display
 * (kilometres or miles), the later one raw (metres). `twice` columns are not read from an export that has only the first.
 */
const columns = {
  id: { name: 'Activity ID', at: 0, twice: false },
  date: { name: 'Activity Date', at: 1, twice: false },
  name: { name: 'Activity Name', at: 2, twice: false },
  type: { name: 'Activity Type', at: 3, twice: false },
  description: { name: 'Activity Description', at: 4, twice: false },
  privateNote: { name: 'Activity Private Note', at: 10, twice: false },
  file: { name: 'Filename', at: 12, twice: false },
  elapsed: { name: 'Elapsed Time', at: 15, twice: false },
  moving: { name: 'Moving Time', at: 16, twice: false },
  distance: { name: 'Distance', at: 17, twice: true },
  ascent: { name: 'Elevation Gain', at: 20, twice: false },
  maxHr: { name: 'Max Heart Rate', at: 30, twice: false },
  meanHr: { name: 'Average Heart Rate', at: 31, twice: false },
  temperature: { name: 'Average Temperature', at: 36, twice: false },
  effort: { name: 'Perceived Exertion', at: 43, twice: false },
} as const

type Places = { readonly [column in Column]: number }

const names = Object.keys(columns) as readonly Column[]

/** Whether the first line of a table is that of a Strava export in English. */
export const isStravaHeader = (text: string): boolean => /^\uFEFF?"?Activity ID"?,"?Activity Date"?,/.test(text)

const places = (header: readonly string[], first: readonly string[]): Places | undefined => {
  if (header[0] === 'Activity ID')
    return Object.fromEntries(
      names.map(column => {
        const { name, twice } = columns[column]
        const last = header.lastIndexOf(name)
        return [column, twice && header.indexOf(name) === last ? -1 : last]
      }),
    ) as Places
  // Why: in another language the names say nothing; the shape does: a number, and a file or nothing where it belongs.
  const isExport =
    header.length >= 44 && /^\d{4,}$/.test(first[0] ?? '') && /^(activities\/.*)?$/.test(first[12] ?? '-')
  return isExport ? (Object.fromEntries(names.map(column => [column, columns[column].at])) as Places) : undefined
}

/** The rows of `activities.csv`; an error where it is a table of something else. */
export const readStravaRows = (text: string): Result<readonly StravaRow[], { readonly type: 'NotStravaCsv' }> => {
  const [header, ...rest] = cellsOf(text)
  if (!header) return err({ type: 'NotStravaCsv' })
  const at = places(header, rest[0] ?? [])
  if (!at) return err({ type: 'NotStravaCsv' })
  return ok(
    rest.map(cells => Object.fromEntries(names.map(column => [column, (cells[at[column]] ?? '').trim()])) as StravaRow),
  )
}
