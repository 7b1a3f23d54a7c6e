/** How far this morning's resting heart rate lies above what is usual for the athlete. */
import { mapReading } from '../lib/reading.ts'
import { aCheckIn, daysAgo, given } from './basis/given.ts'
import { restingHrOn } from './basis/mornings.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'resting-heart-rate',
  title: 'Resting heart rate against the median of 14 days',
  unit: 'bpm',
  trust: 'convention',
  read: context => mapReading(restingHrOn(context, context.day), ({ above }) => Math.round(above * 2) / 2),
}

const mornings = (count: number, today: number | null) => [
  ...Array.from({ length: count }, (_, i) => aCheckIn(daysAgo(count - i), { restingHr: 48 + (i % 3) })),
  aCheckIn(daysAgo(0), { restingHr: today }),
]
export const examples: readonly Example[] = [
  { name: 'eight beats above', given: () => given({ checkIns: mornings(14, 57) }), value: 8 },
  { name: 'as usual', given: () => given({ checkIns: mornings(14, 49) }), value: 0 },
  { name: 'not measured today', given: () => given({ checkIns: mornings(14, null) }), value: null },
  { name: 'six mornings are too few', given: () => given({ checkIns: mornings(6, 57) }), value: null },
]
