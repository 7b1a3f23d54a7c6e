/** Reads a text as a file, and says in short what it gave. */
import { activitiesIn, type FileReport, importBytes } from '../../core/import/index.ts'
import type { ImportedCheckIn } from '../../core/model/check-in.ts'
import type { Day } from '../../core/model/day.ts'
import type { Session } from '../../core/model/session.ts'

/** The athlete of these tests lives an hour east of Greenwich; their race is on a Sunday. */
export const readAs = (
  name: string,
  content: string | Uint8Array,
  raceDay: string | null = null,
): Promise<readonly FileReport[]> =>
  importBytes(
    { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content },
    { freeBytes: null, stopped: () => false, zone: () => 60, raceDay: raceDay as Day | null },
  )

export const activitiesOf = (reports: readonly FileReport[]) => reports.flatMap(activitiesIn)
export const checkInsOf = (reports: readonly FileReport[]): readonly ImportedCheckIn[] =>
  reports.flatMap(({ entries }) => entries.flatMap(entry => (entry.type === 'check-in' ? [entry.checkIn] : [])))
export const sessionsOf = (reports: readonly FileReport[]): readonly Session[] =>
  reports.flatMap(({ entries }) => entries.flatMap(entry => (entry.type === 'session' ? [entry.session] : [])))

/** Of a check-in what was said. */
export const saidIn = ({ source: _, ...checkIn }: ImportedCheckIn) =>
  Object.fromEntries(Object.entries(checkIn).filter(([, answer]) => answer !== null))
