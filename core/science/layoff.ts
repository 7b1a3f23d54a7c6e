/** Coming back after days off or at another weight: what is left of fitness, and how much to run at first. */
import { clamp } from '../lib/math.ts'

/** Days off that cost nothing. */
const freeDays = 5

/**
 * The share of VDOT left after days without running, 1 … 0.8. Daniels (VDOT O2, 2018), whose table is 0.003 a day from
 * the sixth day on. trust: convention.
 */
export const shareAfterDaysOff = (days: number): number => clamp(1 - 0.003 * (days - freeDays), 0.8, 1)

/** The same with cross-training in between: half the loss, 1 … 0.9. */
export const shareWithCrossTraining = (days: number): number => {
  // Why: the printed table drops what comes after the third decimal, and its figures are what coaches compare with.
  const printed = Math.floor((1 - 0.0015 * (days - freeDays)) * 1000 + 1e-6) / 1000
  return clamp(printed, 0.9, 1)
}

/** VDOT × kg before ÷ kg now: the same engine carries another weight. Daniels (VDOT O2, 2018). trust: convention. */
export const vdotAtWeight = (vdot: number, kgBefore: number, kgNow: number): number => (vdot * kgBefore) / kgNow

/** So many days at this share of the usual load. */
export type ReturnStep = { readonly days: number; readonly share: number }

/**
 * Load on return after days off, in steps. Daniels: up to 5 days all of it; up to 4 weeks as many days again, half at 50
 * and half at 75 %; up to 8 weeks thirds of that time at 33, 50 and 75 %; beyond, three weeks each at 33, 50, 70, 85 and
 * 100 %. trust: convention (quoted from memory of the book).
 */
export const returnSteps = (daysOff: number): readonly ReturnStep[] => {
  if (daysOff <= freeDays) return []
  const over = (shares: readonly number[]): readonly ReturnStep[] =>
    shares.map((share, i) => ({
      days: Math.round(((i + 1) * daysOff) / shares.length) - Math.round((i * daysOff) / shares.length),
      share,
    }))
  if (daysOff <= 28) return over([0.5, 0.75])
  if (daysOff <= 56) return over([0.33, 0.5, 0.75])
  return [0.33, 0.5, 0.7, 0.85, 1].map(share => ({ days: 21, share }))
}
