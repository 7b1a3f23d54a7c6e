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
})
export type Phase = v.InferOutput<typeof phaseSchema>

export const raceSchema = v.strictObject({
  id: text(64),
  day: daySchema,
  name: text(200),
  priority: v.picklist(['A', 'B', 'C']),
  distanceM: v.nullable(whole(1, 1_000_000)),
  goal: text(300),
})
export type Race = v.InferOutput<typeof raceSchema>
