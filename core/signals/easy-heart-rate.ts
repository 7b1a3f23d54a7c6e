/** How far the heart rate of the last easy run lay from what the athlete's own runs let expect. */
import { mapReading, unknown } from '../lib/reading.ts'
import { addDays } from '../model/day.ts'
import { aRun, daysAgo, given } from './basis/given.ts'
import { easyRunsBetween, heartRateOf } from './basis/heart-rate.ts'
import type { Example, Signal } from './signal.ts'

/** An easy run longer ago than this says nothing about now. */
const windowDays = 7

export const signal: Signal = {
  id: 'easy-heart-rate',
  title: 'Heart rate of the last easy run, against your own',
  unit: 'SD',
  trust: 'ours',
  read: context => {
    const last = easyRunsBetween(context, addDays(context.day, 1 - windowDays), context.day).at(-1)
    if (!last) return unknown('no easy run with heart rate in the last 7 days')
    return mapReading(heartRateOf(context, last), ({ deviations }) => Math.round(deviations * 10) / 10)
  },
}

const cool = [140, 143, 138, 141, 139, 142, 140, 141, 139, 140].map((meanHr, i) =>
  aRun(daysAgo(22 - 2 * i), 8, { meanHr, temperatureC: 10 + (i % 4) }),
)
const lastRun = (meanHr: number, temperatureC: number) =>
  given({ activities: [...cool, aRun(daysAgo(1), 8, { meanHr, temperatureC })] })
export const examples: readonly Example[] = [
  { name: 'fifteen beats high on a cool day', given: () => lastRun(155, 12), value: 7 },
  { name: 'the same at 31 °C is what heat does', given: () => lastRun(155, 31), value: 0.5 },
  { name: 'as ever', given: () => lastRun(140, 11), value: -0.1 },
  {
    name: 'seven runs are too few',
    given: () => given({ activities: cool.slice(0, 7).map((run, i) => ({ ...run, day: daysAgo(15 - 2 * i) })) }),
    value: null,
  },
]
