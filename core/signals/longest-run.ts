/** The longest run of the 30 days before today: what the next long run is measured against. */
import { hasSpoken } from '../history/history.ts'
import { known, mapReading, type Reading, unknown } from '../lib/reading.ts'
import { addDays, type Day, daysFrom } from '../model/day.ts'
import { spikeWindowDays } from '../science/spike.ts'
import type { Context } from './basis/context.ts'
import { aRun, daysAgo, given, runsSince } from './basis/given.ts'
import type { Example, Signal } from './signal.ts'

/** With more silent days than this in the window, a longer run may simply not be on file (ours). */
const mostSilent = 10

/** The longest run *done* in the 30 days before a day, in metres, as far as the day the context stands on. */
export const longestBefore = (context: Context, day: Day): Reading<number> => {
  const days = daysFrom(addDays(day, -spikeWindowDays), context.day).filter(on => on < day)
  let longest: { readonly metres: number; readonly id: string } | undefined
  for (const on of days)
    for (const { sport, distanceM, id } of context.activitiesByDay.get(on) ?? [])
      if (sport === 'run' && distanceM !== null && distanceM > (longest?.metres ?? 0))
        longest = { metres: distanceM, id }
  const silent = days.filter(on => on < context.day && !hasSpoken(context.history.coverage, on)).length
  if (silent > mostSilent) return unknown(`no source has spoken for ${silent} of the 30 days before ${day}`)
  return longest ? known(longest.metres, [longest.id]) : unknown(`no run is on file in the 30 days before ${day}`)
}

export const signal: Signal = {
  id: 'longest-run',
  title: 'Longest run of 30 days',
  unit: 'km',
  trust: 'published',
  read: context => mapReading(longestBefore(context, context.day), metres => Math.round(metres / 100) / 10),
}

export const examples: readonly Example[] = [
  {
    name: 'the longest counts, not the last',
    given: () => given({ activities: [...runsSince(29, 8), aRun(daysAgo(10), 18)] }),
    value: 18,
  },
  {
    name: 'five weeks ago is too long ago',
    given: () => given({ activities: [aRun(daysAgo(36), 30), ...runsSince(33, 8)] }),
    value: 8,
  },
  { name: 'two weeks on file are too few', given: () => given({ activities: runsSince(14, 8) }), value: null },
]
