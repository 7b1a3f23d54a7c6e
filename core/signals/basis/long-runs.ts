/** The longest run of each week, done and planned, beside what the 30 days before it had prepared for. */
import type { Day } from '../../model/day.ts'
import { addDays, daysFrom, mondayOf } from '../../model/day.ts'
import { spikeOf, spikeWindowDays } from '../../science/spike.ts'
import { estimateSession } from '../../workout/estimate.ts'
import { longestBefore } from '../longest-run.ts'
import type { Context } from './context.ts'

/**
 * Metres; null is not known. `guardM` is how far the longest run of the week may go by the playbook's share over the
 * longest of the 30 days before it; ahead, runs planned in between count as if they were done. `hazard` is the published
 * ratio of injury for so much more (1: none).
 */
export type LongRunWeek = {
  readonly monday: Day
  readonly doneM: number | null
  readonly plannedM: number | null
  readonly guardM: number | null
  readonly overGuard: boolean
  readonly hazard: number
}

/** The weeks from `back` before today to the week of `until`. */
export const longRunWeeks = (context: Context, back: number, until: Day): readonly LongRunWeek[] => {
  const { day, sessions, thresholds, activitiesByDay, playbook } = context
  const first = mondayOf(addDays(day, -7 * back))
  const planned = new Map<Day, number>()
  for (const session of sessions) {
    if (session.sport !== 'run' || session.purpose === 'rest' || session.day < day) continue
    const metres = estimateSession(session, thresholds).distanceM
    if (metres.known) planned.set(session.day, Math.max(planned.get(session.day) ?? 0, metres.value))
  }
  const doneOn = (on: Day): number =>
    Math.max(
      0,
      ...(activitiesByDay.get(on) ?? []).map(({ sport, distanceM }) => (sport === 'run' ? (distanceM ?? 0) : 0)),
    )
  const weeks: LongRunWeek[] = []
  for (let monday = first; monday <= until; monday = addDays(monday, 7)) {
    const days = daysFrom(monday, addDays(monday, 6))
    const longest = (of: (on: Day) => number) =>
      days.reduce((best, on) => (of(on) > best.metres ? { metres: of(on), on } : best), { metres: 0, on: monday })
    const done = longest(on => (on <= day ? doneOn(on) : 0))
    const next = longest(on => planned.get(on) ?? 0)
    const run = done.metres > 0 && done.metres >= next.metres ? done : next.metres > 0 ? next : done
    const guardM = run.metres > 0 ? guardBefore(context, planned, run.on, playbook.thresholds.runSpikePercent) : null
    weeks.push({
      monday,
      doneM: done.metres > 0 ? done.metres : null,
      plannedM: next.metres > 0 ? next.metres : null,
      guardM: guardM === null ? null : guardM.guard,
      overGuard: guardM !== null && run.metres > guardM.guard,
      hazard: guardM === null ? 1 : spikeOf(run.metres, guardM.longest).hazard,
    })
  }
  return weeks
}

const guardBefore = (context: Context, planned: ReadonlyMap<Day, number>, on: Day, percent: number) => {
  const before = longestBefore(context, on)
  const ahead = [...planned].flatMap(([when, metres]) =>
    when >= context.day && when < on && when >= addDays(on, -spikeWindowDays) ? [metres] : [],
  )
  // Why: far ahead nothing is done yet, and what is planned until then is all there is to go by.
  const known = before.known ? [before.value, ...ahead] : ahead
  if (known.length === 0) return null
  const longest = Math.max(...known)
  return { longest, guard: Math.floor((longest * (100 + percent)) / 100) }
}
