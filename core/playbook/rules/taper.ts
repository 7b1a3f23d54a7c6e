/** In a taper nothing changes without the coach. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'taper',
  title: 'Changes in a taper ask first',
  level: 'ask',
  applies: ({ states }) => states.taper,
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('taper', known('the taper has begun')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('taper', unknown('nobody has said')), answer: 'unknown' },
]
