/** A session may go to another day of its week without asking, where the coach allows it. */
import { known } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'may-move-session',
  title: 'A session may be moved within its week at once',
  level: 'auto',
  applies: ({ kind, allowed, by }) =>
    known(kind === 'move-session' && by === 'rule' && allowed['move-session'] && 'a move within the week'),
}

export const examples: readonly Example[] = [
  { name: 'a rule moves it', given: { ...green, kind: 'move-session' }, answer: 'applies' },
  {
    name: 'the coach does not allow it',
    given: { ...green, kind: 'move-session', allowed: { ...green.allowed, 'move-session': false } },
    answer: 'does not',
  },
  { name: 'another kind of change', given: green, answer: 'does not' },
]
