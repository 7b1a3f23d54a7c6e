/** What time it is where the person is: the shell turns the clock into a day once, for everything behind it. */
import { type Day, dayOf } from '../../core/model/day.ts'

export type Now = { readonly day: Day; readonly minute: number; readonly at: number }

/** The local day, the minute of it, and minutes since 1970-01-01 UTC. */
export const readClock = (date: Date): Now => ({
  day: dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? ('1970-01-01' as Day),
  minute: date.getHours() * 60 + date.getMinutes(),
  at: Math.floor(date.getTime() / 60_000),
})
