/** When training no longer shows, the coach looks at every change. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'plateau',
  title: 'Changes on a plateau ask first',
  level: 'ask',
  applies: ({ kind, by, states }) =>
    // Why: the athlete’s own move reads no measurement and changes no load.
    kind === 'recompute-zones' || by === 'athlete' ? known(false) : states.plateau,
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('plateau', known('no better result for six weeks')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('plateau', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'paces are only told again',
    given: during('plateau', known('no better result for six weeks'), { ...green, kind: 'recompute-zones' }),
    answer: 'does not',
  },
  {
    name: 'the athlete’s own move',
    given: during('plateau', known('no better result for six weeks'), {
      ...green,
      kind: 'move-session',
      by: 'athlete',
    }),
    answer: 'does not',
  },
]
