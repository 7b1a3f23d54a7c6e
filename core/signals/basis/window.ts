/** The seven days a weekly reading covers, and what a source has said of them. */
import { hasSpoken } from '../../history/history.ts'
import { addDays, type Day, daysFrom } from '../../model/day.ts'
import type { Context } from './context.ts'

/** The last seven days: up to today once something is on file for it, else up to yesterday. */
export const lastSevenDays = ({ day, history }: Context): readonly Day[] => {
  const last = hasSpoken(history.coverage, day) ? day : addDays(day, -1)
  return daysFrom(addDays(last, -6), last)
}

/** Days before today, counted back, that no source has spoken for; null where nothing is on file at all. */
export const silentDaysBefore = ({ day, history }: Context): number | null => {
  const first = history.activities[0]?.day ?? [...history.coverage.confirmed].sort()[0]
  if (first === undefined) return null
  let silent = 0
  for (let on = addDays(day, -1); on >= first && !hasSpoken(history.coverage, on); on = addDays(on, -1)) silent += 1
  return silent
}
