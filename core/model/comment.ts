/** A remark on a day or session, by coach or athlete. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'
import { personIdSchema, sessionIdSchema } from './ids.ts'

export const commentSchema = v.strictObject({
  id: text(64),
  day: daySchema,
  session: v.nullable(sessionIdSchema),
  by: personIdSchema,
  words: text(4000),
  /** Minutes since 1970-01-01 UTC. */
  at: whole(0, 200_000_000),
})
export type Comment = v.InferOutput<typeof commentSchema>
