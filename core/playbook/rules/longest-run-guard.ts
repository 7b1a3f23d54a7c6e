/** No run grows past the longest-run guard by itself (R5). */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'longest-run-guard',
  title: 'No run goes past the longest-run guard',
  level: 'ask',
  applies: ({ beyondLongestRun }) => beyondLongestRun,
}

export const examples: readonly Example[] = [
  { name: 'so it is', given: { ...green, beyondLongestRun: known('21 km after 18 km') }, answer: 'applies' },
  { name: 'nothing of the kind', given: green, answer: 'does not' },
  { name: 'not known', given: { ...green, beyondLongestRun: unknown('it cannot be told') }, answer: 'unknown' },
]
