/** A word before a hard session; administrative, never advice on the training. */
import type { Message } from '../model/advice.ts'
import { isHard } from '../model/session.ts'
import { aSession, intervals, today } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

export const report: Report = {
  id: 'reminder',
  title: 'Reminders before hard sessions',
  layer: 'reminders',
  write: ({ context }) =>
    context.sessions.flatMap((session): readonly Message[] => {
      if (session.day !== context.day || !isHard(session) || context.matches.get(session.id)?.state !== 'upcoming')
        return []
      const when = session.startMinute === null ? 'today' : `at ${clock(session.startMinute)}`
      const says = `Drink enough: ${session.title} ${when}.`
      return [
        { id: `remind-${session.id}`, to: 'athlete', day: context.day, kind: 'reminder', says, evidence: [session.id] },
      ]
    }),
}

export const examples: readonly Example[] = [
  {
    name: 'intervals at six',
    given: () => reporting({ sessions: [intervals(today, { startMinute: 1080 })] }),
    says: ['Drink enough: Intervals 6 × 3 min at 18:00.'],
  },
  { name: 'an easy day', given: () => reporting({ sessions: [aSession(today)] }), says: [] },
]
