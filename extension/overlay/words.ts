/** Days in the reader's own language; the day itself never passes through a time zone. */
import { type Day, dayNumber } from '../../core/model/day.ts'

/** Why made once, and only when first asked for: making a formatter costs the page milliseconds, using it nothing. */
const wordsBy = (options: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
  let made: Intl.DateTimeFormat | null = null
  return day => {
    made ??= new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' })
    return made.format(dayNumber(day) * 86_400_000)
  }
}

/** "Wednesday, 5 August" */
export const dayWords = wordsBy({ weekday: 'long', day: 'numeric', month: 'long' })
/** "Wed 5" */
export const shortDayWords = wordsBy({ weekday: 'short', day: 'numeric' })
/** "3 Aug" */
export const dateWords = wordsBy({ day: 'numeric', month: 'short' })
