/** Whether a change may stand without a coach's decision: judged alike on every device, whoever made the statement. */
import { findSome } from '../findings/index.ts'
import { kinOf } from '../history/history.ts'
import { remembered } from '../lib/remembered.ts'
import type { Verdict } from '../model/advice.ts'
import { addDays, type Day } from '../model/day.ts'
import type { Edit } from '../model/edit.ts'
import type { LogEntry } from '../model/log.ts'
import type { AthleteContent, PlanContent } from '../model/plan.ts'
import type { Playbook } from '../model/playbook.ts'
import type { Session } from '../model/session.ts'
import { between } from '../model/window.ts'
import { modeOf } from '../proposals/index.ts'
import { type Context, contextOf, dayAt, saidBy } from '../signals/basis/context.ts'
import { caseOf, type Made } from './case.ts'
import { alarming, answersIn, type Escalation, escalationOf } from './escalation.ts'
import { judge } from './gate.ts'
import type { Case } from './rule.ts'
import { rules } from './rules/index.ts'

/**
 * What a change would stand on: the visible sessions before it and the changes that stand already, in order. `at` is
 * the statement's own time in minutes since 1970-01-01 UTC; everything is judged as of that day.
 */
export type Ground = {
  readonly sessions: readonly Session[]
  readonly standing: readonly Made[]
  readonly plan: PlanContent
  readonly content: AthleteContent
  readonly log: readonly LogEntry[]
  readonly playbook: Playbook
  readonly at: number
}

/** What is known of the athlete when a change is judged, worked out once for a day. */
export type Judging = {
  readonly context: Context
  readonly escalation: Escalation | null
  readonly standing: readonly Made[]
}

const asked = (rule: string, says: string): Verdict => ({ level: 'ask', because: [{ rule, level: 'ask', says }] })

/** The gate over one change. */
export const verdictOn = (edit: Edit, by: Case['by'], { context, escalation, standing }: Judging): Verdict => {
  const session = context.sessions.find(({ id }) => id === edit.session)
  if (!session) return asked('no-session', 'the session is not in the plan')
  return judge(rules, caseOf(edit, session, by, context, escalation, standing))
}

/** Half a year and a bit: the furthest that any threshold, state or finding looks back. */
export const lookBackDays = 190
/** Sessions further from today than this, or from the days a change writes, decide nothing about it. */
const aroundTodayDays = 35
const aroundChangeDays = 8

/**
 * What is known on a day, from as much of the past as a judgement reads. Why not from all of it: every signed change of
 * a season is judged anew as of its own day, and the engine judges its drafts by the same little, to the same verdict.
 */
export const judgingOn = (ground: Ground, day: Day, minute: number, writes: readonly Day[] = []): Judging =>
  judgingFrom(recentOf(ground, day, writes), ground, day, minute)

/** The part of the ground a judgement reads, and nothing beside it: what is remembered of it rests on this alone. */
type Recent = Pick<Ground, 'sessions' | 'content' | 'log'>

const recentOf = ({ content, sessions, log, at }: Ground, day: Day, writes: readonly Day[]): Recent => {
  const after = addDays(day, -lookBackDays)
  const spans = [
    { from: addDays(day, -aroundTodayDays), to: addDays(day, aroundTodayDays) },
    ...writes.map(on => ({ from: addDays(on, -aroundChangeDays), to: addDays(on, aroundChangeDays) })),
  ]
  const tomorrow = addDays(day, 1)
  return {
    content: {
      ...content,
      activities: between(content.activities, after, day, dayOf),
      checkIns: between(content.checkIns, after, day, dayOf),
      confirmedDays: between(content.confirmedDays, after, day, itself),
      outcomes: saidBy(content.outcomes, day),
      comments: content.comments.filter(({ day: on }) => on <= tomorrow),
    },
    sessions: sessions.filter(({ day: on }) => spans.some(({ from, to }) => from <= on && on <= to)),
    log: answersIn(log, at),
  }
}

const dayOf = ({ day }: { readonly day: Day }): Day => day
const itself = (day: Day): Day => day

const judgingFrom = (recent: Recent, ground: Ground, day: Day, minute: number): Judging => {
  const { plan, playbook, standing, at } = ground
  const planned = { sessions: recent.sessions, phases: plan.phases, races: plan.races }
  const context = contextOf(recent.content, planned, playbook, day, minute, kinOf(ground.content.activities))
  return { context, escalation: escalationOf(context, findSome(alarming, context), recent.log, at), standing }
}

// Why: a season's signed changes are judged anew on every edit, and hardly ever does the edit concern them.
const verdictBefore = remembered<Verdict>()

/** The verdict on a signed change as of its own time, given again while all that was read for it is the same. */
const judged = (edit: Edit, by: Case['by'], ground: Ground): Verdict => {
  const { plan, playbook, at } = ground
  const session = ground.sessions.find(({ id }) => id === edit.session)
  const writes = [session?.day, edit.after.day, edit.adds?.day].flatMap(on => on ?? [])
  const day = dayAt(at)
  const recent = recentOf(ground, day, writes)
  const { content } = recent
  // Why by name: the change and the entry around a statement are made anew, the edit and the name are not.
  const standing = ground.standing.flatMap(({ type, edit }) => [type, edit])
  const answers = recent.log.map(({ id }) => id)
  const own = [content.profile, content.activities, content.checkIns, content.confirmedDays, content.outcomes]
  const rest = [content.comments, content.lifeEvents, recent.sessions, answers, plan.phases, plan.races]
  return verdictBefore(edit, [by, at, playbook, standing, ...own, ...rest], () =>
    verdictOn(edit, by, judgingFrom(recent, ground, day, at % 1440)),
  )
}

/** The athlete's own move of a session: `auto` lets it stand, anything else asks the coach first. */
export const mayMoveByAthlete = (edit: Edit, ground: Ground): Verdict => judged(edit, 'athlete', ground)

/** A change made by a rule: `auto` lets it stand. `rule` names the proposal's rule. */
export const mayApply = (edit: Edit, rule: string | null, ground: Ground): Verdict =>
  rule === null || modeOf(rule, ground.playbook) !== 'on'
    ? asked('layer', 'the layer of this rule is not on')
    : judged(edit, 'rule', ground)
