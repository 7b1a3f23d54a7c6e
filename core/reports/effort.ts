/** After a session: how hard was it? One tap, for as long as the day lasts, and never asked again. */
import type { Message } from '../model/advice.ts'
import { aRun, intervals, today } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

export const report: Report = {
  id: 'effort',
  title: 'How hard it was',
  layer: 'reminders',
  write: ({ context }) =>
    context.sessions.flatMap((session): readonly Message[] => {
      if (session.day !== context.day || session.purpose === 'rest') return []
      const match = context.matches.get(session.id)
      if (match?.state !== 'done') return []
      const run = context.history.activities.find(({ id }) => id === match.activity)
      const said = context.outcomes.get(session.id)?.rpe ?? run?.rpe ?? null
      if (said !== null) return []
      const says = `${session.title} is done. How hard was it, from 0 to 10?`
      return [
        { id: `effort-${session.id}`, to: 'athlete', day: context.day, kind: 'question', says, evidence: [session.id] },
      ]
    }),
}

const session = intervals(today)
const run = aRun(today, 9, { durationS: 3300 })
export const examples: readonly Example[] = [
  {
    name: 'the run came in without an effort',
    given: () => reporting({ sessions: [session], activities: [run], minute: 1200 }),
    says: ['Intervals 6 × 3 min is done. How hard was it, from 0 to 10?'],
  },
  {
    name: 'the athlete has said',
    given: () => reporting({ sessions: [session], activities: [{ ...run, rpe: 8 }], minute: 1200 }),
    says: [],
  },
  { name: 'still ahead', given: () => reporting({ sessions: [session] }), says: [] },
]
