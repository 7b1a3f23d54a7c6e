/** The way of a race: its official distance, how it rises and falls, what is underfoot and where one may drink. No place is in it. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'

export const surfaces = ['road', 'trail', 'rough'] as const
export type Surface = (typeof surfaces)[number]

/** A point on the way with a name; `aid` where there is something to eat or drink. Metres from the start. */
export const checkpointSchema = v.strictObject({
  name: text(100),
  atM: whole(0, 1_000_000),
  aid: v.boolean(),
})
export type Checkpoint = v.InferOutput<typeof checkpointSchema>

/** Metres from the start and decimetres above the sea: whole numbers, since what is signed holds no others. */
const pointSchema = v.strictTuple([whole(0, 1_000_000), whole(-5000, 90_000)])
export type ProfilePoint = v.InferOutput<typeof pointSchema>

const rising = (points: ProfilePoint[]): boolean => points.every(([metres], i) => i === 0 || metres > points[i - 1]![0])

/**
 * `distanceM` is the official distance; `measuredM` what the file measured along its track, null where a profile was typed.
 * `profile` runs from 0 to `distanceM`; empty where nothing is known of the heights. `surfaces` names what is underfoot
 * from a metre on until the next; empty: not said.
 */
export const courseSchema = v.pipe(
  v.strictObject({
    name: text(200),
    distanceM: whole(100, 1_000_000),
    measuredM: v.nullable(whole(1, 2_000_000)),
    profile: v.pipe(v.array(pointSchema), v.maxLength(800), v.check(rising, 'metres that rise')),
    checkpoints: v.pipe(v.array(checkpointSchema), v.maxLength(80)),
    surfaces: v.pipe(
      v.array(v.strictObject({ fromM: whole(0, 1_000_000), surface: v.picklist(surfaces) })),
      v.maxLength(40),
    ),
    origin: text(300),
  }),
  v.check(
    ({ distanceM, profile }) => profile.every(([metres]) => metres <= distanceM),
    'a profile no longer than the course',
  ),
)
export type Course = v.InferOutput<typeof courseSchema>

/** Distances that races are measured to, and how far off a track may be and still mean one of them. */
const official = [
  5000, 10_000, 15_000, 16_093, 20_000, 21_098, 25_000, 30_000, 42_195, 50_000, 80_467, 100_000,
] as const
const tooLong = 0.035
const tooShort = 0.015

/**
 * The distance a track of so many metres most likely stands for: a standard one where it is near (watches and drawn tracks
 * overshoot by up to 3 %), else its own to the nearest 100 m. A person may always write another.
 */
export const likelyDistance = (measuredM: number): number =>
  official.find(metres => measuredM <= metres * (1 + tooLong) && measuredM >= metres * (1 - tooShort)) ??
  Math.max(100, Math.round(measuredM / 100) * 100)

/**
 * Metres of a distance as a person writes it, in units of so many metres: `26.2` miles is a marathon, as everybody means it,
 * and so is every standard distance that is written with its first decimal. Undefined where it is no number.
 */
export const writtenDistance = (written: string, unitM: number): number | undefined => {
  const text = written.trim().replace(',', '.')
  if (!/^\d{1,4}(\.\d+)?$/.test(text)) return undefined
  const decimals = text.split('.')[1]?.length ?? 0
  const meant = official.find(metres => decimals > 0 && (metres / unitM).toFixed(decimals) === text)
  return meant ?? Math.round(Number(text) * unitM)
}

/** The course with another official distance: everything on it is stretched alike. */
export const withDistance = (course: Course, distanceM: number): Course => {
  const by = distanceM / course.distanceM
  const stretched = new Map(course.profile.map(([metres, altitude]) => [Math.round(metres * by), altitude] as const))
  return {
    ...course,
    distanceM,
    profile: [...stretched].sort(([a], [b]) => a - b),
    checkpoints: course.checkpoints.map(one => ({ ...one, atM: Math.min(distanceM, Math.round(one.atM * by)) })),
    surfaces: course.surfaces.map(one => ({ ...one, fromM: Math.round(one.fromM * by) })),
  }
}
