/** Intervals as laps record them: even, fading, and laps that say nothing of repeats; for the examples of signals. */
import { aRun, daysAgo, given, intervals } from './given.ts'

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
const ran = (activity: ReturnType<typeof aRun>) => given({ profile, sessions, activities: [activity] })

export const evenRepeats = () => ran(run([249, 248, 249, 248, 249, 249]))
export const fadingRepeats = () => ran(run([248, 249, 252, 258, 262, 266]))
export const kilometreLaps = () => ran(aRun(daysAgo(1), 10, { splits: Array.from({ length: 9 }, () => lap(330, 330)) }))
