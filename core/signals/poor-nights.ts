/** Poor nights among the last four that the athlete told us of. */
import { known, unknown } from '../lib/reading.ts'
import type { CheckIn } from '../model/check-in.ts'
import { daysBetween } from '../model/day.ts'
import type { Context } from './basis/context.ts'
import { aCheckIn, daysAgo, given } from './basis/given.ts'
import { isPoorNight, nightsWindowDays } from './basis/nights.ts'
import type { Example, Signal } from './signal.ts'

export type Night = { readonly checkIn: CheckIn; readonly poor: boolean }

/** The last nights known, the latest first; nights longer ago than ten days say nothing about now. */
export const lastNights = ({ checkIns, day, playbook }: Context, count: number): readonly Night[] => {
  const nights: Night[] = []
  for (let i = checkIns.length - 1; i >= 0 && nights.length < count; i--) {
    const checkIn = checkIns[i]!
    if (daysBetween(checkIn.day, day) >= nightsWindowDays) break
    const poor = isPoorNight(checkIn, playbook.thresholds)
    if (poor !== null) nights.push({ checkIn, poor })
  }
  return nights
}

/** Of the last four known; of the last five where the coach asks for five. */
export const nightsLookedAt = (context: Context): number => Math.max(4, context.playbook.thresholds.sleepShortNights)

export const signal: Signal = {
  id: 'poor-nights',
  title: 'Poor nights of the last four known',
  unit: 'nights',
  trust: 'convention',
  read: context => {
    const nights = lastNights(context, nightsLookedAt(context))
    if (nights.length === 0) return unknown('no night of the last ten days is known')
    const poor = nights.filter(night => night.poor)
    return known(
      poor.length,
      poor.map(({ checkIn }) => checkIn.day),
    )
  },
}

const night = (days: number, sleepQuality: number) => aCheckIn(daysAgo(days), { sleepQuality })
export const examples: readonly Example[] = [
  {
    name: 'three of four',
    given: () => given({ checkIns: [night(3, 2), night(2, 4), night(1, 1), night(0, 2)] }),
    value: 3,
  },
  {
    name: 'short counts as poor, silence does not',
    given: () =>
      given({ checkIns: [aCheckIn(daysAgo(2), { sleepHours: 5.5 }), aCheckIn(daysAgo(1), { soreness: 2 })] }),
    value: 1,
  },
  { name: 'nobody asked', given: () => given({}), value: null },
]
