/** The review as facts: everything that is printed, in one object with a documented shape. */
import type { Situation } from '../engine.ts'
import type { Match } from '../history/history.ts'
import type { Reading } from '../lib/reading.ts'
import type { Advice, Finding, JudgedProposal, Message, NamedReading } from '../model/advice.ts'
import type { Thresholds } from '../model/athlete.ts'
import type { Day } from '../model/day.ts'
import type { Session } from '../model/session.ts'
import { contextOf, type WeekTotal, weeklyTotals } from '../signals/index.ts'

export type ReviewTotals = {
  readonly files: number
  readonly imported: number
  readonly skipped: number
  readonly refused: number
  /** Activities read, before twins are merged. */
  readonly recordings: number
  readonly merged: number
}

/** A week's runs; its load (of all sports) is null where a day of it is not known, and then `why` says which. */
export type WeekFact = Omit<WeekTotal, 'load'> & { readonly load: number | null; readonly why: string | null }

/** One reading: its value, or null and why. */
export type ReadingFact = Omit<NamedReading, 'reading'> & { readonly value: number | null; readonly why: string | null }

export type ReviewFacts = {
  readonly schema: 1
  readonly today: Day
  /** `activities`, after merging, up to and with today; later ones play no part in a review of this day. */
  readonly totals: ReviewTotals & { readonly activities: number; readonly later: number }
  readonly thresholds: Thresholds
  /** Every week since the first activity, Monday first, the present one as far as it has gone. */
  readonly weeks: readonly WeekFact[]
  readonly readings: readonly ReadingFact[]
  readonly matches: readonly Match[]
  readonly findings: readonly Finding[]
  readonly proposals: readonly JudgedProposal[]
  readonly messages: readonly Message[]
  readonly sessions: readonly Session[]
}

const fact = (reading: Reading<number>): { readonly value: number | null; readonly why: string | null } =>
  reading.known ? { value: reading.value, why: null } : { value: null, why: reading.why }

export const factsOf = (situation: Situation, advice: Advice, totals: ReviewTotals): ReviewFacts => {
  const { day, minute } = situation.now
  const sessions = advice.plan.sessions.map(({ session }) => session)
  const { phases, races } = advice.plan
  const context = contextOf(situation.content, { sessions, phases, races }, situation.playbook, day, minute)
  const { activities } = context.history
  const weeks = activities.length > 0 ? weeklyTotals(context.history, context.loads, activities[0]!.day, day) : []
  return {
    schema: 1,
    today: day,
    totals: {
      ...totals,
      activities: activities.length,
      later: situation.content.activities.filter(activity => activity.day > day).length,
    },
    thresholds: context.thresholds,
    weeks: weeks.map(({ load, ...week }) => {
      const { value, why } = fact(load)
      return { ...week, load: value, why }
    }),
    readings: advice.readings.map(({ reading, ...named }) => ({ ...named, ...fact(reading) })),
    matches: sessions.flatMap(({ id }) => context.matches.get(id) ?? []),
    findings: advice.findings,
    proposals: advice.proposals,
    messages: advice.messages,
    sessions,
  }
}
