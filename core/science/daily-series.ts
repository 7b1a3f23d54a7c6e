/** What the loads of many days add up to, each day: columns of numbers in one pass, without an object a day. */
import { fatigueDays, fitnessDays } from './fitness.ts'
import { acuteDays, chronicDays, mostMonotonous } from './load-change.ts'

/**
 * One value a day; NaN is not known. `load` as given; `fitness` and `fatigue` at the day's end and `form` at its start,
 * in the unit of the load; `ratio` of the mean day of 7 to that of 28; `monotony` and `strain` of the seven days that
 * end with the day. trust: as the formulas of `fitness.ts` and `load-change.ts`, which this says again for columns.
 */
export type DailySeries = {
  readonly load: Float64Array
  readonly fitness: Float64Array
  readonly fatigue: Float64Array
  readonly form: Float64Array
  readonly ratio: Float64Array
  readonly monotony: Float64Array
  readonly strain: Float64Array
}

/** With more unknown days than this in its own window a value would be a guess (ours): a quarter. */
const unknownShare = 0.25

/**
 * Whether so many unknown of so many days leave a value open. Why never for one alone: a single open day (today, as a
 * rule) never hides the state, even in a window that has just begun.
 */
const isOpen = (lost: number, days: number): boolean => lost > 1 && lost > unknownShare * days

/**
 * From the loads of days in a row, NaN where one is not known. On such a day fitness and fatigue are held, neither
 * trained nor rested; where too many of their last 42 (or 7) days were so, they are not known. A ratio, monotony or
 * strain is not known where one of its own days is not, and where there was no load at all.
 */
export const dailySeries = (load: Float64Array): DailySeries => {
  const days = load.length
  const room = new Float64Array(6 * days)
  const column = (at: number) => room.subarray(at * days, (at + 1) * days)
  const [fitness, fatigue, form] = [column(0), column(1), column(2)]
  const [ratio, monotony, strain] = [column(3), column(4), column(5)]
  fitnessInto(load, fitness, fatigue, form)
  changeInto(load, ratio, monotony, strain)
  return { load, fitness, fatigue, form, ratio, monotony, strain }
}

const slow = 1 - Math.exp(-1 / fitnessDays)
const fast = 1 - Math.exp(-1 / fatigueDays)

const fitnessInto = (load: Float64Array, fitness: Float64Array, fatigue: Float64Array, form: Float64Array): void => {
  let fit = 0
  let tired = 0
  let lostSlow = 0
  let lostFast = 0
  let isMorningKnown = false
  for (let at = 0; at < load.length; at++) {
    const today = load[at]!
    form[at] = isMorningKnown ? fit - tired : Number.NaN
    if (Number.isNaN(today)) {
      lostSlow += 1
      lostFast += 1
    } else {
      fit += (today - fit) * slow
      tired += (today - tired) * fast
    }
    if (lostSlow > 0 && at >= fitnessDays && Number.isNaN(load[at - fitnessDays])) lostSlow -= 1
    if (lostFast > 0 && at >= fatigueDays && Number.isNaN(load[at - fatigueDays])) lostFast -= 1
    const isFitOpen = lostSlow > 1 && isOpen(lostSlow, Math.min(at + 1, fitnessDays))
    const isTiredOpen = lostFast > 1 && isOpen(lostFast, Math.min(at + 1, fatigueDays))
    fitness[at] = isFitOpen ? Number.NaN : fit
    fatigue[at] = isTiredOpen ? Number.NaN : tired
    isMorningKnown = !isFitOpen && !isTiredOpen
  }
}

// Why seven names: a week moves through them day by day, and one that is not known makes every sum of it so.
const changeInto = (load: Float64Array, ratio: Float64Array, monotony: Float64Array, strain: Float64Array): void => {
  const week = new Float64Array(load.length)
  let a = Number.NaN
  let b = a
  let c = a
  let d = a
  let e = a
  let f = a
  for (let at = 0; at < load.length; at++) {
    const g = load[at]!
    const sum = a + b + c + d + e + f + g
    const middle = sum / acuteDays
    week[at] = sum
    const month = at < chronicDays - 1 ? Number.NaN : sum + week[at - 7]! + week[at - 14]! + week[at - 21]!
    ratio[at] = month > 0 ? middle / (month / chronicDays) : Number.NaN
    const squares =
      (a - middle) * (a - middle) +
      (b - middle) * (b - middle) +
      (c - middle) * (c - middle) +
      (d - middle) * (d - middle) +
      (e - middle) * (e - middle) +
      (f - middle) * (f - middle) +
      (g - middle) * (g - middle)
    const spread = Math.sqrt(squares / (acuteDays - 1))
    const same = middle > 0 ? (spread * mostMonotonous <= middle ? mostMonotonous : middle / spread) : Number.NaN
    monotony[at] = same
    strain[at] = sum * same
    a = b
    b = c
    c = d
    d = e
    e = f
    f = g
  }
}

/** So many of the last `window` days up to one have no load, and so many days that window holds (fewer at the start). */
export const openDays = (
  load: Float64Array,
  at: number,
  window: number,
): { readonly lost: number; readonly days: number } => {
  const days = Math.min(at + 1, window)
  return {
    lost: load.subarray(at + 1 - days, at + 1).reduce((lost, value) => lost + Number(Number.isNaN(value)), 0),
    days,
  }
}
