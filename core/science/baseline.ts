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

/**
 * How many deviations of single mornings the mean of so many may lie off by chance alone: 99 in 100 such means lie within
 * (normal spread, mornings that do not hang together; real ones do a little). trust: ours. Why beside the published line:
 * a week of seven lies half a deviation low by chance on one day in eleven.
 */
export const chanceOfMean = (mornings: number): number => 2.58 / Math.sqrt(mornings)

/**
 * The smallest change of a week's mean ln rMSSD worth acting on, as a share of the usual (Buchheit 2014, recalled): of a
 * heart that scatters little, half a deviation is less than that.
 */
export const smallestChange = 0.03

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
