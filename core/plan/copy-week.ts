/** A week written again: its sessions on the same weekdays of other weeks, each under a name of its own. */
import { addDays, type Day, daysBetween, mondayOf } from '../model/day.ts'
import type { SessionId } from '../model/ids.ts'
import type { Session } from '../model/session.ts'

/**
 * Copies for the weeks that begin on these Mondays. Races are not copied: a race is on its own day. What stands in those
 * weeks stays; the same session twice on one day is written once.
 */
export const copyWeek = (
  sessions: readonly Session[],
  monday: Day,
  to: readonly Day[],
  newId: () => string,
): readonly Session[] => {
  const week = sessions.filter(({ day, purpose }) => mondayOf(day) === monday && purpose !== 'race')
  const isThere = (session: Session) =>
    sessions.some(
      ({ day, title, purpose }) => day === session.day && title === session.title && purpose === session.purpose,
    )
  return to.flatMap(first =>
    week
      .map(session => ({
        ...session,
        id: newId() as SessionId,
        day: addDays(first, daysBetween(monday, session.day)),
        locked: false,
      }))
      .filter(copy => !isThere(copy)),
  )
}
