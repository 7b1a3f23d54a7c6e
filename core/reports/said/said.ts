/** Everything that was said about an athlete, by whom and where, as far as the reader holds it; and the search in it. */
import { holdsWords } from '../../history/own-words.ts'
import { by } from '../../lib/order.ts'
import type { Message } from '../../model/advice.ts'
import type { Notice } from '../../model/club.ts'
import type { Comment } from '../../model/comment.ts'
import { type Day, dayNumber } from '../../model/day.ts'
import type { PersonId, SessionId } from '../../model/ids.ts'
import type { LogEntry } from '../../model/log.ts'
import type { AthleteContent, PlanContent } from '../../model/plan.ts'
import type { PrivateNote } from '../../model/private-note.ts'
import { type AthleteDebrief, athleteQuestions, type CoachDebrief, coachQuestions } from '../../model/race-debrief.ts'
import type { Race } from '../../model/season.ts'

export const saidKinds = [
  'comment',
  'message',
  'decision',
  'review',
  'review-answer',
  'debrief',
  'after-session',
  'check-in',
  'desk-note',
  'private',
  'board',
] as const
export type SaidKind = (typeof saidKinds)[number]

/** `side` is whose document it stands in, so nobody can be made to speak for the other; `by` is null where it is not told. */
export type Said = {
  readonly id: string
  readonly kind: SaidKind
  readonly side: 'coach' | 'athlete' | 'rule'
  readonly by: PersonId | null
  readonly day: Day | null
  readonly session: SessionId | null
  readonly race: string | null
  /** Minutes since 1970-01-01 UTC; null where only the day is known. */
  readonly at: number | null
  readonly words: string
}

export type SaidGiven = {
  readonly plan: PlanContent
  readonly content: AthleteContent
  readonly log: readonly LogEntry[]
  readonly deskNotes: readonly Comment[]
  readonly pages: readonly { readonly coach: PersonId; readonly notes: readonly PrivateNote[] }[]
  readonly board: readonly Notice[]
  readonly debriefs: readonly {
    readonly race: Race
    readonly coach: CoachDebrief | null
    readonly athlete: AthleteDebrief | null
  }[]
  /** Already stripped to what this reader may see. */
  readonly messages: readonly Message[]
  readonly dayOf: (session: SessionId) => Day | undefined
}

const none = { by: null, day: null, session: null, race: null, at: null } as const
const side = (isCoach: boolean) => (isCoach ? ('coach' as const) : ('athlete' as const))
const joined = (parts: readonly string[]): string => parts.filter(part => part.trim() !== '').join('\n')

const comments = (of: readonly Comment[], from: 'coach' | 'athlete', kind: SaidKind = 'comment'): readonly Said[] =>
  of.map(({ id, day, session, by, words, at }) => ({ ...none, id, kind, side: from, by, day, session, at, words }))

/** Words that came with a signed decision; the athlete's own with a move. */
const decisions = ({ log, dayOf }: SaidGiven): readonly Said[] =>
  log.flatMap(({ id, signed: { statement }, verified }) => {
    const { words, edit, at, role, by } = statement
    if (words === null || !verified.ok || !['approved', 'declined', 'answered', 'moved'].includes(statement.type))
      return []
    const session = edit?.session ?? null
    const day = session === null ? null : (dayOf(session) ?? null)
    return [{ ...none, id, kind: 'decision' as const, side: side(role !== 'athlete'), by, day, session, at, words }]
  })

const reviews = ({ plan, content }: SaidGiven): readonly Said[] => [
  ...(plan.reviews ?? []).map(({ id, week, by, at, words, reflection }) => ({
    ...none,
    ...{ id, kind: 'review' as const, side: 'coach' as const, by, day: week, at },
    words: joined([words, ...(reflection === null ? [] : Object.values(reflection))]),
  })),
  ...(content.reviewAnswers ?? []).map(({ id, words, at }) => ({
    ...none,
    ...{ id: `answer-${id}`, kind: 'review-answer' as const, side: 'athlete' as const, at, words },
    day: plan.reviews?.find(review => review.id === id)?.week ?? null,
  })),
]

const debriefs = ({ debriefs: all }: SaidGiven): readonly Said[] =>
  all.flatMap(({ race, coach, athlete }) => {
    const at = { ...none, kind: 'debrief' as const, day: race.day, race: race.id }
    const carried = coach?.carryOvers.map(({ words }) => words) ?? []
    return [
      {
        ...at,
        id: `coach-${race.id}`,
        side: 'coach' as const,
        words: joined([...coachQuestions.map(q => coach?.[q] ?? ''), ...carried]),
      },
      {
        ...at,
        id: `athlete-${race.id}`,
        side: 'athlete' as const,
        words: joined(athleteQuestions.map(q => athlete?.[q] ?? '')),
      },
    ]
  })

const ofAthlete = ({ content, dayOf }: SaidGiven): readonly Said[] => [
  ...content.outcomes.map(({ session, comment, at }) => ({
    ...none,
    ...{ id: `outcome-${session}`, kind: 'after-session' as const, side: 'athlete' as const, session, at },
    day: dayOf(session) ?? null,
    words: comment,
  })),
  ...content.checkIns.map(({ day, note }) => ({
    ...none,
    ...{ id: `check-in-${day}`, kind: 'check-in' as const, side: 'athlete' as const, day, words: note ?? '' },
  })),
]

const beside = ({ pages, board, messages }: SaidGiven): readonly Said[] => [
  ...pages.flatMap(({ coach, notes }) =>
    notes.map(({ id, by, day, at, words }) => ({
      ...none,
      ...{ id, kind: 'private' as const, side: side(by === coach), by, day, at, words },
    })),
  ),
  ...board.map(({ id, by, words, at }) => ({
    ...none,
    ...{ id, kind: 'board' as const, side: 'coach' as const, by, at, words },
  })),
  ...messages.map(({ id, day, says }) => ({
    ...none,
    ...{ id, kind: 'message' as const, side: 'rule' as const, day, words: says },
  })),
]

/** The minute in which it was said; where only the day is known, its noon. */
const momentOf = ({ at, day }: Said): number => at ?? (day === null ? 0 : dayNumber(day) * 1440 + 720)

/** All of it, the newest first; the same on every device that holds the same. */
export const everythingSaid = (given: SaidGiven): readonly Said[] =>
  [
    ...comments(given.plan.comments, 'coach'),
    ...comments(given.content.comments, 'athlete'),
    ...comments(given.deskNotes, 'coach', 'desk-note'),
    ...decisions(given),
    ...reviews(given),
    ...debriefs(given),
    ...ofAthlete(given),
    ...beside(given),
  ]
    .filter(({ words }) => words.trim() !== '')
    .toSorted(
      by<Said>(
        momentOf,
        ({ kind }) => kind,
        ({ id }) => id,
      ),
    )
    .toReversed()

/** Every word asked for begins a word that was said, or of the name of who said it. */
export const findSaid = (all: readonly Said[], asked: string, nameOf: (said: Said) => string): readonly Said[] =>
  asked.trim() === '' ? all : all.filter(said => holdsWords(`${said.words} ${nameOf(said)}`, asked))
