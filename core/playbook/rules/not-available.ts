/** A change respects the days and minutes the athlete has (R5). */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'not-available',
  title: 'A change keeps to the athlete’s days',
  level: 'ask',
  applies: ({ unavailable }) => unavailable,
}

export const examples: readonly Example[] = [
  { name: 'so it is', given: { ...green, unavailable: known('Wednesday is blocked') }, answer: 'applies' },
  { name: 'nothing of the kind', given: green, answer: 'does not' },
  { name: 'not known', given: { ...green, unavailable: unknown('it cannot be told') }, answer: 'unknown' },
]
