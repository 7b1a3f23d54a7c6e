/** What became of each planned session: done (and by which activity), missed, excused, still ahead, or not known yet. */
import { by } from '../lib/order.ts'
import { remembered } from '../lib/remembered.ts'
import type { Activity } from '../model/activity.ts'
import type { LifeEvent, Outcome } from '../model/athlete.ts'
import { type Day, dayFromNumber, dayNumber } from '../model/day.ts'
import type { ActivityId, SessionId } from '../model/ids.ts'
import type { Session } from '../model/session.ts'
import { activitiesByDay } from './by-day.ts'
import { isCovered } from './coverage.ts'
import { fitOf, type Planned, plannedOf } from './fits.ts'
import type { History } from './history.ts'

/**
 * done: an activity matches or the athlete says so. missed: the athlete says so, or its day has ended, a source has
 * covered it and nothing matches. excused: life came first. upcoming: today or later. unknown: nobody has said.
 */
export type MatchState = 'done' | 'missed' | 'unknown' | 'upcoming' | 'excused'

/** `said` is whether the athlete's own word decided it; then it outranks every activity on file. */
export type Match = {
  readonly session: SessionId
  readonly day: Day
  readonly state: MatchState
  readonly activity: ActivityId | null
  readonly said: boolean
}

/**
 * Planned ↔ done. An activity counts for one session of its sport, on the day or a day either side, roughly as long and
 * of like intent; the same day and the better likeness go first. A session ahead of today is never counted as done
 * early by itself. What the athlete said was none of the planned counts for none but the one they named. The answer is
 * in the order of the sessions.
 */
export const matchPlan = (
  sessions: readonly Session[],
  history: Pick<History, 'activities' | 'merges' | 'coverage'>,
  outcomes: readonly Outcome[],
  lifeEvents: readonly LifeEvent[],
  today: Day,
): readonly Match[] =>
  matchedBefore(history.activities, [sessions, history.merges, history.coverage, outcomes, lifeEvents, today], () =>
    matched(sessions, history, outcomes, lifeEvents, today),
  )

const matchedBefore = remembered<readonly Match[]>()

const matched: typeof matchPlan = (sessions, history, outcomes, lifeEvents, today) => {
  const said = latestWord(outcomes)
  const activityFor = pair(sessions, history, said, today)
  return sessions.map(session => {
    const { id, day } = session
    const word = said.get(id)
    const activity = activityFor.get(id) ?? null
    const because = (state: MatchState): Match => ({ session: id, day, state, activity, said: word !== undefined })
    const isExcused = lifeEvents.some(({ from, to }) => from <= day && day <= to)
    if (word?.said === 'done' || activity !== null) return because('done')
    if (isExcused) return because('excused')
    if (word?.said === 'not-done') return because('missed')
    if (day >= today) return because('upcoming')
    if (!isCovered(history.coverage, day)) return because('unknown')
    return because(session.purpose === 'rest' ? 'done' : 'missed')
  })
}

/** The athlete's latest word on each session. */
const latestWord = (outcomes: readonly Outcome[]): ReadonlyMap<SessionId, Outcome> => {
  const words = new Map<SessionId, Outcome>()
  for (const outcome of outcomes) {
    const earlier = words.get(outcome.session)
    if (!earlier || outcome.at >= earlier.at) words.set(outcome.session, outcome)
  }
  return words
}

const pair = (
  sessions: readonly Session[],
  { activities, merges }: Pick<History, 'activities' | 'merges'>,
  said: ReadonlyMap<SessionId, Outcome>,
  today: Day,
): ReadonlyMap<SessionId, ActivityId> => {
  const activityFor = new Map<SessionId, ActivityId>()
  const taken = new Set<ActivityId>()
  const onFile = new Set(activities.map(({ id }) => id))
  const keptAs = new Map(merges.map(({ kept, dropped }) => [dropped, kept]))
  for (const { id } of sessions) {
    const word = said.get(id)
    if (word?.said !== 'done' || word.activity === null) continue
    const named = keptAs.get(word.activity) ?? word.activity
    if (!onFile.has(named)) continue
    activityFor.set(id, named)
    taken.add(named)
  }
  const open = sessions.filter(({ id }) => !activityFor.has(id) && said.get(id)?.said !== 'not-done')
  for (const { session, activity } of candidates(open, activities, today)) {
    if (activityFor.has(session) || taken.has(activity)) continue
    activityFor.set(session, activity)
    taken.add(activity)
  }
  return activityFor
}

type Candidate = {
  readonly session: SessionId
  readonly activity: ActivityId
  readonly away: number
  readonly fit: number
}

const candidates = (
  sessions: readonly Session[],
  activities: readonly Activity[],
  today: Day,
): readonly Candidate[] => {
  const byDay = activitiesByDay(activities)
  const all: Candidate[] = []
  for (const session of sessions) {
    if (session.day > today || session.purpose === 'rest') continue
    const number = dayNumber(session.day)
    // Why: until its day has ended a session is not taken as done by yesterday's run, or it would vanish from today.
    const isOver = session.day < today
    const before = isOver ? byDay.get(dayFromNumber(number - 1)) : undefined
    const then = byDay.get(session.day)
    const after = isOver ? byDay.get(dayFromNumber(number + 1)) : undefined
    const planned = before || then || after ? plannedOf(session) : undefined
    if (planned === undefined) continue
    addFitting(all, planned, before, 1)
    addFitting(all, planned, then, 0)
    addFitting(all, planned, after, 1)
  }
  return all.sort((a, b) => a.away - b.away || a.fit - b.fit || byNames(a, b))
}

const byNames = by<Candidate>(
  ({ session }) => session,
  ({ activity }) => activity,
)

const addFitting = (
  all: Candidate[],
  planned: Planned,
  activities: readonly Activity[] | undefined,
  away: number,
): void => {
  for (const activity of activities ?? []) {
    if (activity.offPlan) continue
    const fit = fitOf(planned, activity, away)
    if (fit !== undefined) all.push({ session: planned.session.id, activity: activity.id, away, fit })
  }
}
