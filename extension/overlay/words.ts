/** Days in the reader's own language; the day itself never passes through a time zone. */
import { type Day, dayNumber } from '../../core/model/day.ts'

const format = (day: Day, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(dayNumber(day) * 86_400_000)

/** "Wednesday, 5 August" */
export const dayWords = (day: Day): string => format(day, { weekday: 'long', day: 'numeric', month: 'long' })
/** "Wed 5" */
export const shortDayWords = (day: Day): string => format(day, { weekday: 'short', day: 'numeric' })
/** "3 Aug" */
export const dateWords = (day: Day): string => format(day, { day: 'numeric', month: 'short' })
