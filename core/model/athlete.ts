/** What the athlete says of themselves: profile, availability, life, and how sessions went. Null is unknown. */
import * as v from 'valibot'
import { real, text, whole } from './bounds.ts'
import { bodySites } from './check-in.ts'
import { daySchema } from './day.ts'
import { activityIdSchema, sessionIdSchema } from './ids.ts'

/** Heart rates in beats per minute; threshold pace in seconds per kilometre. Who or what set them stands in `origin`. */
export const thresholdsSchema = v.strictObject({
  maxHr: v.nullable(whole(80, 240)),
  restHr: v.nullable(whole(25, 120)),
  thresholdHr: v.nullable(whole(80, 230)),
  thresholdPaceSPerKm: v.nullable(whole(120, 900)),
  origin: text(300),
})
export type Thresholds = v.InferOutput<typeof thresholdsSchema>

export const injurySchema = v.strictObject({
  site: v.picklist(bodySites),
  from: daySchema,
  to: v.nullable(daySchema),
  note: text(500),
})
export type Injury = v.InferOutput<typeof injurySchema>

/** Minutes available by weekday, Monday first; null where the athlete has not said. */
const weekMinutesSchema = v.tuple([
  v.nullable(whole(0, 1440)),
  v.nullable(whole(0, 1440)),
  v.nullable(whole(0, 1440)),
  v.nullable(whole(0, 1440)),
  v.nullable(whole(0, 1440)),
  v.nullable(whole(0, 1440)),
  v.nullable(whole(0, 1440)),
])

const presetSchema = v.picklist(['standard', 'coach-heavy'])
const sexSchema = v.nullable(v.picklist(['female', 'male']))
const hoursSchema = v.nullable(real(0, 24))
/** Lower edges of zones of one's own in beats per minute, rising; left out or null where there are none. */
export const ownZonesSchema = v.nullable(
  v.pipe(
    v.array(whole(30, 240)),
    v.minLength(2),
    v.maxLength(9),
    v.check(edges => edges.every((edge, i) => i === 0 || edge > edges[i - 1]!), 'edges that rise'),
  ),
)

const was = <F extends string, S extends v.GenericSchema>(field: F, value: S) =>
  v.strictObject({ field: v.literal(field), until: daySchema, value })
/** What a part of the profile was up to a day on which it was told otherwise, that day not included. */
const earlierSchema = v.variant('field', [
  was('sex', sexSchema),
  was('thresholds', v.nullable(thresholdsSchema)),
  was('weekMinutes', v.nullable(weekMinutesSchema)),
  was('preset', presetSchema),
  was('usualSleepHours', hoursSchema),
  was('ownZonesHr', ownZonesSchema),
])
export type Earlier = v.InferOutput<typeof earlierSchema>
/** So many changes are kept, the latest. */
export const mostEarlier = 100

export const profileSchema = v.strictObject({
  name: text(100),
  sex: sexSchema,
  thresholds: v.nullable(thresholdsSchema),
  injuries: v.pipe(v.array(injurySchema), v.maxLength(100)),
  weekMinutes: v.nullable(weekMinutesSchema),
  goals: text(2000),
  /** `coach-heavy`: first ultra, youth, return from injury. */
  preset: presetSchema,
  /** Hours between bed and rising the athlete calls enough; null where not said. */
  usualSleepHours: hoursSchema,
  /** Whether nights are alike; shifts are their own rhythm. */
  sleepRhythm: v.optional(v.nullable(v.picklist(['regular', 'varies', 'shifts']))),
  /** The athlete's own "none so far": an empty list of injuries says nothing. */
  noInjuries: v.optional(v.nullable(v.boolean())),
  /** Work and family, and what they make of a week. */
  work: v.optional(v.nullable(text(2000))),
  motivates: v.optional(v.nullable(text(2000))),
  frightens: v.optional(v.nullable(text(2000))),
  ownZonesHr: v.optional(ownZonesSchema),
  earlier: v.optional(v.pipe(v.array(earlierSchema), v.maxLength(mostEarlier))),
})
export type Profile = v.InferOutput<typeof profileSchema>

export const emptyProfile = (name: string): Profile => ({
  name,
  sex: null,
  thresholds: null,
  injuries: [],
  weekMinutes: null,
  goals: '',
  preset: 'standard',
  usualSleepHours: null,
})

export const lifeKinds = ['sick', 'travel', 'work', 'family', 'holiday', 'blocked', 'other'] as const
/** A range of days on which life comes first; it leaves the compliance count. */
export const lifeEventSchema = v.strictObject({
  id: text(64),
  kind: v.picklist(lifeKinds),
  from: daySchema,
  to: daySchema,
  note: text(500),
})
export type LifeEvent = v.InferOutput<typeof lifeEventSchema>

/** What the athlete says of a planned session: done, not done, which activity it was, how hard, how it went. */
export const outcomeSchema = v.strictObject({
  session: sessionIdSchema,
  said: v.picklist(['done', 'not-done']),
  activity: v.nullable(activityIdSchema),
  rpe: v.nullable(real(0, 10)),
  comment: text(2000),
  /** Minutes since 1970-01-01 UTC at which it was said. */
  at: whole(0, 200_000_000),
})
export type Outcome = v.InferOutput<typeof outcomeSchema>

/** A day the athlete confirms: nothing else happened than what is on file. */
export const confirmedDaySchema = v.strictObject({ day: daySchema })
