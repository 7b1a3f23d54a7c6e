/** What is carried from one aid station to the next: the coach's grams and millilitres an hour over the time it takes. */
import type { CourseSplit } from './splits.ts'

/** Grams and millilitres an hour as the coach wrote them; null is not said. */
export type AnHour = { readonly grams: number | null; readonly ml: number | null }

/** A stretch that ends at an aid station or the finish; seconds on the clock there, and since the one before. */
export type Stretch = {
  readonly to: string | null
  readonly atM: number
  readonly seconds: number
  readonly stretchS: number
  readonly grams: number | null
  readonly ml: number | null
}

/** Nobody counts finer than this on the run (grams, millilitres). */
const finest = { grams: 5, ml: 50 } as const

const over = (anHour: number | null, seconds: number, step: number): number | null =>
  anHour === null ? null : Math.round((anHour * seconds) / 3600 / step) * step

/** The stretches of a race; one alone where no aid station is on file. */
export const stretchesOf = (splits: readonly CourseSplit[], { grams, ml }: AnHour): readonly Stretch[] => {
  let before = 0
  return splits.flatMap(({ name, aid, atM, seconds }, i): readonly Stretch[] => {
    if (!aid && i < splits.length - 1) return []
    const stretchS = seconds - before
    before = seconds
    const carried = { grams: over(grams, stretchS, finest.grams), ml: over(ml, stretchS, finest.ml) }
    return [{ to: name, atM, seconds, stretchS, ...carried }]
  })
}

/** Minutes between two reminders to drink and eat: small amounts often sit better than much at once (convention). */
export const remindEveryMin = 20

/** What is taken at each reminder, to the nearest 5. */
export const atReminder = ({ grams, ml }: AnHour): AnHour => {
  const each = (anHour: number | null) => (anHour === null ? null : Math.round((anHour * remindEveryMin) / 60 / 5) * 5)
  return { grams: each(grams), ml: each(ml) }
}
