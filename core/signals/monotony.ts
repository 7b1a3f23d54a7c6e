/** How alike the last seven days were in load. */
import { mapReading } from '../lib/reading.ts'
import { aRun, daysAgo, given, runsSince } from './basis/given.ts'
import { samenessOf } from './basis/sameness.ts'
import { lastSevenDays } from './basis/window.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'monotony',
  title: 'Monotony, last 7 days',
  unit: '',
  trust: 'convention',
  read: context =>
    mapReading(samenessOf(context, lastSevenDays(context).at(-1)!), ({ monotony }) => Math.round(monotony * 100) / 100),
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
const daily = (km: (ago: number) => number) =>
  Array.from({ length: 30 }, (_, i) => aRun(daysAgo(30 - i), km(30 - i), { id: `r${i}` as never }))
export const examples: readonly Example[] = [
  {
    name: 'hard and easy in turn',
    given: () => given({ profile: pace, activities: runsSince(30, 8) }),
    value: 1.07,
  },
  {
    name: 'nearly the same every day',
    given: () => given({ profile: pace, activities: daily(ago => 8 + (ago % 2)) }),
    value: 10,
  },
  {
    name: 'a silent day is no rest',
    given: () => given({ profile: pace, activities: runsSince(30, 8).slice(0, -3) }),
    value: null,
  },
]
