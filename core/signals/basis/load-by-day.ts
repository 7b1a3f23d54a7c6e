/** One load a day on one scale: by heart rate, else by pace, else by feeling, else not known. */
import { type History, isCovered } from '../../history/history.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import type { Profile, Thresholds } from '../../model/athlete.ts'
import { type Day, dayFromNumber, dayNumber } from '../../model/day.ts'
import type { ActivityId } from '../../model/ids.ts'
import { effortLoad, heartRateLoad, loadPerEffort, paceLoad, sessionEffort } from '../../science/load.ts'

export type LoadMethod = 'heart-rate' | 'pace' | 'effort'
export type ActivityLoad =
  | { readonly method: LoadMethod; readonly load: number }
  | { readonly method: null; readonly why: string }

/** `methods` are those the day's load rests on; the load is unknown where one of its activities is. */
export type DayLoad = { readonly load: Reading<number>; readonly methods: readonly LoadMethod[] }

/** Heart rate that covers less of the time than this is a strap that slipped, not the session. */
const enoughHrShare = 0.8

/** trust: convention. One activity's load by the best method that its data and the thresholds allow. */
export const loadOf = (
  activity: Activity,
  thresholds: Thresholds,
  sex: Profile['sex'],
  perEffort: number = loadPerEffort,
): ActivityLoad => {
  const { maxHr, restHr, thresholdHr, thresholdPaceSPerKm } = thresholds
  const measured = measuredBefore(activity, [maxHr, restHr, thresholdHr, thresholdPaceSPerKm, sex], () =>
    measuredLoad(activity, thresholds, sex),
  )
  if (measured) return measured
  if (activity.rpe !== null) return { method: 'effort', load: effortLoad(activity.rpe, activity.durationS, perEffort) }
  const what = activity.name ?? `the ${activity.sport}`
  return activity.hrSeconds !== null && thresholds.restHr === null
    ? { method: null, why: `without a resting heart rate the pulse of ${what} says nothing about load` }
    : { method: null, why: `no heart rate, pace or effort to judge ${what} by` }
}

// Why: ten years of heart rate are weighed once and not on each change.
const measuredBefore = remembered<ActivityLoad | undefined>()

const measuredLoad = (activity: Activity, thresholds: Thresholds, sex: Profile['sex']): ActivityLoad | undefined => {
  const byHeart = heartRateLoadOf(activity, thresholds, sex)
  if (byHeart.known) return { method: 'heart-rate', load: byHeart.value }
  const byPace = paceLoadOf(activity, thresholds)
  return byPace.known ? { method: 'pace', load: byPace.value } : undefined
}

/** By heart rate, or why not. */
const heartRateLoadOf = (
  { hrSeconds, durationS }: Activity,
  { maxHr, restHr, thresholdHr }: Thresholds,
  sex: Profile['sex'],
): Reading<number> => {
  if (hrSeconds === null) return unknown('no heart rate was recorded')
  if (maxHr === null) return unknown('no maximum heart rate is known')
  if (restHr === null) return unknown('no resting heart rate is known')
  if (thresholdHr === null) return unknown('no threshold heart rate is known')
  if (restHr >= thresholdHr || restHr >= maxHr) return unknown('resting heart rate is not below the others')
  const seconds = hrSeconds.reduce((sum, [, time]) => sum + time, 0)
  if (seconds < enoughHrShare * durationS)
    return unknown('heart rate was recorded for less than four fifths of the time')
  return known(heartRateLoad(hrSeconds, { rest: restHr, max: maxHr, threshold: thresholdHr }, sex))
}

/** By grade-adjusted pace, or why not. */
const paceLoadOf = (
  { sport, durationS, flatDistanceM, distanceM }: Activity,
  { thresholdPaceSPerKm }: Thresholds,
): Reading<number> => {
  const flat = flatDistanceM ?? distanceM
  if (sport !== 'run') return unknown('only runs are judged by pace')
  if (flat === null || flat <= 0 || durationS <= 0) return unknown('no distance was recorded')
  if (thresholdPaceSPerKm === null) return unknown('no threshold pace is known')
  return known(paceLoad(durationS, flat, thresholdPaceSPerKm))
}

