/** Strava writes its dates in the language of the account, always in UTC. */
import { dayNumber, dayOf } from '../../model/day.ts'

// Why: by the first letters, enough to tell the twelve apart in each language; "mar" and "mai" are alike in several.
const months: readonly (readonly [RegExp, number])[] = [
  [/^(jan|ene|gen|янв|jän)/, 1],
  [/^(feb|f[ée]v|фев)/, 2],
  [/^(mar|m[äa]r|mrt|maa|мар)/, 3],
  [/^(apr|avr|abr|апр)/, 4],
  [/^(may|mai|maj|mei|mag|май|мая)/, 5],
  [/^(jun|juin|giu|июн)/, 6],
  [/^(jul|juil|lug|июл)/, 7],
  [/^(aug|ao[uû]|ago|авг)/, 8],
  [/^(sep|set|сен)/, 9],
  [/^(oct|okt|out|ott|окт)/, 10],
  [/^(nov|ноя)/, 11],
  [/^(dec|dez|d[ée]c|dic|дек)/, 12],
]

const monthOf = (word: string): number | undefined => months.find(([start]) => start.test(word))?.[1]

const secondsOf = (text: string): number | undefined => {
  const clock = /(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([ap])?\.?\s*m?/i.exec(text)
  if (!clock) return undefined
  const half = clock[4]?.toLowerCase()
  const hour = half ? (Number(clock[1]) % 12) + (half === 'p' ? 12 : 0) : Number(clock[1])
  const seconds = hour * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
  return hour < 24 && seconds < 86_400 ? seconds : undefined
}

/**
 * Seconds since 1970 UTC of `Jan 15, 2024, 7:30:00 AM` (any kind of space before AM), `15.01.2024, 07:30:00`,
 * `15 janv. 2024 à 07:30:00`, `2024-01-15 07:30:00`. Undefined where the day, month, year or time is not there:
 * nothing is assumed. Days in figures are day before month, as every language but the American writes them.
 */
export const readStravaDate = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
  const iso = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?(.*)$/.exec(plain)
  const figures = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})(.*)$/.exec(plain)
  const dayFirst = /^(\d{1,2})\.? (?:de |)?(\p{L}+)\.?,?(?: de | )(\d{4})(.*)$/u.exec(plain)
  const monthFirst = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})(.*)$/u.exec(plain)
  const [year, month, day, rest] = iso
    ? [iso[1], Number(iso[2]), iso[3], iso[4]]
    : figures
      ? [figures[3], Number(figures[2]), figures[1], figures[4]]
      : dayFirst
        ? [dayFirst[3], monthOf(dayFirst[2]!), dayFirst[1], dayFirst[4]]
        : monthFirst
          ? [monthFirst[3], monthOf(monthFirst[1]!), monthFirst[2], monthFirst[4]]
          : []
  if (month === undefined) return undefined
  const found = dayOf(Number(year), month, Number(day))
  const seconds = secondsOf(rest ?? '')
  return found === undefined || seconds === undefined ? undefined : dayNumber(found) * 86_400 + seconds
}
