/** Which drafts may be approved together: those of one rule, of an athlete no alert waits for, and never a key session. */
import type { JudgedProposal } from '../../../core/model/advice.ts'
import type { Session } from '../../../core/model/session.ts'

type Asked = {
  readonly proposal: JudgedProposal
  readonly picked: readonly JudgedProposal[]
  readonly before: Session | null
  readonly hasAlert: boolean
}

/** Why a draft is not picked; null where it may be. */
export const whyNotPicked = ({ proposal, picked, before, hasAlert }: Asked): string | null => {
  if (hasAlert) return 'An alert waits for this athlete: each draft is decided by itself.'
  if (proposal.verdict.level === 'coach') return 'This one is yours alone: it is decided by itself.'
  if (before === null || before.key || proposal.edit.adds?.key || proposal.edit.after.key)
    return 'A key session is decided by itself.'
  if (picked.some(one => one.rule !== proposal.rule)) return 'Only drafts of one rule are approved together.'
  return null
}

/** What was put off stands last, in the order it was put off; everything else as it was. */
export const withLater = <T extends { readonly id: string }>(
  items: readonly T[],
  later: readonly string[],
): readonly T[] => [
  ...items.filter(({ id }) => !later.includes(id)),
  ...later.flatMap(id => items.find(one => one.id === id) ?? []),
]
