/** An easy day may be made shorter without asking, where the coach allows it. */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import { ask, type Example, type Rule } from '../rule.ts'

/** Never to nothing: a rest day is a recovery suggestion and asks. */
const mostPercent = 40

export const rule: Rule = {
  id: 'may-ease-easy-day',
  title: 'An easy day may be shortened at once',
  level: 'auto',
  applies: ({ kind, by, allowed, easedBy }) =>
    kind !== 'ease-easy-day' || by !== 'rule' || !allowed['ease-easy-day']
      ? known(false)
      : ask(easedBy, percent => percent > 0 && percent <= mostPercent && `an easy day shortened by ${percent} %`),
}

export const examples: readonly Example[] = [
  { name: 'a third less', given: green, answer: 'applies' },
  { name: 'half of it', given: { ...green, easedBy: known(50) }, answer: 'does not' },
  {
    name: 'not known by how much',
    given: { ...green, easedBy: unknown('its length is not known') },
    answer: 'unknown',
  },
  {
    name: 'the coach does not allow it',
    given: { ...green, allowed: { ...green.allowed, 'ease-easy-day': false } },
    answer: 'does not',
  },
]
