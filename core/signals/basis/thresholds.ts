/** Threshold pace and heart rates: the athlete's own where given, else what the training on file shows, and from what. */

import type { History } from '../../history/history.ts'
import { sayClock } from '../../lib/clock.ts'
import { median } from '../../lib/math.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import type { Profile, Thresholds } from '../../model/athlete.ts'
import type { CheckIn } from '../../model/check-in.ts'
import { addDays, type Day } from '../../model/day.ts'
import { between } from '../../model/window.ts'
import { thresholdPace, vdotOf } from '../../science/vdot.ts'

/** Fitness older than half a year says little about now (convention). */
export const thresholdWindowDays = 180
/** A recorded best above this is a fault of the recording, not a runner (the published table ends at 85). */
export const highestVdot = 85
/** Best stretches shorter than this lean on a few satellite fixes. */
const shortestM = 1500

/** A hard stretch on file: what it was, and the VDOT it shows. */
export type Effort = {
  readonly day: Day
  readonly distanceM: number
  readonly durationS: number
  readonly vdot: number
}

/** Race distances in metres; a recording of one is up to 3 % long (satellite fixes, the line run). */
const officialM = [5000, 10_000, 21_097, 42_195] as const
const overshoot = 1.03

const officialAt = (metres: number): number | undefined =>
  officialM.find(official => metres >= official && metres <= official * overshoot)

/** A recorded distance in metres as the race was measured, where it looks like one. */
export const officialOf = (metres: number): number => officialAt(metres) ?? metres

/** Whether a whole run was as long as races are. */
export const isAtOfficialDistance = (metres: number): boolean => officialAt(metres) !== undefined

/**
 * The best stretch of a run by VDOT, the whole run included, at its official distance where it looks like a race;
 * undefined where nothing is long enough to judge by.
 */
export const bestEffortOf = (activity: Activity): Effort | undefined =>
  effortBefore(activity, [], () => bestIn(activity))

const effortBefore = remembered<Effort | undefined>()

const bestIn = (activity: Activity): Effort | undefined => {
  if (activity.sport !== 'run') return undefined
  const whole = { distanceM: officialOf(activity.distanceM ?? 0), durationS: activity.durationS }
  let best: Effort | undefined
  for (const { distanceM, durationS } of [...activity.bestEfforts, whole]) {
    if (distanceM < shortestM) continue
    const vdot = vdotOf(distanceM, durationS)
    if (vdot === undefined || vdot > highestVdot || (best && best.vdot >= vdot)) continue
    best = { day: activity.day, distanceM, durationS, vdot }
  }
  return best
}

const dayOf = ({ day }: Activity): Day => day

/** The best effort between two days, both included; the earliest of equals. */
export const bestEffortBetween = (history: History, from: Day, to: Day): Effort | undefined => {
  let best: Effort | undefined
  for (const activity of between(history.activities, addDays(from, -1), to, dayOf)) {
    const effort = bestEffortOf(activity)
    if (effort && (!best || effort.vdot > best.vdot)) best = effort
  }
  return best
}

/** The highest heart rate (lower edge of its bin) held or exceeded for so many seconds within one activity. */
const heldFor = (hrSeconds: NonNullable<Activity['hrSeconds']>, seconds: number): number | undefined => {
  let held = 0
  for (const [edge, time] of [...hrSeconds].sort((a, b) => b[0] - a[0])) {
    held += time
    if (held >= seconds) return edge
  }
  return undefined
}

/** So many runs with heart rate before a highest one is believed. */
const enoughRuns = 10
/** Sensors spike for seconds; a maximum has to be held a little. */
const maximumS = 10
/** Threshold heart rate is close to what can be held for half an hour flat out (Friel). */
const thresholdS = 1800
/** A half hour below this share of the maximum was not flat out, so it says nothing about the threshold. */
const flatOutShare = 0.85

type Found = { readonly value: number; readonly says: string }

type Key = Exclude<keyof Thresholds, 'origin'>
/** Each threshold with where it is from, in words; `typed` where the athlete set it. Null is not known. */
export type ThresholdOrigins = {
  readonly [key in Key]: { readonly value: number; readonly typed: boolean; readonly says: string } | null
}

