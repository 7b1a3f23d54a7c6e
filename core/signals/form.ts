/** How fresh the athlete starts the day: yesterday’s fitness less yesterday’s fatigue. */
import { unknown } from '../lib/reading.ts'
import { given, runsSince } from './basis/given.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'form',
  title: 'Form',
  unit: '',
  trust: 'convention',
  read: ({ fitness }) => fitness.last()?.form ?? unknown('nothing is on file yet'),
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
export const examples: readonly Example[] = [
  {
    name: 'an hour at threshold every other day for eight weeks',
    given: () => given({ activities: runsSince(56, 3600 / 330), profile: pace }),
    value: -16.3,
  },
  { name: 'nothing on file', given: () => given({}), value: null },
]
