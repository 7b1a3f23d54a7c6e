/** How a planned session turned out beside what was done, in the field's bands (±20 %). */
import type { Match } from '../../core/history/history.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { VisibleSession } from '../../core/model/plan.ts'
import type { Planned } from './planned.ts'
import type { Status } from './session-status.ts'

const shorterBelow = 0.8
const longerAbove = 1.2

/** Done ÷ planned: by distance where the plan is written in distance, else by time; null where either is not known. */
export const shareDone = (planned: Planned, activity: Activity): number | null => {
  if (planned.byDistance && planned.distanceM && activity.distanceM !== null)
    return activity.distanceM / planned.distanceM
  return planned.durationS ? activity.durationS / planned.durationS : null
}

/** The status word. A session that another replaced keeps `missed`; where nobody called it missed it is `swapped`. */
export const statusOf = (
  visible: Pick<VisibleSession, 'replacedBy'>,
  match: Pick<Match, 'state'> | null,
  activity: Activity | null,
  planned: Planned,
): Status => {
  switch (match?.state) {
    case 'done': {
      const share = activity === null ? null : shareDone(planned, activity)
      if (share === null) return 'done'
      return share < shorterBelow ? 'shorter' : share > longerAbove ? 'longer' : 'as-planned'
    }
    case 'missed':
      return 'missed'
    case 'excused':
      return 'excused'
    case 'unknown':
      return visible.replacedBy === null ? 'unknown' : 'swapped'
    default:
      return visible.replacedBy === null ? 'planned' : 'swapped'
  }
}
