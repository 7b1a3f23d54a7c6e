/** A day in words, the same everywhere: no reader's locale enters what is signed, hashed or compared. */
import { type Day, weekdayOf } from './day.ts'

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Tuesday` */
export const sayWeekday = (day: Day): string => weekdayNames[weekdayOf(day) - 1]!
/** `Tuesday 12 May` */
export const sayDay = (day: Day): string =>
  `${sayWeekday(day)} ${Number(day.slice(8, 10))} ${monthNames[Number(day.slice(5, 7)) - 1]}`
/** `19.5 km`, `800 m` */
export const sayDistance = (metres: number): string =>
  metres >= 1000 ? `${Number((metres / 1000).toFixed(1))} km` : `${Math.round(metres)} m`
