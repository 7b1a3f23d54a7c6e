/** How much slower the last repeat of the last session was than the first. */
import { mapReading } from '../lib/reading.ts'
import { lastExecution } from './basis/execution.ts'
import { evenRepeats, fadingRepeats, kilometreLaps } from './basis/given-repeats.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'work-fade',
  title: 'Fade of the repeats, last session with work',
  unit: '%',
  trust: 'convention',
  read: context => mapReading(lastExecution(context, 'fade'), share => Math.round(1000 * share) / 10),
}

export const examples: readonly Example[] = [
  { name: 'even repeats', given: evenRepeats, value: 0 },
  { name: 'a good start and a slow end', given: fadingRepeats, value: 7.3 },
  { name: 'laps of a kilometre say nothing of repeats', given: kilometreLaps, value: null },
]
