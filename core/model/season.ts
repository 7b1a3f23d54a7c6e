/** The coach's frame: phases with objectives, and races. The automation never writes here. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'

export const phaseKinds = ['base', 'build', 'peak', 'taper', 'transition'] as const
export const phaseSchema = v.strictObject({
  id: text(64),
  kind: v.picklist(phaseKinds),
  from: daySchema,
  to: daySchema,
  objective: text(500),
  measure: text(500),
  /** What this choice may cost, written beside it (S29). */
  risk: v.exactOptional(text(500)),
  /** What else has to have room in these weeks: family, work, another sport (S27). */
  priorities: v.exactOptional(text(500)),
  /** Target load of weeks, each named by its Monday; an hour at threshold is 100. */
  loads: v.exactOptional(v.pipe(v.array(v.strictObject({ week: daySchema, load: whole(0, 5000) })), v.maxLength(60))),
})
export type Phase = v.InferOutput<typeof phaseSchema>

export const raceSchema = v.strictObject({
  id: text(64),
  day: daySchema,
  name: text(200),
  priority: v.picklist(['A', 'B', 'C']),
  distanceM: v.nullable(whole(1, 1_000_000)),
  goal: text(300),
  /** Days of easy running or none after it that the athlete can truly have (S28); left out or null where not said. */
  recoveryDays: v.exactOptional(v.nullable(whole(0, 120))),
  risk: v.exactOptional(text(500)),
})
export type Race = v.InferOutput<typeof raceSchema>
