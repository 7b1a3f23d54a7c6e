/** What a week's sessions were to take, and how much of it was missed, in seconds. */
import { addDays, type Day } from '../../model/day.ts'
import { estimateSession } from '../../workout/estimate.ts'
import type { Drafting } from '../proposal.ts'

/** `planned` counts what was done, missed or is still ahead; what life excused, or nobody has spoken for, is in neither. */
export type WeekTime = { readonly planned: number; readonly lost: number }

/** The week from a Monday; a session another took the place of does not count twice. */
export const timeOf = ({ context, visible }: Drafting, monday: Day): WeekTime => {
  let planned = 0
  let lost = 0
  const next = addDays(monday, 7)
  for (const { session, replacedBy } of visible.sessions) {
    const state = context.matches.get(session.id)?.state
    if (session.day < monday || session.day >= next || session.purpose === 'rest' || replacedBy !== null) continue
    if (state !== 'done' && state !== 'missed' && state !== 'upcoming') continue
    const seconds = estimateSession(session, context.thresholds).durationS
    if (!seconds.known) continue
    planned += seconds.value
    if (state === 'missed') lost += seconds.value
  }
  return { planned, lost }
}
