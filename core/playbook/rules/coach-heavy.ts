/** Where the coach keeps the reins nothing changes by itself. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'coach-heavy',
  title: 'Under the coach-heavy preset changes ask first',
  level: 'ask',
  applies: ({ states }) => states['coach-heavy'],
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('coach-heavy', known('first ultra')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('coach-heavy', unknown('nobody has said')), answer: 'unknown' },
]
