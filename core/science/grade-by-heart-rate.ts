/** What a slope is worth by the heart: the flat speed at which a large crowd of runners had the same heart rate. */
import { clamp } from '../lib/math.ts'

/**
 * Slope in percent and flat metres per metre at equal heart rate, read from the figure Strava published in 2017 (Robb;
 * some six million runs). Downhill helps most near −9 % and never more than an eighth; steeper than −17 % it costs.
 */
const points = [
  [-40, 1.937],
  [-30, 1.49],
  [-20, 1.085],
  [-10, 0.875],
  [-7, 0.875],
  [-5, 0.9],
  [0, 1],
  [5, 1.19],
  [10, 1.48],
  [20, 2.28],
  [30, 3.16],
] as const satisfies readonly (readonly [number, number])[]

/** The slopes, in percent, that the figure covers; the argument is clamped to them. */
export const heartRateCurve = { least: points[0][0], most: points.at(-1)![0] } as const

const steepness = (i: number): number => (points[i + 1]![1] - points[i]![1]) / (points[i + 1]![0] - points[i]![0])

// Why a harmonic mean: the curve then never swings beyond the points it passes through (Fritsch & Butland 1984).
const tangents = points.map((_, i) => {
  if (i === 0) return steepness(0)
  if (i === points.length - 1) return steepness(points.length - 2)
  const before = steepness(i - 1)
  const after = steepness(i)
  if (before * after <= 0) return 0
  const [left, right] = [points[i]![0] - points[i - 1]![0], points[i + 1]![0] - points[i]![0]]
  const [a, b] = [2 * right + left, right + 2 * left]
  return (a + b) / (a / before + b / after)
})

/**
 * Flat metres per metre on a slope in percent, by equal heart rate: a smooth curve through the published points, exactly
 * 1 on the flat. trust: published for the points, ours between them (within 0.02 of the figure).
 */
export const flatMetresByHeartRate = (percent: number): number => {
  const x = clamp(percent, heartRateCurve.least, heartRateCurve.most)
  const i = Math.min(
    points.length - 2,
    points.findLastIndex(point => point[0] <= x),
  )
  const [from, low] = points[i]!
  const [to, high] = points[i + 1]!
  const width = to - from
  const t = (x - from) / width
  return (
    low * (1 + 2 * t) * (1 - t) ** 2 +
    tangents[i]! * width * t * (1 - t) ** 2 +
    high * t ** 2 * (3 - 2 * t) +
    tangents[i + 1]! * width * t ** 2 * (t - 1)
  )
}
