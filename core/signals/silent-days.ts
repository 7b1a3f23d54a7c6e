/** Days in a row before today that no source has spoken for: a gap in the data, not rest. */
import { known, unknown } from '../lib/reading.ts'
import { aRun, daysAgo, given } from './basis/given.ts'
import { silentDaysBefore } from './basis/window.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'silent-days',
  title: 'Days without any data',
  unit: 'days',
  trust: 'ours',
  read: context => {
    const silent = silentDaysBefore(context)
    return silent === null ? unknown('nothing is on file yet') : known(silent)
  },
}

export const examples: readonly Example[] = [
  { name: 'synced yesterday', given: () => given({ activities: [aRun(daysAgo(1), 8)] }), value: 0 },
  { name: 'silent since last week', given: () => given({ activities: [aRun(daysAgo(5), 8)] }), value: 4 },
  {
    name: 'a confirmed day speaks',
    given: () => given({ activities: [aRun(daysAgo(2), 8)], confirmedDays: [daysAgo(1)] }),
    value: 0,
  },
  { name: 'nothing on file', given: () => given({}), value: null },
]
