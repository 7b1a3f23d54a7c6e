/** Races longer than a marathon: how a runner slows with distance, from their own long runs where there are any. */
import { clamp, median } from '../lib/math.ts'
import { longestPredicted } from './race-prediction.ts'

/**
 * How time grows beyond the marathon, T = Tm (D ÷ Dm)^1.12 on a road. trust: ours; Riegel's 1.06 is of records, and those who
 * run on into the night slow more.
 */
export const beyondMarathon = 1.12

/**
 * How much longer ground, walking, stops and fatigue make it than that, as a logarithm; `spread` is one standard deviation
 * for a runner never seen. trust: ours, from 23 runs of two runners beyond the marathon (`tandem race --ultra`): on trails a
 * fifth to nine tenths more, of one runner from race to race alike within an eighth. No road race so long was at hand.
 */
const elsewhere = { middle: 0.25, spread: 0.25 } as const
const onRoad = { middle: 0, spread: 0.06 } as const
const least = -0.1
const most = 0.8
const ownSpread = 0.13

/** With one long run on file a third of it counts, as with marathons. */
const heldBack = 2

/** A run longer than a marathon: level metres of equal effort and seconds. */
export type LongRun = { readonly flatM: number; readonly seconds: number }

/** Only runs this much longer than a marathon say how one slows beyond it. */
const leastRatio = 1.08

/** How a runner slows beyond the marathon: `more` and `spread` as logarithms, held back towards the usual. */
export type Slowdown = { readonly more: number; readonly spread: number; readonly runs: number }

/** What own long runs say of it; `runs` counts those that had a word. On a road they have none: they were elsewhere. */
export const slowdownOf = (marathonS: number, long: readonly LongRun[], isRoad: boolean): Slowdown => {
  const usual = isRoad ? onRoad : elsewhere
  const own = (isRoad ? [] : long).flatMap(({ flatM, seconds }) => {
    const ratio = flatM / longestPredicted
    if (ratio < leastRatio || seconds <= 0 || marathonS <= 0) return []
    return [clamp(Math.log(seconds / marathonS) - beyondMarathon * Math.log(ratio), least, most)]
  })
  const weight = own.length / (own.length + heldBack)
  const held = (theirs: number, its: number) => its + weight * (theirs - its)
  return {
    more: held(median(own) ?? usual.middle, usual.middle),
    spread: held(ownSpread, usual.spread),
    runs: own.length,
  }
}

/** Percent by which one is slower in the dark where own runs do not say: nothing to an eighth. trust: ours. */
export const usualNight = { low: 0, high: 12 } as const
