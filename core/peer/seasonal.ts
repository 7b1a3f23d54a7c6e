/** Which season an envelope belongs to, and what becomes of one of another season than the one whose documents are open. */
import type { Header } from '../model/envelope.ts'
import { applied, type Fate, wait } from './fate.ts'
import type { EnvelopeRow } from './store.ts'

/** The documents that begin anew with each season. */
export const seasonal: ReadonlySet<string> = new Set(['plan', 'athlete'])

/** The season a change belongs to; null where its document knows none. */
export const seasonOf = ({ kind, doc, season }: Pick<Header, 'kind' | 'doc' | 'season'>): number | null =>
  kind === 'update' && seasonal.has(doc) ? (season ?? 1) : null

/** How a season stands on an envelope: the first is left out, as it was before there were any. */
export const seasonLabel = (season: number): { readonly season?: number } => (season > 1 ? { season } : {})

/** Whether a change came after its season had ended here; it is then tried when that season is read anew. */
export const isLate = (header: Header, running: number): boolean => (seasonOf(header) ?? running) < running

/**
 * What becomes of a change to another season's document; undefined where it is for the open one. What was taken in
 * before stays in its place, unread: who looks at that season reads it from what was frozen.
 */
export const fateElsewhere = (header: Header, running: number, stored: EnvelopeRow | null): Fate | undefined => {
  const season = seasonOf(header) ?? running
  if (season === running) return undefined
  return season < running || stored !== null ? applied : wait('it is of a season that has not begun here')
}
