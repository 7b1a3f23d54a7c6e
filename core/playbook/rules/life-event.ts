/** When life comes first nothing changes by itself. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'life-event',
  title: 'Changes during a life event ask first',
  level: 'ask',
  applies: ({ kind, states }) => (kind === 'recompute-zones' ? known(false) : states['life-event']),
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('life-event', known('family comes first')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('life-event', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'paces are only told again',
    given: during('life-event', known('family comes first'), { ...green, kind: 'recompute-zones' }),
    answer: 'does not',
  },
]
