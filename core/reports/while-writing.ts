/** What a coach is told while writing a run, before it stands in the plan: how it lies beside the month before it. */

import { guardOf } from '../findings/run-spike.ts'
import { addDays } from '../model/day.ts'
import { sayDistance } from '../model/say-day.ts'
import type { Session } from '../model/session.ts'
import { spikeOf } from '../science/spike.ts'
import type { Context } from '../signals/basis/context.ts'
import { longestBefore } from '../signals/longest-run.ts'
import { estimateSession } from '../workout/estimate.ts'

const daysBefore = 30

/**
 * A sentence where the run is further than the playbook's guard allows over the longest, done or planned, of the 30 days
 * before it; null where it is not, or where nobody knows how far it or any other goes. `beside` are the other sessions.
 */
export const spikeWhileWriting = (session: Session, beside: readonly Session[], context: Context): string | null => {
  if (session.sport !== 'run' || session.purpose === 'race' || session.purpose === 'rest') return null
  const metres = estimateSession(session, context.thresholds).distanceM
  if (!metres.known) return null
  const from = addDays(session.day, -daysBefore)
  const planned = beside.flatMap(other => {
    if (other.id === session.id || other.sport !== 'run' || other.day < from || other.day >= session.day) return []
    const far = estimateSession(other, context.thresholds).distanceM
    // Why: what was planned before today and not run counts for nothing; what was run stands in the history.
    return far.known && other.day >= context.day ? [far.value] : []
  })
  const done = longestBefore(context, session.day)
  const longest = Math.max(...planned, done.known ? done.value : 0)
  if (longest <= 0 || metres.value <= guardOf(longest, context)) return null
  const percent = Math.round(spikeOf(metres.value, longest).share * 100)
  return `${sayDistance(metres.value)} is ${percent} % longer than the longest of the 30 days before, ${sayDistance(longest)}`
}
