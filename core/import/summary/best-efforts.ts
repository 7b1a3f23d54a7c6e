/** The fastest stretch of a run over each distance that runners compare. */
import type { Activity } from '../../model/activity.ts'
import type { Sample } from './recording.ts'

export const effortDistancesM = [400, 800, 1000, 1609, 3000, 5000, 10_000, 21_097, 42_195] as const

/** Faster between two samples is a jump of the satellites, and no stretch may span it (m/s). */
const fastest = 12
/** No stretch of a run is faster on average; one that is was not measured (m/s, above the 400 m record). */
const fastestStretch = 9.5

type Point = { readonly t: number; readonly d: number }

/** Samples with a distance, cut wherever the distance jumps. */
const unbroken = (samples: readonly Sample[]): readonly (readonly Point[])[] => {
  const runs: Point[][] = []
  let last: Point | undefined
  for (const { t, distanceM } of samples) {
    if (distanceM === null) continue
    if (last && t <= last.t) continue
    const point = { t, d: distanceM }
    if (last && point.d - last.d <= fastest * (point.t - last.t)) runs.at(-1)!.push(point)
    else runs.push([point])
    last = point
  }
  return runs
}

/** The shortest time over a distance, pauses included: a stretch is from here to there by the clock. */
const fastestOver = (points: readonly Point[], metres: number): number | undefined => {
  let best: number | undefined
  let end = 0
  for (const start of points) {
    while (end < points.length && points[end]!.d - start.d < metres) end++
    if (end === points.length) return best
    const after = points[end]!
    const before = points[end - 1] ?? start
    // Why: the distance is reached between two samples; without interpolation a slow recorder looks slow.
    const share = after.d > before.d ? (start.d + metres - before.d) / (after.d - before.d) : 1
    const seconds = before.t + share * (after.t - before.t) - start.t
    if (metres <= seconds * fastestStretch && (best === undefined || seconds < best)) best = seconds
  }
  return best
}

/** Fastest stretches in whole seconds, for the distances the run is long enough for. */
export const bestEffortsOf = (samples: readonly Sample[]): Activity['bestEfforts'] => {
  const runs = unbroken(samples)
  return effortDistancesM.flatMap(distanceM => {
    const times = runs.flatMap(points => fastestOver(points, distanceM) ?? [])
    return times.length > 0 ? [{ distanceM, durationS: Math.max(1, Math.round(Math.min(...times))) }] : []
  })
}
