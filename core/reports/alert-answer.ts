/** What the coach answered to an alert: their choice and their own words reach the athlete (C2, S122). */
import type { Message } from '../model/advice.ts'
import { addDays } from '../model/day.ts'
import type { PersonId, StatementId } from '../model/ids.ts'
import type { AlertAnswer, AlertChoice } from '../playbook/alert-answer.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

/** An answer is news for a week. */
const newsMinutes = 7 * 1440

const told: Readonly<Record<AlertChoice, string>> = {
  'back-off': 'Your coach has looked at how you are: back off for now.',
  'cross-train': 'Your coach has looked at how you are: cross-train for now.',
  mechanics: 'Your coach has looked at how you are: work on mechanics for now.',
  keep: 'Your coach has looked at how you are: the plan stays as it is.',
  talk: 'Your coach has looked at how you are, and will talk with you.',
}

export const report: Report = {
  id: 'alert-answer',
  title: 'What the coach answered',
  layer: null,
  write: ({ answers, context, at }) =>
    answers
      .filter(answer => at - answer.at <= newsMinutes)
      .map(({ id, choice, words, at: then }): Message => {
        const says = choice === null ? 'Your coach has looked at how you are.' : told[choice]
        // Why reckoned back from now: an answer's minute is the world's, the day it is shown on is the athlete's.
        const day = addDays(context.day, Math.floor((context.minute - (at - then)) / 1440))
        return {
          id: `answer-${id.slice(0, 32)}`,
          to: 'athlete',
          day,
          kind: 'notice',
          says: words === null ? says : `${says} “${words}”`,
          evidence: [],
        }
      }),
}

const answer = (choice: AlertChoice | null, words: string | null): AlertAnswer => ({
  id: 'a'.repeat(64) as StatementId,
  by: 'ann' as PersonId,
  choice,
  words,
  at: 0,
})
export const examples: readonly Example[] = [
  {
    name: 'back off, in the coach’s own words',
    given: () => reporting({}, { answers: [answer('back-off', 'Two easy days, then we look again.')], at: 60 }),
    says: ['Your coach has looked at how you are: back off for now. “Two easy days, then we look again.”'],
  },
  {
    name: 'no words, no choice',
    given: () => reporting({}, { answers: [answer(null, null)], at: 60 }),
    says: ['Your coach has looked at how you are.'],
  },
  {
    name: 'an answer of last month is no news',
    given: () => reporting({}, { answers: [answer('keep', null)], at: 30 * 1440 }),
    says: [],
  },
]
