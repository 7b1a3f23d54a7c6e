/** What was done: one activity's summary, with all that the engine reads and nothing that locates it. */
import * as v from 'valibot'
import { real, text, whole } from './bounds.ts'
import { daySchema } from './day.ts'
import { activityIdSchema } from './ids.ts'

export const sports = ['run', 'ride', 'swim', 'walk', 'strength', 'other'] as const
export type Sport = (typeof sports)[number]

export const sourceKinds = [
  'fit',
  'tcx',
  'gpx',
  'strava-archive',
  'intervals',
  'garmin-export',
  'trainingpeaks',
  'running-page',
  'check-in-form',
  'typed',
  'sample',
] as const

/** Where a summary came from: the kind of source, the file or row it was, and its own id there. */
export const sourceSchema = v.strictObject({
  kind: v.picklist(sourceKinds),
  name: text(300),
  id: v.nullable(text(100)),
})
export type Source = v.InferOutput<typeof sourceSchema>

/** Seconds spent at each value: [lower edge of the bin, seconds]. Bins are 2 bpm wide for heart rate. */
const histogramSchema = v.pipe(v.array(v.tuple([whole(0, 10_000), whole(0, 1_000_000)])), v.maxLength(200))

/** The fastest stretch of a run over a distance (metres) in seconds. */
const bestEffortSchema = v.strictObject({ distanceM: whole(1, 1_000_000), durationS: whole(1, 1_000_000) })

/** A lap or work interval as recorded. Speeds follow from distance and duration. */
const splitSchema = v.strictObject({
  durationS: whole(0, 1_000_000),
  distanceM: v.nullable(whole(0, 1_000_000)),
  meanHr: v.nullable(whole(20, 260)),
})

/**
 * Durations in seconds, distances in metres, heart rate in beats per minute, temperature in °C; null is unknown.
 * `start` is the local wall clock `YYYY-MM-DDTHH:MM:SS` as the file gives it; `utc` seconds since 1970, null where the
 * file does not say. `hrSeconds` and `paceSeconds` are histograms (2 bpm bins; seconds per km in bins of 5).
 */
export const activitySchema = v.strictObject({
  id: activityIdSchema,
  sport: v.picklist(sports),
  name: v.nullable(text(300)),
  day: daySchema,
  start: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)),
  utc: v.nullable(whole(0, 10_000_000_000)),
  durationS: whole(0, 5_000_000),
  elapsedS: v.nullable(whole(0, 5_000_000)),
  distanceM: v.nullable(whole(0, 5_000_000)),
  ascentM: v.nullable(whole(0, 100_000)),
  /** Grade-adjusted distance in metres: the flat distance of equal energy. */
  flatDistanceM: v.nullable(whole(0, 5_000_000)),
  meanHr: v.nullable(whole(20, 260)),
  maxHr: v.nullable(whole(20, 260)),
  temperatureC: v.nullable(real(-60, 70)),
  hrSeconds: v.nullable(histogramSchema),
  paceSeconds: v.nullable(histogramSchema),
  bestEfforts: v.pipe(v.array(bestEffortSchema), v.maxLength(20)),
  splits: v.pipe(v.array(splitSchema), v.maxLength(500)),
  /** Fall of speed per heartbeat from the first half to the second, as a share; null where it has no meaning. */
  decoupling: v.nullable(real(-5, 5)),
  /** Rating of perceived exertion, 0–10 (CR10). */
  rpe: v.nullable(real(0, 10)),
  comment: v.nullable(text(4000)),
  sources: v.pipe(v.array(sourceSchema), v.minLength(1), v.maxLength(20)),
  /** Recordings that the athlete said are another activity than this one, however alike they are. */
  apartFrom: v.exactOptional(v.pipe(v.array(activityIdSchema), v.maxLength(50))),
  /** The athlete said that it was none of the planned sessions, however alike. */
  offPlan: v.exactOptional(v.literal(true)),
})
export type Activity = v.InferOutput<typeof activitySchema>
