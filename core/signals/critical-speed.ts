/** The pace that could be held without running down the reserve, from the best efforts of three months. */
import { mapReading } from '../lib/reading.ts'
import { criticalSpeedOn } from './basis/effort-curve.ts'
import { aRun, daysAgo, given } from './basis/given.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'critical-speed',
  title: 'Pace at critical speed',
  unit: 's/km',
  trust: 'published',
  read: context => mapReading(criticalSpeedOn(context, context.day), ({ speed }) => Math.round(1000 / speed)),
}

const hard = (seconds: readonly [number, number, number]) => [
  aRun(daysAgo(20), 8, {
    bestEfforts: [
      { distanceM: 800, durationS: seconds[0] },
      { distanceM: 1609, durationS: seconds[1] },
      { distanceM: 5000, durationS: seconds[2] },
    ],
  }),
]
export const examples: readonly Example[] = [
  { name: 'three all-out efforts', given: () => given({ activities: hard([150, 330, 1140]) }), value: 237 },
  { name: 'an even run leaves no reserve', given: () => given({ activities: hard([184, 370, 1150]) }), value: null },
  {
    name: 'four months ago',
    given: () => given({ activities: hard([150, 330, 1140]), day: '2026-08-20' as never }),
    value: null,
  },
]
