/** Whether a draft still waits for anybody: it is silent where its change stands, was declined, undone, or came too late. */
import type { Proposal } from '../../model/advice.ts'
import { asSaid, type LogEntry } from '../../model/log.ts'
import type { VisiblePlan } from '../../model/plan.ts'
import type { MemberRole } from '../../model/statement.ts'
import type { Context } from '../../signals/basis/context.ts'

const deciding: readonly MemberRole[] = ['owner', 'coach']

/** The items that somebody who may has declined last, or whose change somebody has taken back. */
export const settledItems = (log: readonly LogEntry[]): ReadonlySet<string> => {
  const verified = log.filter(entry => entry.verified.ok).toSorted(asSaid)
  const itemOfChange = new Map<string, string>()
  const settled = new Set<string>()
  for (const { id, signed } of verified) {
    const { type, item, role } = signed.statement
    if (type === 'applied' || type === 'approved') itemOfChange.set(id, item)
    if (type === 'approved' && deciding.includes(role)) settled.delete(item)
    if (type === 'declined' && deciding.includes(role)) settled.add(item)
    if (type === 'undone') settled.add(itemOfChange.get(item) ?? item)
  }
  return settled
}

/** The items whose change is part of the visible plan. */
export const standingItems = ({ sessions }: VisiblePlan): ReadonlySet<string> =>
  new Set(sessions.flatMap(({ changes }) => changes.map(({ item }) => item)))

/** A draft expires when the last day it writes ends, or when the session it writes on that day starts (R8). */
export const isExpired = ({ lastDay, edit }: Pick<Proposal, 'lastDay' | 'edit'>, context: Context): boolean => {
  if (lastDay !== context.day) return lastDay < context.day
  const session = context.sessions.find(({ id }) => id === edit.session)
  if (!session || session.day !== lastDay || edit.adds !== null) return false
  const hasStarted = session.startMinute !== null && session.startMinute <= context.minute
  return hasStarted || context.matches.get(session.id)?.state !== 'upcoming'
}
