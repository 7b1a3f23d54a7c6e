/** Phases, goals, race plans and the mind are the coach’s alone. */
import { known } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import { kinds } from '../kinds.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'coach-alone',
  title: 'Phases, goals, race plans and mental preparation are the coach’s',
  level: 'coach',
  applies: ({ kind }) =>
    known(kinds[kind].base === 'coach' && `${kinds[kind].title.toLowerCase()} is the coach’s alone`),
}

export const examples: readonly Example[] = [
  { name: 'another goal', given: { ...green, kind: 'change-goal' }, answer: 'applies' },
  { name: 'a move', given: { ...green, kind: 'move-session' }, answer: 'does not' },
]
