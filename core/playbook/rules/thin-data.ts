/** What rests on missing data waits for the coach. */
import { known, unknown } from '../../lib/reading.ts'
import { during, green } from '../basis/given.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'thin-data',
  title: 'Changes on thin data ask first',
  level: 'ask',
  applies: ({ by, states }) =>
    // Why: the athlete’s own move reads no measurement; whoever makes it knows what is missing.
    by === 'athlete' ? known(false) : states['thin-data'],
}

export const examples: readonly Example[] = [
  { name: 'in it', given: during('thin-data', known('no data for 4 days')), answer: 'applies' },
  { name: 'not in it', given: green, answer: 'does not' },
  { name: 'not known', given: during('thin-data', unknown('nobody has said')), answer: 'unknown' },
  {
    name: 'the athlete’s own move',
    given: during('thin-data', known('no data for 4 days'), { ...green, kind: 'move-session', by: 'athlete' }),
    answer: 'does not',
  },
]
