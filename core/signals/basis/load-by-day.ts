/** One load a day on one scale: by heart rate, else by pace, else by feeling, else not known. */
import { coveredFrom, type History } from '../../history/history.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import type { Profile, Thresholds } from '../../model/athlete.ts'
import { type Day, type DayNumber, dayNumber } from '../../model/day.ts'
import type { ActivityId } from '../../model/ids.ts'
import { effortLoad, heartRateScale, loadPerEffort, paceLoad, sessionEffort } from '../../science/load.ts'

export type LoadMethod = 'heart-rate' | 'pace' | 'effort'
export type ActivityLoad =
  | { readonly method: LoadMethod; readonly load: number }
  | { readonly method: null; readonly why: string }

/** `methods` are those the day's load rests on; the load is unknown where one of its activities is. */
export type DayLoad = { readonly load: Reading<number>; readonly methods: readonly LoadMethod[] }

/** Heart rate that covers less of the time than this is a strap that slipped, not the session. */
const enoughHrShare = 0.8

/** trust: convention. One activity's load by the best method that its data and the thresholds allow. */
const loadOn = (activity: Activity, thresholds: Thresholds, scale: Scale, perEffort: number): ActivityLoad => {
  const byHeart = heartRateLoadOf(activity, scale)
  if (byHeart.known) return { method: 'heart-rate', load: byHeart.value }
  const byPace = paceLoadOf(activity, thresholds)
  if (byPace.known) return { method: 'pace', load: byPace.value }
  if (activity.rpe !== null) return { method: 'effort', load: effortLoad(activity.rpe, activity.durationS, perEffort) }
  const what = activity.name ?? `the ${activity.sport}`
  return activity.hrSeconds !== null && thresholds.restHr === null
    ? { method: null, why: `without a resting heart rate the pulse of ${what} says nothing about load` }
    : { method: null, why: `no heart rate, pace or effort to judge ${what} by` }
}

/** What heart rate weighs for an athlete, or why it weighs nothing. */
type Scale = Reading<ReturnType<typeof heartRateScale>>

const scaleOf = ({ maxHr, restHr, thresholdHr }: Thresholds, sex: Profile['sex']): Scale => {
  if (maxHr === null) return unknown('no maximum heart rate is known')
  if (restHr === null) return unknown('no resting heart rate is known')
  if (thresholdHr === null) return unknown('no threshold heart rate is known')
  if (restHr >= thresholdHr || restHr >= maxHr) return unknown('resting heart rate is not below the others')
  return known(heartRateScale({ rest: restHr, max: maxHr, threshold: thresholdHr }, sex))
}

const notRecorded = unknown('no heart rate was recorded')
const hardlyRecorded = unknown('heart rate was recorded for less than four fifths of the time')

