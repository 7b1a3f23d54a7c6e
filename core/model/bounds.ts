/** Limits on what may come from outside, so that one field cannot fill a disk. */
import * as v from 'valibot'

export const text = (letters: number) => v.pipe(v.string(), v.maxLength(letters))
export const whole = (low: number, high: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(low), v.maxValue(high))
export const real = (low: number, high: number) => v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high))
/** A scale of 1–5 with words; null where nothing was said. */
export const fiveOrUnknown = v.nullable(whole(1, 5))
