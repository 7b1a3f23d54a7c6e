/** What waits for the coach is not the athlete's to read: they learn that somebody looks at a day, and no more. */
import type { Advice, Finding, JudgedProposal, Message } from '../../model/advice.ts'
import type { RefusedChange } from '../../model/plan.ts'
import { sayDay } from '../../model/say-day.ts'

const isHidden = ({ verdict }: JudgedProposal): boolean => verdict.level !== 'auto'

const nameOf = ({ kind, day, session }: Finding): string => `${kind} ${day} ${session}`

/**
 * Removes every draft that waits for a decision, with the findings it stands on, the content of refused statements that
 * carry it, and whatever is the coach's; in their place stands one line for each day, which carries the drafts' ids alone.
 */
export const forAthlete = (advice: Advice): Advice => {
  const hidden = advice.proposals.filter(isHidden)
  const revealing = new Set(hidden.flatMap(({ findings }) => findings.map(nameOf)))
  const ids = new Set<string>(hidden.map(({ id }) => id))
  return {
    ...advice,
    findings: advice.findings.filter(finding => !revealing.has(nameOf(finding))),
    proposals: advice.proposals.filter(proposal => !isHidden(proposal)),
    messages: [...advice.messages.filter(({ to }) => to !== 'coach'), ...waiting(hidden)],
    plan: {
      ...advice.plan,
      refused: advice.plan.refused.map(one => (ids.has(one.entry.signed.statement.item) ? withoutContent(one) : one)),
    },
  }
}

/** That a statement was turned away is everybody's to know; what it would have changed is not, while the coach looks. */
const withoutContent = (refused: RefusedChange): RefusedChange => {
  const { statement } = refused.entry.signed
  const edit = statement.edit && { ...statement.edit, before: {}, after: {}, adds: null }
  const bare = { ...statement, edit, rule: null, words: null }
  return { ...refused, entry: { ...refused.entry, signed: { ...refused.entry.signed, statement: bare } } }
}

const waiting = (hidden: readonly JudgedProposal[]): readonly Message[] =>
  [...new Set(hidden.map(({ day }) => day))].sort().map(day => ({
    id: `waiting-${day}`,
    to: 'athlete',
    day,
    kind: 'waiting',
    says: `Your coach has something to look at for ${sayDay(day)}`,
    evidence: hidden.flatMap(proposal => (proposal.day === day ? [proposal.id] : [])),
  }))