/** Every method in the order in which they are asked, with what it says or why it says nothing; the first known counts. */
export const loadMethodsOf = (
  activity: Activity,
  thresholds: Thresholds,
  sex: Profile['sex'],
): readonly { readonly method: LoadMethod; readonly load: Reading<number> }[] => [
  { method: 'heart-rate', load: heartRateLoadOf(activity, thresholds, sex) },
  { method: 'pace', load: paceLoadOf(activity, thresholds) },
  {
    method: 'effort',
    load:
      activity.rpe === null
        ? unknown('nobody has said how hard it was')
        : known(effortLoad(activity.rpe, activity.durationS)),
  },
]

/** So many sessions with both effort and a measured load before the athlete's own scale replaces the convention. */
const enoughOverlap = 8

/**
 * Each activity's load in order. Why a running scale: what RPE is worth for this athlete comes from the sessions that
 * have both, up to then; so no later entry changes an earlier day, and an RPE entered never shows as a spike.
 */
export const loadByActivity = (
  history: History,
  thresholds: Thresholds,
  sex: Profile['sex'],
): ReadonlyMap<ActivityId, ActivityLoad> => {
  const loads = new Map<ActivityId, ActivityLoad>()
  let overlap = 0
  let measured = 0
  let effort = 0
  for (const activity of history.activities) {
    const perEffort = overlap >= enoughOverlap && effort > 0 ? measured / effort : loadPerEffort
    const load = loadOf(activity, thresholds, sex, perEffort)
    loads.set(activity.id, load)
    if (activity.rpe === null || activity.rpe === 0 || load.method === null || load.method === 'effort') continue
    overlap += 1
    measured += load.load
    effort += sessionEffort(activity.rpe, activity.durationS)
  }
  return loads
}

/**
 * Every day from the first activity on file to `to`. A covered day without training is zero; a day no source has
 * spoken for is unknown, and so is one with an activity (or `unmeasured`: said to be done, recorded nowhere) that
 * nothing can be said about.
 */
export const loadByDay = (
  history: History,
  thresholds: Thresholds,
  to: Day,
  sex: Profile['sex'] = null,
  unmeasured: ReadonlySet<Day> = new Set(),
): ReadonlyMap<Day, DayLoad> => {
  const days = new Map<Day, DayLoad>()
  const first = history.activities[0]?.day
  if (first === undefined) return days
  const byActivity = loadByActivity(history, thresholds, sex)
  let at = 0
  const last = dayNumber(to)
  for (let number = dayNumber(first); number <= last; number++) {
    const day = dayFromNumber(number)
    const loads: ActivityLoad[] = []
    const from: string[] = []
    for (let activity = history.activities[at]; activity && activity.day <= day; activity = history.activities[at]) {
      at += 1
      loads.push(byActivity.get(activity.id)!)
      from.push(activity.id)
    }
    days.set(day, dayLoad(loads, from, isCovered(history.coverage, day), unmeasured.has(day)))
  }
  return days
}

const none: readonly LoadMethod[] = []

/** Each method once, in order. Most days hold one session or none. */
const methodsOf = (loads: readonly ActivityLoad[]): readonly LoadMethod[] =>
  loads.length === 0 ? none : [...new Set(loads.flatMap(load => load.method ?? []))]

const dayLoad = (loads: readonly ActivityLoad[], from: readonly string[], covered: boolean, said: boolean): DayLoad => {
  const methods = methodsOf(loads)
  const lost = loads.find(load => load.method === null)
  if (lost?.method === null) return { load: unknown(lost.why), methods }
  if (said) return { load: unknown('done, but recorded nowhere'), methods }
  if (loads.length === 0 && !covered) return { load: unknown('no source has spoken for this day'), methods }
  const sum = loads.reduce((total, load) => total + (load.method === null ? 0 : load.load), 0)
  return { load: known(Math.round(sum * 10) / 10, from), methods }
}
