/** A small plan and the people who write it: sessions, activities and signed statements as tests need them. */
import { hashOf } from '../../core/lib/hash.ts'
import type { Activity } from '../../core/model/activity.ts'
import { emptyProfile } from '../../core/model/athlete.ts'
import type { Day } from '../../core/model/day.ts'
import { baseHash, type Edit } from '../../core/model/edit.ts'
import type { ActivityId, AthleteId, DeviceId, PersonId, SessionId } from '../../core/model/ids.ts'
import { type LogEntry, type NotVerified, statementId } from '../../core/model/log.ts'
import type { AthleteContent, PlanContent } from '../../core/model/plan.ts'
import { contentHash, type Session } from '../../core/model/session.ts'
import type { Statement } from '../../core/model/statement.ts'
import type { Steps } from '../../core/model/workout.ts'

export const day = (text: string): Day => text as Day

/** So many minutes at an intensity, as the whole session. */
export const minutesOf = (minutes: number, zone: 'E' | 'T' | 'I' = 'E'): Steps => [
  { type: 'step', role: 'work', amount: { unit: 's', value: minutes * 60 }, target: { type: 'zone', zone }, cue: null },
]

export const sessionOf = (id: string, on: string, more: Partial<Session> = {}): Session => ({
  id: id as SessionId,
  day: day(on),
  sport: 'run',
  title: 'Easy run',
  purpose: 'easy',
  steps: minutesOf(50),
  key: false,
  locked: false,
  notes: '',
  startMinute: null,
  ...more,
})

export const activityOf = (id: string, on: string, more: Partial<Activity> = {}): Activity => ({
  id: id as ActivityId,
  sport: 'run',
  name: null,
  day: day(on),
  start: `${on}T07:00:00`,
  utc: null,
  durationS: 3000,
  elapsedS: 3000,
  distanceM: 9000,
  ascentM: null,
  flatDistanceM: null,
  meanHr: 140,
  maxHr: null,
  temperatureC: null,
  hrSeconds: null,
  paceSeconds: null,
  bestEfforts: [],
  splits: [],
  decoupling: null,
  rpe: null,
  comment: null,
  sources: [{ kind: 'typed', name: 'typed', id: null }],
  ...more,
})

export const planOf = (...sessions: readonly Session[]): PlanContent => ({
  sessions,
  phases: [],
  races: [],
  comments: [],
  unreadable: [],
})

export const athleteOf = (more: Partial<AthleteContent> = {}): AthleteContent => ({
  profile: emptyProfile('Ada'),
  activities: [],
  checkIns: [],
  lifeEvents: [],
  outcomes: [],
  confirmedDays: [],
  comments: [],
  unreadable: [],
  ...more,
})

/** Changes some fields of a session, as an edit with its before and after. */
export const editOf = (session: Session, after: Edit['after'], kind: Edit['kind'] = 'ease-easy-day'): Edit => ({
  kind,
  session: session.id,
  before: Object.fromEntries(Object.keys(after).map(field => [field, session[field as keyof Session]])),
  after,
  adds: null,
})

export const moveOf = (session: Session, to: string): Edit => editOf(session, { day: day(to) }, 'move-session')

/** Puts another session in the place of one that was missed. */
export const swapOf = (session: Session, adds: Session): Edit => ({
  kind: 'swap-equal',
  session: session.id,
  before: { day: session.day, steps: session.steps },
  after: {},
  adds,
})

export const statementOf = (more: Partial<Statement> & Pick<Statement, 'type' | 'item' | 'at'>): Statement => ({
  v: 1,
  club: 'club',
  athlete: 'athlete' as AthleteId,
  rule: null,
  edit: null,
  contentHash: null,
  baseHash: null,
  playbookHash: null,
  words: null,
  by: 'cleo' as PersonId,
  device: 'cleo-phone' as DeviceId,
  role: 'coach',
  seq: 1,
  prev: null,
  ...more,
})

/** An entry of the log. The signature is not looked at below `core/peer`: there the device has said what it is. */
export const entryOf = (statement: Statement, why: NotVerified | null = null): LogEntry => ({
  id: statementId(statement),
  signed: { statement, alg: 'ES256', signature: hashOf('test', statement.at) },
  verified: why === null ? { ok: true } : { ok: false, why },
})

/** A coach's approval of an edit of a session as it reads now. */
export const approvalOf = (session: Session, edit: Edit, at: number, more: Partial<Statement> = {}): LogEntry =>
  entryOf(
    statementOf({
      type: 'approved',
      item: 'proposal-1',
      at,
      edit,
      baseHash: baseHash(edit, session),
      contentHash: contentHash(edit.adds ?? { ...session, ...(edit.after as Partial<Session>) }),
      ...more,
    }),
  )

/** The athlete's own move of a session as it reads now. */
export const moveEntryOf = (session: Session, to: string, at: number, more: Partial<Statement> = {}): LogEntry =>
  approvalOf(session, moveOf(session, to), at, {
    type: 'moved',
    item: `move-${session.id}-${at}`,
    by: 'ada' as PersonId,
    device: 'ada-phone' as DeviceId,
    role: 'athlete',
    ...more,
  })
