/** What the calendar files written so far said of each session, kept on the device that wrote them. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'

export const toldSchema = v.record(
  text(64),
  v.strictObject({ content: text(20_000), sequence: whole(0, 1_000_000), day: daySchema }),
)
/** By session. `content` is what was written of it, or `cancelled`. */
export type Told = v.InferOutput<typeof toldSchema>
