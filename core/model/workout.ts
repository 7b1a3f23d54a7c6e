/** A workout's steps as the coach writes them: amounts, and targets as written, never paces resolved for one athlete. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'

/** Daniels' intensities: easy, marathon, threshold, interval, repetition. */
export const zones = ['E', 'M', 'T', 'I', 'R'] as const
export type Zone = (typeof zones)[number]
export const roles = ['warmup', 'work', 'recovery', 'cooldown'] as const

/** Seconds, metres, or until the lap button is pressed: how long that is nobody knows beforehand. */
const amountSchema = v.variant('unit', [
  v.strictObject({ unit: v.literal('s'), value: whole(1, 200_000) }),
  v.strictObject({ unit: v.literal('m'), value: whole(1, 500_000) }),
  v.strictObject({ unit: v.literal('lap') }),
])

/**
 * What a range counts. `threshold-pace` is percent of threshold speed (more is faster), `pace-…` seconds over so far;
 * `max-hr`, `threshold-hr`, `ftp` and `best-power` (of the best power over `over` seconds) are percent; the zones are
 * numbers of the athlete's own.
 */
export const rangeKinds = [
  'threshold-pace',
  'pace-km',
  'pace-mi',
  'pace-100m',
  'pace-100y',
  'pace-500m',
  'pace-400m',
  'pace-250m',
  'pace-zone',
  'max-hr',
  'threshold-hr',
  'bpm',
  'hr-zone',
  'ftp',
  'watts',
  'best-power',
  'power-zone',
  'custom-zone',
] as const
export type RangeKind = (typeof rangeKinds)[number]

/** The highest number a range of this kind may name. */
export const mostOfRange = (of: RangeKind): number =>
  of.endsWith('-zone') ? 20 : of === 'bpm' ? 250 : of === 'watts' ? 3000 : /^pace-/.test(of) ? 5999 : 400

const targetSchema = v.variant('type', [
  v.strictObject({ type: v.literal('zone'), zone: v.picklist(zones) }),
  v.strictObject({ type: v.literal('effort'), rpe: whole(1, 10) }),
  v.strictObject({ type: v.literal('free') }),
  /** From and to as written, alike for a single value. A ramp goes evenly from the one to the other. */
  v.pipe(
    v.strictObject({
      type: v.literal('range'),
      of: v.picklist(rangeKinds),
      from: whole(1, 5999),
      to: whole(1, 5999),
      over: v.exactOptional(whole(1, 86_400)),
      ramp: v.exactOptional(v.literal(true)),
    }),
    v.check(({ of, from, to }) => Math.max(from, to) <= mostOfRange(of), 'no more than a target of its kind can be'),
    v.check(({ of, over }) => (of === 'best-power') === (over !== undefined), 'a time only for best power'),
  ),
])

/** The coach's own words over what follows; a word first, so that it is never read as a step or a block. */
const headingSchema = v.pipe(
  text(100),
  v.regex(/^\p{L}[^\r\n]*\S$/u, 'a heading'),
  v.check(words => !/\d+\s*[x×]$/i.test(words), 'no number of times'),
  v.check(words => !/^(warm[\s-]?up|cool[\s-]?down):?$/i.test(words), 'more than the role of its steps'),
)

export const stepSchema = v.strictObject({
  type: v.literal('step'),
  role: v.picklist(roles),
  amount: amountSchema,
  target: targetSchema,
  cue: v.nullable(text(200)),
  /** The step has its length and ends when the lap button is pressed all the same. */
  lap: v.exactOptional(v.literal(true)),
  /** Turns or steps a minute. */
  cadence: v.exactOptional(
    v.strictObject({ unit: v.picklist(['rpm', 'spm']), from: whole(1, 300), to: whole(1, 300) }),
  ),
  heading: v.exactOptional(headingSchema),
})
export const repeatSchema = v.strictObject({
  type: v.literal('repeat'),
  times: whole(1, 100),
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(20)),
  heading: v.exactOptional(headingSchema),
})
export const stepsSchema = v.pipe(v.array(v.variant('type', [stepSchema, repeatSchema])), v.maxLength(60))

export const isHeading = (words: string): boolean => v.is(headingSchema, words)

export type Amount = v.InferOutput<typeof amountSchema>
export type Target = v.InferOutput<typeof targetSchema>
export type RangeTarget = Extract<Target, { readonly type: 'range' }>
export type Step = v.InferOutput<typeof stepSchema>
export type Repeat = v.InferOutput<typeof repeatSchema>
export type Steps = v.InferOutput<typeof stepsSchema>
