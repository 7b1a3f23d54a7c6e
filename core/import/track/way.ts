/** Points on the ground → the way covered: metres from the start and pauses, and no position any more. */
import type { Sport } from '../../model/activity.ts'
import { longestGapS, type Recording, type Sample } from '../summary/recording.ts'

/** What a file says of one point. Degrees, metres, bpm, m/s, °C, seconds since 1970; null: not said. */
export type Point = Omit<Sample, 't'> & {
  readonly t: number | null
  readonly lat: number | null
  readonly lon: number | null
}

/** Mean radius of the Earth in metres (IUGG). */
const radiusM = 6_371_008.8
const radians = Math.PI / 180

type Place = { readonly lat: number; readonly lon: number; readonly t: number | null }

/** The shortest way over the ground, in metres (haversine on a sphere, within 0.5 %). */
export const metresBetween = (a: Pick<Place, 'lat' | 'lon'>, b: Pick<Place, 'lat' | 'lon'>): number => {
  const north = Math.sin(((b.lat - a.lat) * radians) / 2)
  const east = Math.sin(((b.lon - a.lon) * radians) / 2)
  const share = north * north + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * east * east
  return 2 * radiusM * Math.asin(Math.sqrt(Math.min(1, share)))
}

/**
 * Nobody moves faster than this on foot, or at all under their own power (m/s); a point that claims it is an error of the
 * satellites …
 */
const fastestOf = (sport: Sport | null): number => (sport === 'run' || sport === 'walk' || sport === 'swim' ? 12 : 40)
/** … unless so many in a row agree: then the place before was the wrong one. */
const mostDoubted = 5
/** Slower than this over a gap, and the recorder had stopped: walking is twice as fast (m/s, ours). */
const slowest = 0.7
/** A longer gap is a pause however far it leads (seconds, ours). */
const longestMoving = 600

/**
 * Segments as a file gives them; between two of them the recorder was paused. Points without a time lengthen the way but
 * are no samples; points that go back in time are left out. Where the recorder measured the distance itself, that counts.
 * `sport` says what speeds can be true; null where it is not known yet.
 */
export const wayOf = (
  segments: readonly (readonly Point[])[],
  sport: Sport | null,
): Pick<Recording, 'samples' | 'pauses'> => {
  const samples: Sample[] = []
  const pauses: (readonly [number, number])[] = []
  const way = measuresOwn(segments) ? recordedWay() : groundWay(fastestOf(sport))
  for (const segment of segments) {
    let isFirst = true
    for (const point of segment) {
      const last = samples.at(-1)
      if (point.t === null) {
        way.to(point)
        continue
      }
      if (last && point.t < last.t) continue
      const gap = last ? point.t - last.t : 0
      const isAway = gap > longestGapS && (isFirst || gap > longestMoving)
      if (isAway) way.lift()
      const distanceM = way.to(point)
      const covered = (distanceM ?? 0) - (last?.distanceM ?? 0)
      if (last && gap > longestGapS && (isAway || covered < slowest * gap)) pauses.push([last.t, point.t])
      const { t, hr, altitudeM, speed, temperatureC } = point
      samples.push({ t, distanceM, hr, altitudeM, speed, temperatureC })
      isFirst = false
    }
  }
  return { samples, pauses }
}

const measuresOwn = (segments: readonly (readonly Point[])[]): boolean => {
  let own = 0
  let timed = 0
  for (const segment of segments)
    for (const { t, distanceM } of segment) {
      if (t !== null) timed++
      if (t !== null && distanceM !== null) own++
    }
  return own > timed / 2
}

/** `to` gives metres from the start; `lift` says that the next point is not reached by moving. */
type Way = { readonly to: (point: Point) => number | null; readonly lift: () => void }

/** The recorder's own distance; it never falls, and where a lap begins it anew it goes on from what was reached. */
const recordedWay = (): Way => {
  let base = 0
  let farthest = 0
  return {
    to: ({ distanceM }) => {
      if (distanceM === null) return null
      if (farthest - base > 100 && distanceM < (farthest - base) / 10 && distanceM < 50) base = farthest
      farthest = Math.max(farthest, base + distanceM)
      return farthest
    },
    lift: () => {},
  }
}

const groundWay = (fastest: number): Way => {
  let metres = 0
  let here: Place | null = null
  let doubted = 0
  return {
    to: ({ lat, lon, t }) => {
      if (lat === null || lon === null) return null
      const place = { lat, lon, t }
      const step = here === null ? 0 : metresBetween(here, place)
      const seconds = here?.t != null && t !== null ? Math.max(1, t - here.t) : null
      const isJump = seconds !== null && step > fastest * seconds
      if (isJump && ++doubted < mostDoubted) return metres
      if (!isJump) metres += step
      doubted = 0
      here = place
      return metres
    },
    lift: () => {
      here = null
    },
  }
}
