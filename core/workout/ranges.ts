/** Targets given as a range: percent of threshold, paces, heart rate, power and zones; what each comes to for one athlete. */
import type { Thresholds } from '../model/athlete.ts'
import type { RangeKind, RangeTarget } from '../model/workout.ts'
import type { PaceRange } from '../science/vdot.ts'
import { frielHeartRateZones, frielPaceZones } from '../science/zones.ts'

/** What is on file of an athlete; every one may be unknown. */
export type OwnThresholds = Partial<Pick<Thresholds, 'thresholdPaceSPerKm' | 'thresholdHr' | 'maxHr'>> & {
  /** Lower edges in bpm of zones of their own. */
  readonly ownZonesHr?: readonly number[] | null
}

const metresOf: Readonly<Partial<Record<RangeKind, number>>> = {
  'pace-km': 1000,
  'pace-mi': 1609.344,
  'pace-100m': 100,
  'pace-100y': 91.44,
  'pace-500m': 500,
  'pace-400m': 400,
  'pace-250m': 250,
}

/** Seconds per kilometre of a pace as written; null where the kind is no pace. */
const secondsPerKm = (of: RangeKind, value: number): number | null => {
  const metres = metresOf[of]
  return metres === undefined ? null : (value * 1000) / metres
}

/** Speed over threshold speed in the zones 1–7, the middle of Friel's bands. trust: convention. */
const shareOfZoneNumber = [0.72, 0.82, 0.91, 0.98, 1.02, 1.07, 1.15] as const
/** Threshold as a share of maximum heart rate, where only percent of maximum is written. trust: convention. */
const thresholdOfMax = 0.9
/**
 * Heart rate falls slower than speed below threshold: at 80 % of threshold heart rate a runner runs at about 74 % of
 * threshold speed. trust: ours.
 */
const shareOfHeart = (ofThreshold: number): number => Math.max(0.5, 1 + 1.3 * (ofThreshold - 1))

const shareAt = (of: RangeKind, value: number, own: OwnThresholds): number | null => {
  const threshold = own.thresholdPaceSPerKm ?? null
  const pace = secondsPerKm(of, value)
  if (pace !== null) return threshold === null ? null : threshold / pace
  switch (of) {
    case 'threshold-pace':
    case 'ftp':
      return value / 100
    case 'pace-zone':
    case 'hr-zone':
    case 'power-zone':
      return shareOfZoneNumber[value - 1] ?? null
    case 'threshold-hr':
      return shareOfHeart(value / 100)
    case 'max-hr':
      return shareOfHeart(value / 100 / thresholdOfMax)
    case 'bpm': {
      const hr = own.thresholdHr ?? (own.maxHr ? own.maxHr * thresholdOfMax : null)
      return hr === null ? null : shareOfHeart(value / hr)
    }
    default:
      return null
  }
}

/** The two ends as shares of threshold speed (of threshold power for power); null where nothing on file says. */
export const sharesOf = ({ of, from, to }: RangeTarget, own: OwnThresholds = {}): readonly [number, number] | null => {
  const [first, last] = [shareAt(of, from, own), shareAt(of, to, own)]
  return first === null || last === null ? null : [first, last]
}

/** The middle of the two. */
export const shareOf = (target: RangeTarget, own: OwnThresholds = {}): number | null => {
  const shares = sharesOf(target, own)
  return shares === null ? null : (shares[0] + shares[1]) / 2
}

const sorted = (a: number, b: number): PaceRange => ({
  fast: Math.round(Math.min(a, b)),
  slow: Math.round(Math.max(a, b)),
})

/** Friel's first zone has no slow end and his last no fast one: as far as anybody would run. trust: ours. */
const slowest = 1.6
const fastest = 0.8

const paceOfZones = (from: number, to: number, threshold: number): PaceRange | null => {
  const bands = frielPaceZones(threshold)
  const [slowBand, fastBand] = [bands[Math.min(from, to) - 1], bands[Math.max(from, to) - 1]]
  if (slowBand === undefined || fastBand === undefined) return null
  return sorted(
    slowBand.from === 0 ? threshold * slowest : 1000 / slowBand.from,
    fastBand.to === null ? threshold * fastest : 1000 / fastBand.to,
  )
}

// Why: a single percent or pace is a middle; nobody runs to the second. trust: convention (see `cues.ts`).
const band = 0.015
const widened = ({ fast, slow }: PaceRange): PaceRange =>
  fast === slow ? { fast: Math.round(fast * (1 - band)), slow: Math.round(slow * (1 + band)) } : { fast, slow }

/** Whole seconds per kilometre, the faster end first; null where the target is no pace or the threshold is not known. */
export const paceOfRange = ({ of, from, to }: RangeTarget, thresholdSPerKm: number | null): PaceRange | null => {
  const [first, last] = [secondsPerKm(of, from), secondsPerKm(of, to)]
  if (first !== null && last !== null) return widened(sorted(first, last))
  if (thresholdSPerKm === null) return null
  if (of === 'threshold-pace') return widened(sorted((100 * thresholdSPerKm) / from, (100 * thresholdSPerKm) / to))
  return of === 'pace-zone' ? paceOfZones(from, to, thresholdSPerKm) : null
}

/** Beats per minute, the lower first. */
export type HeartRange = { readonly low: number; readonly high: number }

/** Null where the target is no heart rate, or what it is a share of is not known. */
export const heartOfRange = ({ of, from, to }: RangeTarget, own: OwnThresholds): HeartRange | null => {
  const between = (a: number, b: number) => ({ low: Math.round(Math.min(a, b)), high: Math.round(Math.max(a, b)) })
  const base = of === 'max-hr' ? own.maxHr : of === 'threshold-hr' ? own.thresholdHr : null
  if (of === 'bpm') return between(from, to)
  if (base) return between((base * from) / 100, (base * to) / 100)
  if (of !== 'hr-zone') return null
  const edges = own.ownZonesHr ?? (own.thresholdHr ? frielHeartRateZones(own.thresholdHr).map(zone => zone.from) : null)
  const low = edges?.[Math.min(from, to) - 1]
  const next = edges?.[Math.max(from, to)]
  const high = next === undefined ? own.maxHr : next - 1
  return low === undefined || low === 0 || !high ? null : between(low, high)
}
