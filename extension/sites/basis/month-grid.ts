/** The days of a month's grid whose cells carry only a number: each needs witnesses that agree, else it is no day. */
import { addDays, type Day, parseDay, weekdayOf } from '../../../core/model/day.ts'
import type { Confidence } from '../site.ts'

export type MonthName = { readonly year: number; readonly month: number }

/** A cell as it is printed: its number (null: none), and its column from 0. */
export type GridCell = { readonly number: number | null; readonly column: number }

const pad = (value: number): string => String(value).padStart(2, '0')

const daysOfWeek = 7

/** The first day of a month; undefined where there is no such month. */
export const firstOf = ({ year, month }: MonthName): Day | undefined => parseDay(`${year}-${pad(month)}-01`)

const lengthOf = (first: Day): number => {
  let days = 28
  while (addDays(first, days).slice(0, 7) === first.slice(0, 7)) days += 1
  return days
}

/**
 * Where the numbers 1, 2, 3 … of the month begin: the only 1 whose run is as long as the month, or as long as the grid
 * goes on. Undefined where no such run is there, or where two are.
 */
const beginOf = (cells: readonly GridCell[], length: number): { at: number; run: number } | undefined => {
  const runs = cells.flatMap(({ number }, at) => {
    if (number !== 1) return []
    let run = 1
    while (run < length && cells[at + run]?.number === run + 1) run += 1
    return [{ at, run }]
  })
  const longest = Math.max(...runs.map(({ run }) => run))
  const best = runs.filter(({ run }) => run === longest)
  return best.length === 1 ? best[0] : undefined
}

/**
 * The day of each cell, in the order of the cells; null for padding and for what cannot be told. `firstWeekday`: the
 * weekday (1 Monday … 7 Sunday) of column 0. `named`: how many parts of the page name this month, all of them alike.
 *
 * Certain needs the numbers to run from 1 without a gap, every one of them in its weekday's column, and either the whole
 * month (no two neighbouring months have both the same length and the same first weekday) or two parts that name it.
 */
export const daysOfGrid = (
  month: MonthName,
  cells: readonly GridCell[],
  { firstWeekday, named }: { readonly firstWeekday: number | null; readonly named: number },
): readonly ({ readonly day: Day; readonly confidence: Confidence } | null)[] => {
  const first = firstOf(month)
  const nothing = cells.map(() => null)
  if (first === undefined) return nothing
  const length = lengthOf(first)
  const begin = beginOf(cells, length)
  // Why the first row: where the month's own is missing, the next month's days follow 28 in the same columns.
  if (begin === undefined || (begin.run < length && begin.at >= daysOfWeek)) return nothing
  const days = cells.map((_, i) => {
    const nth = i - begin.at
    return nth < 0 || nth >= begin.run ? null : addDays(first, nth)
  })
  const inColumn = days.every((day, i) => {
    if (day === null || firstWeekday === null) return true
    return (weekdayOf(day) - firstWeekday + 7) % 7 === cells[i]!.column
  })
  if (!inColumn) return nothing
  const witnessed = begin.run === length ? named >= 1 : named >= 2
  const confidence = witnessed && firstWeekday !== null ? 'certain' : 'probable'
  return days.map(day => (day === null ? null : { day, confidence }))
}
