/** How much a session asked of the body, on one scale: an hour at threshold is 100, by heart rate, pace or feeling. */
import { clamp } from '../lib/math.ts'
import type { Profile } from '../model/athlete.ts'

/** An hour at threshold, whichever way it was measured. */
export const loadOfThresholdHour = 100

/**
 * trust: published. Banister's training impulse (1991; Morton 1990): minutes × x × factor × e^(exponent·x), x the share
 * of heart-rate reserve. The women's constants are the literature's 0.86 and 1.67; widely used programs pair 0.64 with
 * 1.67, which differs by 1.34 in the raw impulse and cancels in the ratio to an hour at threshold.
 */
export const impulseConstants = {
  male: { factor: 0.64, exponent: 1.92 },
  female: { factor: 0.86, exponent: 1.67 },
  /** Women as Elevate, Sauce and GoldenCheetah compute them. trust: convention. */
  femaleOfPrograms: { factor: 0.64, exponent: 1.67 },
} as const
export type ImpulseConstants = (typeof impulseConstants)[keyof typeof impulseConstants]

/** Training impulse of so many minutes at a share of heart-rate reserve (0 … 1). */
export const impulseAtShare = (minutes: number, share: number, { factor, exponent }: ImpulseConstants): number =>
  minutes * share * factor * Math.exp(exponent * share)

/** Why: where sex is not said the published male constants are used; the ratio below differs by a few percent only. */
const constantsOf = (sex: Profile['sex']) => impulseConstants[sex ?? 'male']

export type HeartRates = { readonly rest: number; readonly max: number; readonly threshold: number }

/** Training impulse of so many seconds at one heart rate (beats per minute). Below rest it is nothing. */
export const impulse = (
  seconds: number,
  hr: number,
  { rest, max }: Pick<HeartRates, 'rest' | 'max'>,
  sex: Profile['sex'],
): number => impulseAtShare(seconds / 60, clamp((hr - rest) / (max - rest), 0, 1.1), constantsOf(sex))

/**
 * Load of an impulse by heart rate: against an hour at threshold, which lies at this share of reserve, × 100. The impulse
 * must come of the same constants, or they do not cancel. trust: convention.
 */
export const impulseLoad = (impulse: number, thresholdShare: number, constants: ImpulseConstants): number =>
  (loadOfThresholdHour * impulse) / impulseAtShare(60, thresholdShare, constants)

/** The middle of a bin of the heart-rate histogram, which is 2 bpm wide. */
const binMiddle = 1
/** Lower edges that are looked up rather than worked out: every whole heart rate (beats per minute) below this. */
const edgesKept = 256

/** Seconds in each bin of heart rate: [lower edge in beats per minute, seconds], 2 bpm wide. */
export type HeartRateSeconds = readonly (readonly [number, number])[]

/**
 * trust: convention. Load by heart rate: the impulse of each bin of the histogram against an hour at threshold heart
 * rate, × 100. Per bin, since the weight is convex and a mean would understate it. Made once for the rates of an
 * athlete: what a second weighs in a bin is the same in ten years of activities.
 */
export const heartRateScale = (rates: HeartRates, sex: Profile['sex']): ((hrSeconds: HeartRateSeconds) => number) => {
  const hour = impulse(3600, rates.threshold, rates, sex)
  const ofSecond = (edge: number): number => (loadOfThresholdHour * impulse(1, edge + binMiddle, rates, sex)) / hour
  const kept = Float64Array.from({ length: edgesKept }, (_, edge) => ofSecond(edge))
  return hrSeconds => {
    let load = 0
    for (const bin of hrSeconds) load += bin[1] * (kept[bin[0]] ?? ofSecond(bin[0]))
    return load
  }
}

/** The same for one histogram. */
export const heartRateLoad = (hrSeconds: HeartRateSeconds, rates: HeartRates, sex: Profile['sex']): number =>
  heartRateScale(rates, sex)(hrSeconds)

/**
 * trust: convention. Load by pace, 100 · hours · intensity² with intensity = grade-adjusted speed ÷ threshold speed
 * (McGregor, Skiba). `flatDistanceM` is the flat distance of equal energy.
 */
export const paceLoad = (durationS: number, flatDistanceM: number, thresholdSPerKm: number): number => {
  const intensity = (flatDistanceM / durationS) * (thresholdSPerKm / 1000)
  return loadOfThresholdHour * (durationS / 3600) * intensity ** 2
}

/** Foster 2001: perceived exertion (CR10) × minutes. */
export const sessionEffort = (rpe: number, durationS: number): number => (rpe * durationS) / 60

/** Until the athlete's own overlap says otherwise, an hour at RPE 7 is an hour at threshold (convention). */
export const loadPerEffort = loadOfThresholdHour / sessionEffort(7, 3600)

/** trust: published for the measure (Foster 2001), convention for the scale. Load by perceived exertion. */
export const effortLoad = (rpe: number, durationS: number, perEffort: number = loadPerEffort): number =>
  sessionEffort(rpe, durationS) * perEffort
