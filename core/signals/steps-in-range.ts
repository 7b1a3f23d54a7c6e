/** How many of the work steps of the last session with laps were run in their range. */
import { mapReading } from '../lib/reading.ts'
import { lastExecution } from './basis/execution.ts'
import { evenRepeats, fadingRepeats, kilometreLaps } from './basis/given-repeats.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'steps-in-range',
  title: 'Work steps in range, last session with work',
  unit: '%',
  trust: 'convention',
  read: context => mapReading(lastExecution(context, 'inRange'), share => Math.round(100 * share)),
}

export const examples: readonly Example[] = [
  { name: 'even repeats', given: evenRepeats, value: 100 },
  { name: 'a good start and a slow end', given: fadingRepeats, value: 50 },
  { name: 'laps of a kilometre say nothing of repeats', given: kilometreLaps, value: null },
]
