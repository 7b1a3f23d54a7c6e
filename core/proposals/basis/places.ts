/** Where a session could go: days that are free, and hard days far enough from each other. */
import type { LifeEvent } from '../../model/athlete.ts'
import { addDays, type Day, daysBetween, weekdayOf } from '../../model/day.ts'
import type { SessionId } from '../../model/ids.ts'
import { isHard, type Session } from '../../model/session.ts'
import type { Context } from '../../signals/basis/context.ts'

/** Hard days are so many calendar days apart: Tuesday and Thursday is allowed, Tuesday and Wednesday is not (R5). */
export const hardDaysApart = 2

/** Minutes the athlete has on a day; null where not said. */
export const minutesOn = ({ content }: Pick<Context, 'content'>, day: Day): number | null =>
  content.profile.weekMinutes?.[weekdayOf(day) - 1] ?? null

/** What life holds on a day, if anything. */
export const lifeOn = ({ content }: Pick<Context, 'content'>, day: Day): LifeEvent | undefined =>
  content.lifeEvents.find(({ from, to }) => from <= day && day <= to)

/** Whether a session still takes up its day: what was missed or excused does not, nor does rest. */
export const takesPlace = (session: Session, { matches }: Pick<Context, 'matches'>): boolean => {
  const state = matches.get(session.id)?.state
  return session.purpose !== 'rest' && state !== 'missed' && state !== 'excused'
}

/** No session stands on the day, nothing in life blocks it, and the athlete has not said that time is too short. */
export const isFree = (day: Day, minutes: number | null, context: Context, alsoTaken: ReadonlySet<Day>): boolean => {
  if (alsoTaken.has(day) || lifeOn(context, day)) return false
  if (context.sessions.some(session => session.day === day && takesPlace(session, context))) return false
  const has = minutesOn(context, day)
  return has === null || (has > 0 && (minutes === null || minutes <= has))
}

/** The days from one to another that are free. */
export const freeDays = (
  from: Day,
  to: Day,
  minutes: number | null,
  context: Context,
  alsoTaken: ReadonlySet<Day>,
): readonly Day[] => {
  const free: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isFree(day, minutes, context, alsoTaken)) free.push(day)
  return free
}

/** A hard session too close to a day for another hard one, the nearest later one first; `but` is left out. */
export const hardNear = (day: Day, but: SessionId | null, context: Context): Session | undefined => {
  const near = context.sessions.filter(
    session =>
      session.id !== but &&
      isHard(session) &&
      takesPlace(session, context) &&
      Math.abs(daysBetween(day, session.day)) < hardDaysApart,
  )
  return near.findLast(session => session.day >= day) ?? near[0]
}
