/** Everything the named paths hold, each file accounted for. */
import { activitiesIn, type FileReport, importSource } from '../import/index.ts'
import { ok, type Result } from '../lib/result.ts'
import type { Activity } from '../model/activity.ts'
import type { ImportedCheckIn } from '../model/check-in.ts'
import type { Day } from '../model/day.ts'
import type { Session } from '../model/session.ts'
import { readKept } from './kept-lists.ts'
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

export type Reading = {
  readonly reports: readonly FileReport[]
  readonly activities: readonly Activity[]
  readonly checkIns: readonly ImportedCheckIn[]
  readonly sessions: readonly Session[]
}

/** Reads all paths; only a path that does not exist ends it. `raceDay` is where a plan without dates leads to. */
export const readPaths = async (
  paths: readonly string[],
  screen: Pick<Screen, 'progress'>,
  raceDay: Day | null = null,
): Promise<Result<Reading, PathError>> => {
  const sources = await sourcesOf(paths)
  if (!sources.ok) return sources
  const options = { freeBytes: await freeBytes(), stopped: () => false, zone: zoneHere, raceDay }
  const reports: FileReport[] = []
  for (const [i, { source, found, close }] of sources.value.entries()) {
    screen.progress(`reading ${i + 1} of ${sources.value.length}: ${source.name}`)
    const kept = await readKept(source)
    for await (const report of kept ?? importSource(source, options))
      reports.push(found && report.why?.type === 'UnknownFormat' ? { ...report, outcome: 'skipped' } : report)
    await close()
  }
  screen.progress('')
  const entries = reports.flatMap(report => report.entries)
  return ok({
    reports,
    activities: activitiesIn({ entries }),
    checkIns: entries.flatMap(entry => (entry.type === 'check-in' ? [entry.checkIn] : [])),
    sessions: entries.flatMap(entry => (entry.type === 'session' ? [entry.session] : [])),
  })
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
