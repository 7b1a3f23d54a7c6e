/** In the week of a race nothing changes without the coach. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'race-week',
  title: 'Changes in race week ask first',
  level: 'ask',
  applies: ({ states }) => states['race-week'],
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('race-week', known('the race is in 3 days')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('race-week', unknown('nobody has said')), answer: 'unknown' },
]
