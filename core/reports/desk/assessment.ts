/** One athlete as the coach's roster holds them: how they stand, why, what next; small enough to keep and show at once. */
import { type Day, daysBetween } from '../../model/day.ts'
import type { LogEntry } from '../../model/log.ts'
import type { Phase, Race } from '../../model/season.ts'
import type { Reporting } from '../report.ts'
import { type Answers, answersOf, standings, waitingOf } from './answers.ts'
import { type Fact, factsOf } from './facts.ts'
import { type Response, responsesIn } from './responses.ts'

/** Raised whenever what stands in an assessment, or how it is worked out, changes: one of another version is made anew. */
export const assessmentVersion = 1

export type Assessment = Answers & {
  readonly day: Day
  readonly name: string
  /** Those who need the coach most come first: a smaller number goes before a greater one. */
  readonly rank: number
  /** How many drafts wait for a decision. */
  readonly waiting: number
  readonly alert: boolean
  readonly phase: Phase['kind'] | null
  readonly race: Pick<Race, 'name' | 'day' | 'priority'> | null
  /** The Monday of the week the facts are of. */
  readonly week: Day
  readonly facts: readonly Fact[]
  readonly responses: readonly Response[]
  /** Made up, for a look around. */
  readonly isSample: boolean
}

/** A race so near makes the same signs weigh more. */
const soonDays = 14
const responsesKept = 200

/** Assessed from all that the engine found. Plain data: it can be stored and sent to the page as it is. */
export const assessmentOf = (given: Reporting, log: readonly LogEntry[]): Assessment => {
  const { context, proposals, escalation, findings, visible } = given
  const { week, facts } = factsOf(context)
  const answers = answersOf(given, facts)
  const waiting = waitingOf(proposals).length
  const race = visible.races.find(({ day }) => day >= context.day) ?? null
  const phase = visible.phases.find(({ from, to }) => from <= context.day && context.day <= to)
  const isSoon = race !== null && daysBetween(context.day, race.day) <= soonDays
  const flags = facts.filter(({ tone }) => tone === 'flag').length
  const urgency = 4 * (escalation?.causes.length ?? 0) + 2 * waiting + findings.length + flags + (isSoon ? 3 : 0)
  return {
    ...answers,
    day: context.day,
    name: context.content.profile.name,
    rank: 1000 * standings.indexOf(answers.standing) - Math.min(999, urgency),
    waiting,
    alert: escalation !== null,
    phase: phase?.kind ?? null,
    race: race && { name: race.name, day: race.day, priority: race.priority },
    week: week.from,
    facts,
    responses: responsesIn(log).slice(-responsesKept),
    isSample: context.history.activities.some(({ sources }) => sources.some(({ kind }) => kind === 'sample')),
  }
}
