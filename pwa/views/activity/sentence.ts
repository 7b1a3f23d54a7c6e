/** An activity in a sentence: what it was, and how it stands to what was planned. */
import type { Activity } from '../../../core/model/activity.ts'
import type { Session } from '../../../core/model/session.ts'
import { purposeWord } from '../../../core/workout/words.ts'
import { sportWord } from '../../parts/activity-words.ts'
import { shareDone } from '../../parts/day-status.ts'
import { type DistanceUnit, formatDay, formatDistance, formatDuration, formatPaceOf } from '../../parts/format.ts'
import type { Planned } from '../../parts/planned.ts'
import { type Status, statusLook } from '../../parts/session-status.ts'

/** `Run of 12.3 km in 58 min at 4:44 /km, heart rate 148.` */
export const sayDone = (activity: Activity, unit: DistanceUnit): string => {
  const { sport, distanceM, durationS, meanHr } = activity
  const pace = sport === 'run' ? formatPaceOf(distanceM, durationS, unit) : null
  const what = sport === 'other' ? 'Training' : sportWord[sport]
  const length =
    distanceM === null
      ? ` of ${formatDuration(durationS)}`
      : ` of ${formatDistance(distanceM, unit)} in ${formatDuration(durationS)}`
  return `${what}${length}${pace === null ? '' : ` at ${pace}`}${meanHr === null ? '' : `, heart rate ${meanHr}`}.`
}

const plannedLength = ({ byDistance, distanceM, durationS }: Planned, unit: DistanceUnit): string | null =>
  byDistance && distanceM !== null
    ? formatDistance(distanceM, unit)
    : durationS === null
      ? null
      : formatDuration(durationS)

/** `Planned for that day: Tempo, 50 min. As planned.`; a share is said where it is outside the field's band. */
export const sayAgainstPlan = (
  activity: Activity,
  session: Session,
  planned: Planned,
  status: Status,
  unit: DistanceUnit,
): string => {
  const when = session.day === activity.day ? 'Planned' : `Planned for ${formatDay(session.day)}`
  const length = plannedLength(planned, unit)
  const share = shareDone(planned, activity)
  const word = statusLook[status].word
  const by = share !== null && (status === 'shorter' || status === 'longer') ? ` (${Math.round(share * 100)} %)` : ''
  return `${when}: ${session.title || purposeWord[session.purpose]}${length === null ? '' : `, ${length}`}. ${word}${by}.`
}
