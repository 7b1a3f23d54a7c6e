/** A date as a page prints it, in numbers or in words: it counts only where what is printed has one reading. */
import { type Day, parseDay, weekdayOf } from '../../../core/model/day.ts'
import type { Confidence } from '../site.ts'
import { monthOf, weekdayOfName } from './names.ts'

export type TextDay = { readonly day: Day; readonly confidence: Confidence }

const pad = (value: number): string => String(value).padStart(2, '0')
const dayFrom = (year: number, month: number, date: number): readonly Day[] => {
  const day = parseDay(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`)
  return day === undefined ? [] : [day]
}

/** A time of day beside the date says nothing of the day. */
const withoutTimes = (text: string): string => text.replaceAll(/\d{1,2}:\d{2}(:\d{2})?\s*([ap]\.?m\.?)?/gi, ' ')

/** One word taken as the month's name, or none, and the weekdays that the other words name. */
type Words = { readonly month: number | null; readonly weekdays: ReadonlySet<number> }

// Why each way: "mar." is a Tuesday in French and a month in English.
const waysToRead = (words: readonly string[], document: Document): readonly Words[] => {
  const weekdaysBut = (taken: number): ReadonlySet<number> =>
    new Set(
      words.flatMap((word, i) => {
        const weekday = i === taken ? undefined : weekdayOfName(word, document)
        return weekday === undefined ? [] : [weekday]
      }),
    )
  const named = words.flatMap((word, i) => {
    const month = monthOf(word, document)
    return month === undefined ? [] : [{ month, weekdays: weekdaysBut(i) }]
  })
  return [...named, { month: null, weekdays: weekdaysBut(-1) }]
}

/**
 * The day a text names. `year` is taken where the text has none. Certain: one reading, and a weekday printed beside it
 * agrees. Probable: one reading that nothing else confirms. Null: none, or several (`2/8/2026` is two days).
 */
export const dayOfText = (text: string, document: Document, year?: number): TextDay | null => {
  const bare = withoutTimes(text.normalize('NFKC'))
  const numbers = bare.match(/\d+/g) ?? []
  const [longs, shorts] = [numbers.filter(one => one.length === 4), numbers.filter(one => one.length <= 2)]
  if (longs.length + shorts.length !== numbers.length || longs.length > 1) return null
  const inYear = longs[0] === undefined ? year : Number(longs[0])
  if (inYear === undefined) return null
  const [a, b, more] = shorts.map(Number)
  if (a === undefined || more !== undefined) return null
  const words = bare.match(/[\p{L}\p{M}]+/gu) ?? []
  const read = waysToRead(words, document).flatMap(({ month, weekdays }) => {
    // Why none: two weekdays beside one date contradict each other, or are no weekdays at all.
    if (weekdays.size > 1) return []
    const days =
      month === null
        ? b === undefined
          ? []
          : [...dayFrom(inYear, a, b), ...dayFrom(inYear, b, a)]
        : b === undefined
          ? dayFrom(inYear, month, a)
          : []
    return days
      .filter(day => weekdays.size === 0 || weekdays.has(weekdayOf(day)))
      .map((day): TextDay => ({ day, confidence: weekdays.size === 1 ? 'certain' : 'probable' }))
  })
  const certain = read.some(({ confidence }) => confidence === 'certain')
  const days = new Set(read.map(({ day }) => day))
  return days.size === 1 ? { day: read[0]!.day, confidence: certain ? 'certain' : 'probable' } : null
}
