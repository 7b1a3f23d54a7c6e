/** A course as legs of one slope each, and what it holds: climbs, grade bands, metres up and down. */
import { clamp } from '../../lib/math.ts'
import type { Course, Surface } from '../../model/course.ts'

/** `slope` is rise ÷ run; `surface` null where nobody said. */
export type Leg = {
  readonly fromM: number
  readonly toM: number
  readonly slope: number
  readonly surface: Surface | null
}

/** Steeper than this no course goes for the length of a leg; a profile that says so errs. */
const steepestLeg = 0.6

type Height = readonly [atM: number, altitudeM: number]

/** The profile in metres. */
export const heightsOf = ({ profile }: Pick<Course, 'profile'>): readonly Height[] =>
  profile.map(([metres, decimetres]) => [metres, decimetres / 10])

/** The surface from a place on. */
const surfaceAt = ({ surfaces }: Course, metres: number): Surface | null =>
  surfaces.findLast(({ fromM }) => fromM <= metres)?.surface ?? null

/** The legs of a course from start to finish, cut at every profile point, change of surface and mark given. */
export const legsOf = (course: Course, marks: readonly number[] = []): readonly Leg[] => {
  const { distanceM } = course
  const profile = heightsOf(course)
  const inside = [...profile.map(([metres]) => metres), ...course.surfaces.map(({ fromM }) => fromM), ...marks]
  const cuts = [...new Set([0, ...inside.filter(metres => metres > 0 && metres < distanceM), distanceM])]
  cuts.sort((a, b) => a - b)
  let at = 0
  return cuts.slice(1).map((toM, i) => {
    const fromM = cuts[i]!
    while (at < profile.length - 2 && profile[at + 1]![0] <= fromM) at++
    return { fromM, toM, slope: slopeOf(profile, at), surface: surfaceAt(course, fromM) }
  })
}

const slopeOf = (profile: readonly Height[], at: number): number => {
  const [from, to] = [profile[at], profile[at + 1]]
  if (from === undefined || to === undefined) return 0
  return clamp((to[1] - from[1]) / (to[0] - from[0]), -steepestLeg, steepestLeg)
}

/** Metres above the sea at a place; undefined where the heights are not known. */
export const altitudeAt = (course: Course, metres: number): number | undefined => {
  const profile = heightsOf(course)
  const after = profile.findIndex(([at]) => at >= metres)
  if (after === -1) return profile.at(-1)?.[1]
  const [to, from] = [profile[after]!, profile[after - 1]]
  if (from === undefined) return to[1]
  return from[1] + ((to[1] - from[1]) * (metres - from[0])) / (to[0] - from[0])
}

/** A rise or fall smaller than this is noise of the profile (metres, ours). */
const noiseM = 2

/** Metres climbed and descended between two places; null where the heights are not known. */
export const climbBetween = (course: Course, fromM: number, toM: number): { up: number; down: number } | null => {
  if (course.profile.length < 2) return null
  const inside = heightsOf(course)
    .filter(([metres]) => metres > fromM && metres < toM)
    .map(([, altitude]) => altitude)
  const heights = [altitudeAt(course, fromM)!, ...inside, altitudeAt(course, toM)!]
  let [up, down, held] = [0, 0, heights[0]!]
  for (const [i, height] of heights.entries()) {
    const by = height - held
    if (Math.abs(by) < noiseM && i < heights.length - 1) continue
    if (by > 0) up += by
    else down -= by
    held = height
  }
  return { up: Math.round(up), down: Math.round(down) }
}

export type Climb = {
  readonly fromM: number
  readonly toM: number
  readonly up: number
  /** Mean rise ÷ run. */
  readonly slope: number
}

/** Climbs of at least `least` metres, in order; a dip of less than a fifth of what was climbed does not end one. */
export const climbsOf = (course: Course, least = 15): readonly Climb[] => {
  const profile = heightsOf(course)
  const climbs: Climb[] = []
  let low: Height | undefined = profile[0]
  let top: Height | undefined = low
  const close = () => {
    if (low === undefined || top === undefined || top[0] <= low[0] || top[1] - low[1] < least) return
    const up = top[1] - low[1]
    climbs.push({ fromM: low[0], toM: top[0], up: Math.round(up), slope: up / (top[0] - low[0]) })
  }
  for (const point of profile) {
    if (low === undefined || top === undefined) break
    if (point[1] >= top[1]) top = point
    else if (top[1] - point[1] > Math.max(5, (top[1] - low[1]) / 5)) {
      close()
      low = top = point
    }
    if (point[1] < low[1]) low = top = point
  }
  close()
  return climbs
}

/** Bands of slope in percent: from the first on, below the second. */
export const gradeBands = [
  [Number.NEGATIVE_INFINITY, -15],
  [-15, -8],
  [-8, -3],
  [-3, 3],
  [3, 8],
  [8, 15],
  [15, Number.POSITIVE_INFINITY],
] as const

/** Metres of the course in each band of `gradeBands`. */
export const metresByGrade = (course: Course): readonly number[] => {
  const metres = gradeBands.map(() => 0)
  for (const { fromM, toM, slope } of legsOf(course)) {
    const at = gradeBands.findIndex(([from, to]) => 100 * slope >= from && 100 * slope < to)
    metres[at]! += toM - fromM
  }
  return metres
}

/** Steps of a way of which only its metres up are known (metres). */
const stepM = 1000

/**
 * A profile of which only distance and metres up are known: as much down as up, evenly, each for a kilometre. trust: ours; what
 * was steep in it reads gentler, so that it says rather too little than too much.
 */
export const evenlyUpAndDown = (distanceM: number, ascentM: number): Course['profile'] => {
  const count = Math.max(2, 2 * Math.round(distanceM / stepM / 2))
  const height = Math.round((20 * ascentM) / count)
  return Array.from({ length: count + 1 }, (_, i) => [Math.round((distanceM * i) / count), i % 2 === 0 ? 0 : height])
}
