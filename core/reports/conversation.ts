/** Words that need a person: the athlete hears that the coach will talk with them, and nothing else. */
import { aCheckIn, today } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

export const report: Report = {
  id: 'conversation',
  title: 'The coach will talk with you',
  layer: null,
  write: ({ escalation, context }) => {
    const worry = escalation?.causes.find(({ code }) => code === 'W')
    if (!worry) return []
    const says = 'Your coach will talk with you about what you wrote.'
    return [{ id: `talk-${worry.latest}`, to: 'athlete', day: context.day, kind: 'notice', says, evidence: [] }]
  },
}

export const examples: readonly Example[] = [
  {
    name: 'fit, but panicking late (E16)',
    given: () => reporting({ checkIns: [aCheckIn(today, { note: 'I’m fit but I panic late' })] }),
    says: ['Your coach will talk with you about what you wrote.'],
  },
  {
    name: 'no pain, all good',
    given: () => reporting({ checkIns: [aCheckIn(today, { note: 'no pain, all good' })] }),
    says: [],
  },
]
