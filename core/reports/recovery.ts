/** A word on an easy day after a hard or long one: recovery is part of the work. */
import type { Message } from '../model/advice.ts'
import { addDays } from '../model/day.ts'
import { isHard } from '../model/session.ts'
import { aRun, aSession, daysAgo, intervals, today } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

const isEasy = (purpose: string): boolean => purpose === 'easy' || purpose === 'recovery' || purpose === 'rest'

export const report: Report = {
  id: 'recovery',
  title: 'Recovery after hard days',
  layer: 'reminders',
  write: ({ context }) => {
    const { day, sessions, matches } = context
    const before = sessions.find(
      one =>
        one.day === addDays(day, -1) &&
        (isHard(one) || one.purpose === 'long') &&
        matches.get(one.id)?.state === 'done',
    )
    const now = sessions.find(one => one.day === day)
    if (!before || (now && !isEasy(now.purpose))) return []
    const says = `Recovery counts today: ${before.title} was yesterday. ${now && now.purpose !== 'rest' ? `${now.title} at a pace you could talk at.` : 'Nothing hard is planned.'}`
    const message: Message = { id: `recover-${day}`, to: 'athlete', day, kind: 'reminder', says, evidence: [before.id] }
    return [message]
  },
}

const done = intervals(daysAgo(1))
const run = aRun(daysAgo(1), 9, { durationS: 3300 })
export const examples: readonly Example[] = [
  {
    name: 'intervals yesterday, easy today',
    given: () => reporting({ sessions: [done, aSession(today)], activities: [run] }),
    says: ['Recovery counts today: Intervals 6 × 3 min was yesterday. Easy run at a pace you could talk at.'],
  },
  {
    name: 'the intervals are not known to be done',
    given: () => reporting({ sessions: [done, aSession(today)] }),
    says: [],
  },
]
