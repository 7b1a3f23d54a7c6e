/** What stands in an element, read without trust: moments with the offset they were written in, and bounded numbers. */
import { dayNumber, dayOf } from '../../model/day.ts'

/** Seconds since 1970 UTC, and minutes east as written; null where it is written in UTC, which tells no place. */
export type Moment = { readonly t: number; readonly offsetMin: number | null }

const shape = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d(?:[.,]\d{1,9})?))?\s?(?:Z|([+-])(\d\d):?(\d\d))?$/i

/** A clock that was never set starts in 1970, 1980 or on 31 December 1989; earlier recordings do not exist. */
const earliest = dayNumber(dayOf(1990, 1, 1)!) * 86_400

/** A moment as XML writes it (ISO 8601); without an offset it is UTC, as GPX and TCX say. Undefined where it is none. */
export const readMoment = (text: string): Moment | undefined => {
  const parts = shape.exec(text)
  if (!parts) return undefined
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const [hour, minute, second] = [Number(parts[4]), Number(parts[5]), Number((parts[6] ?? '0').replace(',', '.'))]
  if (day === undefined || hour > 24 || minute > 59 || second >= 61) return undefined
  const east = (parts[7] === '-' ? -1 : 1) * (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0))
  if (Math.abs(east) > 14 * 60) return undefined
  const t = dayNumber(day) * 86_400 + hour * 3600 + minute * 60 + second - east * 60
  return t < earliest ? undefined : { t: Math.round(t * 1000) / 1000, offsetMin: east === 0 ? null : east }
}

/** A number between two bounds, or null; some programs write a comma for the point. */
export const readNumber = (text: string | undefined, low: number, high: number): number | null => {
  if (text === undefined || text === '') return null
  const value = Number(text.includes(',') ? text.replace(',', '.') : text)
  return value >= low && value <= high ? value : null
}
