/** The coaches' library: an entry stands on several desks, so that it is not lost with one athlete; the latest counts. */
import type * as Y from 'yjs'
import { by } from '../lib/order.ts'
import type { Result } from '../lib/result.ts'
import { type LibraryItem, libraryItemSchema } from '../model/library.ts'
import type { Origin, WriteError } from './document.ts'
import { readValues } from './entries.ts'
import { steady } from './steady.ts'
import { putValues } from './writing.ts'

const readOne = steady((doc): { readonly items: readonly LibraryItem[] } => ({
  items: readValues(doc, 'library', libraryItemSchema, ({ id }) => id).read,
}))

/** What stands on some desks, once each, by folder and name; what was taken away is left out. */
export const readLibrary = (docs: readonly Y.Doc[]): readonly LibraryItem[] => {
  const latest = new Map<string, LibraryItem>()
  for (const item of docs.flatMap(doc => readOne(doc).items)) {
    const before = latest.get(item.id)
    // Why: of two written in one minute the same one has to count on every device; taken away goes before.
    const isLater = before === undefined || item.at > before.at || (item.at === before.at && item.removed === true)
    if (isLater) latest.set(item.id, item)
  }
  return [...latest.values()]
    .filter(({ removed }) => removed !== true)
    .toSorted(
      by(
        ({ folder }) => folder,
        ({ name }) => name,
        ({ id }) => id,
      ),
    )
}

export const putInLibrary = (doc: Y.Doc, items: readonly LibraryItem[], origin: Origin): Result<null, WriteError> =>
  putValues(doc, 'library', libraryItemSchema, items, ({ id }) => id, origin)
