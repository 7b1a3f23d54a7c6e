/** The library across a coach's athletes: read from every desk that is loaded, written where it outlives any one of them. */
import type { Result } from '../lib/result.ts'
import { ok } from '../lib/result.ts'
import type { LibraryItem } from '../model/library.ts'
import { putInLibrary, readLibrary, type WriteError } from '../plan/index.ts'
import { type Circle, type CircleError, localOrigin, type Space } from './api.ts'

const desksOf = (space: Space): readonly Circle[] => space.circles.filter(({ kind }) => kind === 'desk')

/** Everything in the library of whoever coaches in these spaces. */
export const libraryIn = (spaces: readonly Space[]): readonly LibraryItem[] =>
  readLibrary(spaces.flatMap(space => desksOf(space).map(({ doc }) => doc)))

/** Beside the one looked at; a desk holds a few kilobytes of it. */
const copies = 3

/**
 * Keeps entries on the desk of the space looked at, and on a few other desks that are there already, so that they do not
 * go with one athlete.
 */
export const keepInLibrary = async (
  space: Space,
  others: readonly Space[],
  items: readonly LibraryItem[],
): Promise<Result<null, CircleError | WriteError>> => {
  const desk = await space.openCircle('desk')
  if (!desk.ok) return desk
  const kept = putInLibrary(desk.value.doc, items, localOrigin)
  if (!kept.ok) return kept
  const more = others.filter(other => other !== space).flatMap(other => desksOf(other).slice(0, 1))
  for (const { doc } of more.slice(0, copies)) putInLibrary(doc, items, localOrigin)
  return ok(null)
}
