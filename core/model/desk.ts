/** What coaches keep on their desk about an athlete, who never reads it: drafts until they are published, and notes. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import type { Comment } from './comment.ts'
import { addDays, type Day, mondayOf } from './day.ts'
import { personIdSchema } from './ids.ts'
import { type Session, sessionSchema } from './session.ts'

/** A coach's own version of a proposal, begun and not answered yet; `id` is the proposal's. */
export const keptEditSchema = v.strictObject({
  id: text(64),
  session: sessionSchema,
  by: personIdSchema,
  /** Minutes since 1970-01-01 UTC. */
  at: whole(0, 200_000_000),
})
export type KeptEdit = v.InferOutput<typeof keptEditSchema>

export type DeskContent = {
  /** Sessions that were written and not published; one of the plan's own name is a new version of that one. */
  readonly sessions: readonly Session[]
  readonly notes: readonly Comment[]
  readonly edits: readonly KeptEdit[]
  readonly unreadable: readonly string[]
}

export const emptyDesk: DeskContent = { sessions: [], notes: [], edits: [], unreadable: [] }

/** The days that publishing so many weeks would show: from the Monday of the first draft. */
export const publishWindow = (
  sessions: readonly Session[],
  weeks: number,
): { readonly from: Day; readonly to: Day } | null => {
  const first = sessions.map(({ day }) => day).toSorted()[0]
  return first === undefined ? null : { from: mondayOf(first), to: addDays(mondayOf(first), 7 * weeks - 1) }
}
