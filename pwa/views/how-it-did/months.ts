/** Calendar months by name: `2026-11`. */
import { addDays, type Day } from '../../../core/model/day.ts'
import { addMonths } from '../../parts/calendar-keys.ts'
import { formatDay } from '../../parts/format.ts'

export const firstOf = (month: string): Day => `${month}-01` as Day
export const lastOf = (month: string): Day => addDays(addMonths(firstOf(month), 1), -1)
/** The month so many months before; a negative number is after. */
export const monthBefore = (month: string, months: number): string => addMonths(firstOf(month), -months).slice(0, 7)

export const sayMonthName = (month: string): string => formatDay(firstOf(month), 'month')
