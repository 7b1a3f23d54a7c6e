/** One athlete as the coach's roster holds them: how they stand, why, what next; small enough to keep and show at once. */
import type { Message } from '../../model/advice.ts'
import { addDays, type Day, daysBetween, mondayOf } from '../../model/day.ts'
import type { LogEntry } from '../../model/log.ts'
import type { Review } from '../../model/review.ts'
import type { Phase, Race } from '../../model/season.ts'
import { report as escalationReport } from '../escalation.ts'
import type { Reporting } from '../report.ts'
import { type Answers, answersOf, standings, waitingOf } from './answers.ts'
import { type Dashboard, dashboardOf } from './dashboard.ts'
import { type Fact, factsOf } from './facts.ts'
import { type Options, optionsOf } from './options.ts'
import { type Response, responsesIn } from './responses.ts'

/** Raised whenever what stands in an assessment, or how it is worked out, changes: one of another version is made anew. */
export const assessmentVersion = 5

export type Assessment = Answers & {
  readonly day: Day
  readonly name: string
  /** Those who need the coach most come first: a smaller number goes before a greater one. */
  readonly rank: number
  /** How many drafts wait for a decision. */
  readonly waiting: number
  /** The alert that waits, as it is answered; null where none does. */
  readonly alert: Message | null
  readonly phase: Phase['kind'] | null
  readonly race: Pick<Race, 'name' | 'day' | 'priority'> | null
  /** The Monday of the week the facts are of. */
  readonly week: Day
  readonly facts: readonly Fact[]
  /** The week that runs, as far as it has come. */
  readonly soFar: readonly Fact[]
  readonly options: Options
  readonly dashboard: Dashboard
  /** What the athlete asked about a review, and no review has answered since; null where nothing waits. */
  readonly question: string | null
  /** Whether a coach has reviewed the week of the facts. */
  readonly isReviewed: boolean
  readonly responses: readonly Response[]
  /** When the first word in the log was said, minutes since 1970-01-01 UTC; null where none was. */
  readonly since: number | null
  /** Made up, for a look around. */
  readonly isSample: boolean
}

/** A race so near makes the same signs weigh more. */
const soonDays = 14
const responsesKept = 200

/** What people said that no finding reads. */
export type Said = { readonly log: readonly LogEntry[]; readonly reviews: readonly Review[] }

/** Assessed from all that the engine found. Plain data: it can be stored and sent to the page as it is. */
export const assessmentOf = (given: Reporting, { log, reviews }: Said): Assessment => {
  const { context, proposals, escalation, findings, visible } = given
  const monday = mondayOf(context.day)
  const week = addDays(monday, -7)
  const facts = factsOf(context, week)
  const waiting = waitingOf(proposals).length
  const race = visible.races.find(({ day }) => day >= context.day) ?? null
  const phase = visible.phases.find(({ from, to }) => from <= context.day && context.day <= to)
  const isSoon = race !== null && daysBetween(context.day, race.day) <= soonDays
  const flags = facts.filter(({ tone }) => tone === 'flag').length
  const lastReview = Math.max(0, ...reviews.map(({ at }) => at))
  const asked = context.content.reviewAnswers?.findLast(({ said, at }) => said === 'question' && at >= lastReview)
  const question = asked?.words ?? null
  const isReviewed = reviews.some(one => one.week === week && one.outcome !== null)
  const urgency = 4 * (escalation?.causes.length ?? 0) + 2 * waiting + findings.length + flags + (isSoon ? 3 : 0)
  const found = answersOf(given, facts)
  // Why: a question is for a person, however well everything else goes.
  const answers: Answers =
    question !== null && found.standing !== 'needs-you'
      ? { ...found, standing: 'look', changed: `They ask: “${question}”`, next: `Answer them. ${found.next}` }
      : found
  return {
    ...answers,
    day: context.day,
    name: context.content.profile.name,
    // Why last: who was looked at this week and asks for nothing new can wait.
    rank:
      1000 * standings.indexOf(answers.standing) -
      Math.min(999, urgency) +
      (isReviewed && waiting === 0 && escalation === null && question === null ? 10_000 : 0),
    waiting,
    alert: escalationReport.write(given)[0] ?? null,
    phase: phase?.kind ?? null,
    race: race && { name: race.name, day: race.day, priority: race.priority },
    week,
    facts,
    soFar: factsOf(context, monday),
    options: optionsOf(given),
    dashboard: dashboardOf(given),
    question,
    isReviewed,
    responses: responsesIn(log).slice(-responsesKept),
    since: log.length === 0 ? null : Math.min(...log.map(({ signed }) => signed.statement.at)),
    isSample: context.history.activities.some(({ sources }) => sources.some(({ kind }) => kind === 'sample')),
  }
}
