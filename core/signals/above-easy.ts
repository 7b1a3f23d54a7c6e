/** How much of the last easy session was run harder than easy. */
import { mapReading, unknown } from '../lib/reading.ts'
import { addDays } from '../model/day.ts'
import { aRun, aSession, daysAgo, given } from './basis/given.ts'
import { aboveEasyOf, easySessionsDone } from './basis/intensity.ts'
import type { Example, Signal } from './signal.ts'

const windowDays = 7

export const signal: Signal = {
  id: 'above-easy',
  title: 'Time above easy in the last easy session',
  unit: '%',
  trust: 'convention',
  read: context => {
    const last = easySessionsDone(context, addDays(context.day, 1 - windowDays), context.day).at(-1)
    if (!last) return unknown('no easy session of the last 7 days was done as planned')
    return mapReading(aboveEasyOf(context, last.run), ({ share }) => Math.round(100 * share))
  },
}

const profile = {
  thresholds: { maxHr: 190, restHr: 50, thresholdHr: 165, thresholdPaceSPerKm: 270, origin: '' },
}
const sessions = [aSession(daysAgo(1))]
const run = (hrSeconds: [number, number][] | null) => [aRun(daysAgo(1), 6, { durationS: 1800, hrSeconds })]
export const examples: readonly Example[] = [
  {
    name: 'a third of it',
    given: () =>
      given({
        profile,
        sessions,
        activities: run([
          [140, 1200],
          [152, 600],
        ]),
      }),
    value: 33,
  },
  { name: 'easy throughout', given: () => given({ profile, sessions, activities: run([[138, 1800]]) }), value: 0 },
  { name: 'no heart rate', given: () => given({ profile, sessions, activities: run(null) }), value: null },
]
