/** Everything the named paths hold, each file accounted for. */
import { activitiesIn, type FileReport, importSource } from '../import/index.ts'
import { ok, type Result } from '../lib/result.ts'
import type { Activity } from '../model/activity.ts'
import { freeBytes, type PathError, sourcesOf, zoneHere } from './sources.ts'

export type Screen = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Shows progress in place; nothing where nobody watches. */
  readonly progress: (text: string) => void
}

/** Counts files, not activities: every file is in exactly one of the three. */
export type Totals = {
  readonly files: number
  readonly imported: number
  readonly skipped: number
  readonly refused: number
}

export type Reading = { readonly reports: readonly FileReport[]; readonly activities: readonly Activity[] }

/** Reads all paths; only a path that does not exist ends it. */
export const readPaths = async (
  paths: readonly string[],
  screen: Pick<Screen, 'progress'>,
): Promise<Result<Reading, PathError>> => {
  const sources = await sourcesOf(paths)
  if (!sources.ok) return sources
  const options = { freeBytes: await freeBytes(), stopped: () => false, zone: zoneHere }
  const reports: FileReport[] = []
  for (const [i, { source, found, close }] of sources.value.entries()) {
    screen.progress(`reading ${i + 1} of ${sources.value.length}: ${source.name}`)
    for await (const report of importSource(source, options))
      reports.push(found && report.why?.type === 'UnknownFormat' ? { ...report, outcome: 'skipped' } : report)
    await close()
  }
  screen.progress('')
  return ok({ reports, activities: reports.flatMap(activitiesIn) })
}

export const totalsOf = (reports: readonly FileReport[]): Totals => {
  const count = (outcome: FileReport['outcome']) => reports.filter(report => report.outcome === outcome).length
  return {
    files: reports.length,
    imported: count('imported'),
    skipped: count('skipped'),
    refused: count('refused'),
  }
}
