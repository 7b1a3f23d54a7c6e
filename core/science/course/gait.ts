/** What a leg of a course costs on foot: running or walking, whichever is cheaper at the effort, underfoot and in the dark. */
import type { Surface } from '../../model/course.ts'
import { costOfWalking, equalEnergyFactor, measuredCostOfRunning } from '../grade.ts'
import { flatMetresByHeartRate, heartRateCurve } from '../grade-by-heart-rate.ts'
import type { Leg } from './legs.ts'

/** Seconds at the quick and the slow end of what is known of such ground, and the middle. */
export type Spread = { readonly fast: number; readonly seconds: number; readonly slow: number }

/** On the flat nobody walks faster than this in a race of hours (m/s; the usual change to running, convention). */
const fastestWalk = 2

/**
 * Share by which ground slows beside a road. trust: ours; a range because no table was found for it.
 */
const underfoot: Readonly<Record<Surface, readonly [low: number, high: number]>> = {
  road: [1, 1],
  trail: [1.02, 1.08],
  rough: [1.08, 1.25],
}

/** Where the curve by heart rate ends; steeper climbs grow from there as their energy does. */
const curveEnds = heartRateCurve.most / 100

/** The flat metres of a metre run on a slope: by equal heart rate, and by equal energy (which flatters descents). */
const runFactors = (slope: number): readonly [byHeart: number, byEnergy: number] => [
  flatMetresByHeartRate(100 * slope) *
    (slope > curveEnds ? measuredCostOfRunning(slope) / measuredCostOfRunning(curveEnds) : 1),
  equalEnergyFactor(slope),
]

/** Speed walking on a slope with the power that running flat at `flatSpeed` takes (m/s). Minetti 2002, walking. */
const walkSpeed = (slope: number, flatSpeed: number): number =>
  Math.min(fastestWalk, (flatSpeed * measuredCostOfRunning(0)) / costOfWalking(slope))

/** Whether one walks a slope at this effort: walking is quicker for the same power. */
export const isWalked = (slope: number, flatSpeed: number): boolean =>
  slope > 0 && walkSpeed(slope, flatSpeed) > flatSpeed / runFactors(slope)[0]

/**
 * Seconds over a leg at the effort of `flatSpeed` (m/s on level road). The two curves of grade are the ends of the range,
 * the one by heart rate the figure, since races show that steep descents help far less than their energy says.
 */
export const secondsOver = (leg: Leg, flatSpeed: number): Spread => {
  const metres = leg.toM - leg.fromM
  const [byHeart, byEnergy] = runFactors(leg.slope)
  const walking = leg.slope > 0 ? metres / walkSpeed(leg.slope, flatSpeed) : Number.POSITIVE_INFINITY
  const on = (factor: number) => Math.min((metres * factor) / flatSpeed, walking)
  const [low, high] = leg.surface === null ? [1, 1] : underfoot[leg.surface]
  // Why not faster than by heart rate downhill: nobody races down as fast as energy alone would let them.
  const ends = [on(byHeart), on(leg.slope < 0 ? (byHeart + byEnergy) / 2 : byEnergy)]
  return {
    fast: Math.min(...ends) * low,
    seconds: on(byHeart) * ((low + high) / 2),
    slow: Math.max(...ends) * high,
  }
}

/** Level metres of equal effort over legs that are all run; what a prediction for the flat is asked for. */
export const flatMetresOf = (legs: readonly Leg[]): number =>
  legs.reduce((sum, { fromM, toM, slope }) => sum + (toM - fromM) * runFactors(slope)[0], 0)
