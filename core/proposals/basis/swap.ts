/** Which session from the coach's list may take a missed one's place, and on which day. */
import type { Activity } from '../../model/activity.ts'
import { addDays, type Day, weekdayOf } from '../../model/day.ts'
import type { Swap } from '../../model/playbook.ts'
import { isHard, type Session } from '../../model/session.ts'
import { type Context, dayAt } from '../../signals/basis/context.ts'
import { estimateSession, estimateSteps } from '../../workout/estimate.ts'

/** Whether a load is equal enough: at most so many percent lighter, never heavier. */
export const isEqualLoad = (before: number, after: number, lighterPercent: number): boolean =>
  after <= before && after * 100 >= before * (100 - lighterPercent)

/**
 * The heaviest swap of the list that is equal to the missed session, one of the same hardness first. Where the missed
 * session's load cannot be estimated, the lightest: then only the coach can say whether it is equal.
 */
export const pickSwap = (
  missed: Session,
  { playbook, thresholds }: Pick<Context, 'playbook' | 'thresholds'>,
): Swap | undefined => {
  const load = estimateSession(missed, thresholds).load
  const fitting = playbook.swaps.flatMap(swap => {
    const own = estimateSteps(swap.steps, thresholds, missed.sport).load
    if (!swap.offered || swap.from !== missed.purpose || !own.known) return []
    if (load.known && !isEqualLoad(load.value, own.value, playbook.thresholds.swapLighterPercent)) return []
    const hard = isHard({ purpose: swap.to, key: missed.key }) ? 1 : 0
    return [{ swap, hard, load: load.known ? own.value : -own.value }]
  })
  return fitting.sort((a, b) => b.hard - a.hard || b.load - a.load || (a.swap.id < b.swap.id ? -1 : 1))[0]?.swap
}

/**
 * The day on which it can have become known that a session was missed: said on, or first shown by something dated
 * later. From dates in the data, not from when a device saw them, so that every device finds the same free day.
 */
export const learnedOn = (session: Session, { outcomes, history }: Context): Day => {
  const said = outcomes.get(session.id)
  if (said?.said === 'not-done') return dayAt(said.at)
  const later = history.activities.find(({ day, sources }: Activity) => day > session.day && sources.some(isRecorded))
  return later?.day ?? addDays(session.day, 1)
}

const isRecorded = ({ kind }: Activity['sources'][number]): boolean => kind !== 'typed'

/** The days of its week on which a missed session could still have its place: from when it was known, to Sunday. */
export const daysLeft = (session: Session, context: Context): readonly [Day, Day] => {
  const from = [learnedOn(session, context), addDays(session.day, 1)].sort()
  return [from[1]!, addDays(session.day, 7 - weekdayOf(session.day))]
}
