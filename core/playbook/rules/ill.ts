/** When ill nothing changes by itself. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'ill',
  title: 'Changes while ill ask first',
  level: 'ask',
  applies: ({ kind, states }) => (kind === 'recompute-zones' ? known(false) : states.ill),
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('ill', known('ill since Monday')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('ill', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'paces are only told again',
    given: during('ill', known('ill since Monday'), { ...green, kind: 'recompute-zones' }),
    answer: 'does not',
  },
]
