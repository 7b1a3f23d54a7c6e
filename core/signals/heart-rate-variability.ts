/** How far the week's heart-rate variability lies from what is usual for the athlete. */
import { mapReading } from '../lib/reading.ts'
import { aCheckIn, daysAgo, given } from './basis/given.ts'
import { variabilityOn } from './basis/mornings.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'heart-rate-variability',
  title: 'Heart-rate variability, week against 60 days',
  unit: 'SD',
  trust: 'published',
  read: context =>
    mapReading(variabilityOn(context, context.day), ({ deviations }) => Math.round(deviations * 10) / 10),
}

const mornings = (days: number, hrvOn: (ago: number) => number | null) =>
  Array.from({ length: days }, (_, i) => aCheckIn(daysAgo(days - 1 - i), { hrvMs: hrvOn(days - 1 - i) }))
const usual = (ago: number) => 60 + (ago % 5)
export const examples: readonly Example[] = [
  {
    name: 'a low week',
    given: () => given({ checkIns: mornings(60, ago => (ago < 7 ? 45 : usual(ago))) }),
    value: -2.7,
  },
  { name: 'as usual', given: () => given({ checkIns: mornings(60, usual) }), value: -0.3 },
  {
    name: 'two mornings this week',
    given: () => given({ checkIns: mornings(60, ago => (ago < 5 ? null : usual(ago))) }),
    value: null,
  },
  { name: 'ten mornings are no baseline', given: () => given({ checkIns: mornings(10, usual) }), value: null },
]
