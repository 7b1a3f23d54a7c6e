/** With pain nothing changes by itself. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'pain',
  title: 'Changes while something hurts ask first',
  level: 'ask',
  applies: ({ kind, states }) => (kind === 'recompute-zones' ? known(false) : states.pain),
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('pain', known('calf pain 3 yesterday')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('pain', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'paces are only told again',
    given: during('pain', known('calf pain 3 yesterday'), { ...green, kind: 'recompute-zones' }),
    answer: 'does not',
  },
]
