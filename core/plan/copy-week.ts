/** Sessions written again on other days: a week on other weeks, or some picked ones wherever they are pasted. */
import { addDays, type Day, daysBetween, mondayOf } from '../model/day.ts'
import type { SessionId } from '../model/ids.ts'
import type { Session } from '../model/session.ts'

/**
 * The sessions so many days later, each under a name of its own and not locked. Races are not copied: a race is on its own
 * day. What stands among `there` on the day already, of the same title and purpose, is not written twice.
 */
export const copiesOf = (
  sessions: readonly Session[],
  days: number,
  there: readonly Session[],
  newId: () => string,
): readonly Session[] =>
  sessions
    .filter(({ purpose }) => purpose !== 'race')
    .map(session => ({ ...session, id: newId() as SessionId, day: addDays(session.day, days), locked: false }))
    .filter(
      copy =>
        !there.some(({ day, title, purpose }) => day === copy.day && title === copy.title && purpose === copy.purpose),
    )

/** Copies of a week for the weeks that begin on these Mondays; what stands in those weeks stays. */
export const copyWeek = (
  sessions: readonly Session[],
  monday: Day,
  to: readonly Day[],
  newId: () => string,
): readonly Session[] => {
  const week = sessions.filter(({ day }) => mondayOf(day) === monday)
  return to.flatMap(first => copiesOf(week, daysBetween(monday, first), sessions, newId))
}
