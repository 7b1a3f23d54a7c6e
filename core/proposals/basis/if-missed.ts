/** What the coach's list would give for the hard sessions ahead, were they missed: so that a coach sees what it lacks. */
import type { Thresholds } from '../../model/athlete.ts'
import { addDays, type Day } from '../../model/day.ts'
import type { Playbook, Swap } from '../../model/playbook.ts'
import { isHard, type Session } from '../../model/session.ts'
import { estimateSession, estimateSteps } from '../../workout/estimate.ts'
import { pickSwap } from './swap.ts'

/** `percent` is the swap's load in percent of the session's; null where either is not known. */
export type IfMissed = { readonly session: Session; readonly swap: Swap | null; readonly percent: number | null }

/** The hard sessions of the days from one to so many later, each with the session of the list that would be drafted. */
export const ifMissed = (
  sessions: readonly Session[],
  given: { readonly playbook: Playbook; readonly thresholds: Thresholds },
  from: Day,
  days: number,
): readonly IfMissed[] =>
  sessions
    .filter(one => one.day >= from && one.day <= addDays(from, days) && isHard(one) && one.purpose !== 'race')
    .map(session => {
      const swap = pickSwap(session, given) ?? null
      const was = estimateSession(session, given.thresholds).load
      const is = swap === null ? null : estimateSteps(swap.steps, given.thresholds, session.sport).load
      const isKnown = was.known && was.value > 0 && is?.known
      return { session, swap, percent: isKnown ? Math.round((100 * is.value) / was.value) : null }
    })
