/** How much slower the last repeat of the last session was than the first. */
import { mapReading } from '../lib/reading.ts'
import { lastExecution } from './basis/execution.ts'
import { aRun, daysAgo, given, intervals } from './basis/given.ts'
import type { Example, Signal } from './signal.ts'

export const signal: Signal = {
  id: 'work-fade',
  title: 'Fade of the repeats, last session with work',
  unit: '%',
  trust: 'convention',
  read: context => mapReading(lastExecution(context, 'fade'), share => Math.round(1000 * share) / 10),
}

const profile = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 270, origin: '' } }
const lap = (durationS: number, sPerKm: number) => ({
  durationS,
  distanceM: Math.round((1000 * durationS) / sPerKm),
  meanHr: null,
})
/** Six times three minutes at these paces, two minutes easy after each. */
const run = (paces: readonly number[]) =>
  aRun(daysAgo(1), 10, {
    durationS: 3300,
    splits: [lap(900, 340), ...paces.flatMap(pace => [lap(180, pace), lap(120, 380)]), lap(600, 350)],
  })
const sessions = [intervals(daysAgo(1))]
export const examples: readonly Example[] = [
  {
    name: 'even repeats',
    given: () => given({ profile, sessions, activities: [run([249, 248, 249, 248, 249, 249])] }),
    value: 0,
  },
  {
    name: 'a good start and a slow end',
    given: () => given({ profile, sessions, activities: [run([248, 249, 252, 258, 262, 266])] }),
    value: 7.3,
  },
  {
    name: 'laps of a kilometre say nothing of repeats',
    given: () =>
      given({
        profile,
        sessions,
        activities: [aRun(daysAgo(1), 10, { splits: Array.from({ length: 9 }, () => lap(330, 330)) })],
      }),
    value: null,
  },
]
