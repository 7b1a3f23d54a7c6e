/** What the documents hold, and what a person sees once every standing change is composed onto it. */
import type { Activity } from './activity.ts'
import type { LifeEvent, Outcome, Profile } from './athlete.ts'
import type { CheckIn, ImportedCheckIn } from './check-in.ts'
import type { CoachThresholds } from './coach-thresholds.ts'
import type { Comment } from './comment.ts'
import type { Day } from './day.ts'
import type { Edit } from './edit.ts'
import type { PersonId, SessionId, StatementId } from './ids.ts'
import type { LogEntry, NotVerified } from './log.ts'
import type { AthleteDebrief } from './race-debrief.ts'
import type { Review, ReviewAnswer } from './review.ts'
import type { Phase, Race } from './season.ts'
import type { Session } from './session.ts'
import type { MemberRole } from './statement.ts'

export type { Comment } from './comment.ts'

/** What the coaches wrote. Entries that could not be parsed are counted, never guessed. */
export type PlanContent = {
  readonly sessions: readonly Session[]
  readonly phases: readonly Phase[]
  readonly races: readonly Race[]
  readonly comments: readonly Comment[]
  /** What coaches said of weeks; left out where nobody did. */
  readonly reviews?: readonly Review[]
  /** What coaches set, in the order in which they said it; left out where they set none. */
  readonly thresholds?: readonly CoachThresholds[]
  readonly unreadable: readonly string[]
  /** What was said before this minute (since 1970-01-01 UTC) may speak of a season that is not read here. */
  readonly since?: number
}

/** What the athlete's devices wrote. */
export type AthleteContent = {
  readonly profile: Profile
  readonly activities: readonly Activity[]
  /** What the athlete said, filled in where they said nothing from `imported`. */
  readonly checkIns: readonly CheckIn[]
  /** What other logs and watches hold of days, as they came in; left out where nothing did. */
  readonly imported?: readonly ImportedCheckIn[]
  readonly lifeEvents: readonly LifeEvent[]
  readonly outcomes: readonly Outcome[]
  readonly confirmedDays: readonly Day[]
  readonly comments: readonly Comment[]
  /** What the athlete answered to reviews; left out where they answered none. */
  readonly reviewAnswers?: readonly ReviewAnswer[]
  /** What the athlete said of races they ran; left out where they said nothing. */
  readonly raceNotes?: readonly AthleteDebrief[]
  readonly unreadable: readonly string[]
}

/** A change that stands: it was admitted and composed. */
export type StandingChange = {
  readonly id: StatementId
  /** The proposal (or the move) it carries out. */
  readonly item: string
  readonly type: 'applied' | 'approved' | 'moved'
  readonly rule: string | null
  readonly edit: Edit
  readonly by: PersonId
  readonly role: MemberRole
  readonly at: number
  readonly words: string | null
  /** For an approval: whether the content is still exactly what was approved. */
  readonly holds: boolean
}

/** A change somebody stated that changes nothing, and why; shown, never silently dropped. */
export type RefusedChange = {
  readonly entry: LogEntry
  readonly why:
    | { readonly type: 'NotVerified'; readonly why: NotVerified }
    | { readonly type: 'EarlierVersion' }
    | { readonly type: 'NotAllowed'; readonly says: string }
    | { readonly type: 'Declined' }
    | { readonly type: 'Undone' }
    | { readonly type: 'SameChange' }
    | { readonly type: 'NoSuchSession' }
}

/** How a session came to be as it is shown. */
export type SessionState = 'planned' | 'by-rule' | 'approved' | 'changed-since-approval' | 'by-athlete'

export type VisibleSession = {
  readonly session: Session
  /** As the coach wrote it; null where a change added it. */
  readonly written: Session | null
  readonly state: SessionState
  readonly changes: readonly StandingChange[]
  /** The missed session it takes the place of. */
  readonly replaces: SessionId | null
  /** The session that takes its place. */
  readonly replacedBy: SessionId | null
}

export type VisiblePlan = {
  readonly sessions: readonly VisibleSession[]
  readonly phases: readonly Phase[]
  readonly races: readonly Race[]
  readonly refused: readonly RefusedChange[]
}
