/** The plan of the athlete looked at as a calendar file, and what it told, kept for the next one. */
import { addDays } from '../../core/model/day.ts'
import type { ReminderTimes } from '../../core/model/reminders.ts'
import { readTold, writeCalendar } from '../../core/workout/calendar-file.ts'
import { estimateSession } from '../../core/workout/estimate.ts'
import type { Looking, Now } from './app.ts'
import type { Shelf } from './preferences.ts'
import type { WritingDesk } from './writing-desk.ts'

const daysBefore = 28
const daysAfter = 400

/** `reminders`: when the phone speaks; null for silence. Null where nobody is looked at. */
export const calendarFileOf = (
  shelf: Shelf,
  looking: Looking | null,
  { day, at }: Now,
  reminders: ReminderTimes | null,
): Awaited<ReturnType<WritingDesk['calendarFile']>> => {
  if (looking === null) return null
  const { profile } = looking.content
  const entries = looking.advice.plan.sessions
    .filter(({ replacedBy, session }) => replacedBy === null && session.purpose !== 'rest')
    .map(({ session }) => {
      const { durationS } = estimateSession(session, profile.thresholds)
      return { session, minutes: durationS.known ? durationS.value / 60 : null }
    })
  const key = `tandem/calendar-file/${looking.space.id}`
  const { content, told } = writeCalendar({
    entries,
    athlete: profile.name,
    from: addDays(day, -daysBefore),
    to: addDays(day, daysAfter),
    told: readTold(shelf.getItem(key)),
    stamp: `${new Date(at * 60_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    reminders,
  })
  try {
    shelf.setItem(key, JSON.stringify(told))
  } catch {
    // Why: on a full shelf the file is still right; only the next one cannot cancel what this one told.
  }
  return { name: `training-${day}.ics`, content, sessions: content.split('BEGIN:VEVENT').length - 1 }
}
