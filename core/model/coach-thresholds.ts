/** Thresholds and zones as a coach sets them, dated: each time all that the coach then says, the latest holds. */
import * as v from 'valibot'
import { ownZonesSchema, thresholdsSchema } from './athlete.ts'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'
import { personIdSchema } from './ids.ts'

const { maxHr, restHr, thresholdHr, thresholdPaceSPerKm } = thresholdsSchema.entries

/** bpm, s/km; null where the coach says nothing, and the athlete's word or the estimate counts. */
export const coachThresholdsSchema = v.strictObject({
  id: text(64),
  /** From this day on. Why not `day`: it goes on into the next season. */
  since: daySchema,
  by: personIdSchema,
  /** Minutes since 1970-01-01 UTC. */
  at: whole(0, 200_000_000),
  maxHr,
  restHr,
  thresholdHr,
  thresholdPaceSPerKm,
  ownZonesHr: ownZonesSchema,
  /** What they rest on: a test, a race, what the coach saw. */
  words: text(500),
})
export type CoachThresholds = v.InferOutput<typeof coachThresholdsSchema>
