/** What the coaches wrote: sessions, phases, races and remarks, in a document that two coaches can write at once. */
import type * as Y from 'yjs'
import { by } from '../lib/order.ts'
import type { Result } from '../lib/result.ts'
import { type CoachThresholds, coachThresholdsSchema } from '../model/coach-thresholds.ts'
import { commentSchema } from '../model/comment.ts'
import type { SessionId } from '../model/ids.ts'
import type { Comment, PlanContent } from '../model/plan.ts'
import { type Review, reviewSchema } from '../model/review.ts'
import { type Phase, phaseSchema, type Race, raceSchema } from '../model/season.ts'
import { type Session, sessionSchema } from '../model/session.ts'
import { type Origin, removeEntry, type WriteError } from './document.ts'
import { readMaps, readValues } from './entries.ts'
import { bySession } from './session-order.ts'
import { steady } from './steady.ts'
import { patchMap, putMap, putValues } from './writing.ts'

type Written = Result<null, WriteError>

/** What was said, in the order it was said. */
const byMoment = by<{ readonly at: number; readonly id: string }>(
  ({ at }) => at,
  ({ id }) => id,
)

/** The whole plan as plain content, in one order on every device. */
export const readPlan = steady((doc): PlanContent => {
  const sessions = readMaps(doc, 'sessions', sessionSchema)
  const phases = readMaps(doc, 'phases', phaseSchema)
  const races = readMaps(doc, 'races', raceSchema)
  const comments = readValues(doc, 'comments', commentSchema, ({ id }) => id)
  const reviews = readValues(doc, 'reviews', reviewSchema, ({ id }) => id)
  const thresholds = readValues(doc, 'thresholds', coachThresholdsSchema, ({ id }) => id)
  return {
    sessions: sessions.read.toSorted(bySession),
    phases: phases.read.toSorted(
      by(
        ({ from }) => from,
        ({ id }) => id,
      ),
    ),
    races: races.read.toSorted(
      by(
        ({ day }) => day,
        ({ id }) => id,
      ),
    ),
    comments: comments.read.toSorted(byMoment),
    ...(reviews.read.length > 0 ? { reviews: reviews.read.toSorted(byMoment) } : {}),
    ...(thresholds.read.length > 0 ? { thresholds: thresholds.read.toSorted(byMoment) } : {}),
    unreadable: [sessions, phases, races, comments, reviews, thresholds].flatMap(({ unreadable }) => unreadable),
  }
})

/** Writes a session: a new one whole, of one that is there only the fields that differ. */
export const putSession = (doc: Y.Doc, session: Session, origin: Origin): Written =>
  putMap(doc, 'sessions', sessionSchema, session, origin)

/** Writes some fields of a session; what others write to its other fields meanwhile stays. */
export const patchSession = (doc: Y.Doc, id: SessionId, patch: Partial<Omit<Session, 'id'>>, origin: Origin): Written =>
  patchMap(doc, 'sessions', sessionSchema, id, patch, origin)

export const removeSession = (doc: Y.Doc, id: SessionId, origin: Origin): Written =>
  removeEntry(doc, 'sessions', id, origin)

export const putPhase = (doc: Y.Doc, phase: Phase, origin: Origin): Written =>
  putMap(doc, 'phases', phaseSchema, phase, origin)

export const removePhase = (doc: Y.Doc, id: string, origin: Origin): Written => removeEntry(doc, 'phases', id, origin)

export const putRace = (doc: Y.Doc, race: Race, origin: Origin): Written =>
  putMap(doc, 'races', raceSchema, race, origin)

export const removeRace = (doc: Y.Doc, id: string, origin: Origin): Written => removeEntry(doc, 'races', id, origin)

/** Writes a remark, in the plan document (a coach's) or the athlete's (theirs): both hold them alike. */
export const putComment = (doc: Y.Doc, comment: Comment, origin: Origin): Written =>
  putValues(doc, 'comments', commentSchema, [comment], ({ id }) => id, origin)

export const removeComment = (doc: Y.Doc, id: string, origin: Origin): Written =>
  removeEntry(doc, 'comments', id, origin)

/** Writes what a coach says of a week; the same one again replaces what it said. */
export const putReview = (doc: Y.Doc, review: Review, origin: Origin): Written =>
  putValues(doc, 'reviews', reviewSchema, [review], ({ id }) => id, origin)

export const removeReview = (doc: Y.Doc, id: string, origin: Origin): Written => removeEntry(doc, 'reviews', id, origin)

/** Writes what a coach sets as the athlete's thresholds and zones; what was set before stays as its history. */
export const putCoachThresholds = (doc: Y.Doc, said: CoachThresholds, origin: Origin): Written =>
  putValues(doc, 'thresholds', coachThresholdsSchema, [said], ({ id }) => id, origin)
