/** What each document may hold, place by place: asked of every entry another device writes, before it is let in. */
import * as Y from 'yjs'
import { parse } from '../lib/parse.ts'
import { activitySchema } from '../model/activity.ts'
import { confirmedDaySchema, lifeEventSchema, outcomeSchema, profileSchema } from '../model/athlete.ts'
import { checkInSchema, emptyCheckIn, importedCheckInSchema } from '../model/check-in.ts'
import { groupSchema, groupSessionSchema, noticeSchema, templateSchema } from '../model/club.ts'
import { coachThresholdsSchema } from '../model/coach-thresholds.ts'
import { commentSchema } from '../model/comment.ts'
import { parseDay } from '../model/day.ts'
import { keptEditSchema } from '../model/desk.ts'
import { libraryItemSchema } from '../model/library.ts'
import { ownExampleSchema } from '../model/playbook.ts'
import { readPlaybookValue } from '../model/playbook-shape.ts'
import { privateNoteSchema } from '../model/private-note.ts'
import { athleteDebriefSchema, coachDebriefSchema } from '../model/race-debrief.ts'
import { publishedRacePlanSchema, racePlanHash, racePlanSchema } from '../model/race-plan.ts'
import { reviewAnswerSchema, reviewSchema } from '../model/review.ts'
import { phaseSchema, raceSchema } from '../model/season.ts'
import { sessionSchema } from '../model/session.ts'
import { isSharedText, partsOfSharedText, type RootName } from './document.ts'
import type { Schema } from './entries.ts'
import { holdsOfRaceDraft, isRaceText } from './race-drafts.ts'

/** Where an entry stands: `field` within a map of fields, null for an entry of the root itself. */
export type Place = { readonly root: string; readonly name: string; readonly field: string | null }

/** Whether a root takes a value (or a map) at a place. */
type Takes = (value: unknown, place: Place) => boolean

const fits = (schema: unknown, value: unknown): boolean => parse(schema as Parameters<typeof parse>[0], value).ok

/** Entries that are plain values, each under its own name. */
const values =
  <T>(schema: Schema<T>, nameOf: (entry: T) => string): Takes =>
  (value, { name, field }) => {
    const entry = parse(schema, value)
    return field === null && entry.ok && nameOf(entry.value) === name
  }

/** Entries that are maps of fields, each field by itself. */
const maps =
  (schema: Schema<{ readonly id: string }>): Takes =>
  (value, { name, field }) => {
    if (field === null) return value instanceof Y.Map
    if (field === 'id') return value === name
    return Object.hasOwn(schema.entries, field) && fits(schema.entries[field], value)
  }

const fields =
  (schema: Schema<unknown>): Takes =>
  (value, { name, field }) =>
    field === null && Object.hasOwn(schema.entries, name) && fits(schema.entries[name], value)

const answers: Takes = (value, { name, field }) => {
  const [dayText = '', question = '', ...more] = name.split('/')
  const day = parseDay(dayText)
  const isQuestion = field === null && more.length === 0 && question !== 'day'
  if (!isQuestion || day === undefined || !Object.hasOwn(checkInSchema.entries, question)) return false
  return fits(checkInSchema, { ...emptyCheckIn(day), [question]: value })
}

/** A version of a newer app is kept as it is; whoever cannot read it applies nothing by itself. */
const playbook: Takes = (value, { field }) => {
  const schema = (value as { schema?: unknown } | null)?.schema
  return field === null && (readPlaybookValue(value).ok || (typeof schema === 'number' && Number.isSafeInteger(schema)))
}

const text: Takes = (value, { field }) => field === null && typeof value === 'string'
const byId = ({ id }: { readonly id: string }): string => id

const comments = values(commentSchema, byId)

type Shape = { readonly [root in RootName]?: Takes }

/** The roots of each document. A root that stands in none is let in by nobody. */
const shapes: Readonly<Record<string, Shape>> = {
  plan: {
    sessions: maps(sessionSchema),
    phases: maps(phaseSchema),
    races: maps(raceSchema),
    comments,
    raceVersions: values(publishedRacePlanSchema, racePlanHash),
    debriefs: maps(coachDebriefSchema),
    reviews: values(reviewSchema, byId),
    thresholds: values(coachThresholdsSchema, byId),
  },
  athlete: {
    profile: fields(profileSchema),
    activities: values(activitySchema, byId),
    checkIns: answers,
    importedCheckIns: values(importedCheckInSchema, ({ day, source }) => `${day}/${source.kind}`),
    lifeEvents: values(lifeEventSchema, byId),
    outcomes: values(outcomeSchema, ({ session }) => session),
    confirmedDays: values(confirmedDaySchema, ({ day }) => day),
    reviewAnswers: values(reviewAnswerSchema, byId),
    comments,
    raceNotes: maps(athleteDebriefSchema),
  },
  statements: { statements: text },
  playbook: { playbook, versions: playbook, examples: values(ownExampleSchema, byId) },
  desk: {
    sessions: maps(sessionSchema),
    comments,
    edits: values(keptEditSchema, byId),
    racePlans: maps(racePlanSchema),
    raceDrafts: (value, { name, field }) => field === null && holdsOfRaceDraft(name, value),
    library: values(libraryItemSchema, byId),
  },
  private: { notes: values(privateNoteSchema, byId) },
  club: {
    groups: values(groupSchema, byId),
    groupSessions: values(groupSessionSchema, byId),
    templates: values(templateSchema, byId),
    board: values(noticeSchema, byId),
  },
}

const version: Takes = (value, { name, field }) =>
  field === null && name === 'schema' && typeof value === 'number' && Number.isSafeInteger(value)

/** Whether a document of this kind may hold this value at this place. */
export const mayHold = (document: string, value: unknown, place: Place): boolean => {
  if (place.root === 'meta') return version(value, place)
  const shape = shapes[document] as Readonly<Record<string, Takes>> | undefined
  return shape !== undefined && Object.hasOwn(shape, place.root) && shape[place.root]!(value, place)
}

/**
 * Letters that a shared text may come to. Why eight times what one person may write: several who each fill it, apart from
 * each other, have done nothing wrong, and what they wrote must merge everywhere alike.
 */
const mostShared = 16_000

/** Whether a document of this kind may hold a shared text of this name and length. */
export const mayHoldText = (document: string, root: string, length: number): boolean => {
  const { field, race } = partsOfSharedText(root)
  const isPlace = document === 'desk' && isSharedText(root) && isRaceText(field)
  return isPlace && race !== '' && race.length <= 64 && length <= mostShared
}
