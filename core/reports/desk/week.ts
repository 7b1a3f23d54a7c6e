/** A week in figures, as the Monday review reads it: what was run, how hard, what was missed, how the athlete was. */
import type { Reading } from '../../lib/reading.ts'
import type { CheckIn } from '../../model/check-in.ts'
import { addDays, type Day, daysFrom, weekFrom } from '../../model/day.ts'
import type { Session } from '../../model/session.ts'
import type { Context } from '../../signals/basis/context.ts'
import { isPoorNight } from '../../signals/basis/nights.ts'
import { sumOf, weeklyTotals } from '../../signals/basis/weekly-totals.ts'
import { type Intensity, intensityOn } from '../basis/intensity.ts'

/** Metres and loads (an hour at threshold is 100) of a week from its Monday; `open` days nobody has spoken for. */
export type Week = {
  readonly from: Day
  readonly days: readonly Day[]
  readonly runs: number
  readonly distanceM: number
  /** Of the week before; null where nothing at all is on file for it. */
  readonly distanceBeforeM: number | null
  readonly open: number
  readonly load: Reading<number>
  readonly loadBefore: Reading<number>
  readonly intensity: Reading<Intensity>
  readonly sessions: Readonly<Record<'done' | 'missed' | 'excused' | 'unknown', readonly Session[]>>
  readonly said: readonly CheckIn[]
  readonly nights: readonly CheckIn[]
  readonly poor: readonly CheckIn[]
  readonly sore: readonly CheckIn[]
  readonly pain: readonly CheckIn[]
}

/** What stands on file of the seven days from a Monday, up to today where the week still runs. */
export const weekOf = (context: Context, monday: Day): Week => {
  const sunday = addDays(monday, 6)
  const last = sunday < context.day ? sunday : context.day
  const days = daysFrom(monday, last)
  const [before, week] = weeklyTotals(context.history, context.loads, addDays(monday, -7), last)
  const planned = context.sessions.filter(({ day, purpose }) => day >= monday && day <= sunday && purpose !== 'rest')
  const that = (state: string) => planned.filter(({ id }) => context.matches.get(id)?.state === state)
  const said = context.checkIns.filter(({ day }) => day >= monday && day <= last)
  const { thresholds } = context.playbook
  return {
    from: monday,
    days,
    runs: week!.runs,
    distanceM: week!.distanceM,
    distanceBeforeM: before!.open === 7 ? null : before!.distanceM,
    open: week!.open,
    load: week!.load,
    loadBefore: sumOf(weekFrom(addDays(monday, -7)), context.loads),
    intensity: intensityOn(days, context),
    sessions: { done: that('done'), missed: that('missed'), excused: that('excused'), unknown: that('unknown') },
    said,
    nights: said.filter(one => isPoorNight(one, thresholds) !== null),
    poor: said.filter(one => isPoorNight(one, thresholds) === true),
    sore: said.filter(({ soreness }) => soreness !== null && soreness >= thresholds.sorenessHigh),
    pain: said.filter(({ pain }) => pain !== null),
  }
}
