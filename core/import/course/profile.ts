/** Points along a track → a profile of at most 800 points, in metres of the official distance, smoothed over the way. */
import type { ProfilePoint } from '../../model/course.ts'

/** Metres along the track, and above the sea; null where the file says nothing of the height there. */
export type TrackPoint = { readonly atM: number; readonly altitudeM: number | null }

/** Heights of a drawn or recorded track tremble; they are taken over so many metres to both sides (ours). */
const smoothM = 60
/** No two points stand closer than this, and there are no more than so many. */
const closestM = 50
const mostPoints = 780
/** Fewer heights than this share of the points say nothing of the way. */
const leastKnown = 0.8

/** The profile over `distanceM` official metres, heights in decimetres; empty where the track knows too few heights. */
export const profileOf = (track: readonly TrackPoint[], distanceM: number): readonly ProfilePoint[] => {
  const known = track.flatMap(({ atM, altitudeM }) => (altitudeM === null ? [] : [[atM, altitudeM] as const]))
  const length = track.at(-1)?.atM ?? 0
  if (known.length < 2 || known.length < leastKnown * track.length || length <= 0) return []
  const step = Math.max(closestM, length / mostPoints)
  const count = Math.max(1, Math.round(length / step))
  const sums = sumsOf(known)
  const points = new Map<number, number>()
  for (let i = 0; i <= count; i++) {
    const at = (length * i) / count
    const half = Math.min(Math.max(smoothM, step / 2), Math.max(1, at), Math.max(1, length - at))
    points.set(Math.round((distanceM * i) / count), Math.round(10 * meanAround(known, sums, at, half)))
  }
  return [...points]
}

type Known = readonly (readonly [atM: number, altitudeM: number])[]

/** The area under the track up to each of its points. */
const sumsOf = (known: Known): readonly number[] => {
  const sums = [0]
  for (let i = 1; i < known.length; i++) {
    const [[from, low], [to, high]] = [known[i - 1]!, known[i]!]
    sums.push(sums[i - 1]! + ((low + high) / 2) * (to - from))
  }
  return sums
}

const areaTo = (known: Known, sums: readonly number[], at: number): number => {
  const [first, last] = [known[0]!, known.at(-1)!]
  if (at <= first[0]) return (at - first[0]) * first[1]
  if (at >= last[0]) return sums.at(-1)! + (at - last[0]) * last[1]
  let [low, high] = [0, known.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (known[middle]![0] <= at) low = middle
    else high = middle
  }
  const [[from, under], [to, over]] = [known[low]!, known[high]!]
  const share = to > from ? (at - from) / (to - from) : 0
  return sums[low]! + (at - from) * (under + ((over - under) * share) / 2)
}

/** The mean height between `half` metres before and after a place. */
const meanAround = (known: Known, sums: readonly number[], at: number, half: number): number =>
  (areaTo(known, sums, at + half) - areaTo(known, sums, at - half)) / (2 * half)
