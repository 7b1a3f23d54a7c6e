/** In a peak block nothing changes without the coach. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'peak',
  title: 'Changes in a peak block ask first',
  level: 'ask',
  applies: ({ kind, states }) => (kind === 'recompute-zones' ? known(false) : states.peak),
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('peak', known('the peak block has begun')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('peak', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'paces are only told again',
    given: during('peak', known('the peak block has begun'), { ...green, kind: 'recompute-zones' }),
    answer: 'does not',
  },
]
