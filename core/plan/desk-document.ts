/** The coaches' desk: sessions as the plan holds them, not published yet, and notes about the athlete. */

import type * as Y from 'yjs'
import { by } from '../lib/order.ts'
import type { Result } from '../lib/result.ts'
import { commentSchema } from '../model/comment.ts'
import { type DeskContent, emptyDesk, type KeptEdit, keptEditSchema } from '../model/desk.ts'
import { sessionSchema } from '../model/session.ts'
import { type Origin, removeEntry, type WriteError } from './document.ts'
import { readMaps, readValues } from './entries.ts'
import { bySession } from './session-order.ts'
import { steady } from './steady.ts'
import { putValues } from './writing.ts'

/** One desk as plain content. Its entries are written like those of the plan document. */
const readDesk = steady((doc): DeskContent => {
  const sessions = readMaps(doc, 'sessions', sessionSchema)
  const notes = readValues(doc, 'comments', commentSchema, ({ id }) => id)
  const edits = readValues(doc, 'edits', keptEditSchema, ({ id }) => id)
  return {
    sessions: sessions.read.toSorted(bySession),
    notes: notes.read.toSorted(
      by(
        ({ at }) => at,
        ({ id }) => id,
      ),
    ),
    edits: edits.read,
    unreadable: [sessions, notes, edits].flatMap(({ unreadable }) => unreadable),
  }
})

const once = <T extends { readonly id: string }>(lists: readonly (readonly T[])[]): readonly T[] => [
  ...new Map(lists.toReversed().flatMap(list => list.map(one => [one.id, one] as const))).values(),
]

/** All desks of an athlete as one; of two entries of one name the first desk's counts. */
export const readDesks = (docs: readonly Y.Doc[]): DeskContent => {
  const [only, ...more] = docs.map(readDesk)
  if (only === undefined) return emptyDesk
  if (more.length === 0) return only
  const all = [only, ...more]
  return {
    sessions: once(all.map(({ sessions }) => sessions)).toSorted(bySession),
    notes: once(all.map(({ notes }) => notes)).toSorted(
      by(
        ({ at }) => at,
        ({ id }) => id,
      ),
    ),
    edits: once(all.map(({ edits }) => edits)),
    unreadable: all.flatMap(({ unreadable }) => unreadable),
  }
}

export const putKeptEdit = (doc: Y.Doc, edit: KeptEdit, origin: Origin): Result<null, WriteError> =>
  putValues(doc, 'edits', keptEditSchema, [edit], ({ id }) => id, origin)

export const removeKeptEdit = (doc: Y.Doc, id: string, origin: Origin): Result<null, WriteError> =>
  removeEntry(doc, 'edits', id, origin)
