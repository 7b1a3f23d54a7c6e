/** What the last seven days asked of the body. */
import { aRun, daysAgo, given, runsSince } from './basis/given.ts'
import { sumOf } from './basis/weekly-totals.ts'
import { lastSevenDays } from './basis/window.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'weekly-load',
  title: 'Load, last 7 days',
  unit: '',
  trust: 'convention',
  read: context => sumOf(lastSevenDays(context), context.loads),
}

const atThreshold = {
  thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' },
}
export const examples: readonly Example[] = [
  {
    name: 'four hours at threshold pace',
    given: () => given({ activities: runsSince(20, 3600 / 330), profile: atThreshold }),
    value: 400,
  },
  {
    name: 'the watch has not synced',
    given: () => given({ activities: [aRun(daysAgo(9), 8), aRun(daysAgo(4), 8)], profile: atThreshold }),
    value: null,
  },
]
