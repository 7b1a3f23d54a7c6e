/** The load of the last seven days, weighed by how alike they were. */
import { mapReading } from '../lib/reading.ts'
import { given, runsSince } from './basis/given.ts'
import { samenessOf } from './basis/sameness.ts'
import { lastSevenDays } from './basis/window.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'strain',
  title: 'Strain, last 7 days',
  unit: '',
  trust: 'convention',
  read: context => mapReading(samenessOf(context, lastSevenDays(context).at(-1)!), ({ strain }) => Math.round(strain)),
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
export const examples: readonly Example[] = [
  { name: 'a run every other day', given: () => given({ profile: pace, activities: runsSince(30, 8) }), value: 313 },
  { name: 'nothing on file', given: () => given({}), value: null },
]
