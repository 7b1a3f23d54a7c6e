/** What a person is told at the end of an import: one line for every file, to read, to filter and to keep. */
import { csv } from '../lib/csv.ts'
import type { Source } from '../model/activity.ts'
import type { ActivityId } from '../model/ids.ts'
import { explainImport } from './explain.ts'
import { activitiesIn, type FileReport, type ImportError } from './importer.ts'

/** A recording that is shown as another one, and where both came from. */
export type MergedInto = {
  readonly dropped: ActivityId
  readonly kept: ActivityId
  readonly sources: readonly Source[]
}

/** One file, or one row of a table, accounted for. */
export type ImportLine = {
  readonly file: string
  /** The importer that read it, by its id on the shelf; null where none knew it. */
  readonly format: string | null
  /** merged: all of it was on file before, or told of better by another file. */
  readonly outcome: 'imported' | 'merged' | 'skipped' | 'refused'
  /** What to know of it, in sentences; empty where there is nothing to say. */
  readonly why: string
  /** The same in one word for programs; null where there is nothing to say. */
  readonly reason: ImportError['type'] | null
  /** How many of each kind it gave. */
  readonly activities: number
  readonly checkIns: number
  readonly sessions: number
  readonly merges: readonly MergedInto[]
}

/** The line of a file before it is known what else tells of the same. */
export const lineOf = (report: FileReport): ImportLine => {
  const count = (type: FileReport['entries'][number]['type']) =>
    report.entries.filter(entry => entry.type === type).length
  return {
    file: report.file,
    format: report.format,
    outcome: report.outcome,
    why: report.why === null ? '' : explainImport(report).replace(`${report.file}: `, ''),
    reason: report.why?.type ?? null,
    activities: activitiesIn(report).length,
    checkIns: count('check-in'),
    sessions: count('session'),
    merges: [],
  }
}

/** The report as a table: file, format, outcome, reason, activities, check-ins, sessions, merged into, why. */
export const reportCsv = (lines: readonly ImportLine[]): string =>
  csv(
    ['file', 'format', 'outcome', 'reason', 'activities', 'check-ins', 'sessions', 'merged into', 'why'],
    lines.map(({ file, format, outcome, reason, activities, checkIns, sessions, merges, why }) => [
      file,
      format,
      outcome,
      reason,
      activities,
      checkIns,
      sessions,
      merges.map(({ kept }) => kept).join(' '),
      why,
    ]),
  )
