/** What one coach and the athlete write to each other alone: mental preparation, and notes of what they talked about. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'
import { personIdSchema } from './ids.ts'

/**
 * What is kept of the mind before a race, each by itself: where doubts come up, how setbacks are met, which cues work, what
 * is rehearsed, and what to be reminded of on a day. `mental-preparation` is what was written before these were told apart.
 */
export const privateNoteKinds = [
  'mental-preparation',
  'conversation',
  'doubts',
  'setbacks',
  'cues',
  'rehearsal',
  'reminder',
] as const
export const privateNoteSchema = v.strictObject({
  id: text(64),
  kind: v.picklist(privateNoteKinds),
  /** The race or the day it is for; null where it is for none. */
  day: v.nullable(daySchema),
  by: personIdSchema,
  words: text(8000),
  /** Minutes since 1970-01-01 UTC. */
  at: whole(0, 200_000_000),
})
export type PrivateNote = v.InferOutput<typeof privateNoteSchema>
