/** A day and a distance in words, the same everywhere: no reader's locale enters what is signed, hashed or compared. */
import { type Day, weekdayOf } from './day.ts'

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Tuesday` */
export const sayWeekday = (day: Day): string => weekdayNames[weekdayOf(day) - 1]!
/** `Tuesday 12 May` */
export const sayDay = (day: Day): string =>
  `${sayWeekday(day)} ${Number(day.slice(8, 10))} ${monthNames[Number(day.slice(5, 7)) - 1]}`

/**
 * Stands between a figure of a rule and its unit, and nowhere else: whoever shows the sentence can put the figure in the
 * reader's own unit, and leaves a title or a person's words (`10 km race`) as they were written.
 */
export const unitMark = '\u00a0'
/** `19.5 km`, `800 m`, with the mark before the unit. */
export const sayDistance = (metres: number): string =>
  metres >= 1000 ? `${Number((metres / 1000).toFixed(1))}${unitMark}km` : `${Math.round(metres)}${unitMark}m`
/** Seconds per kilometre that change: `5:00 → 4:54 per km`, with the mark before the unit. */
export const sayPaces = (before: string, after: string): string => `${before} → ${after} per${unitMark}km`
