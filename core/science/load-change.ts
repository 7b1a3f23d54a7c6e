/** How this week's load stands to what the body has been used to: a description, never a verdict. */
import { mean, standardDeviation, sum } from '../lib/math.ts'

/** Days of the short and the long view. */
export const acuteDays = 7
export const chronicDays = 28

const ratio = (above: number | undefined, below: number | undefined): number | undefined =>
  above === undefined || below === undefined || below <= 0 ? undefined : above / below

/**
 * Mean load of the last 7 days ÷ mean of the last 28, oldest first. Undefined with fewer days or without any load.
 * trust: contested. The ratio mostly rescales its numerator, and no band of it is safe (Impellizzeri 2020).
 */
export const coupledRatio = (loads: readonly number[]): number | undefined =>
  loads.length < chronicDays ? undefined : ratio(mean(loads.slice(-acuteDays)), mean(loads.slice(-chronicDays)))

/** Load of the last 7 days ÷ mean week of the 21 days before them. trust: contested, as above. */
export const uncoupledRatio = (loads: readonly number[]): number | undefined =>
  loads.length < chronicDays
    ? undefined
    : ratio(mean(loads.slice(-acuteDays)), mean(loads.slice(-chronicDays, -acuteDays)))

/** Exponentially weighted mean with λ = 2 ÷ (days + 1), begun at the first load. */
const weighted = (loads: readonly number[], days: number): number | undefined =>
  loads.reduce<number | undefined>(
    (before, load) => (before === undefined ? load : before + (load - before) * (2 / (days + 1))),
    undefined,
  )

export type WeightedRatio = { readonly acute: number; readonly chronic: number; readonly ratio: number }

/** Weighted means over 7 and 28 days and their ratio. Williams 2017. trust: contested, as above. */
export const weightedRatio = (loads: readonly number[]): WeightedRatio | undefined => {
  if (loads.length < chronicDays) return undefined
  const acute = weighted(loads, acuteDays)
  const chronic = weighted(loads, chronicDays)
  const both = ratio(acute, chronic)
  return both === undefined ? undefined : { acute: acute!, chronic: chronic!, ratio: both }
}

/** Monotony beyond this says no more than "every day the same". */
export const mostMonotonous = 10

/** Which spread is meant: of the seven days as a sample (n − 1) or as all there is (n). Foster does not say. */
export type Spread = 'sample' | 'population'

/**
 * Mean daily load ÷ its standard deviation over seven days, at most 10; undefined without any load. Foster 1998. Above 2
 * is called high. trust: convention. The sample's spread gives a figure 1.08 times smaller than the population's.
 */
export const monotony = (loads: readonly number[], spread: Spread = 'sample'): number | undefined => {
  const middle = mean(loads)
  const deviation = standardDeviation(loads)
  if (middle === undefined || deviation === undefined || middle <= 0) return undefined
  const used = spread === 'sample' ? deviation : deviation * Math.sqrt((loads.length - 1) / loads.length)
  return used * mostMonotonous <= middle ? mostMonotonous : middle / used
}

/** Load of the week × monotony (Foster 1998). trust: convention. */
export const strain = (loads: readonly number[], spread: Spread = 'sample'): number | undefined => {
  const same = monotony(loads, spread)
  return same === undefined ? undefined : sum(loads) * same
}
