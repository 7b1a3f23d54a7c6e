/** What the coach locked stays as it is (R5). */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'locked',
  title: 'A locked session stays as the coach wrote it',
  level: 'ask',
  applies: ({ locked }) => locked,
}

export const examples: readonly Example[] = [
  { name: 'so it is', given: { ...green, locked: known('the coach locked it') }, answer: 'applies' },
  { name: 'nothing of the kind', given: green, answer: 'does not' },
  { name: 'not known', given: { ...green, locked: unknown('it cannot be told') }, answer: 'unknown' },
]
