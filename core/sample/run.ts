/** One run of the made-up runner, second by second, summed up as a watch would: laps, best stretches, heart rate, pace. */
import { clamp } from '../lib/math.ts'
import type { Activity } from '../model/activity.ts'
import type { Step } from '../model/workout.ts'
import { heart, heatSlows, pacesAt, settledHr } from './body.ts'
import type { Chance } from './chance.ts'
import { streamsOfTicks } from './streams.ts'

/** How she was and how it was on the day. `hrOffset` in beats, `slower` as a factor on pace. */
export type Conditions = {
  readonly vdot: number
  readonly temperatureC: number
  readonly hrOffset: number
  readonly slower: number
}

/** So many seconds are one point of the recording. */
const tickS = 10
const longestTickM = 60

type Tick = { readonly seconds: number; readonly metres: number; readonly hr: number; readonly lap: number }

/** How far the heart has drifted up after so many minutes on the run, in beats: fast in the first hour, then slowly. */
const driftAfter = (minutes: number, temperatureC: number): number =>
  (0.055 * clamp(minutes - 15, 0, 45) + 0.02 * Math.max(0, minutes - 60)) * (1 + 0.03 * Math.max(0, temperatureC - 16))

const easeHr = (hr: number, towards: number, seconds: number): number => hr + (towards - hr) * Math.min(1, seconds / 45)

const recordSteps = (steps: readonly Step[], on: Conditions, chance: Chance): readonly Tick[] => {
  const ticks: Tick[] = []
  const paceOf = pacesAt(on.vdot)
  let hr = heart.rest + 35
  let elapsed = 0
  let wobble = 0
  for (const [lap, { amount, target, role }] of steps.entries()) {
    const zone = target.type === 'zone' ? target.zone : 'E'
    const jog = role === 'recovery' ? 1.1 : 1
    const pace = paceOf(zone) * heatSlows(on.temperatureC) * on.slower * jog
    // Why: the sample's own sessions have lengths; another's step without one is run for five minutes.
    let left = amount.unit === 'lap' ? 300 : amount.value
    while (left > 0.01) {
      wobble = 0.8 * wobble + chance.between(-0.02, 0.02)
      const here = pace * (1 + wobble)
      const seconds = amount.unit !== 'm' ? Math.min(tickS, left) : Math.min((left * here) / 1000, tickS)
      const metres = Math.min((seconds / here) * 1000, longestTickM)
      elapsed += seconds
      const drift = driftAfter(elapsed / 60, on.temperatureC)
      hr = easeHr(hr, Math.min(heart.max, settledHr(here, on.vdot, on.temperatureC, on.hrOffset + drift)), seconds)
      ticks.push({ seconds, metres, hr, lap })
      left -= amount.unit !== 'm' ? seconds : metres
    }
  }
  return ticks
}

const histogram = (ticks: readonly Tick[], edgeOf: (tick: Tick) => number): [number, number][] => {
  const seconds = new Map<number, number>()
  for (const tick of ticks) seconds.set(edgeOf(tick), (seconds.get(edgeOf(tick)) ?? 0) + tick.seconds)
  return [...seconds]
    .map(([edge, time]): [number, number] => [edge, Math.round(time)])
    .filter(([, time]) => time > 0)
    .sort(([a], [b]) => a - b)
}

const total = (ticks: readonly Tick[], of: 'seconds' | 'metres'): number =>
  ticks.reduce((sum, tick) => sum + tick[of], 0)

const meanHrOf = (ticks: readonly Tick[]): number =>
  Math.round(ticks.reduce((sum, { hr, seconds }) => sum + hr * seconds, 0) / Math.max(1, total(ticks, 'seconds')))

const effortsM = [400, 1000, 1609, 5000, 10_000, 21_097, 42_195]

const fastest = (ticks: readonly Tick[], distanceM: number): number | undefined => {
  let best: number | undefined
  let from = 0
  let metres = 0
  let seconds = 0
  for (const tick of ticks) {
    metres += tick.metres
    seconds += tick.seconds
    for (let first = ticks[from]; first && metres - first.metres >= distanceM; first = ticks[++from]) {
      metres -= first.metres
      seconds -= first.seconds
    }
    // Why: points do not end on the metre; the part beyond it is left out at the mean pace of the stretch.
    if (metres >= distanceM - 0.5) best = Math.min(best ?? Number.POSITIVE_INFINITY, (seconds * distanceM) / metres)
  }
  return best
}

/** Laps by kilometre for steady runs, by step for the others. */
const lapsOf = (ticks: readonly Tick[], bySteps: boolean): Activity['splits'] => {
  const laps: Tick[][] = []
  let metres = 0
  for (const tick of ticks) {
    const lap = bySteps ? tick.lap : Math.floor(metres / 1000)
    laps[lap] = [...(laps[lap] ?? []), tick]
    metres += tick.metres
  }
  return laps.flatMap(lap => {
    const split = { durationS: Math.round(total(lap, 'seconds')), distanceM: Math.round(total(lap, 'metres')) }
    return split.durationS > 5 ? [{ ...split, meanHr: meanHrOf(lap) }] : []
  })
}

const decouplingOf = (ticks: readonly Tick[]): number => {
  const middle = Math.floor(ticks.length / 2)
  const [first, second] = [ticks.slice(0, middle), ticks.slice(middle)].map(
    half => total(half, 'metres') / total(half, 'seconds') / meanHrOf(half),
  ) as [number, number]
  return Math.round((1 - second / first) * 1000) / 1000
}

/** What a watch keeps of a run of these steps. Distances in metres, times in seconds; the climb is asked for per km. */
export const recordRun = (steps: readonly Step[], on: Conditions, climbPerKm: number, chance: Chance) => {
  const ticks = recordSteps(steps, on, chance)
  const metres = total(ticks, 'metres')
  const ascentM = Math.round((climbPerKm * metres) / 1000)
  const durationS = Math.round(total(ticks, 'seconds'))
  const isSteady = steps.length <= 3
  const streams = streamsOfTicks(ticks, ascentM)
  const summary = {
    durationS,
    elapsedS: durationS + chance.whole(0, 90),
    distanceM: Math.round(metres),
    ascentM,
    // Why: on rolling roads a metre up and down again costs about as much as two more metres on the flat.
    flatDistanceM: Math.round(metres + 2 * ascentM),
    meanHr: meanHrOf(ticks),
    maxHr: Math.round(Math.max(...ticks.map(({ hr }) => hr)) + chance.between(0, 2)),
    temperatureC: on.temperatureC,
    hrSeconds: histogram(ticks, ({ hr }) => Math.floor(hr / 2) * 2),
    paceSeconds: histogram(ticks, ({ seconds, metres }) => Math.floor(((seconds / metres) * 1000) / 5) * 5),
    bestEfforts: effortsM.flatMap(distanceM => {
      const best = fastest(ticks, distanceM)
      return best === undefined ? [] : [{ distanceM, durationS: Math.round(best) }]
    }),
    splits: lapsOf(ticks, !isSteady),
    decoupling: isSteady && durationS >= 2700 ? decouplingOf(ticks) : null,
  }
  return { summary, streams }
}
