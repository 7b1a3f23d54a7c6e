/** A session nobody has spoken for yet: ask, that evening or the day after. */
import type { Message } from '../model/advice.ts'
import { addDays } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import { aRun, intervals, today } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

/** Before six in the evening the day's session may still be ahead. */
const eveningMinute = 18 * 60

export const report: Report = {
  id: 'was-it-done',
  title: 'Was it done?',
  layer: null,
  write: ({ context }) => {
    const { day, minute } = context
    return context.sessions.flatMap(({ id, day: on, title, purpose }): readonly Message[] => {
      const state = context.matches.get(id)?.state
      const isOpen =
        state === 'unknown' ? on >= addDays(day, -1) : state === 'upcoming' && on === day && minute >= eveningMinute
      if (!isOpen || purpose === 'rest') return []
      const says = `${sayDay(on)}: ${title}. Was it done?`
      return [{ id: `done-${id}`, to: 'athlete', day: on, kind: 'question', says, evidence: [id] }]
    })
  },
}

const session = intervals(today)
export const examples: readonly Example[] = [
  {
    name: 'that evening',
    given: () => reporting({ sessions: [session], minute: 19 * 60 }),
    says: ['Tuesday 12 May: Intervals 6 × 3 min. Was it done?'],
  },
  { name: 'at noon', given: () => reporting({ sessions: [session], minute: 12 * 60 }), says: [] },
  {
    name: 'a run came in',
    given: () => reporting({ sessions: [session], activities: [aRun(today, 10)], minute: 19 * 60 }),
    says: [],
  },
]