/** By heart rate, or why not. */
const heartRateLoadOf = ({ hrSeconds, durationS }: Activity, scale: Scale): Reading<number> => {
  if (hrSeconds === null) return notRecorded
  if (!scale.known) return scale
  let seconds = 0
  for (const bin of hrSeconds) seconds += bin[1]
  return seconds < enoughHrShare * durationS ? hardlyRecorded : known(scale.value(hrSeconds))
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
  { method: 'heart-rate', load: heartRateLoadOf(activity, scaleOf(thresholds, sex)) },
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
 * Each activity's load, in their order. Why a running scale: what RPE is worth for this athlete comes from the sessions
 * that have both, up to then; so no later entry changes an earlier day, and an RPE entered never shows as a spike.
 */
const loadsInOrder = (
  { activities }: History,
  thresholds: Thresholds,
  sex: Profile['sex'],
): readonly ActivityLoad[] => {
  let overlap = 0
  let measured = 0
  let effort = 0
  const scale = scaleOf(thresholds, sex)
  return activities.map(activity => {
    const perEffort = overlap >= enoughOverlap && effort > 0 ? measured / effort : loadPerEffort
    const load = loadOn(activity, thresholds, scale, perEffort)
    if (activity.rpe === null || activity.rpe === 0 || load.method === null || load.method === 'effort') return load
    overlap += 1
    measured += load.load
    effort += sessionEffort(activity.rpe, activity.durationS)
    return load
  })
}

/** Each activity's load by its name. */
export const loadByActivity = (
  history: History,
  thresholds: Thresholds,
  sex: Profile['sex'],
): ReadonlyMap<ActivityId, ActivityLoad> => {
  const loads = loadsInOrder(history, thresholds, sex)
  return new Map(history.activities.map(({ id }, at) => [id, loads[at]!]))
}

/** What the activities of a history weigh: one entry an activity, in their order. `values` is NaN where not known. */
type Weights = { readonly loads: readonly ActivityLoad[]; readonly values: Float64Array; readonly days: Int32Array }

/** All that a measured load rests on beside the activity. */
const restsOn = ({ maxHr, restHr, thresholdHr, thresholdPaceSPerKm }: Thresholds, sex: Profile['sex']) =>
  [maxHr, restHr, thresholdHr, thresholdPaceSPerKm, sex] as const

// Why: ten years of heart rate are weighed once and not on each change.
const weightsBefore = remembered<Weights>()

const weightsOf = (history: History, thresholds: Thresholds, sex: Profile['sex']): Weights => {
  return weightsBefore(history, restsOn(thresholds, sex), () => {
    const loads = loadsInOrder(history, thresholds, sex)
    const values = Float64Array.from(loads, load => (load.method === null ? Number.NaN : load.load))
    return { loads, values, days: Int32Array.from(history.activities, ({ day }) => dayNumber(day)) }
  })
}

/**
 * The loads of days in a row from the first: `values` has one entry a day, NaN where it is not known. Which activities
 * a load rests on, or why it is not known, is told when a day is asked for; `get` gives undefined outside of the days.
 */
export type DailyLoads = {
  readonly first: DayNumber
  readonly values: Float64Array
  readonly get: (day: Day) => DayLoad | undefined
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
): DailyLoads => {
  const weights = weightsOf(history, thresholds, sex)
  const first = weights.days[0] ?? dayNumber(to) + 1
  const { values, starts } = sumsByDay(weights, coveredFrom(history.coverage, first, dayNumber(to)), first)
  for (const day of unmeasured) {
    const at = dayNumber(day) - first
    if (at >= 0 && at < values.length) values[at] = Number.NaN
  }
  const get = (day: Day): DayLoad | undefined => {
    const at = dayNumber(day) - first
    if (!(at >= 0 && at < values.length)) return undefined
    const loads = weights.loads.slice(starts[at], starts[at + 1])
    const methods = [...new Set(loads.flatMap(({ method }) => method ?? []))]
    const value = values[at]!
    if (Number.isNaN(value)) return { load: unknown(whyUnknown(loads, unmeasured.has(day))), methods }
    const from = history.activities.slice(starts[at], starts[at + 1]).map(({ id }) => id)
    return { load: known(value, from), methods }
  }
  return { first, values, get }
}

/** Each day's loads added up, and where its activities begin in their list (one entry more than days: where they end). */
const sumsByDay = (
  { values: weights, days }: Weights,
  covered: Uint8Array,
  first: DayNumber,
): { readonly values: Float64Array; readonly starts: Int32Array } => {
  const values = new Float64Array(covered.length)
  const starts = new Int32Array(covered.length + 1)
  let at = 0
  for (let day = 0; day < covered.length; day++) {
    starts[day] = at
    let sum = 0
    for (; at < days.length && days[at]! <= first + day; at++) sum += weights[at]!
    const isSilent = at === starts[day] && covered[day] === 0
    values[day] = isSilent ? Number.NaN : Math.round(sum * 10) / 10
  }
  starts[covered.length] = at
  return { values, starts }
}

const whyUnknown = (loads: readonly ActivityLoad[], isSaid: boolean): string => {
  const lost = loads.find(load => load.method === null)
  if (lost?.method === null) return lost.why
  return isSaid ? 'done, but recorded nowhere' : 'no source has spoken for this day'
}
