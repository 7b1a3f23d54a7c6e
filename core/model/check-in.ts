/** The athlete's own word on a day. Everything is optional; null is "not said". */
import * as v from 'valibot'
import { sourceSchema } from './activity.ts'
import { fiveOrUnknown, real, text, whole } from './bounds.ts'
import { daySchema } from './day.ts'

export const bodySites = [
  'foot',
  'ankle',
  'achilles',
  'calf',
  'shin',
  'knee',
  'hamstring',
  'quad',
  'hip',
  'groin',
  'back',
  'other',
] as const
export type BodySite = (typeof bodySites)[number]

/** 1–5 with words: sleep quality, motivation 5 is good; soreness, fatigue, stress, pain 5 is bad. Sleep in hours. */
export const checkInSchema = v.strictObject({
  day: daySchema,
  sleepHours: v.nullable(real(0, 24)),
  sleepQuality: fiveOrUnknown,
  soreness: fiveOrUnknown,
  sorenessSite: v.nullable(v.picklist(bodySites)),
  fatigue: fiveOrUnknown,
  stress: fiveOrUnknown,
  motivation: fiveOrUnknown,
  pain: v.nullable(v.strictObject({ site: v.picklist(bodySites), level: whole(1, 5) })),
  restingHr: v.nullable(whole(20, 150)),
  hrvMs: v.nullable(real(1, 400)),
  note: v.nullable(text(2000)),
})
export type CheckIn = v.InferOutput<typeof checkInSchema>

/** What another log or watch holds of a day, and which one; the athlete's own word always goes before it. */
export const importedCheckInSchema = v.strictObject({ ...checkInSchema.entries, source: sourceSchema })
export type ImportedCheckIn = v.InferOutput<typeof importedCheckInSchema>

/** A check-in in which nothing was said yet. */
export const emptyCheckIn = (day: CheckIn['day']): CheckIn => ({
  day,
  sleepHours: null,
  sleepQuality: null,
  soreness: null,
  sorenessSite: null,
  fatigue: null,
  stress: null,
  motivation: null,
  pain: null,
  restingHr: null,
  hrvMs: null,
  note: null,
})
