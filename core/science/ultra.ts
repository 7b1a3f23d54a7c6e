/** Races longer than a marathon: how a runner slows with distance, from their own long runs where there are any. */
import { clamp, median } from '../lib/math.ts'
import { longestPredicted } from './race-prediction.ts'

/**
 * How time grows beyond the marathon, T = Tm (D ÷ Dm)^k. trust: ours. Riegel's 1.06 is of records; those who run on into
 * the night slow more. `spread` is one standard deviation of k for a runner never seen.
 */
export const beyondMarathon = { exponent: 1.12, spread: 0.05, least: 1.02, most: 1.3 } as const

/** With one long run on file a third of it counts, as with marathons. */
const heldBack = 2

/** A run longer than a marathon: level metres of equal effort and seconds. */
export type LongRun = { readonly flatM: number; readonly seconds: number }

/** Only runs this much longer than a marathon say how one slows beyond it. */
const leastRatio = 1.08

/** What own long runs say of the exponent, held back towards the usual; `runs` counts those that had a word. */
export const exponentOf = (
  marathonS: number,
  long: readonly LongRun[],
): { readonly exponent: number; readonly spread: number; readonly runs: number } => {
  const own = long.flatMap(({ flatM, seconds }) => {
    const ratio = flatM / longestPredicted
    if (ratio < leastRatio || seconds <= 0 || marathonS <= 0) return []
    return [clamp(Math.log(seconds / marathonS) / Math.log(ratio), beyondMarathon.least, beyondMarathon.most)]
  })
  const middle = median(own) ?? beyondMarathon.exponent
  const weight = own.length / (own.length + heldBack)
  return {
    exponent: beyondMarathon.exponent + weight * (middle - beyondMarathon.exponent),
    spread: beyondMarathon.spread * Math.sqrt(1 - weight / 2),
    runs: own.length,
  }
}

/** Percent by which one is slower in the dark where own runs do not say: nothing to an eighth. trust: ours. */
export const usualNight = { low: 0, high: 12 } as const
