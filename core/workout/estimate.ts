/** What a planned session will take: minutes, distance and load, before anybody has run it. */
import { known, type Reading, unknown } from '../lib/reading.ts'
import { remembered } from '../lib/remembered.ts'
import type { Sport } from '../model/activity.ts'
import type { Thresholds } from '../model/athlete.ts'
import type { Session } from '../model/session.ts'
import type { Amount, RangeTarget, Step, Steps, Zone } from '../model/workout.ts'
import { effortLoad, loadOfThresholdHour } from '../science/load.ts'
import { thresholdPace, trainingPaces, vdotOfThresholdPace } from '../science/vdot.ts'
import { type OwnThresholds, paceOfRange, sharesOf } from './ranges.ts'

export { describeSteps } from './text.ts'

/** Seconds, metres, and load on the one scale (an hour at threshold is 100). */
export type Estimate = {
  readonly durationS: Reading<number>
  readonly distanceM: Reading<number>
  readonly load: Reading<number>
}

/** The threshold pace, and heart rates where they are at hand: a step in beats a minute is then estimated too. */
type Pace = (Pick<Thresholds, 'thresholdPaceSPerKm'> & OwnThresholds) | null

// Why: the zones' speeds relative to threshold hardly change from runner to runner (E 0.79–0.82, I 1.08–1.09), so a
// load in minutes needs no pace; VDOT 50 stands in for a runner whose threshold is not known. Distances do need it.
const usualVdot = 50

/** Where an effort lies among the zones (convention): RPE 1–4 easy, 5–6 marathon, 7 threshold, 8–9 interval, 10 fast. */
const zoneOfEffort = (rpe: number): Zone => (rpe <= 4 ? 'E' : rpe <= 6 ? 'M' : rpe === 7 ? 'T' : rpe <= 9 ? 'I' : 'R')

/** A step without a target is run easily, unless it is the work itself: then nobody knows how hard. */
const zoneOf = ({ target, role }: Step): Zone | null => {
  if (target.type === 'zone') return target.zone
  if (target.type === 'effort') return zoneOfEffort(target.rpe)
  if (target.type === 'range') return null
  return role === 'work' ? null : 'E'
}

type Sum = { durationS: number; distanceM: number; load: number; noTime: string; noWay: string; noLoad: string }

/** Every step of a workout in the order it is run, repeats written out. */
export const flatten = (steps: Steps): readonly Step[] =>
  steps.flatMap(block =>
    block.type === 'step' ? [block] : Array.from({ length: block.times }, () => block.steps).flat(),
  )

/** trust: convention. An estimate from zones; what the steps or the athlete's paces leave open is unknown. */
export const estimateSteps = (steps: Steps, thresholds: Pace, sport: Sport = 'run'): Estimate =>
  estimatedBefore(
    steps,
    [thresholds?.thresholdPaceSPerKm ?? null, thresholds?.thresholdHr ?? null, thresholds?.maxHr ?? null, sport],
    () => estimated(steps, thresholds, sport),
  )

/** Both lengths of a step at a pace in seconds per kilometre; null where neither the step nor a pace says. */
const lengthAt = (amount: Amount, pace: number | null) => ({
  seconds:
    amount.unit === 's' ? amount.value : amount.unit === 'm' && pace !== null ? (amount.value * pace) / 1000 : null,
  metres:
    amount.unit === 'm' ? amount.value : amount.unit === 's' && pace !== null ? (amount.value / pace) * 1000 : null,
})

const untilLap = 'a step lasts until the lap button is pressed'

/** Seconds per kilometre in the middle of a range: as written, or by its share of the athlete's own threshold. */
const paceOfShares = (
  range: RangeTarget,
  shares: readonly [number, number] | null,
  thresholdSPerKm: number | null,
): number | null => {
  const written = paceOfRange(range, thresholdSPerKm)
  if (written !== null) return (written.fast + written.slow) / 2
  return shares === null || thresholdSPerKm === null ? null : (2 * thresholdSPerKm) / (shares[0] + shares[1])
}

const estimatedBefore = remembered<Estimate>()

const estimated = (steps: Steps, thresholds: Pace, sport: Sport): Estimate => {
  const own = sport === 'run' ? (thresholds?.thresholdPaceSPerKm ?? null) : null
  const vdot = own === null ? usualVdot : vdotOfThresholdPace(own)
  const paces = trainingPaces(vdot)
  const threshold = thresholdPace(vdot)
  const paceOf = (zone: Zone) => (paces[zone].fast + paces[zone].slow) / 2
  const noPace = sport === 'run' ? 'no threshold pace is known' : `no pace is known for ${sport}`
  const sum: Sum = { durationS: 0, distanceM: 0, load: 0, noTime: '', noWay: '', noLoad: '' }
  for (const step of flatten(steps)) {
    const zone = zoneOf(step)
    const range = step.target.type === 'range' ? step.target : null
    const shares = range === null ? null : sharesOf(range, { ...thresholds, thresholdPaceSPerKm: own })
    const pace = range !== null ? paceOfShares(range, shares, own) : own === null || zone === null ? null : paceOf(zone)
    const { seconds, metres } = lengthAt(step.amount, pace)
    const why =
      step.amount.unit === 'lap' ? untilLap : range === null && zone === null ? 'a step has no target' : noPace
    if (seconds === null) sum.noTime = why
    else sum.durationS += seconds
    if (metres === null) sum.noWay = why
    else sum.distanceM += metres
    if (seconds === null || (zone === null && shares === null)) sum.noLoad = why
    else if (step.target.type === 'effort') sum.load += effortLoad(step.target.rpe, seconds)
    else {
      const [from, to] = shares ?? [threshold / paceOf(zone!), threshold / paceOf(zone!)]
      // Why: the mean of the square over an even rise from the one to the other.
      const square = range?.ramp ? (from ** 2 + from * to + to ** 2) / 3 : ((from + to) / 2) ** 2
      sum.load += loadOfThresholdHour * (seconds / 3600) * square
    }
  }
  const reading = (value: number, why: string, scale: number) =>
    why === '' ? known(Math.round(value * scale) / scale) : unknown(why)
  return {
    durationS: reading(sum.durationS, sum.noTime, 1),
    distanceM: reading(sum.distanceM, sum.noWay, 1),
    // Why: rounded, so that two browsers whose exponentials differ in the last bit still compare alike.
    load: reading(sum.load, sum.noLoad, 10),
  }
}

/** A session without steps (but rest) says nothing about its length. */
export const estimateSession = (session: Pick<Session, 'steps' | 'sport' | 'purpose'>, thresholds: Pace): Estimate => {
  if (session.steps.length > 0) return estimateSteps(session.steps, thresholds, session.sport)
  if (session.purpose === 'rest') return { durationS: known(0), distanceM: known(0), load: known(0) }
  const nothing = unknown('the session has no steps')
  return { durationS: nothing, distanceM: nothing, load: nothing }
}
