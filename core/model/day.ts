/** The athlete's local calendar day: a text that sorts. Core knows days, never dates; no time zone can enter. */
import * as v from 'valibot'
import type { Brand } from '../lib/brand.ts'

export type Day = Brand<string, 'Day'>
/** Days since 1970-01-01, an integer. */
export type DayNumber = number
/** 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

// Why: civil-from-days arithmetic of the proleptic Gregorian calendar, so that no Date is needed.
const numberOf = (year: number, month: number, day: number): DayNumber => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

// Why: the same days are said over and over; a century of them fits in a small table. Pure in effect.
const said: Day[] = []
const daysSaid = 40_000

export const dayFromNumber = (number: DayNumber): Day => {
  if (!(number >= 0 && number < daysSaid && Number.isInteger(number))) return dayNamed(number)
  const before = said[number]
  if (before !== undefined) return before
  const day = dayNamed(number)
  said[number] = day
  return day
}

const dayNamed = (number: DayNumber): Day => {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day
}

/** The day of `YYYY-MM-DD`, or undefined where the text is none (also for 2026-02-30). */
export const parseDay = (text: string): Day | undefined => {
  const parts = shape.exec(text)
  if (!parts) return undefined
  const number = numberOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return dayFromNumber(number) === text ? (text as Day) : undefined
}

/** The day of a year, month (1–12) and day of month, or undefined where there is no such day. */
export const dayOf = (year: number, month: number, day: number): Day | undefined =>
  parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)

// Why digit by digit: no text is cut out of a day, and days are counted by the hundred thousand.
const digit = (day: Day, at: number): number => day.charCodeAt(at) - 48

export const dayNumber = (day: Day): DayNumber =>
  numberOf(
    1000 * digit(day, 0) + 100 * digit(day, 1) + 10 * digit(day, 2) + digit(day, 3),
    10 * digit(day, 5) + digit(day, 6),
    10 * digit(day, 8) + digit(day, 9),
  )

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days)
/** Whole days from one day to a later one; negative where it is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)
/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): Weekday => (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday
/** The Monday of the week a day stands in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))
/** All days from first to last, both included; none where last is before first. */
export const daysFrom = (first: Day, last: Day): readonly Day[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i))
/** The seven days from a Monday. */
export const weekFrom = (monday: Day): readonly Day[] => daysFrom(monday, addDays(monday, 6))

/** Whole seconds since 1970-01-01T00:00 UTC and an offset in minutes east → the local day and its minute of the day. */
export const localMoment = (utcSeconds: number, offsetMin: number): { readonly day: Day; readonly minute: number } => {
  const minutes = Math.floor(utcSeconds / 60) + offsetMin
  const number = Math.floor(minutes / 1440)
  return { day: dayFromNumber(number), minute: minutes - number * 1440 }
}

export const daySchema = v.pipe(
  v.string(),
  v.check(text => parseDay(text) !== undefined, 'a day as YYYY-MM-DD'),
  v.transform(text => text as Day),
)
