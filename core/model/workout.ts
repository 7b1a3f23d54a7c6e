/** A workout's steps as the coach writes them: amounts and targets in zones, not resolved paces. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'

/** Daniels' intensities: easy, marathon, threshold, interval, repetition. */
export const zones = ['E', 'M', 'T', 'I', 'R'] as const
export type Zone = (typeof zones)[number]
export const roles = ['warmup', 'work', 'recovery', 'cooldown'] as const

const amountSchema = v.variant('unit', [
  v.strictObject({ unit: v.literal('s'), value: whole(1, 200_000) }),
  v.strictObject({ unit: v.literal('m'), value: whole(1, 500_000) }),
])
const targetSchema = v.variant('type', [
  v.strictObject({ type: v.literal('zone'), zone: v.picklist(zones) }),
  v.strictObject({ type: v.literal('effort'), rpe: whole(1, 10) }),
  v.strictObject({ type: v.literal('free') }),
])
export const stepSchema = v.strictObject({
  type: v.literal('step'),
  role: v.picklist(roles),
  amount: amountSchema,
  target: targetSchema,
  cue: v.nullable(text(200)),
})
export const repeatSchema = v.strictObject({
  type: v.literal('repeat'),
  times: whole(1, 100),
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(20)),
})
export const stepsSchema = v.pipe(v.array(v.variant('type', [stepSchema, repeatSchema])), v.maxLength(60))

export type Amount = v.InferOutput<typeof amountSchema>
export type Target = v.InferOutput<typeof targetSchema>
export type Step = v.InferOutput<typeof stepSchema>
export type Repeat = v.InferOutput<typeof repeatSchema>
export type Steps = v.InferOutput<typeof stepsSchema>
