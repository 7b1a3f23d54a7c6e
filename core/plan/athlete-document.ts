/** What the athlete's devices wrote: who they are, what they did, how they feel, and what life brought. */
import type * as Y from 'yjs'
import { withImported } from '../history/check-ins.ts'
import { by } from '../lib/order.ts'
import type { Result } from '../lib/result.ts'
import { type Activity, activitySchema } from '../model/activity.ts'
import { confirmedDaySchema, type LifeEvent, lifeEventSchema, type Outcome, outcomeSchema } from '../model/athlete.ts'
import { commentSchema } from '../model/comment.ts'
import type { Day } from '../model/day.ts'
import type { ActivityId, SessionId } from '../model/ids.ts'
import type { AthleteContent } from '../model/plan.ts'
import { athleteDebriefSchema } from '../model/race-debrief.ts'
import { type ReviewAnswer, reviewAnswerSchema } from '../model/review.ts'
import { readCheckIns } from './check-ins.ts'
import { type Origin, removeEntry, rootOf, type WriteError } from './document.ts'
import { readMaps, readValues } from './entries.ts'
import { readImportedCheckIns } from './imported-check-ins.ts'
import { readProfile } from './profile.ts'
import { steady } from './steady.ts'
import { putValues } from './writing.ts'

type Written = Result<null, WriteError>

/** All that the athlete's devices wrote, as plain content, in one order on every device. */
export const readAthlete = steady((doc): AthleteContent => {
  const profile = readProfile(doc)
  const activities = readValues(doc, 'activities', activitySchema, ({ id }) => id)
  const checkIns = readCheckIns(doc)
  const imported = readImportedCheckIns(doc)
  const lifeEvents = readValues(doc, 'lifeEvents', lifeEventSchema, ({ id }) => id)
  const outcomes = readValues(doc, 'outcomes', outcomeSchema, ({ session }) => session)
  const confirmedDays = readValues(doc, 'confirmedDays', confirmedDaySchema, ({ day }) => day)
  const comments = readValues(doc, 'comments', commentSchema, ({ id }) => id)
  const answers = readValues(doc, 'reviewAnswers', reviewAnswerSchema, ({ id }) => id)
  const notes = readMaps(doc, 'raceNotes', athleteDebriefSchema)
  return {
    profile: profile.profile,
    activities: activities.read.toSorted(
      by(
        ({ start }) => start,
        ({ id }) => id,
      ),
    ),
    checkIns: withImported(checkIns.read, imported.read),
    ...(imported.read.length > 0 ? { imported: imported.read } : {}),
    lifeEvents: lifeEvents.read.toSorted(
      by(
        ({ from }) => from,
        ({ id }) => id,
      ),
    ),
    outcomes: outcomes.read,
    confirmedDays: confirmedDays.read.map(({ day }) => day),
    comments: comments.read.toSorted(
      by(
        ({ at }) => at,
        ({ id }) => id,
      ),
    ),
    ...(answers.read.length > 0 ? { reviewAnswers: answers.read } : {}),
    ...(notes.read.length > 0 ? { raceNotes: notes.read.toSorted(by(({ id }) => id)) } : {}),
    unreadable: [
      profile,
      activities,
      checkIns,
      imported,
      lifeEvents,
      outcomes,
      confirmedDays,
      comments,
      answers,
      notes,
    ].flatMap(({ unreadable }) => unreadable),
  }
})

/** Whether a recording stands there under its own id, read or not. */
export const hasActivity = (doc: Y.Doc, id: ActivityId): boolean => rootOf(doc, 'activities').has(id)

/** Writes activities in one transaction, all or none; one that stands there unchanged is not written again. */
export const putActivities = (doc: Y.Doc, activities: readonly Activity[], origin: Origin): Written =>
  putValues(doc, 'activities', activitySchema, activities, ({ id }) => id, origin)

/**
 * The athlete says of two recordings that they are two activities (or, taken back, that they may be one). It stands with
 * both, so that no later import joins them again.
 */
export const setApart = (
  doc: Y.Doc,
  ids: readonly [ActivityId, ActivityId],
  apart: boolean,
  origin: Origin,
): Written => {
  const { read } = readValues(doc, 'activities', activitySchema, ({ id }) => id)
  const changed = read.flatMap(activity => {
    const other = ids.find(id => id !== activity.id)
    if (!ids.includes(activity.id) || other === undefined) return []
    const { apartFrom = [], ...rest } = activity
    const others = apartFrom.filter(id => id !== other)
    const list = apart ? [...others, other].sort() : others
    return [list.length > 0 ? { ...rest, apartFrom: list } : rest]
  })
  return putActivities(doc, changed, origin)
}

/** The athlete says of an activity that it was none of the planned sessions, or takes it back. */
export const setOffPlan = (doc: Y.Doc, id: ActivityId, offPlan: boolean, origin: Origin): Written => {
  const { read } = readValues(doc, 'activities', activitySchema, one => one.id)
  const changed = read.flatMap(activity => {
    if (activity.id !== id || Boolean(activity.offPlan) === offPlan) return []
    const { offPlan: _, ...rest } = activity
    return [offPlan ? { ...rest, offPlan: true as const } : rest]
  })
  return putActivities(doc, changed, origin)
}

export const removeActivity = (doc: Y.Doc, id: ActivityId, origin: Origin): Written =>
  removeEntry(doc, 'activities', id, origin)

export const putLifeEvent = (doc: Y.Doc, event: LifeEvent, origin: Origin): Written =>
  putValues(doc, 'lifeEvents', lifeEventSchema, [event], ({ id }) => id, origin)

export const removeLifeEvent = (doc: Y.Doc, id: string, origin: Origin): Written =>
  removeEntry(doc, 'lifeEvents', id, origin)

/** Writes what the athlete says of a planned session; a later word replaces an earlier one. */
export const putOutcome = (doc: Y.Doc, outcome: Outcome, origin: Origin): Written =>
  putValues(doc, 'outcomes', outcomeSchema, [outcome], ({ session }) => session, origin)

export const removeOutcome = (doc: Y.Doc, session: SessionId, origin: Origin): Written =>
  removeEntry(doc, 'outcomes', session, origin)

/** The athlete says that nothing else happened on a day than what is on file. */
export const confirmDay = (doc: Y.Doc, day: Day, origin: Origin): Written =>
  putValues(doc, 'confirmedDays', confirmedDaySchema, [{ day }], entry => entry.day, origin)

/** Takes the athlete's word on a day back. */
export const unconfirmDay = (doc: Y.Doc, day: Day, origin: Origin): Written =>
  removeEntry(doc, 'confirmedDays', day, origin)

/** Writes what the athlete answers to a review; a later word replaces an earlier one. */
export const putReviewAnswer = (doc: Y.Doc, answer: ReviewAnswer, origin: Origin): Written =>
  putValues(doc, 'reviewAnswers', reviewAnswerSchema, [answer], ({ id }) => id, origin)
