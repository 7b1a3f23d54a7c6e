/** While the coach owes an answer nothing changes by itself. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'escalated',
  title: 'Changes beside an unanswered alert ask first',
  level: 'ask',
  applies: ({ kind, states }) => (kind === 'recompute-zones' ? known(false) : states.escalated),
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('escalated', known('an alert waits for an answer')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('escalated', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'paces are only told again',
    given: during('escalated', known('an alert waits for an answer'), { ...green, kind: 'recompute-zones' }),
    answer: 'does not',
  },
]
