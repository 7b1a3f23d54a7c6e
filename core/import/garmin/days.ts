/** Nights and days of a Garmin account: how long was slept, and the resting heart rate. Its scores are its own. */
import { parse } from '../../lib/parse.ts'
import { emptyCheckIn, type ImportedCheckIn, importedCheckInSchema } from '../../model/check-in.ts'
import { parseDay } from '../../model/day.ts'
import { type Fields, numberAt, textAt } from '../text/values.ts'

const asleep = ['deepSleepSeconds', 'lightSleepSeconds', 'remSleepSeconds']

/** Any of these stands in a night or a day; not every year's export has the first. */
const marks = [
  'userProfilePK',
  'sleepStartTimestampGMT',
  'restingHeartRate',
  'currentDayRestingHeartRate',
  'allDayStress',
]

export const isGarminDay = (fields: Fields): boolean =>
  Object.hasOwn(fields, 'calendarDate') && marks.some(mark => Object.hasOwn(fields, mark))

/** A check-in for each day that has one of the two. */
export const readGarminDays = (days: readonly Fields[], file: string): readonly ImportedCheckIn[] =>
  days.flatMap(fields => {
    const day = parseDay(textAt(fields, ['calendarDate'], 10) ?? '')
    const parts = asleep.flatMap(name => numberAt(fields, [name], 0, 86_400) ?? [])
    const sleepS = parts.reduce((sum, part) => sum + part, 0)
    const restingHr = numberAt(fields, ['restingHeartRate', 'currentDayRestingHeartRate'], 20, 150)
    if (day === undefined || (sleepS === 0 && restingHr === null)) return []
    const checkIn = parse(importedCheckInSchema, {
      ...emptyCheckIn(day),
      sleepHours: sleepS === 0 ? null : Math.round(sleepS / 36) / 100,
      restingHr: restingHr === null ? null : Math.round(restingHr),
      source: { kind: 'garmin-export', name: file.slice(-300), id: day },
    })
    return checkIn.ok ? [checkIn.value] : []
  })
