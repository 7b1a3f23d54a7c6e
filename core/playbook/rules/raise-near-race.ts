/** More load close to a race is the coach’s to write. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Case, Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'raise-near-race',
  title: 'More load in race week or taper is the coach’s alone',
  level: 'coach',
  applies: ({ kind, states }) => {
    if (kind !== 'raise-load') return known(false)
    const week = states['race-week']
    return week.known && week.value === false ? states.taper : week
  },
}

const raise: Case = { ...green, kind: 'raise-load' }
export const examples: readonly Example[] = [
  { name: 'in race week', given: during('race-week', known('the race is in 3 days'), raise), answer: 'applies' },
  { name: 'in the taper', given: during('taper', known('the taper has begun'), raise), answer: 'applies' },
  { name: 'far from any race', given: raise, answer: 'does not' },
  {
    name: 'the calendar could not be read',
    given: during('race-week', unknown('no calendar'), raise),
    answer: 'unknown',
  },
]
