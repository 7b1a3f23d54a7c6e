/** What a table gave, as reports: one on the file with all that was read, one on each row that was not. */
import type { Activity } from '../../model/activity.ts'
import type { ImportedCheckIn } from '../../model/check-in.ts'
import type { Session } from '../../model/session.ts'
import { type FileReport, type ImportError, refused, reportOf, skipped } from '../importer.ts'

/** A row that gave nothing: skipped where nothing is wrong with it, refused where it could not be read. */
export type RowFault = { readonly row: string; readonly outcome: 'skipped' | 'refused'; readonly why: ImportError }

export type Rows = {
  readonly activities: readonly Activity[]
  readonly checkIns: readonly ImportedCheckIn[]
  readonly sessions: readonly Session[]
  readonly faults: readonly RowFault[]
  /** What to know of the whole file; goes before what its sports say. */
  readonly note: ImportError | null
}

/** So many rows are named one by one; the file says how many more there are. */
const mostNamed = 200

/** The reports on a file, at least one. */
export function* reportsOn(file: string, rows: Rows): Generator<FileReport> {
  const { activities, checkIns, sessions, faults, note } = rows
  const read = reportOf(file, activities, { fault: null, isGuessed: false })
  const entries = [
    ...read.entries,
    ...checkIns.map(checkIn => ({ type: 'check-in' as const, checkIn })),
    ...sessions.map(session => ({ type: 'session' as const, session })),
  ]
  if (entries.length > 0) yield { ...read, entries, why: note ?? read.why }
  else if (faults.length === 0) yield note === null ? refused(file, { type: 'NothingInside' }) : skipped(file, note)
  for (const { row, outcome, why } of faults.slice(0, mostNamed))
    yield outcome === 'skipped' ? skipped(`${file}, ${row}`, why) : refused(`${file}, ${row}`, why)
  if (faults.length > mostNamed)
    yield refused(`${file}, ${faults.length - mostNamed} more rows`, { type: 'RowsNotReadable' })
}
