/** How the made-up athlete slept and felt: most days, with gaps, and short nights in the days before today. */
import { clamp, round } from '../lib/math.ts'
import type { LifeEvent } from '../model/athlete.ts'
import { type CheckIn, emptyCheckIn } from '../model/check-in.ts'
import { addDays, type Day, daysBetween, daysFrom, weekdayOf } from '../model/day.ts'
import { type Chance, chanceOf } from './chance.ts'
import { mondayOfWeek, thisWeek } from './frame.ts'
import { achillesWeeks, eventOn } from './life.ts'

/** The nights before today, from the last one back: hours and quality. */
const lately: readonly (readonly [hours: number, quality: number])[] = [
  [5.5, 2],
  [6.6, 3],
  [5.2, 2],
  [5.7, 2],
]

const five = (value: number): number => clamp(Math.round(value), 1, 5)

const notes = ['legs fine', 'slept with the window open', 'late dinner', 'long day at work', 'ready'] as const

const checkInOn = (day: Day, today: Day, load: number, event: LifeEvent | undefined, chance: Chance): CheckIn => {
  const isSick = event?.kind === 'sick'
  const isWeekend = weekdayOf(day) >= 6
  const restless = isSick || event?.kind === 'travel' || event?.kind === 'family' ? 0.7 : 0
  const slept = chance.around(7.2 + (isWeekend ? 0.5 : 0) - restless, 0.55)
  const late = lately[daysBetween(day, today)]
  const sleepHours = late?.[0] ?? clamp(round(slept * 2) / 2, 5.5, 9.5)
  const week = thisWeek + Math.floor(daysBetween(mondayOfWeek(today, thisWeek), day) / 7)
  const isSore = achillesWeeks.has(week) && weekdayOf(day) <= 3
  const hasWatch = chance.happens(0.85)
  return {
    ...emptyCheckIn(day),
    sleepHours,
    sleepQuality: late?.[1] ?? five(chance.around(3.9 + (slept - 7.2) * 0.5 - restless, 0.4)),
    soreness: five(chance.around(1.5 + load / 75, 0.4)),
    fatigue: five(chance.around(1.7 + load / 80 + (isSick ? 1.6 : 0), 0.45)),
    stress: five(chance.around(isWeekend ? 1.9 : 2.5, 0.55) + restless),
    motivation: five(chance.around(isSick ? 2.6 : 4.1, 0.4)),
    pain: isSore ? { site: 'achilles', level: week < 5 ? 2 : 1 } : null,
    restingHr: hasWatch ? Math.round(chance.around(50 + load / 60 + (isSick ? 9 : 0), 1.3)) : null,
    hrvMs: hasWatch ? Math.round(chance.around(62 - load / 12 - (isSick ? 14 : 0), 5)) : null,
    note: isSick ? 'throat and headache' : chance.happens(0.06) ? chance.oneOf(notes) : null,
  }
}

/** All check-ins up to and with today. `loadOn` is how hard the day before was, an hour at threshold being 100. */
export const checkInsOf = (
  seed: number,
  today: Day,
  events: readonly LifeEvent[],
  loadOn: (day: Day) => number,
): readonly CheckIn[] => {
  const chance = chanceOf(seed, 'check-ins')
  return daysFrom(mondayOfWeek(today, 0), today).flatMap(day => {
    const ago = daysBetween(day, today)
    // Why: it became a habit; the last days are all there, so that what the engine says today rests on something.
    const habit = ago < 8 ? 1 : ago < 120 ? 0.88 : ago < 365 ? 0.78 : 0.66
    const checkIn = checkInOn(day, today, loadOn(addDays(day, -1)), eventOn(events, day), chance)
    return chance.happens(habit) ? [checkIn] : []
  })
}
