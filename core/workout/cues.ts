/** Zones in the athlete's own paces: what the threshold on file makes of E, M, T, I and R, and of one split. */
import type { Thresholds } from '../model/athlete.ts'
import { type Amount, type Target, type Zone, zones } from '../model/workout.ts'
import { type PaceRange, trainingPaces, vdotOfThresholdPace } from '../science/vdot.ts'

import { paceOfRange } from './ranges.ts'

export type { PaceRange } from '../science/vdot.ts'
export type ZonePaces = { readonly [zone in Zone]: PaceRange }

// Why: nobody runs to the second; a band of ±1.5 % is about what a watch and a hilly road allow. trust: convention.
const band = 0.015

/** Training paces in whole seconds per kilometre from the threshold pace on file; null where none is known. */
export const zonePaces = (thresholds: Pick<Thresholds, 'thresholdPaceSPerKm'> | null): ZonePaces | null => {
  const pace = thresholds?.thresholdPaceSPerKm ?? null
  if (pace === null) return null
  const paces = trainingPaces(vdotOfThresholdPace(pace))
  const range = ({ fast, slow }: PaceRange): PaceRange =>
    fast === slow
      ? { fast: Math.round(fast * (1 - band)), slow: Math.round(slow * (1 + band)) }
      : { fast: Math.round(fast), slow: Math.round(slow) }
  return Object.fromEntries(zones.map(zone => [zone, range(paces[zone])])) as { [zone in Zone]: PaceRange }
}

/** The pace range of a target, or null where the target names no pace or no threshold is known. */
export const paceOfTarget = (target: Target, paces: ZonePaces | null): PaceRange | null => {
  if (target.type === 'range') return paceOfRange(target, thresholdOf(paces))
  return target.type === 'zone' && paces ? paces[target.zone] : null
}

/** The threshold pace that zone paces were made of: the middle of T. */
const thresholdOf = (paces: ZonePaces | null): number | null =>
  paces === null ? null : (paces.T.fast + paces.T.slow) / 2

export type SplitRange = { readonly fastS: number; readonly slowS: number }

/** What one step of so many metres takes at a pace (S32), in seconds; null for steps by time and for long stretches. */
export const splitOf = (amount: Amount, pace: PaceRange): SplitRange | null =>
  amount.unit === 'm' && amount.value <= 5000
    ? {
        fastS: Math.round((pace.fast * amount.value) / 1000),
        slowS: Math.round((pace.slow * amount.value) / 1000),
      }
    : null
