/** The plan of the athlete looked at as a calendar file, and what it told, kept for the next one. */
import { addDays } from '../../core/model/day.ts'
import { estimateSession } from '../../core/workout/estimate.ts'
import type { Looking, Now } from './app.ts'
import type { Shelf } from './preferences.ts'
import type { WritingDesk } from './writing-desk.ts'

const daysBefore = 28
const daysAfter = 400

export const calendarFileOf =
  (shelf: Shelf, looked: () => Looking | null, now: () => Now): WritingDesk['calendarFile'] =>
  async alarm => {
    const looking = looked()
    if (looking === null) return null
    const { readTold, writeCalendar } = await import('../../core/workout/calendar-file.ts')
    const { day, at } = now()
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
      alarm,
    })
    try {
      shelf.setItem(key, JSON.stringify(told))
    } catch {
      // Why: on a full shelf the file is still right; only the next one cannot cancel what this one told.
    }
    return { name: `training-${day}.ics`, content, sessions: content.split('BEGIN:VEVENT').length - 1 }
  }
