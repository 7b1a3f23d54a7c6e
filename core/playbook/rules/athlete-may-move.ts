/** The athlete may put a session on another day of its week, where the coach allows it. */
import { known } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'athlete-may-move',
  title: 'The athlete may move a session within its week',
  level: 'auto',
  applies: ({ kind, allowed, by }) =>
    known(kind === 'move-session' && by === 'athlete' && allowed['athlete-moves'] && 'the athlete’s own move'),
}

export const examples: readonly Example[] = [
  { name: 'the athlete moves it', given: { ...green, kind: 'move-session', by: 'athlete' }, answer: 'applies' },
  { name: 'a rule moves it', given: { ...green, kind: 'move-session' }, answer: 'does not' },
  { name: 'the athlete changes something else', given: { ...green, by: 'athlete' }, answer: 'does not' },
]
