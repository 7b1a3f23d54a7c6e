/** How much of the last seven days' running was above threshold. */
import { mapReading } from '../lib/reading.ts'
import { aRun, daysAgo, given } from './basis/given.ts'
import { intensityOver } from './basis/intensity.ts'
import { lastSevenDays } from './basis/window.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'hard-share',
  title: 'Time above threshold, last 7 days',
  unit: '%',
  trust: 'convention',
  read: context => {
    const days = lastSevenDays(context)
    return mapReading(intensityOver(context, days[0]!, days.at(-1)!), ({ shares }) => Math.round(100 * shares[2]))
  },
}

const profile = {
  thresholds: { maxHr: 190, restHr: 50, thresholdHr: 165, thresholdPaceSPerKm: 270, origin: '' },
}
const week = [
  aRun(daysAgo(5), 10, { durationS: 3600, hrSeconds: [[140, 3600]] }),
  aRun(daysAgo(2), 10, {
    durationS: 3600,
    hrSeconds: [
      [140, 2400],
      [168, 1200],
    ],
  }),
]
export const examples: readonly Example[] = [
  { name: 'twenty minutes of two hours', given: () => given({ profile, activities: week }), value: 17 },
  {
    name: 'by pace, where the strap was left at home',
    given: () => given({ profile, activities: [aRun(daysAgo(3), 10, { paceSeconds: [[330, 3300]] })] }),
    value: 0,
  },
  {
    name: 'neither heart rate nor paces',
    given: () => given({ profile, activities: [aRun(daysAgo(3), 10)] }),
    value: null,
  },
]
