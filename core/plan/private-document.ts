/** What one coach and the athlete write to each other alone. */
import type * as Y from 'yjs'
import { by } from '../lib/order.ts'
import type { Result } from '../lib/result.ts'
import { type PrivateNote, privateNoteSchema } from '../model/private-note.ts'
import { type Origin, removeEntry, type WriteError } from './document.ts'
import { readValues } from './entries.ts'
import { putValues } from './writing.ts'

/** The notes of all private pages these two have, the oldest first; one of a name once. */
export const readPrivateNotes = (docs: readonly Y.Doc[]): readonly PrivateNote[] => {
  const notes = docs.flatMap(doc => readValues(doc, 'notes', privateNoteSchema, ({ id }) => id).read)
  return [...new Map(notes.toReversed().map(note => [note.id, note])).values()].toSorted(
    by(
      ({ at }) => at,
      ({ id }) => id,
    ),
  )
}

export const putPrivateNote = (doc: Y.Doc, note: PrivateNote, origin: Origin): Result<null, WriteError> =>
  putValues(doc, 'notes', privateNoteSchema, [note], ({ id }) => id, origin)

export const removePrivateNote = (doc: Y.Doc, id: string, origin: Origin): Result<null, WriteError> =>
  removeEntry(doc, 'notes', id, origin)
