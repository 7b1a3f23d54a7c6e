/** What each week added up to: runs, distance, time and load, for the chart and for comparing one week with another. */
import { type History, isCovered } from '../../history/history.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import { addDays, type Day, mondayOf, weekFrom } from '../../model/day.ts'
import type { DailyLoads } from './load-by-day.ts'

/** `distanceM` and `durationS` are of runs; `open` counts its days (up to the last one asked for) nobody spoke for. */
export type WeekTotal = {
  readonly monday: Day
  readonly runs: number
  readonly distanceM: number
  readonly durationS: number
  readonly load: Reading<number>
  readonly open: number
}

/** One row for each week from the Monday of `from` to the week of `to`; what is dated after `to` does not count. */
export const weeklyTotals = (
  history: History,
  loads: Pick<DailyLoads, 'get'>,
  from: Day,
  to: Day,
): readonly WeekTotal[] => {
  const weeks: WeekTotal[] = []
  let at = 0
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const next = addDays(monday, 7)
    let runs = 0
    let distanceM = 0
    let durationS = 0
    for (let activity = history.activities[at]; activity && activity.day < next; activity = history.activities[at]) {
      at += 1
      if (activity.day < monday || activity.day > to || activity.sport !== 'run') continue
      runs += 1
      distanceM += activity.distanceM ?? 0
      durationS += activity.durationS
    }
    const days = weekFrom(monday).filter(day => day <= to)
    const open = days.filter(day => !loads.get(day)?.load.known && !isCovered(history.coverage, day)).length
    weeks.push({ monday, runs, distanceM, durationS, load: sumOf(days, loads), open })
  }
  return weeks
}

/** The load of some days together; unknown where one of them is. */
export const sumOf = (days: readonly Day[], loads: Pick<DailyLoads, 'get'>): Reading<number> => {
  let sum = 0
  const from: string[] = []
  for (const day of days) {
    const load = loads.get(day)?.load ?? unknown('no source has spoken for this day')
    if (!load.known) return unknown(`${day}: ${load.why}`)
    sum += load.value
    from.push(...load.from)
  }
  return known(Math.round(sum * 10) / 10, from)
}
