/** On the road nothing changes by itself. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'travel',
  title: 'Changes while travelling ask first',
  level: 'ask',
  applies: ({ kind, states }) => (kind === 'recompute-zones' ? known(false) : states.travel),
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('travel', known('travelling until Friday')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('travel', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'paces are only told again',
    given: during('travel', known('travelling until Friday'), { ...green, kind: 'recompute-zones' }),
    answer: 'does not',
  },
]
