/** A plan as a file of its own, for the command line and for handing over: strict, so that a typing error is named. */
import * as v from 'valibot'
import { activitySchema } from './activity.ts'
import { lifeEventSchema, outcomeSchema, profileSchema } from './athlete.ts'
import { type CheckIn, checkInSchema, emptyCheckIn, importedCheckInSchema } from './check-in.ts'
import { daySchema } from './day.ts'
import { phaseSchema, raceSchema } from './season.ts'
import { sessionSchema } from './session.ts'

/** A session as people write it by hand: what most sessions do not need may be left out. */
const writtenSessionSchema = v.strictObject({
  ...sessionSchema.entries,
  key: v.optional(sessionSchema.entries.key, false),
  locked: v.optional(sessionSchema.entries.locked, false),
  notes: v.optional(sessionSchema.entries.notes, ''),
  startMinute: v.optional(sessionSchema.entries.startMinute, null),
})

/** A check-in as people write it by hand: what was not said may be left out. */
const writtenCheckInSchema = v.pipe(
  v.strictObject({ ...v.partial(checkInSchema).entries, day: checkInSchema.entries.day }),
  v.transform(said => ({ ...emptyCheckIn(said.day), ...said }) as CheckIn),
)

const listOf = <S extends v.GenericSchema>(schema: S) => v.optional(v.pipe(v.array(schema), v.maxLength(20_000)), [])

/** `athlete` is a profile of which any part may be left out; so may every list. */
export const planFileSchema = v.strictObject({
  schema: v.literal(1),
  athlete: v.optional(v.strictObject(v.partial(profileSchema).entries), {}),
  sessions: listOf(writtenSessionSchema),
  phases: listOf(phaseSchema),
  races: listOf(raceSchema),
  checkIns: listOf(writtenCheckInSchema),
  lifeEvents: listOf(lifeEventSchema),
  outcomes: listOf(outcomeSchema),
  confirmedDays: listOf(daySchema),
})
export type PlanFile = v.InferOutput<typeof planFileSchema>

/** What `tandem import --json` writes and `tandem review --history` reads back; only the activities are needed. */
export const historyFileSchema = v.object({
  schema: v.literal(1),
  activities: v.pipe(v.array(activitySchema), v.maxLength(200_000)),
  checkIns: v.optional(v.pipe(v.array(importedCheckInSchema), v.maxLength(20_000)), []),
  sessions: listOf(sessionSchema),
})
