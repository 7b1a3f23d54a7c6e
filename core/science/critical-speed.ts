/** The fastest speed that can be held without running down a reserve, and how far the reserve goes beyond it. */
import { mean, sum } from '../lib/math.ts'

/** An all-out effort: metres and seconds. */
export type Effort = readonly [metres: number, seconds: number]

/** Critical speed in m/s and D′, the metres that can be run above it. */
export type CriticalSpeed = { readonly speed: number; readonly reserveM: number }

/** Seconds of effort for which the two-parameter model holds: about 2 to 20 minutes. */
export const criticalSeconds = { least: 120, most: 1200 } as const
/** Efforts a fit rests on; two are a line through two points, with nothing to tell how good it is. */
export const fewestEfforts = 3

/** D′ in metres that a fit of truly all-out efforts gives; usually 100 to 300, wider for satellites' errors (ours). */
export const usualReserve = { least: 50, most: 500 } as const

/** Least squares y = a + b x, or undefined where all x are one. */
const line = (points: readonly (readonly [number, number])[]): { a: number; b: number } | undefined => {
  const x = mean(points.map(point => point[0]))
  const y = mean(points.map(point => point[1]))
  if (x === undefined || y === undefined) return undefined
  const spread = sum(points.map(point => (point[0] - x) ** 2))
  if (spread <= 1e-12 * (x * x + 1e-12)) return undefined
  const b = sum(points.map(point => (point[0] - x) * (point[1] - y))) / spread
  return { a: y - b * x, b }
}

/**
 * Fit of distance on time, d = D′ + CS·t (Monod & Scherrer; the form of Smyth & Muniz-Pumares 2020). Undefined without
 * two efforts of different length. trust: published; forms of the fit differ where efforts were not truly all-out.
 */
export const criticalSpeedByDistance = (efforts: readonly Effort[]): CriticalSpeed | undefined => {
  const fit = line(efforts.map(([metres, seconds]) => [seconds, metres]))
  return fit && { speed: fit.b, reserveM: fit.a }
}

/** Fit of speed on the inverse of time, v = CS + D′ ÷ t, which gives short efforts more weight. trust: published. */
export const criticalSpeedByInverseTime = (efforts: readonly Effort[]): CriticalSpeed | undefined => {
  const fit = line(efforts.map(([metres, seconds]) => [1 / seconds, metres / seconds]))
  return fit && { speed: fit.a, reserveM: fit.b }
}

/** Seconds a speed (m/s) can be held, t = D′ ÷ (v − CS); undefined at or below critical speed, which has no end here. */
export const secondsAtSpeed = ({ speed, reserveM }: CriticalSpeed, metresPerS: number): number | undefined =>
  metresPerS > speed ? reserveM / (metresPerS - speed) : undefined

/** Seconds for a distance in metres, t = (d − D′) ÷ CS; undefined where the reserve alone would cover it. */
export const secondsForDistance = ({ speed, reserveM }: CriticalSpeed, metres: number): number | undefined =>
  speed > 0 && metres > reserveM ? (metres - reserveM) / speed : undefined

/**
 * Seconds a speed can be held where speed has a ceiling: t = D′ ÷ (v − CS) − D′ ÷ (vmax − CS). Morton 1996,
 * three-parameter model. Undefined at or below critical speed and above the ceiling. trust: published.
 */
export const secondsUnderCeiling = (
  { speed, reserveM }: CriticalSpeed,
  ceiling: number,
  metresPerS: number,
): number | undefined =>
  metresPerS > speed && metresPerS <= ceiling
    ? reserveM / (metresPerS - speed) - reserveM / (ceiling - speed)
    : undefined
