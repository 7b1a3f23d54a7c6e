/** Two rule-made changes in a week are enough (R4). */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import { ask, type Example, type Rule } from '../rule.ts'

const mostInAWeek = 2

export const rule: Rule = {
  id: 'third-change',
  title: 'A third change in a week asks first',
  level: 'ask',
  applies: ({ kind, by, madeThisWeek }) =>
    // Why: new paces re-express sessions and change none.
    by === 'athlete' || kind === 'recompute-zones'
      ? known(false)
      : ask(madeThisWeek, made => made >= mostInAWeek && `${made} changes made by rules stand in this week`),
}

export const examples: readonly Example[] = [
  { name: 'two stand', given: { ...green, madeThisWeek: known(2) }, answer: 'applies' },
  { name: 'one stands', given: { ...green, madeThisWeek: known(1) }, answer: 'does not' },
  { name: 'not known', given: { ...green, madeThisWeek: unknown('the log could not be read') }, answer: 'unknown' },
  {
    name: 'the athlete’s own move',
    given: { ...green, kind: 'move-session', by: 'athlete', madeThisWeek: known(2) },
    answer: 'does not',
  },
]
