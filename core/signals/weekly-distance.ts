/** How far was run in the last seven days. */
import { hasSpoken } from '../history/history.ts'
import { known, unknown } from '../lib/reading.ts'
import { aRun, daysAgo, given, runsSince } from './basis/given.ts'
import { lastSevenDays } from './basis/window.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'weekly-distance',
  title: 'Distance, last 7 days',
  unit: 'km',
  trust: 'published',
  read: context => {
    const days = lastSevenDays(context)
    const open = days.find(day => !hasSpoken(context.history.coverage, day))
    if (open) return unknown(`no source has spoken for ${open}`)
    const runs = days.flatMap(day => context.activitiesByDay.get(day) ?? []).filter(({ sport }) => sport === 'run')
    const lost = runs.find(({ distanceM }) => distanceM === null)
    if (lost) return unknown(`the run of ${lost.day} has no distance`)
    const metres = runs.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0)
    return known(
      Math.round(metres / 100) / 10,
      runs.map(({ id }) => id),
    )
  },
}

export const examples: readonly Example[] = [
  { name: 'four runs of 8 km', given: () => given({ activities: runsSince(20, 8) }), value: 32 },
  { name: 'a silent week is not a rest week', given: () => given({ activities: [aRun(daysAgo(20), 8)] }), value: null },
  {
    name: 'a confirmed week of rest',
    given: () => given({ confirmedDays: [1, 2, 3, 4, 5, 6, 7].map(daysAgo) }),
    value: 0,
  },
]
