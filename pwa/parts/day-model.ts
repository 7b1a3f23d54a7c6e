/** One calendar day with all that stands on it: planned, done, life, phase, race, who is here. */
import type { Match } from '../../core/history/history.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { Advice } from '../../core/model/advice.ts'
import type { LifeEvent } from '../../core/model/athlete.ts'
import { type Day, daysFrom } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { AthleteContent, Comment, PlanContent, VisibleSession } from '../../core/model/plan.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import type { Phase, Race } from '../../core/model/season.ts'
import type { Session } from '../../core/model/session.ts'
import { withPaces } from '../../core/plan/paces.ts'
import { type Context, contextOf } from '../../core/signals/index.ts'
import { conflictsOf } from './day-conflicts.ts'
import { statusOf } from './day-status.ts'
import { formatDay } from './format.ts'
import { type Planned, plannedOf } from './planned.ts'
import { type Chip, chipsOf, type Status } from './session-status.ts'

export type DaySession = {
  readonly visible: VisibleSession
  readonly status: Status
  readonly match: Match | null
  readonly activity: Activity | null
  readonly planned: Planned
  readonly chips: readonly Chip[]
  readonly conflict: string | null
  /** A drafted change of it waits for the coach; never told to the athlete. */
  readonly isProposed: boolean
}

export type DayModel = {
  readonly day: Day
  readonly isToday: boolean
  readonly sessions: readonly DaySession[]
  /** On the coaches' desk, not published; never told to the athlete. */
  readonly drafts: readonly Session[]
  /** Done without having been planned. */
  readonly extra: readonly Activity[]
  readonly life: readonly LifeEvent[]
  readonly phase: Phase | null
  readonly races: readonly Race[]
  readonly comments: readonly Comment[]
  /** How many of them this device has not shown yet. */
  readonly newComments: number
  /** The athlete's "your coach has something to look at": the ids that wait, no content. */
  readonly waiting: readonly string[]
  readonly here: readonly string[]
}

export type CalendarModel = {
  readonly on: (day: Day) => DayModel
  readonly sessions: ReadonlyMap<SessionId, DaySession>
  /** What the engine worked out for today: history, thresholds, loads. */
  readonly context: Context
}

type Given = {
  readonly plan: PlanContent
  readonly content: AthleteContent
  readonly playbook: Playbook
  readonly advice: Advice
  readonly as: 'coach' | 'athlete'
  readonly drafts?: readonly Session[]
  readonly now: { readonly day: Day; readonly minute: number }
  /** The names of comments not shown yet. */
  readonly unread?: ReadonlySet<string>
  readonly presence: readonly { readonly name: string; readonly mine: boolean; readonly day: Day | null }[]
}

const byDay = <T>(items: readonly T[], dayOf: (item: T) => Day): ReadonlyMap<Day, readonly T[]> => {
  const days = new Map<Day, T[]>()
  for (const item of items) {
    const there = days.get(dayOf(item))
    if (there) there.push(item)
    else days.set(dayOf(item), [item])
  }
  return days
}

/** Sessions whose approval on file carries a signature that does not match. */
export const forgedSessions = ({ refused }: Advice['plan']): ReadonlySet<SessionId> =>
  new Set(
    refused.flatMap(({ why, entry }) => {
      const { edit } = entry.signed.statement
      if (why.type !== 'NotVerified' || why.why.type !== 'SignatureDoesNotMatch' || edit === null) return []
      return edit.adds === null ? [edit.session] : [edit.adds.id, edit.session]
    }),
  )

