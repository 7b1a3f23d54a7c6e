/** A session stays in its week unless the coach moves it. */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'other-week',
  title: 'A session stays in its week',
  level: 'ask',
  applies: ({ otherWeek }) => otherWeek,
}

export const examples: readonly Example[] = [
  { name: 'so it is', given: { ...green, otherWeek: known('next week') }, answer: 'applies' },
  { name: 'nothing of the kind', given: green, answer: 'does not' },
  { name: 'not known', given: { ...green, otherWeek: unknown('it cannot be told') }, answer: 'unknown' },
]
