/** Threshold pace: the athlete's own where given, else what the best effort of half a year shows. */
import { known, unknown } from '../lib/reading.ts'
import { aRun, daysAgo, given } from './basis/given.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'threshold-pace',
  title: 'Threshold pace',
  unit: 's/km',
  trust: 'published',
  read: ({ thresholds: { thresholdPaceSPerKm, origin } }) =>
    thresholdPaceSPerKm === null
      ? unknown('none is set, and no hard run of half a year is on file')
      : known(thresholdPaceSPerKm, [origin]),
}

const set = { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 240, origin: 'lab test' }
export const examples: readonly Example[] = [
  { name: 'as set', given: () => given({ profile: { thresholds: set } }), value: 240 },
  {
    name: 'from a race',
    given: () => given({ activities: [aRun(daysAgo(9), 5.04, { durationS: 1197 })] }),
    value: 255,
  },
  { name: 'nothing on file', given: () => given({}), value: null },
]
