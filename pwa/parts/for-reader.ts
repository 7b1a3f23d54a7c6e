/** What a rule says, in the units and the days of the person who reads it; a title or somebody's own words stay as written. */
import { signal } from '@preact/signals'
import { sayClock } from '../../core/lib/clock.ts'
import { parseDay } from '../../core/model/day.ts'
import { unitMark } from '../../core/model/say-day.ts'
import { type DistanceUnit, formatDay, formatDistance, metresPer } from './format.ts'

/** What the person counts distance in on this device. Why here: sentences of rules stand on nearly every screen. */
export const readersUnit = signal<DistanceUnit>('km')

const distance = new RegExp(`(\\d+(?:\\.\\d+)?)${unitMark}(km|m)\\b`, 'g')
const pace = new RegExp(`\\b\\d+:\\d\\d(?: → \\d+:\\d\\d)? per${unitMark}km\\b`, 'g')

const inMiles = (says: string): string =>
  says
    .replace(/\d+:\d\d/g, clock => {
      const [minutes = 0, seconds = 0] = clock.split(':').map(Number)
      return sayClock(((minutes * 60 + seconds) * metresPer.mi) / 1000)
    })
    .replace('km', 'mi')

/** A sentence of a rule, with `2026-05-12` and marked figures as the reader writes them. */
export const forReader = (text: string, unit: DistanceUnit = readersUnit.value): string =>
  (unit === 'km'
    ? text
    : text
        .replace(pace, inMiles)
        .replace(distance, (_, value: string, of: 'km' | 'm') =>
          formatDistance(Number(value) * (of === 'km' ? 1000 : 1), unit),
        )
  )
    .replaceAll(unitMark, ' ')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, found => {
      const day = parseDay(found)
      return day ? formatDay(day, 'short') : found
    })
