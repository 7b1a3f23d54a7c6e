/** What coaches keep on their desk about an athlete, who never reads it: drafts until they are published, and notes. */
import type { Comment } from './comment.ts'
import { addDays, type Day, mondayOf } from './day.ts'
import type { Session } from './session.ts'

export type DeskContent = {
  /** Sessions that were written and not published; one of the plan's own name is a new version of that one. */
  readonly sessions: readonly Session[]
  readonly notes: readonly Comment[]
  readonly unreadable: readonly string[]
}

export const emptyDesk: DeskContent = { sessions: [], notes: [], unreadable: [] }

/** The days that publishing so many weeks would show: from the Monday of the first draft. */
export const publishWindow = (
  sessions: readonly Session[],
  weeks: number,
): { readonly from: Day; readonly to: Day } | null => {
  const first = sessions.map(({ day }) => day).toSorted()[0]
  return first === undefined ? null : { from: mondayOf(first), to: addDays(mondayOf(first), 7 * weeks - 1) }
}
