/** A word before a hard session; administrative, never advice on the training. */
import type { Message } from '../model/advice.ts'
import { isHard } from '../model/session.ts'
import { aSession, intervals, today } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

/** A glass of water helps in the hours before (convention); a session without a start may be any time of the day. */
const minutesBefore = 6 * 60

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

export const report: Report = {
  id: 'reminder',
  title: 'Reminders before hard sessions',
  layer: 'reminders',
  write: ({ context }) =>
    context.sessions.flatMap((session): readonly Message[] => {
      if (session.day !== context.day || !isHard(session) || context.matches.get(session.id)?.state !== 'upcoming')
        return []
      const { startMinute: start } = session
      if (start !== null && (context.minute < start - minutesBefore || context.minute >= start)) return []
      const when = start === null ? 'today' : `at ${clock(start)}`
      const says = `Drink enough: ${session.title} ${when}.`
      return [
        { id: `remind-${session.id}`, to: 'athlete', day: context.day, kind: 'reminder', says, evidence: [session.id] },
      ]
    }),
}

export const examples: readonly Example[] = [
  {
    name: 'intervals at six',
    given: () => reporting({ sessions: [intervals(today, { startMinute: 1080 })], minute: 15 * 60 }),
    says: ['Drink enough: Intervals 6 × 3 min at 18:00.'],
  },
  {
    name: 'too early for it',
    given: () => reporting({ sessions: [intervals(today, { startMinute: 1080 })], minute: 8 * 60 }),
    says: [],
  },
  {
    name: 'it has started',
    given: () => reporting({ sessions: [intervals(today, { startMinute: 1080 })], minute: 1081 }),
    says: [],
  },
  { name: 'an easy day', given: () => reporting({ sessions: [aSession(today)] }), says: [] },
]
