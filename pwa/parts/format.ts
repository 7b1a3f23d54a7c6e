/** Figures and days in the words and units the reader prefers. */
import { sayClock } from '../../core/lib/clock.ts'
import { type Day, dayNumber } from '../../core/model/day.ts'

export type DistanceUnit = 'km' | 'mi'
export const metresPer = { km: 1000, mi: 1609.344 } as const
type Locale = string | undefined
/** The reader's own kind of the language spoken. Why not simply theirs: a German weekday in an English sentence is neither. */
const kindOf = (language: string, other: string): Locale =>
  typeof navigator === 'undefined' || navigator.language.startsWith(language) ? undefined : other
let own: Locale = kindOf('en', 'en-GB')

/** Days and numbers from now on as this language writes them. */
export const speakAs = (language: 'en' | 'de'): void => {
  own = language === 'en' ? kindOf('en', 'en-GB') : kindOf('de', 'de-DE')
  made.clear()
}

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()
// Why: making an Intl formatter costs a thousand times more than using it.
const once = <F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F => {
  const found = made.get(key)
  if (found) return found as F
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

/** A number with at most so many decimals, grouped as the reader's language does. */
export const formatNumber = (value: number, decimals = 0, locale: Locale = own): string =>
  once(`n${decimals}${locale}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }))
    .format(value)
    .replace(/^-/, '−')

/** Metres → `12.3 km` or `7.6 mi`; below a tenth of the unit in metres. */
export const formatDistance = (metres: number, unit: DistanceUnit, locale: Locale = own): string => {
  const value = metres / metresPer[unit]
  if (unit === 'km' && metres < 100) return `${formatNumber(metres, 0, locale)} m`
  return `${formatNumber(value, value < 100 ? 1 : 0, locale)} ${unit}`
}

const raced: Readonly<Record<number, string>> = {
  1609: '1 mile',
  3000: '3 km',
  5000: '5 km',
  10000: '10 km',
  21097: 'half marathon',
  42195: 'marathon',
}

/** A distance that is raced by its own name, whatever the reader counts in; any other as a distance. */
export const formatRaced = (metres: number, unit: DistanceUnit): string =>
  raced[Math.floor(metres)] ?? formatDistance(metres, unit)

/** Seconds → `1 h 24 min` or `45 min`, rounded to the minute. */
export const formatDuration = (seconds: number): string => {
  const minutes = Math.round(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}

/** Seconds per kilometre → `4:35 /km` or `7:23 /mi`. */
export const formatPace = (secondsPerKm: number, unit: DistanceUnit): string =>
  `${sayClock((secondsPerKm * metresPer[unit]) / 1000)} /${unit}`

/** Pace of a distance in metres covered in seconds, or null where there is none. */
export const formatPaceOf = (metres: number | null, seconds: number, unit: DistanceUnit): string | null =>
  metres === null || metres < 50 || seconds <= 0 ? null : formatPace((seconds / metres) * 1000, unit)

/** `7:23` or `4:35` as typed → seconds per kilometre; undefined where it is no pace. */
export const parsePace = (text: string, unit: DistanceUnit): number | undefined => {
  const parts = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text)
  if (!parts || Number(parts[2]) > 59) return undefined
  return Math.round(((Number(parts[1]) * 60 + Number(parts[2])) * 1000) / metresPer[unit])
}

const dayStyles = {
  short: { day: 'numeric', month: 'short' },
  withWeekday: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  withYear: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthAlone: { month: 'short' },
  weekday: { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DayStyle = keyof typeof dayStyles

/** A day in words. A day is no moment: it is read in UTC so that no time zone can move it. */
export const formatDay = (day: Day, style: DayStyle = 'withWeekday', locale: Locale = own): string =>
  once(`d${style}${locale}`, () => new Intl.DateTimeFormat(locale, { ...dayStyles[style], timeZone: 'UTC' })).format(
    dayNumber(day) * 86_400_000,
  )

/** Two days as one span; the year stands once, or at both ends where it turns in between. */
export const formatSpan = (from: Day, to: Day, locale: Locale = own): string =>
  `${formatDay(from, from.slice(0, 4) === to.slice(0, 4) ? 'short' : 'withYear', locale)} – ${formatDay(to, 'withYear', locale)}`

/** Minutes since 1970 UTC → local day and time of the person reading. */
export const formatMoment = (at: number, locale: Locale = own): string =>
  once(
    `m${locale}`,
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
  ).format(at * 60_000)

/** Bytes → `3.4 MB`. */
export const formatBytes = (bytes: number, locale: Locale = own): string => {
  const [value, unit] =
    bytes < 1e3
      ? [bytes, 'B']
      : bytes < 1e6
        ? [bytes / 1e3, 'KB']
        : bytes < 1e9
          ? [bytes / 1e6, 'MB']
          : [bytes / 1e9, 'GB']
  return `${formatNumber(value, value < 10 && unit !== 'B' ? 1 : 0, locale)} ${unit}`
}

/** `1 session`, `3 sessions`. */
export const formatCount = (count: number, one: string, many = `${one}s`, locale: Locale = own): string =>
  `${formatNumber(count, 0, locale)} ${count === 1 ? one : many}`

/** Minutes after midnight as `07:30`. */
export const formatClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
