/** A key session is never cancelled, emptied or lowered in purpose without the coach (R1). */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'key-lowered',
  title: 'A key session keeps its purpose unless the coach decides',
  level: 'ask',
  applies: ({ lowersKey }) => lowersKey,
}

export const examples: readonly Example[] = [
  {
    name: 'so it is',
    given: { ...green, lowersKey: known('the key session would be half as long') },
    answer: 'applies',
  },
  { name: 'nothing of the kind', given: green, answer: 'does not' },
  { name: 'not known', given: { ...green, lowersKey: unknown('it cannot be told') }, answer: 'unknown' },
]
