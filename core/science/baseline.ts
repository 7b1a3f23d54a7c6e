/** What is normal for this body: mornings measured against the athlete's own, never against other people's. */
import { mean, standardDeviation } from '../lib/math.ts'

/** Natural logarithm of rMSSD (ms): the scale on which daily values spread evenly. Undefined unless above zero. */
export const lnRmssd = (rmssdMs: number): number | undefined => (rmssdMs > 0 ? Math.log(rmssdMs) : undefined)

/** Mornings of a week that must be known before its mean says anything (Plews 2014). */
export const fewestMornings = 3
/** Mornings of the longer view before a band says anything (ours: a fortnight). */
export const fewestForBand = 14

const knownOf = (values: readonly (number | null)[]): readonly number[] => values.flatMap(value => value ?? [])

/** Mean of the last seven mornings (null: not measured), or undefined with fewer than three of them. */
export const weekMean = (mornings: readonly (number | null)[]): number | undefined => {
  const week = knownOf(mornings.slice(-7))
  return week.length < fewestMornings ? undefined : mean(week)
}

export type NormalBand = { readonly low: number; readonly middle: number; readonly high: number }

/**
 * The athlete's normal band: mean of the mornings given ± so many standard deviations (0.5 for ln rMSSD, the smallest
 * change worth acting on, Plews 2013; 1 for resting heart rate). Undefined with fewer than fourteen. trust: published
 * for ln rMSSD, convention for resting heart rate.
 */
export const normalBand = (mornings: readonly (number | null)[], deviations: number): NormalBand | undefined => {
  const values = knownOf(mornings)
  const middle = mean(values)
  const spread = standardDeviation(values)
  if (values.length < fewestForBand || middle === undefined || spread === undefined) return undefined
  return { low: middle - deviations * spread, middle, high: middle + deviations * spread }
}