/** Reads everything once; a day is then a look-up. Pure: the same input gives the same days. */
export const calendarModel = ({
  plan,
  content,
  playbook,
  advice,
  as,
  drafts = [],
  now,
  unread = new Set(),
  presence,
}: Given): CalendarModel => {
  const { profile, lifeEvents } = content
  const { phases, races } = advice.plan
  const visible = advice.plan.sessions
  const all = visible.map(({ session }) => session)
  const context = contextOf(
    withPaces(content, advice.plan),
    { sessions: all, phases, races },
    playbook,
    now.day,
    now.minute,
  )
  const { history, matches } = context
  const activityById = new Map(history.activities.map(activity => [activity.id, activity]))
  const paired = new Set([...matches.values()].map(match => match.activity))
  const planned = (session: VisibleSession['session']) => plannedOf(session, context.thresholds)
  const conflicts = conflictsOf({
    sessions: visible.filter(({ replacedBy }) => replacedBy === null).map(({ session }) => session),
    plannedOf: planned,
    profile,
    lifeEvents,
    findings: advice.findings,
    today: now.day,
  })
  const forged = forgedSessions(advice.plan)
  const proposed = new Set(
    as === 'coach' ? advice.proposals.filter(one => one.verdict.level !== 'auto').map(one => one.edit.session) : [],
  )
  const dayOfId = new Map(all.map(session => [session.id, session.day]))
  const items = visible.map((one): DaySession => {
    const { session, state, changes, replacedBy } = one
    const match = matches.get(session.id) ?? null
    const activity = match?.activity ? (activityById.get(match.activity) ?? null) : null
    const plannedHere = planned(session)
    const other = replacedBy === null ? undefined : dayOfId.get(replacedBy)
    const swapped: readonly Chip[] = other
      ? [{ words: `swapped to ${formatDay(other, 'weekday')}`, icon: 'sync', tone: 'quiet' }]
      : []
    const isProposed = proposed.has(session.id)
    const asks: readonly Chip[] = isProposed ? [{ words: 'change proposed', icon: 'question', tone: 'warn' }] : []
    return {
      visible: one,
      status: statusOf(one, match, activity, plannedHere),
      match,
      activity,
      planned: plannedHere,
      chips: [...chipsOf(state, changes, as, forged.has(session.id)), ...swapped, ...asks],
      conflict: conflicts.get(session.id) ?? null,
      isProposed,
    }
  })
  const sessionsOn = byDay(items, item => item.visible.session.day)
  const draftsOn = byDay(drafts, session => session.day)
  const extraOn = byDay(
    history.activities.filter(activity => !paired.has(activity.id)),
    activity => activity.day,
  )
  const commentsOn = byDay([...plan.comments, ...content.comments], comment => comment.day)
  const waitingOn = byDay(
    advice.messages.filter(message => message.kind === 'waiting'),
    message => message.day,
  )
  const on = (day: Day): DayModel => ({
    day,
    isToday: day === now.day,
    sessions: sessionsOn.get(day) ?? [],
    drafts: draftsOn.get(day) ?? [],
    extra: extraOn.get(day) ?? [],
    life: lifeEvents.filter(({ from, to }) => from <= day && day <= to),
    phase: phases.find(({ from, to }) => from <= day && day <= to) ?? null,
    races: races.filter(race => race.day === day),
    comments: commentsOn.get(day) ?? [],
    newComments: (commentsOn.get(day) ?? []).filter(({ id }) => unread.has(id)).length,
    waiting: (waitingOn.get(day) ?? []).map(message => message.id),
    here: presence.filter(one => !one.mine && one.day === day).map(one => one.name),
  })
  return { on, sessions: new Map(items.map(item => [item.visible.session.id, item])), context }
}

/** Planned and done over some days. Null where nothing is known; what is unknown is left out, never zero. */
export type Totals = {
  readonly plannedM: number | null
  readonly plannedS: number | null
  readonly plannedLoad: number | null
  readonly doneM: number | null
  readonly doneS: number | null
  /** Of the days up to today that are known; `isLoadWhole` says whether that is all of them. */
  readonly doneLoad: number | null
  readonly isLoadWhole: boolean
}

const total = (values: readonly (number | null)[]): number | null => {
  const known = values.filter(value => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

export const totalsOf = (model: CalendarModel, from: Day, to: Day): Totals => {
  const days = daysFrom(from, to).map(model.on)
  const planned = days.flatMap(day => day.sessions.filter(({ visible }) => visible.replacedBy === null))
  const { history, loads, day: today } = model.context
  const done = history.activities.filter(activity => from <= activity.day && activity.day <= to)
  const past = daysFrom(from, to < today ? to : today)
  const knownLoads = past.map(day => {
    const load = loads.get(day)?.load
    return load?.known ? load.value : null
  })
  return {
    plannedM: total(planned.map(item => (item.visible.session.sport === 'run' ? item.planned.distanceM : null))),
    plannedS: total(planned.map(item => item.planned.durationS)),
    plannedLoad: total(planned.map(item => item.planned.load)),
    doneM: total(done.map(activity => (activity.sport === 'run' ? activity.distanceM : null))),
    doneS: total(done.map(activity => activity.durationS)),
    doneLoad: done.length > 0 ? total(knownLoads) : null,
    isLoadWhole: !knownLoads.includes(null),
  }
}
