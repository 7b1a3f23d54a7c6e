/** Where easy ends and hard begins, in heartbeats or pace, by the schools that coaches use. */
import { sum } from '../lib/math.ts'

/** From here up to, but not including, there; null is without end. */
export type Band = { readonly name: string; readonly from: number; readonly to: number | null }

/** Bands between neighbouring edges, half open, so that every value lies in exactly one; the last has no end. */
const bandsFrom = (names: readonly string[], edges: readonly number[]): readonly Band[] =>
  names.map((name, i) => ({ name, from: edges[i]!, to: edges[i + 1] ?? null }))

/**
 * Friel's running zones and their lower edges in percent of threshold heart rate. Why percent: 106 × 160 ÷ 100 is 169.6,
 * but 1.06 × 160 a hair above it, and a heartbeat on the edge would fall into the zone below.
 */
const frielZones = ['1', '2', '3', '4', '5a', '5b', '5c'] as const
const frielHeartRateEdges = [0, 85, 90, 95, 100, 103, 106] as const

/**
 * Friel's seven zones in bpm from threshold heart rate (the mean of the last 20 minutes of a solo half hour): below 85 %,
 * 85–89, 90–94, 95–99, 100–102, 103–106, above. trust: convention.
 */
export const frielHeartRateZones = (thresholdHr: number): readonly Band[] =>
  bandsFrom(
    frielZones,
    frielHeartRateEdges.map(percent => (percent * thresholdHr) / 100),
  )

/**
 * Friel's seven zones by pace, as speeds in m/s from threshold pace (seconds per kilometre): slower than 129 % of that
 * pace, 114–129, 106–113, 99–105, 97–98, 90–96, faster than 90. trust: convention (quoted from memory).
 */
export const frielPaceZones = (thresholdSPerKm: number): readonly Band[] =>
  bandsFrom(frielZones, [0, ...[1.29, 1.14, 1.06, 0.99, 0.97, 0.9].map(share => 1000 / (share * thresholdSPerKm))])

/** Heart rate in bpm at a share of reserve, rest + f (max − rest). Karvonen 1957. trust: published. */
export const karvonenHeartRate = (maxHr: number, restHr: number, share: number): number =>
  restHr + share * (maxHr - restHr)

/** Share of heart-rate reserve that stands in for threshold where nobody has measured it. trust: convention. */
export const thresholdShareOfReserve = 0.85

/** Lower edges of Edwards' five zones in percent of maximum heart rate. */
export const percentOfMaxEdges = [50, 60, 70, 80, 90] as const

/** Five zones in bpm at 50, 60, 70, 80 and 90 % of maximum heart rate (Edwards 1993). trust: convention. */
export const percentOfMaxZones = (maxHr: number): readonly Band[] =>
  bandsFrom(
    ['1', '2', '3', '4', '5'],
    percentOfMaxEdges.map(percent => (percent * maxHr) / 100),
  )

/** Below the first threshold, between the two, above the second: in bpm, or in m/s. trust: published. */
export const threeZones = (first: number, second: number): readonly Band[] =>
  bandsFrom(['1', '2', '3'], [0, first, second])

/** The band a value lies in, or undefined below them all. */
export const bandOf = (bands: readonly Band[], value: number): Band | undefined =>
  bands.find(({ from, to }) => value >= from && (to === null || value < to))

/**
 * Seconds in each band, from a histogram of [lower edge, seconds] whose bins have this width; a bin counts where its middle
 * lies. What lies below the first band is in none. By heart rate, by pace and by intent the shares differ: name which.
 */
export const secondsInBands = (
  histogram: readonly (readonly [number, number])[],
  width: number,
  bands: readonly Band[],
): readonly number[] =>
  bands.map(band =>
    sum(histogram.filter(([edge]) => bandOf(bands, edge + width / 2) === band).map(([, seconds]) => seconds)),
  )
