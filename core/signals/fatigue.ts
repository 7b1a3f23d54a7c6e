/** What the last week has left in the legs. */
import { unknown } from '../lib/reading.ts'
import { given, runsSince } from './basis/given.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'fatigue',
  title: 'Fatigue',
  unit: '',
  trust: 'convention',
  read: ({ fitness }) => fitness.last()?.fatigue ?? unknown('nothing is on file yet'),
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
export const examples: readonly Example[] = [
  {
    name: 'an hour at threshold every other day for eight weeks',
    given: () => given({ activities: runsSince(56, 3600 / 330), profile: pace }),
    value: 53.5,
  },
  { name: 'nothing on file', given: () => given({}), value: null },
]
