/** Two calendar days lie between hard days (R5). */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'hard-days-adjacent',
  title: 'Hard days keep their distance',
  level: 'ask',
  applies: ({ hardDayNear }) => hardDayNear,
}

export const examples: readonly Example[] = [
  { name: 'so it is', given: { ...green, hardDayNear: known('Thursday is hard already') }, answer: 'applies' },
  { name: 'nothing of the kind', given: green, answer: 'does not' },
  { name: 'not known', given: { ...green, hardDayNear: unknown('it cannot be told') }, answer: 'unknown' },
]
