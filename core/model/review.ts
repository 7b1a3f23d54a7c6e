/** What a coach says of a week: on Monday what follows from it, at its end how it was; and the athlete's answer. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'
import { personIdSchema } from './ids.ts'

export const reviewOutcomes = ['on-track', 'deload', 'adjust'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

/** What only a person can say of a week, each by itself; empty where the coach left it. */
const reflectionSchema = v.strictObject({
  mood: text(500),
  confidence: text(500),
  execution: text(500),
  /** What next week is about, in a sentence. */
  focus: text(500),
  /** The habit that helped, to keep. */
  habit: text(500),
})
export type Reflection = v.InferOutput<typeof reflectionSchema>

export const reviewSchema = v.strictObject({
  id: text(64),
  /** The Monday of the week it speaks of. */
  week: daySchema,
  by: personIdSchema,
  /** Minutes since 1970-01-01 UTC. */
  at: whole(0, 200_000_000),
  /** The week in figures, by rule, as it stood when the coach wrote. */
  numbers: v.pipe(v.array(text(300)), v.maxLength(12)),
  /** Monday's outcome; null for a reflection at the end of the week. */
  outcome: v.nullable(v.picklist(reviewOutcomes)),
  /** What the outcome changed in the plan, a line for each. */
  did: v.pipe(v.array(text(300)), v.maxLength(40)),
  reflection: v.nullable(reflectionSchema),
  /** The coach's own words to the athlete. */
  words: text(4000),
})
export type Review = v.InferOutput<typeof reviewSchema>

/** The athlete's answer to a review; `id` is the review's. */
export const reviewAnswerSchema = v.strictObject({
  id: text(64),
  said: v.picklist(['understood', 'question']),
  words: text(2000),
  /** Minutes since 1970-01-01 UTC. */
  at: whole(0, 200_000_000),
})
export type ReviewAnswer = v.InferOutput<typeof reviewAnswerSchema>
