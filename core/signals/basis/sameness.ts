/** How alike the days of a week were in load (Foster): the same every day strains more than hard and easy in turn. */
import { mean, sum } from '../../lib/math.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import { addDays, type Day, dayNumber, daysFrom } from '../../model/day.ts'
import type { Context } from './context.ts'

/** Monotony has no unit; strain is load × monotony; `load` is the week's, `usual` the mean week of the four before it. */
export type Sameness = {
  readonly from: Day
  readonly to: Day
  readonly monotony: number
  readonly strain: number
  readonly load: number
  /** Unknown where a day of the four weeks before is. */
  readonly usual: Reading<number>
}

const weekDays = 7
const weeksBefore = 4

const loadsOf = ({ loads }: Context, days: readonly Day[]): Reading<readonly number[]> => {
  const values: number[] = []
  const from: string[] = []
  for (const day of days) {
    const load = loads.get(day)?.load ?? unknown('no source has spoken for this day')
    if (!load.known) return unknown(`${day}: ${load.why}`)
    values.push(load.value)
    from.push(...load.from)
  }
  return known(values, from)
}

/** Monotony and strain of the seven days that end with `to` (spread as of a sample, n − 1). */
export const samenessOf = (context: Context, to: Day): Reading<Sameness> => {
  const from = addDays(to, 1 - weekDays)
  const week = loadsOf(context, daysFrom(from, to))
  if (!week.known) return week
  const { monotony, strain } = context.fitness.columns
  const at = dayNumber(to) - context.loads.first
  const same = monotony[at]!
  if (Number.isNaN(same)) return unknown('without any load there is nothing to compare')
  const before = loadsOf(context, daysFrom(addDays(from, -weekDays * weeksBefore), addDays(from, -1)))
  const usual = before.known ? known(weekDays * mean(before.value)!, before.from) : before
  return known({ from, to, monotony: same, strain: strain[at]!, load: sum(week.value), usual }, week.from)
}
