/** What stands in a list or a table that another service wrote, read without trust. */
import { parseJson } from '../../lib/parse.ts'
import { type Day, dayNumber, parseDay } from '../../model/day.ts'

/** An object of another service's file, field by field whatever it says. */
export type Fields = { readonly [field: string]: unknown }

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const fieldsIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

/** Whether a mark stands in a text more often than this. */
export const hasMore = (text: string, mark: string, most: number): boolean => {
  let count = 0
  for (let at = text.indexOf(mark); at !== -1 && count <= most; at = text.indexOf(mark, at + 1)) count++
  return count > most
}

/** So many objects or lists no export of a life of training holds; as values each takes up to fifty times its text. */
const mostObjects = 150_000
/** Three activities a day for forty years. */
const mostEntries = 45_000

/** JSON text as a value; undefined where it is none, or more than anybody exports. */
export const jsonOf = (text: string): unknown => {
  if (hasMore(text, '{', mostObjects) || hasMore(text, '[', mostObjects)) return undefined
  const value = parseJson(text)
  if (!value.ok || (Array.isArray(value.value) && value.value.length > mostEntries)) return undefined
  return value.value
}

/** A number within bounds under the first of these names that has one, also where it is written as text; else null. */
export const numberAt = (
  fields: Fields,
  names: readonly string[],
  low = -Number.MAX_SAFE_INTEGER,
  high: number = Number.MAX_SAFE_INTEGER,
): number | null => {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    const number =
      typeof value === 'number'
        ? value
        : typeof value === 'string' && value.trim() !== ''
          ? numberOf(value)
          : Number.NaN
    if (number >= low && number <= high) return number
  }
  return null
}

// Why: in a table of another language the comma stands for the point; a comma before three digits does not.
const numberOf = (text: string): number =>
  Number(/^\s*-?\d+,\d+\s*$/.test(text) && !/,\d{3}\s*$/.test(text) ? text.replace(',', '.') : text)

/** A text under the first of these names that has one, cut to so many letters; null where there is none. */
export const textAt = (fields: Fields, names: readonly string[], letters: number): string | null => {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
    if (text !== '') return text.slice(0, letters)
  }
  return null
}

/** A wall clock as written: its day, `YYYY-MM-DDTHH:MM:SS`, seconds of that clock since 1970, and minutes east if said. */
export type Clock = {
  readonly day: Day
  readonly start: string
  readonly seconds: number
  readonly eastMin: number | null
}

const clockShape =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d))?$/i

/** Undefined where the text is no such moment. A day alone is its midnight. */
export const readClock = (text: string | null): Clock | undefined => {
  const parts = clockShape.exec(text ?? '')
  const day = parts ? parseDay(parts[1]!) : undefined
  if (!parts || day === undefined) return undefined
  const [hour, minute, second] = [parts[2] ?? '00', parts[3] ?? '00', parts[4] ?? '00']
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const east = (parts[6] === '-' ? -1 : 1) * (Number(parts[7] ?? 0) * 60 + Number(parts[8] ?? 0))
  return {
    day,
    start: `${day}T${hour}:${minute}:${second}`,
    seconds: dayNumber(day) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second),
    eastMin: parts[5] === undefined && parts[6] === undefined ? null : east,
  }
}

/** Seconds of `0:29:58.4`, `45:10`, `1 day, 1:02:03`; null where it is none of these. */
export const readDuration = (text: string | null): number | null => {
  const parts = /^(?:(\d{1,3}) days?, )?(?:(\d{1,3}):)?(\d{1,3}):(\d\d(?:\.\d{1,9})?)$/.exec(text ?? '')
  if (!parts) return null
  return Number(parts[1] ?? 0) * 86_400 + Number(parts[2] ?? 0) * 3600 + Number(parts[3]) * 60 + Number(parts[4])
}
