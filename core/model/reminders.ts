/** When a device may speak up by itself: at times the person chose, and never in their quiet hours. */
import * as v from 'valibot'
import { whole } from './bounds.ts'

const minute = whole(0, 1439)

/** Minutes of the day; null: never. */
export const reminderTimesSchema = v.strictObject({
  /** On a day with a session that has no time of its own. */
  morning: v.nullable(minute),
  /** On a day whose session nobody has said anything of. */
  evening: v.nullable(minute),
  /** So many minutes before a session that has a time. */
  before: v.nullable(whole(0, 1440)),
  /** Quiet hours, over midnight too; where both are the same there are none. */
  quietFrom: minute,
  quietTo: minute,
})
export type ReminderTimes = v.InferOutput<typeof reminderTimesSchema>

/** Half past six, eight in the evening, half an hour before; quiet from half past nine until six. */
export const usualTimes: ReminderTimes = { morning: 390, evening: 1200, before: 30, quietFrom: 1290, quietTo: 360 }

const ofDay = (at: number): number => ((at % 1440) + 1440) % 1440

/** Whether a minute of the day lies in the quiet hours. */
export const isQuiet = ({ quietFrom, quietTo }: ReminderTimes, at: number): boolean => {
  const now = ofDay(at)
  if (quietFrom === quietTo) return false
  return quietFrom < quietTo ? quietFrom <= now && now < quietTo : now >= quietFrom || now < quietTo
}

/** The same moment, or the end of the quiet hours it lies in. */
const whenLoud = (times: ReminderTimes, at: number): number =>
  isQuiet(times, at) ? at + ofDay(times.quietTo - at) : at

/**
 * The minute at which a session is spoken of, counted from the beginning of its day (below zero: the evening before); null
 * for silence. What the quiet hours put off until after the start is left out.
 */
export const speaksAt = (times: ReminderTimes, startMinute: number | null): number | null => {
  if (startMinute === null) return times.morning === null ? null : whenLoud(times, times.morning)
  if (times.before === null) return null
  const at = whenLoud(times, startMinute - times.before)
  return at <= startMinute ? at : null
}
