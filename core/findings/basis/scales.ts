/** The athlete's own words on a scale of five, over time. */
import { median } from '../../lib/math.ts'
import type { CheckIn } from '../../model/check-in.ts'
import { addDays, type Day } from '../../model/day.ts'
import type { Context } from '../../signals/basis/context.ts'

type Scale = 'soreness' | 'motivation' | 'stress' | 'fatigue'
export type Said = { readonly day: Day; readonly value: number }

const saidOf = (checkIn: CheckIn, scale: Scale): readonly Said[] => {
  const value = checkIn[scale]
  return value === null ? [] : [{ day: checkIn.day, value }]
}

/** What was said on a scale in the last so many days, the latest last. */
export const saidWithin = ({ checkIns, day }: Context, scale: Scale, days: number): readonly Said[] => {
  const before = addDays(day, -days)
  return checkIns.filter(checkIn => checkIn.day > before).flatMap(checkIn => saidOf(checkIn, scale))
}

/** The athlete's usual word: the median of 28 days before the latest entries; undefined from fewer than five. */
export const usually = (said: readonly Said[], butLast: number): number | undefined => {
  const before = said.slice(0, said.length - butLast)
  return before.length < 5 ? undefined : median(before.map(({ value }) => value))
}
