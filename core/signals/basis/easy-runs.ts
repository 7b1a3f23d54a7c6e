/** Which runs were easy or steady throughout: those that the athlete's own heart rate can be compared on. */
import { median } from '../../lib/math.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import type { Thresholds } from '../../model/athlete.ts'
import type { ActivityId } from '../../model/ids.ts'
import { isHard } from '../../model/session.ts'
import type { Context } from './context.ts'

/** Shorter, and half of the run is still warming up (ours). */
const shortestS = 20 * 60
/** Mean pace has to be so much slower than threshold: marathon pace and faster is no steady run (ours) … */
const slowerThanThreshold = 1.08
/** … unless it is the pace the athlete usually runs at, give or take (ours). */
const likeUsual = 0.95
/** Faster than threshold, and this much faster than usual, is hard. */
const hardAgainstUsual = 0.9
/** More of the time than this faster than threshold, and the run had hard parts (ours). */
const mostHardShare = 0.1
/** Speeds of recorded laps that scatter more than this (coefficient of variation) are repeats, not one run (ours). */
const mostScatter = 0.12
/** Laps shorter than this say little about effort: a crossing, a button pressed twice. */
const shortestLapS = 60
/** Outside these paces (s/km) it was walked, or the recording is at fault. */
const runningPace = { fastest: 150, slowest: 720 } as const

/** Grade-adjusted seconds per kilometre, or as recorded where altitude is not known; undefined where neither is. */
export const flatPaceOf = ({ flatDistanceM, distanceM, durationS }: Activity): number | undefined => {
  const metres = flatDistanceM ?? distanceM
  return metres !== null && metres > 0 && durationS > 0 ? (1000 * durationS) / metres : undefined
}

const scatterBefore = remembered<number>()

const scatterOf = (activity: Activity): number => scatterBefore(activity, [], () => scatterIn(activity))

const scatterIn = ({ splits }: Activity): number => {
  const speeds = splits.flatMap(({ durationS, distanceM }) =>
    distanceM !== null && distanceM > 0 && durationS >= shortestLapS ? [distanceM / durationS] : [],
  )
  if (speeds.length < 4) return 0
  const middle = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length
  const variance = speeds.reduce((sum, speed) => sum + (speed - middle) ** 2, 0) / (speeds.length - 1)
  return Math.sqrt(variance) / middle
}

const shareFasterThan = ({ paceSeconds, durationS }: Activity, limit: number): number =>
  (paceSeconds ?? []).reduce((sum, [pace, seconds]) => sum + (pace < limit ? seconds : 0), 0) / durationS

/** A run long and fast enough to be one, whatever its effort. */
const isRun = (activity: Activity): boolean => {
  const pace = flatPaceOf(activity)
  if (activity.sport !== 'run' || activity.durationS < shortestS || pace === undefined) return false
  return pace >= runningPace.fastest && pace <= runningPace.slowest
}

/**
 * Of some weeks' activities the runs that were easy or steady throughout, by length, pace and evenness; never by heart
 * rate, which is what is to be judged. Why the usual pace beside the threshold: of an athlete who only ever runs easily,
 * training shows a threshold hardly faster than that.
 */
export const easyRunsOf = (
  activities: readonly Activity[],
  thresholdSPerKm: Thresholds['thresholdPaceSPerKm'],
): readonly Activity[] => {
  const runs = activities.filter(isRun)
  const usual = median(runs.map(run => flatPaceOf(run)!))
  if (usual === undefined) return []
  const threshold = thresholdSPerKm ?? 0
  const fastest = Math.min(slowerThanThreshold * threshold, likeUsual * usual)
  const hard = Math.min(threshold, hardAgainstUsual * usual)
  return runs.filter(
    run => flatPaceOf(run)! >= fastest && scatterOf(run) <= mostScatter && shareFasterThan(run, hard) <= mostHardShare,
  )
}

const hardBefore = remembered<ReadonlySet<ActivityId>>()

/** Activities that were a planned hard session: what the plan calls hard was none, whatever its mean pace. */
export const plannedHard = ({ sessions, matches, history }: Context): ReadonlySet<ActivityId> =>
  hardBefore(history, [sessions, matches], () => {
    return new Set(sessions.filter(isHard).flatMap(({ id }) => matches.get(id)?.activity ?? []))
  })
