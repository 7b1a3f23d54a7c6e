/** What a coach writes again and again: sessions to begin from, and notes that fill themselves. Kept on the desk. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { personIdSchema } from './ids.ts'
import { purposes, sessionSchema } from './session.ts'

/** `session`: its day and name mean nothing. `note`: words with places such as `{easy pace}`, for sessions of a purpose. */
const holdsSchema = v.variant('type', [
  v.strictObject({ type: v.literal('session'), session: sessionSchema }),
  v.strictObject({
    type: v.literal('note'),
    purposes: v.pipe(v.array(v.picklist(purposes)), v.minLength(1), v.maxLength(purposes.length)),
    words: text(4000),
  }),
])

export const libraryItemSchema = v.strictObject({
  id: text(64),
  name: text(200),
  /** Parts with a slash between them; empty for none. */
  folder: text(100),
  tags: v.pipe(v.array(text(40)), v.maxLength(20)),
  holds: holdsSchema,
  by: personIdSchema,
  /** Minutes since 1970-01-01 UTC at which it was written; of two of one name the later counts. */
  at: whole(0, 200_000_000),
  /** Taken away; the entry stays, so that no older copy of it comes back. */
  removed: v.exactOptional(v.literal(true)),
})
export type LibraryItem = v.InferOutput<typeof libraryItemSchema>
export type LibrarySession = LibraryItem & { readonly holds: { readonly type: 'session' } }

const wordsIn = ({ name, folder, tags, holds }: LibraryItem): string =>
  [name, folder, ...tags, holds.type === 'session' ? `${holds.session.title} ${holds.session.purpose}` : holds.words]
    .join(' ')
    .toLowerCase()

/** Those in which every word of the question stands, by folder and name. */
export const searchLibrary = (items: readonly LibraryItem[], question: string): readonly LibraryItem[] => {
  const words = question.toLowerCase().split(/\s+/)
  return items.filter(item => words.every(word => wordsIn(item).includes(word)))
}
