/** The fastest stretch over each distance that is on file, and the critical speed that lies in them. */
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Activity } from '../../model/activity.ts'
import { addDays, type Day } from '../../model/day.ts'
import type { ActivityId } from '../../model/ids.ts'
import { between } from '../../model/window.ts'
import {
  type CriticalSpeed,
  criticalSeconds,
  criticalSpeedByDistance,
  fewestEfforts,
  usualReserve,
} from '../../science/critical-speed.ts'
import { vdotOf } from '../../science/vdot.ts'
import type { Context } from './context.ts'
import { highestVdot, officialOf } from './thresholds.ts'

/** The best over a distance in metres: seconds, and the day and run it was on. */
export type BestEffort = {
  readonly distanceM: number
  readonly durationS: number
  readonly day: Day
  readonly activity: ActivityId
}

/** Distances of the curve in metres: those that best stretches are kept for. */
const curveM: readonly number[] = [400, 800, 1000, 1609, 3000, 5000, 10_000, 21_097, 42_195]
/** A time that VDOT knows a runner for; shorter than 1,500 m it says nothing. */
const isPlausible = (distanceM: number, durationS: number): boolean => {
  const vdot = vdotOf(distanceM, durationS)
  return distanceM < 1500 || (vdot !== undefined && vdot <= highestVdot)
}

const effortsOf = ({ bestEfforts, distanceM, durationS, sport }: Activity) => {
  if (sport !== 'run') return []
  const whole = { distanceM: officialOf(distanceM ?? 0), durationS }
  return [...bestEfforts, whole].filter(
    effort => curveM.includes(effort.distanceM) && isPlausible(effort.distanceM, effort.durationS),
  )
}

const dayOf = ({ day }: Activity): Day => day

/** Nobody is so much faster over one distance than over the next longer one: then the satellites jumped (ours). */
const mostFaster = 1.4

/**
 * The best of each distance between two days, both included, shortest first; the earliest of equals. One that stands out
 * from the next longer distance as no runner does is left out, and the next best takes its place.
 */
export const effortCurve = (activities: readonly Activity[], from: Day, to: Day): readonly BestEffort[] => {
  const all = new Map<number, BestEffort[]>()
  for (const activity of between(activities, addDays(from, -1), to, dayOf))
    for (const { distanceM, durationS } of effortsOf(activity)) {
      const effort = { distanceM, durationS, day: activity.day, activity: activity.id }
      const others = all.get(distanceM)
      if (others) others.push(effort)
      else all.set(distanceM, [effort])
    }
  const curve: BestEffort[] = []
  let next = Number.POSITIVE_INFINITY
  for (const distanceM of curveM.toReversed()) {
    const believed = (all.get(distanceM) ?? []).filter(({ durationS }) => distanceM / durationS <= mostFaster * next)
    const best = believed.reduce<BestEffort | undefined>((a, b) => (a && a.durationS <= b.durationS ? a : b), undefined)
    if (!best) continue
    curve.unshift(best)
    next = Math.max(distanceM / best.durationS, next === Number.POSITIVE_INFINITY ? 0 : next)
  }
  return curve
}

/** Days within which efforts belong to one runner's present shape (convention: a season's block). */
export const criticalSpeedDays = 90
/** Even runs leave a line through anything: a reserve outside of this is no all-out effort's (science.md 1.3). */
const { least, most } = usualReserve

/** Critical speed in m/s, D′ in metres, and the efforts of 2 to 20 minutes it was fitted to (distance on time). */
export type CriticalSpeedReading = CriticalSpeed & { readonly efforts: readonly BestEffort[] }

/** Critical speed from the best efforts of the 90 days that end with a day. */
export const criticalSpeedOn = ({ history }: Pick<Context, 'history'>, day: Day): Reading<CriticalSpeedReading> => {
  const curve = effortCurve(history.activities, addDays(day, 1 - criticalSpeedDays), day)
  const efforts = curve.filter(
    ({ durationS }) => durationS >= criticalSeconds.least && durationS <= criticalSeconds.most,
  )
  if (efforts.length < fewestEfforts)
    return unknown(
      `${efforts.length} best efforts of 2 to 20 minutes in ${criticalSpeedDays} days; ${fewestEfforts} are needed`,
    )
  const fit = criticalSpeedByDistance(efforts.map(({ distanceM, durationS }) => [distanceM, durationS]))
  if (!fit) return unknown('the best efforts are all of one length')
  if (fit.reserveM < least || fit.reserveM > most)
    return unknown(
      `the best efforts do not look all-out: they leave a reserve of ${Math.round(fit.reserveM)} m, where runners have ${least} to ${most}`,
    )
  return known({ ...fit, efforts }, [...new Set(efforts.map(({ activity }) => activity))])
}
