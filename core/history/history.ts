/** All that was done, each activity once, and the days on which "nothing on file" means "nothing done". */

import { remembered } from '../lib/remembered.ts'
import type { Activity } from '../model/activity.ts'
import type { Day } from '../model/day.ts'
import type { ActivityId } from '../model/ids.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { type Kin, kinIn } from './kin.ts'
import { type Merge, mergeFamilies, shownAs } from './merge.ts'

export { type Arrival, tellingMerges, withMerges } from './arrivals.ts'
export { activitiesByDay } from './by-day.ts'
export { withImported } from './check-ins.ts'
export { type Coverage, coverageOf, coveredFrom, hasSpoken, isCovered, type Span } from './coverage.ts'
export type { Kin } from './kin.ts'
export { type Match, type MatchState, matchPlan } from './match.ts'
export { type Merge, type Merged, mergeActivities, shownAs } from './merge.ts'

/** `activities` are merged and sorted by local start. */
export type History = {
  readonly activities: readonly Activity[]
  readonly merges: readonly Merge[]
  readonly coverage: Coverage
}

const kinBefore = remembered<Kin>()
const historyBefore = remembered<History>()

/** The kin of a list, worked out once for it. */
export const kinOf = (activities: readonly Activity[]): Kin =>
  kinBefore(activities[0], [activities], () => kinIn(activities))

/**
 * Activities as stored (every recording ever imported) and the days the athlete confirmed → history. `kin` are those of
 * a list that all the activities are in, so that many parts of one list need not look for twins again.
 */
export const toHistory = (
  activities: readonly Activity[],
  confirmedDays: readonly Day[],
  kin: Kin = kinOf(activities),
): History =>
  // Why without `kin` in the comparison: whichever list they are of, the answer is the same.
  historyBefore(activities[0], [activities, confirmedDays], () => {
    const merged = mergeFamilies(activities, kin)
    return { ...merged, coverage: coverageOf(merged.activities, confirmedDays) }
  })

/** The activity a name stands for, also where it was merged into a richer recording. */
export const activityOf = (history: History, id: ActivityId): Activity | undefined => {
  const name = shownAs(history.merges, id)
  return history.activities.find(activity => activity.id === name)
}

/** Those of the incoming that are not on file under their own id: importing a file again adds nothing. */
export const notOnFile = (existing: readonly Activity[], incoming: readonly Activity[]): readonly Activity[] => {
  const onFile = new Set(existing.map(activity => activity.id))
  return incoming.filter(activity => !onFile.has(activity.id))
}
