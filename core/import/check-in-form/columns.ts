/** What the columns of a check-in table are called, and which answer each one is. */
import type { CheckIn } from '../../model/check-in.ts'

/** `feeling` columns are scales; the others are measured or written. */
export type Column = 'day' | Exclude<keyof CheckIn, 'sorenessSite'>

// Why in this order: the first that fits counts, and “sleep quality” is no length of sleep.
const names: readonly (readonly [RegExp, Column])[] = [
  [/^(day|date|timestamp|datum|fecha)$/, 'day'],
  [/sleep (quality|score)|quality of sleep|how (well )?did you sleep|^sleep \(?1/, 'sleepQuality'],
  [/^sleep$|(sleep|slept).*(hours|hrs|\bh\b|duration|time)|hours.*(sleep|slept)/, 'sleepHours'],
  [/sore|muscle/, 'soreness'],
  [/fatigue|tired|energy/, 'fatigue'],
  [/stress/, 'stress'],
  [/motivat|mood/, 'motivation'],
  [/\bpain\b|injur|niggle/, 'pain'],
  [/resting (hr|heart rate|pulse)|\brhr\b|morning (hr|pulse)/, 'restingHr'],
  [/\bhrv\b|rmssd/, 'hrvMs'],
  [/note|comment|remark|anything else/, 'note'],
]

const plain = (column: string): string => column.toLowerCase().replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim()

/** The answer a column holds; null where its name says nothing that Tandem asks. */
export const columnOf = (column: string): Column | null =>
  names.find(([shape]) => shape.test(plain(column)))?.[1] ?? null

export const isDayColumn = (column: string): boolean => columnOf(column) === 'day'

/** Scales on which the highest figure is the best day: the words of the column turn some round. */
export const isGoodHigh = (column: string, answer: Column): boolean =>
  answer === 'sleepQuality' || answer === 'motivation' || (answer === 'fatigue' && /energy/.test(plain(column)))

/** `1-5`, `1–10`, `out of 10` in the name of a column: how many steps it was asked with; null where it does not say. */
export const stepsSaid = (column: string): number | null => {
  const said = /\b[01]\s?[-–—]\s?(\d{1,2})\b|(?:out of|\/)\s?(\d{1,2})\b/.exec(column)
  const steps = Number(said?.[1] ?? said?.[2] ?? 0)
  return steps >= 3 && steps <= 10 ? steps : null
}
