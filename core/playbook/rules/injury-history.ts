/** After an injury the coach looks at every change for two years. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'injury-history',
  title: 'Changes after an injury ask first',
  level: 'ask',
  applies: ({ kind, states }) => (kind === 'recompute-zones' ? known(false) : states['injury-history']),
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('injury-history', known('calf strain last spring')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('injury-history', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'paces are only told again',
    given: during('injury-history', known('calf strain last spring'), { ...green, kind: 'recompute-zones' }),
    answer: 'does not',
  },
]