/** As of a day: nothing dated later enters. */
export const thresholdOrigins = (
  profile: Profile,
  history: History,
  day: Day,
  checkIns: readonly CheckIn[] = [],
): ThresholdOrigins => {
  const own = profile.thresholds
  const take = (mine: number | null | undefined, estimate: () => Found | undefined): ThresholdOrigins[Key] => {
    if (own && mine !== null && mine !== undefined)
      return { value: mine, typed: true, says: own.origin === '' ? 'set by hand' : own.origin }
    const found = estimate()
    return found ? { ...found, typed: false } : null
  }
  const from = addDays(day, 1 - thresholdWindowDays)
  const runs = history.activities.filter(({ sport, day: on }) => sport === 'run' && on >= from && on <= day)
  const thresholdPaceSPerKm = take(own?.thresholdPaceSPerKm, () => paceFrom(history, from, day))
  const maxHr = take(own?.maxHr, () => highest(runs, maximumS, 'maximum heart rate'))
  const restHr = take(own?.restHr, () => restFrom(checkIns, from, day))
  const values = { maxHr: maxHr?.value ?? null, restHr: restHr?.value ?? null }
  const thresholdHr = take(own?.thresholdHr, () => thresholdHrFrom(runs, values.maxHr, values.restHr))
  return { thresholdPaceSPerKm, maxHr, restHr, thresholdHr }
}

/** The same as plain numbers; `origin` says where each is from. */
export const thresholdsFor = (...given: Parameters<typeof thresholdOrigins>): Thresholds => {
  const { thresholdPaceSPerKm, maxHr, restHr, thresholdHr } = thresholdOrigins(...given)
  const own = given[0].thresholds
  const found = [thresholdPaceSPerKm, maxHr, restHr, thresholdHr].flatMap(one => (one && !one.typed ? [one.says] : []))
  const says = own ? [own.origin === '' ? 'set by hand' : own.origin, ...found] : found
  return {
    maxHr: maxHr?.value ?? null,
    restHr: restHr?.value ?? null,
    thresholdHr: thresholdHr?.value ?? null,
    thresholdPaceSPerKm: thresholdPaceSPerKm?.value ?? null,
    origin: says.join('; ').slice(0, 300) || 'nothing known yet',
  }
}

const paceFrom = (history: History, from: Day, day: Day): Found | undefined => {
  const effort = bestEffortBetween(history, from, day)
  if (!effort) return undefined
  const value = Math.round(thresholdPace(effort.vdot))
  // Why: outside these bounds it is no running pace that the model holds.
  if (value < 120 || value > 900) return undefined
  const km = (effort.distanceM / 1000).toFixed(1)
  return { value, says: `threshold pace estimated from ${km} km in ${sayClock(effort.durationS)} on ${effort.day}` }
}

const highest = (runs: readonly Activity[], seconds: number, what: string): Found | undefined => {
  const held = runs.flatMap(({ hrSeconds, day }) => {
    const hr = hrSeconds === null ? undefined : heldFor(hrSeconds, seconds)
    return hr === undefined || hr < 80 || hr > 230 ? [] : [{ hr, day }]
  })
  if (held.length < enoughRuns) return undefined
  const best = held.reduce((a, b) => (b.hr > a.hr ? b : a))
  return { value: best.hr, says: `${what} estimated from ${best.day}` }
}

const restFrom = (checkIns: readonly CheckIn[], from: Day, day: Day): Found | undefined => {
  const values = checkIns.flatMap(c => (c.restingHr === null || c.day < from || c.day > day ? [] : [c.restingHr]))
  const middle = median(values)
  if (middle === undefined || middle < 25 || middle > 120) return undefined
  return { value: Math.round(middle), says: `resting heart rate from ${values.length} check-ins` }
}

const thresholdHrFrom = (runs: readonly Activity[], maxHr: number | null, restHr: number | null): Found | undefined => {
  const found = highest(runs, thresholdS, 'threshold heart rate')
  if (found && maxHr !== null && found.value >= flatOutShare * maxHr && found.value < maxHr) return found
  if (maxHr === null || restHr === null) return undefined
  return {
    value: Math.round(restHr + 0.85 * (maxHr - restHr)),
    says: 'threshold heart rate taken at 85 % of the heart-rate reserve',
  }
}
