/** Everything that readings, findings and drafts look at, worked out once for one day. */

import {
  activitiesByDay,
  type History,
  type Kin,
  kinOf,
  type Match,
  matchPlan,
  toHistory,
} from '../../history/history.ts'
import { by } from '../../lib/order.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import type { Outcome, Thresholds } from '../../model/athlete.ts'
import type { CheckIn } from '../../model/check-in.ts'
import { type Day, dayFromNumber, dayNumber } from '../../model/day.ts'
import type { SessionId } from '../../model/ids.ts'
import type { AthleteContent, VisiblePlan } from '../../model/plan.ts'
import type { Playbook } from '../../model/playbook.ts'
import type { Session } from '../../model/session.ts'
import { between } from '../../model/window.ts'
import { type FitnessSeries, fitnessFrom } from './fitness-series.ts'
import { type DailyLoads, loadByDay } from './load-by-day.ts'
import { thresholdsFor } from './thresholds.ts'

/** As of a day and minute: nothing dated later is in it. `checkIns` are sorted by day. */
export type Context = {
  readonly day: Day
  readonly minute: number
  readonly playbook: Playbook
  readonly content: AthleteContent
  readonly history: History
  readonly thresholds: Thresholds
  readonly loads: DailyLoads
  readonly fitness: FitnessSeries
  readonly checkIns: readonly CheckIn[]
  /** The visible plan. */
  readonly sessions: readonly Session[]
  readonly frame: Pick<VisiblePlan, 'phases' | 'races'>
  readonly matches: ReadonlyMap<SessionId, Match>
  readonly outcomes: ReadonlyMap<SessionId, Outcome>
  readonly activitiesByDay: ReadonlyMap<Day, readonly Activity[]>
}

/** The visible plan as the engine sees it; the plan as written will do where nothing was changed. */
export type Planned = { readonly sessions: readonly Session[] } & Context['frame']

/** The UTC day of a moment in minutes since 1970: the same on every device, whatever its clock is set to. */
export const dayAt = (at: number): Day => dayFromNumber(Math.floor(at / 1440))

/**
 * Builds the context for a day; whatever is dated later is left out (H2). `kin` are those of a list that all the
 * activities are in, where the content is a part of one.
 */
export const contextOf = (
  content: AthleteContent,
  planned: Planned,
  playbook: Playbook,
  day: Day,
  minute: number,
  kin: Kin = kinOf(content.activities),
): Context => {
  const outcomes = saidBy(content.outcomes, day)
  const activities = withEfforts(between(content.activities, null, day, dayOf), outcomes)
  const confirmed = between(content.confirmedDays, null, day, itself)
  const history = toHistory(activities, confirmed, kin)
  const checkIns = [...between(content.checkIns, null, day, dayOf)].sort((a, b) => (a.day < b.day ? -1 : 1))
  const thresholds = thresholdsFor(content.profile, history, day, checkIns)
  const matches = matchPlan(planned.sessions, history, outcomes, content.lifeEvents, day)
  const unmeasured = new Set(
    matches.flatMap(match => (match.state === 'done' && match.activity === null && match.said ? [match.day] : [])),
  )
  const { sex } = content.profile
  const { maxHr, restHr, thresholdHr, thresholdPaceSPerKm } = thresholds
  const rests = [maxHr, restHr, thresholdHr, thresholdPaceSPerKm, sex, day, [...unmeasured]]
  const loads = once(() => loadsBefore(history, rests, () => loadByDay(history, thresholds, day, sex, unmeasured)))
  const fitness = once(() => fitnessBefore(loads(), [], () => fitnessFrom(loads())))
  return {
    day,
    minute,
    playbook,
    content,
    history,
    thresholds,
    get loads() {
      return loads()
    },
    get fitness() {
      return fitness()
    },
    checkIns,
    sessions: planned.sessions.toSorted(byDayAndId),
    frame: { phases: planned.phases, races: planned.races },
    matches: new Map(matches.map(match => [match.session, match])),
    outcomes: new Map(outcomes.map(outcome => [outcome.session, outcome])),
    activitiesByDay: activitiesByDay(history.activities),
  }
}

const byDayAndId = by<Session>(
  ({ day }) => day,
  ({ id }) => id,
)
const dayOf = ({ day }: { readonly day: Day }): Day => day
const itself = (day: Day): Day => day
const loadsBefore = remembered<DailyLoads>()
const fitnessBefore = remembered<FitnessSeries>()

/**
 * The words on file by the end of a day. Why a day of grace: an outcome carries UTC minutes, and far east of Greenwich
 * the local day is one ahead of it.
 */
export const saidBy = (outcomes: readonly Outcome[], day: Day): readonly Outcome[] => {
  const before = (dayNumber(day) + 2) * 1440
  return outcomes.filter(({ at }) => at < before)
}

/** Worked out when it is first asked for: a judgement of one move asks for no loads. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The athlete's word on how hard it was belongs to the activity it was said of, where the recording has none. */
const withEfforts = (activities: readonly Activity[], outcomes: readonly Outcome[]): readonly Activity[] => {
  const said = new Map(
    outcomes.flatMap(({ activity, rpe }) => (activity === null || rpe === null ? [] : [[activity, rpe]])),
  )
  if (said.size === 0) return activities
  return activities.map(activity => {
    const rpe = activity.rpe === null ? said.get(activity.id) : undefined
    return rpe === undefined ? activity : withEffort(activity, [rpe], () => ({ ...activity, rpe }))
  })
}

const withEffort = remembered<Activity>()
