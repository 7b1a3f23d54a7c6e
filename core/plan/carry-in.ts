/** What somebody took along as a file comes in again: every entry that can be read, and a count of those that cannot. */
import type * as Y from 'yjs'
import type { AthleteContent, PlanContent } from '../model/plan.ts'
import { readPlaybookValue } from '../model/playbook-shape.ts'
import { emptyAthleteDebrief } from '../model/race-debrief.ts'
import type { Session } from '../model/session.ts'
import { confirmDay, putActivities, putLifeEvent, putOutcome, putReviewAnswer } from './athlete-document.ts'
import { putCheckIn } from './check-ins.ts'
import type { Origin } from './document.ts'
import { putImportedCheckIns } from './imported-check-ins.ts'
import { putComment, putPhase, putRace, putReview, putSession } from './plan-document.ts'
import { putPlaybook } from './playbook-document.ts'
import { putProfile } from './profile.ts'
import { patchAthleteDebrief } from './race-documents.ts'

type Docs = { readonly plan: Y.Doc; readonly athlete: Y.Doc; readonly playbook: Y.Doc }
type Written = { readonly ok: boolean }

/** What came in, and how many entries could not be read. */
export type CarriedIn = { readonly entries: number; readonly unreadable: number }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The name of the athlete whose export this is; undefined where it is none. */
export const exportedName = (exported: unknown): string | undefined => {
  if (!isObject(exported) || exported.format !== 'tandem/1' || !isObject(exported.athlete)) return undefined
  const { profile } = exported.athlete
  return isObject(profile) && typeof profile.name === 'string' ? profile.name : undefined
}

/**
 * Writes an export into empty documents. The sessions are those that stood in the calendar, with every change that held:
 * the decisions behind them were signed in another place, and stay in the file.
 */
export const carryIn = (docs: Docs, exported: object, origin: Origin): CarriedIn => {
  const file = exported as Readonly<Record<string, unknown>>
  let entries = 0
  let unreadable = 0
  const count = ({ ok }: Written) => {
    if (ok) entries += 1
    else unreadable += 1
  }
  /** Each entry by itself: one that cannot be read costs no other. */
  const each = <T extends object>(from: readonly T[] | undefined, put: (entry: T) => Written) => {
    for (const entry of Array.isArray(from) ? from : []) count(isObject(entry) ? put(entry as T) : { ok: false })
  }
  // INVARIANT: nothing of the file is believed; each `put` reads its entry by the model before it writes it.
  const theirs = (isObject(file.athlete) ? file.athlete : {}) as Partial<AthleteContent>
  const written = (isObject(file.plan) ? file.plan : {}) as Partial<PlanContent>
  const calendar = file.calendar as readonly Session[] | undefined
  docs.athlete.transact(() => {
    const doc = docs.athlete
    count(putProfile(doc, theirs.profile as AthleteContent['profile'], origin))
    each(theirs.activities, one => putActivities(doc, [one], origin))
    each(theirs.checkIns, one => putCheckIn(doc, one, origin))
    each(theirs.imported, one => putImportedCheckIns(doc, [one], origin))
    each(theirs.lifeEvents, one => putLifeEvent(doc, one, origin))
    each(theirs.outcomes, one => putOutcome(doc, one, origin))
    const days = (Array.isArray(theirs.confirmedDays) ? theirs.confirmedDays : []).map(day => ({ day }))
    each(days, ({ day }) => confirmDay(doc, day, origin))
    each(theirs.comments, one => putComment(doc, one, origin))
    each(theirs.reviewAnswers, one => putReviewAnswer(doc, one, origin))
    each(theirs.raceNotes, ({ id, ...note }) => patchAthleteDebrief(doc, emptyAthleteDebrief(id), note, origin))
  }, origin)
  docs.plan.transact(() => {
    const doc = docs.plan
    each(calendar ?? written.sessions, one => putSession(doc, one, origin))
    each(written.phases, one => putPhase(doc, one, origin))
    each(written.races, one => putRace(doc, one, origin))
    each(written.comments, one => putComment(doc, one, origin))
    each(written.reviews, one => putReview(doc, one, origin))
  }, origin)
  const playbook = readPlaybookValue(file.playbook)
  count(playbook.ok ? putPlaybook(docs.playbook, playbook.value, origin) : playbook)
  return { entries, unreadable }
}
