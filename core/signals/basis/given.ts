/** Small made-up days for the examples beside each signal, finding and draft: only what differs has to be said. */

import type { Activity } from '../../model/activity.ts'
import { emptyProfile, type LifeEvent, type Outcome, type Profile } from '../../model/athlete.ts'
import { type CheckIn, emptyCheckIn } from '../../model/check-in.ts'
import { addDays, type Day, dayNumber, daysFrom } from '../../model/day.ts'
import type { ActivityId, SessionId } from '../../model/ids.ts'
import type { AthleteContent, Comment } from '../../model/plan.ts'
import { type Playbook, type PlaybookThresholds, playbookShape, thresholdBounds } from '../../model/playbook.ts'
import type { Phase, Race } from '../../model/season.ts'
import type { Session } from '../../model/session.ts'
import type { Step } from '../../model/workout.ts'
import { type Context, contextOf } from './context.ts'

/** A Tuesday in May, on which every example happens unless it says another day. */
export const today = '2026-05-12' as Day
/* @__NO_SIDE_EFFECTS__ */
export const daysAgo = (days: number): Day => addDays(today, -days)

export const emptyContent: AthleteContent = {
  profile: emptyProfile('Ana'),
  activities: [],
  checkIns: [],
  lifeEvents: [],
  outcomes: [],
  confirmedDays: [],
  comments: [],
  unreadable: [],
}

/** A run of so many kilometres, five and a half minutes each, at seven in the morning. */
/* @__NO_SIDE_EFFECTS__ */
export const aRun = (day: Day, km: number, more: Partial<Activity> = {}): Activity => ({
  id: `run-${day}` as ActivityId,
  sport: 'run',
  name: null,
  day,
  start: `${day}T07:00:00`,
  utc: null,
  durationS: Math.round(km * 330),
  elapsedS: null,
  distanceM: Math.round(km * 1000),
  ascentM: null,
  flatDistanceM: null,
  meanHr: null,
  maxHr: null,
  temperatureC: null,
  hrSeconds: null,
  paceSeconds: null,
  bestEfforts: [],
  splits: [],
  decoupling: null,
  rpe: null,
  comment: null,
  sources: [{ kind: 'fit', name: `${day}.fit`, id: null }],
  ...more,
})

/** A run of so many kilometres every other day from so many days ago until yesterday. */
/* @__NO_SIDE_EFFECTS__ */
export const runsSince = (days: number, km: number): readonly Activity[] =>
  daysFrom(daysAgo(days), daysAgo(1)).flatMap((day, i) => ((days - 1 - i) % 2 === 0 ? [aRun(day, km)] : []))

/* @__NO_SIDE_EFFECTS__ */
export const aCheckIn = (day: Day, said: Partial<CheckIn>): CheckIn => ({ ...emptyCheckIn(day), ...said })

/* @__NO_SIDE_EFFECTS__ */
export const aStep = (minutes: number, zone: 'E' | 'M' | 'T' | 'I' | 'R', role: Step['role'] = 'work'): Step => ({
  type: 'step',
  role,
  amount: { unit: 's', value: Math.round(minutes * 60) },
  target: { type: 'zone', zone },
  cue: null,
})

/** An easy half hour, unless it says otherwise. */
/* @__NO_SIDE_EFFECTS__ */
export const aSession = (day: Day, more: Partial<Session> = {}): Session => ({
  id: `s-${day}` as SessionId,
  day,
  sport: 'run',
  title: 'Easy run',
  purpose: 'easy',
  steps: [aStep(30, 'E')],
  key: false,
  locked: false,
  notes: '',
  startMinute: null,
  ...more,
})

/** Six times three minutes, the key session of the week. */
/* @__NO_SIDE_EFFECTS__ */
export const intervals = (day: Day, more: Partial<Session> = {}): Session =>
  aSession(day, {
    title: 'Intervals 6 × 3 min',
    purpose: 'intervals',
    key: true,
    steps: [
      aStep(15, 'E', 'warmup'),
      { type: 'repeat', times: 6, steps: [aStep(3, 'I'), aStep(2, 'E', 'recovery')] },
      aStep(10, 'E', 'cooldown'),
    ],
    ...more,
  })

/* @__NO_SIDE_EFFECTS__ */
export const notDone = (session: SessionId, day: Day): Outcome => ({
  session,
  said: 'not-done',
  activity: null,
  rpe: null,
  comment: '',
  at: noonOf(day),
})

/** Noon UTC of a day in minutes since 1970. */
const noonOf = (day: Day): number => dayNumber(day) * 1440 + 720

const plainPlaybook: Playbook = {
  schema: playbookShape,
  version: 1,
  title: 'Example',
  thresholds: Object.fromEntries(
    Object.entries(thresholdBounds).map(([name, bounds]) => [name, bounds.default]),
  ) as PlaybookThresholds,
  layers: {
    summary: 'on',
    reminders: 'on',
    compliance: 'on',
    'easy-day': 'on',
    'missed-session': 'on',
    recovery: 'on',
    load: 'on',
    drafts: 'on',
  },
  mayApply: { 'recompute-zones': true, 'ease-easy-day': true, 'move-session': true, 'swap-equal': true },
  athleteMayMove: true,
  swaps: [],
  overrides: [],
}

export type Given = {
  readonly day?: Day
  readonly minute?: number
  readonly profile?: Partial<Profile>
  readonly activities?: readonly Activity[]
  readonly checkIns?: readonly CheckIn[]
  readonly lifeEvents?: readonly LifeEvent[]
  readonly outcomes?: readonly Outcome[]
  readonly confirmedDays?: readonly Day[]
  readonly comments?: readonly Comment[]
  readonly sessions?: readonly Session[]
  readonly phases?: readonly Phase[]
  readonly races?: readonly Race[]
  readonly playbook?: Partial<Playbook>
}

/** The content an example describes. */
/* @__NO_SIDE_EFFECTS__ */
export const contentOf = (given: Given): AthleteContent => ({
  ...emptyContent,
  profile: { ...emptyContent.profile, ...given.profile },
  activities: given.activities ?? [],
  checkIns: given.checkIns ?? [],
  lifeEvents: given.lifeEvents ?? [],
  outcomes: given.outcomes ?? [],
  confirmedDays: given.confirmedDays ?? [],
  comments: given.comments ?? [],
})

/** The context an example describes. */
/* @__NO_SIDE_EFFECTS__ */
export const given = (said: Given): Context =>
  contextOf(
    contentOf(said),
    { sessions: said.sessions ?? [], phases: said.phases ?? [], races: said.races ?? [] },
    { ...plainPlaybook, ...said.playbook },
    said.day ?? today,
    said.minute ?? 480,
  )
