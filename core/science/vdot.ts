/** How fit a race or a hard run shows a runner to be, and the training paces that follow from it. */
import { clamp } from '../lib/math.ts'
import type { Zone } from '../model/workout.ts'

/** trust: published. Daniels & Gilbert 1979, "Oxygen Power". Metres per minute → ml/kg/min. */
export const oxygenCost = (metresPerMin: number): number =>
  -4.6 + 0.182258 * metresPerMin + 0.000104 * metresPerMin ** 2

/** trust: published. Daniels & Gilbert 1979. The share of VO2max that can be held for so many minutes. */
export const sustainableShare = (minutes: number): number =>
  0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes)

/** The inverse of `oxygenCost`: metres per minute at so many ml/kg/min. */
export const speedAt = (oxygen: number): number =>
  (-0.182258 + Math.sqrt(0.182258 ** 2 - 4 * 0.000104 * (-4.6 - oxygen))) / (2 * 0.000104)

/** The formula is meant for efforts of about 3.5 to 240 minutes. */
export const effortSeconds = { least: 210, most: 14_400 } as const

/** The formula alone, metres and seconds → VDOT, also beyond the efforts it is meant for: an extrapolation there. */
export const vdotOfEffort = (distanceM: number, durationS: number): number => {
  const minutes = durationS / 60
  return oxygenCost(distanceM / minutes) / sustainableShare(minutes)
}

/** trust: published. VDOT of a distance in metres run in so many seconds; undefined outside what the formula is for. */
export const vdotOf = (distanceM: number, durationS: number): number | undefined =>
  distanceM <= 0 || durationS < effortSeconds.least || durationS > effortSeconds.most
    ? undefined
    : vdotOfEffort(distanceM, durationS)

/** The time in seconds that a VDOT predicts for a distance in metres, by bisection. */
export const raceSeconds = (vdot: number, distanceM: number): number => {
  let fast = distanceM / 10
  let slow = distanceM / 0.5
  for (let i = 0; i < 60; i++) {
    const middle = (fast + slow) / 2
    if (vdotOfEffort(distanceM, middle) > vdot) fast = middle
    else slow = middle
  }
  return (fast + slow) / 2
}

/** Shares of VDOT at which sessions are run. T is exact to the printed tables (0.7 s/km); E is the range's two ends. */
export const zoneShares = { easySlow: 0.63, easyFast: 0.7315, threshold: 0.88, interval: 0.975 } as const

/** trust: published. Seconds per kilometre at a share of VDOT: the inverse of `oxygenCost`. */
export const paceAtShare = (vdot: number, share: number): number => 60_000 / speedAt(vdot * share)

/** trust: published. Seconds per kilometre at threshold, 0.88 of VDOT. */
export const thresholdPace = (vdot: number): number => paceAtShare(vdot, zoneShares.threshold)

/** The VDOT whose threshold pace (seconds per kilometre) this is. */
export const vdotOfThresholdPace = (secondsPerKm: number): number =>
  oxygenCost(60_000 / secondsPerKm) / zoneShares.threshold

/** A zone's pace in seconds per kilometre, from the faster to the slower end. */
export type PaceRange = { readonly fast: number; readonly slow: number }

// Why: the printed R column has no single fraction; it runs 20 s/km faster than I below VDOT 50 and 15 from there on.
const fasterThanInterval = (vdot: number): number => (vdot < 50 ? 20 : 15)

/**
 * trust: published for T and I, convention for E, M, R. Training paces of a VDOT (30–85), fitted to the printed
 * tables: E within 3.4 s/km, T 0.7, I 2.6; M is the predicted marathon pace (printed M is slower below VDOT 45).
 */
export const trainingPaces = (vdot: number): { readonly [zone in Zone]: PaceRange } => {
  const within = clamp(vdot, 20, 90)
  const only = (pace: number): PaceRange => ({ fast: pace, slow: pace })
  const interval = paceAtShare(within, zoneShares.interval)
  return {
    E: { fast: paceAtShare(within, zoneShares.easyFast), slow: paceAtShare(within, zoneShares.easySlow) },
    M: only(raceSeconds(within, 42_195) / 42.195),
    T: only(thresholdPace(within)),
    I: only(interval),
    R: only(interval - fasterThanInterval(within)),
  }
}
