/** What people do with a race: coaches draft its plan on their desk and publish it signed; each side writes its debrief. */
import type * as Y from 'yjs'
import { err, ok, type Result } from '../lib/result.ts'
import type { Splice } from '../lib/splice.ts'
import type { PersonId, StatementId } from '../model/ids.ts'
import { type AthleteDebrief, type CoachDebrief, emptyAthleteDebrief } from '../model/race-debrief.ts'
import {
  emptyRacePlan,
  mostLetters,
  type RacePlan,
  type RaceText,
  racePlanHash,
  raceTexts,
} from '../model/race-plan.ts'
import {
  beginRaceDraft,
  openedBy,
  patchAthleteDebrief,
  patchCoachDebrief,
  patchRaceDraft,
  publishedFor,
  putRacePlanOnFile,
  type RaceDraftPatch,
  type RacePlanOnFile,
  raceDraftOf,
  raceTextOf,
  readAthleteDebriefs,
  readCoachDebriefs,
  readRacePlansOnFile,
  removeRaceDraft,
  typeRaceText,
  type WriteError,
  watchRaceText,
} from '../plan/index.ts'
import { asAthlete, blank, type NotTheirs } from './actions.ts'
import { type CircleError, localOrigin, type SignError, type Space } from './api.ts'
import { mayWrite } from './roles.ts'

type RaceError = CircleError | WriteError | SignError | NotTheirs

const desksOf = (space: Space) => space.circles.filter(({ kind }) => kind === 'desk').map(({ doc }) => doc)

/** The published versions of a race's plan, the one in force last. */
export const racePlansOf = (space: Space, race: string): readonly RacePlanOnFile[] =>
  publishedFor(race, readRacePlansOnFile(space.docs.plan), space.log)

/** All that is on file about a race. The desk is the coaches' alone, and empty for everybody else. */
export type RaceFile = {
  readonly published: readonly RacePlanOnFile[]
  /** What a coach goes on writing; for others what was published last, else an empty form. */
  readonly draft: { readonly plan: RacePlan; readonly isDraft: boolean }
  /** The version the athlete's device said to have opened last. */
  readonly opened: ReturnType<typeof openedBy>
  /** The one opened last before the version now carried. */
  readonly openedBefore: ReturnType<typeof openedBy>
  readonly coachDebrief: CoachDebrief | null
  readonly athleteDebrief: AthleteDebrief | null
  /** What earlier races left to do, by the race they came from. */
  readonly carryOvers: readonly { readonly from: string; readonly carry: CoachDebrief['carryOvers'][number] }[]
}

/** The athlete's part, also where the season it was written in has ended. */
const athleteDebriefIn = ({ docs, past }: Space, race: string): AthleteDebrief | null => {
  const before = past.toReversed().flatMap(({ content }) => content.athlete.raceNotes ?? [])
  return [...readAthleteDebriefs(docs.athlete), ...before].find(({ id }) => id === race) ?? null
}

export const raceFileOf = (space: Space, race: string): RaceFile => {
  const published = racePlansOf(space, race)
  const debriefs = readCoachDebriefs(space.docs.plan)
  return {
    published,
    draft: raceDraftOf(race, desksOf(space), published),
    opened: openedBy(race, space.log),
    openedBefore: openedBy(race, space.log, published.at(-1)?.hash),
    coachDebrief: debriefs.find(({ id }) => id === race) ?? null,
    athleteDebrief: athleteDebriefIn(space, race),
    carryOvers: debriefs
      .filter(({ id }) => id !== race)
      .flatMap(({ id, carryOvers }) => carryOvers.map(carry => ({ from: id, carry })))
      .filter(({ carry }) => carry.doneFor === null || carry.doneFor === race),
  }
}

/** The desk on which a race's draft is written, with what its form shows written there. */
const deskFor = async (space: Space, race: string): Promise<Result<Y.Doc, RaceError>> => {
  const desk = await space.openCircle('desk')
  if (!desk.ok) return desk
  const published = racePlansOf(space, race)
  const holding = desksOf(space).find(doc => raceDraftOf(race, [doc], published).isDraft)
  const doc = holding ?? desk.value.doc
  const begun = beginRaceDraft(doc, raceDraftOf(race, [doc], published).plan, localOrigin)
  return begun.ok ? ok(doc) : begun
}

/** Writes some fields of a race's draft where only coaches read it. */
export const draftRacePlan = async (
  space: Space,
  race: string,
  patch: RaceDraftPatch,
): Promise<Result<null, RaceError>> => {
  const desk = await deskFor(space, race)
  return desk.ok ? patchRaceDraft(desk.value, race, patch, localOrigin) : desk
}

/** A text of a draft while somebody types in it: other coaches may at the same moment. */
export type SharedText = {
  read(): string
  /** Done at once, on the text as `read` gives it. */
  type(edit: Splice): Result<null, WriteError>
  /** Tells of others' changes in the moment they arrive, in turn; gives what ends it. */
  watch(changed: (splices: readonly Splice[]) => void): () => void
}

/** Opens a text of a race's draft to write in. */
export const writeRaceText = async (
  space: Space,
  race: string,
  field: RaceText,
): Promise<Result<SharedText, RaceError>> => {
  const desk = await deskFor(space, race)
  if (!desk.ok) return desk
  const doc = desk.value
  return ok({
    read: () => raceTextOf(doc, race, field),
    type: edit => typeRaceText(doc, race, field, edit, localOrigin),
    watch: changed => watchRaceText(doc, race, field, localOrigin, changed),
  })
}

/** Takes the draft off the desk; what was published stands. */
export const dropRaceDraft = (space: Space, race: string): Result<null, RaceError> => {
  const last = racePlansOf(space, race).at(-1)?.plan ?? emptyRacePlan(race)
  const gone = desksOf(space).map(doc => removeRaceDraft(doc, last, localOrigin))
  return gone.find(result => !result.ok) ?? ok(null)
}

/**
 * Publishes the draft: a version of its own in the plan, named by its hash, and a coach's signature on exactly that. Only a
 * person calls this; a rule has no word for it, and a statement that claims one is let in nowhere. The desk stays as it is:
 * what says the same as the last version is no draft, and what is typed while it is being signed is one of the next.
 */
export const publishRacePlan = async (
  space: Space,
  race: string,
  person: PersonId,
  at: number,
): Promise<Result<StatementId, RaceError>> => {
  if (!mayWrite('plan', space.myRoles)) return err({ type: 'NotAllowed', says: 'Only a coach publishes a race plan.' })
  const published = racePlansOf(space, race)
  const { plan } = raceDraftOf(race, desksOf(space), published)
  // Why: where several filled a text apart from each other, all of it stands in the draft.
  if (raceTexts.some(field => plan[field].length > mostLetters(field)))
    return err({ type: 'NotAllowed', says: 'A text is longer than the card can hold. Shorten it, then publish.' })
  const version = { number: (published.at(-1)?.number ?? 0) + 1, plan, by: person, at }
  const put = putRacePlanOnFile(space.docs.plan, version, localOrigin)
  if (!put.ok) return put
  // Why the plan first: a signature is never there without what it speaks of.
  await space.saved()
  return space.sign({ ...blank, type: 'published', item: race, contentHash: racePlanHash(version) })
}

/** The athlete's device says which version it carries, once for each. */
export const openedRacePlan = async (space: Space, race: string): Promise<Result<null, RaceError>> => {
  const carried = racePlansOf(space, race).at(-1)
  const isAthlete = space.membership === 'member' && space.myRoles.includes('athlete')
  if (!isAthlete || carried === undefined || openedBy(race, space.log)?.hash === carried.hash) return ok(null)
  const said = await space.sign({ ...blank, type: 'seen', item: race, contentHash: carried.hash }, 'athlete')
  return said.ok ? ok(null) : said
}

/** The coach's part of the debrief. */
export const writeCoachDebrief = (
  space: Space,
  race: string,
  patch: Partial<Omit<CoachDebrief, 'id'>>,
): Result<null, RaceError> =>
  mayWrite('plan', space.myRoles)
    ? patchCoachDebrief(space.docs.plan, race, patch, localOrigin)
    : err({ type: 'NotAllowed', says: 'Only a coach writes this part.' })

/** The athlete's part. */
export const writeAthleteDebrief = (
  space: Space,
  race: string,
  patch: Partial<Omit<AthleteDebrief, 'id'>>,
): Result<null, RaceError> =>
  asAthlete(space, () => {
    const begin = athleteDebriefIn(space, race) ?? emptyAthleteDebrief(race)
    return patchAthleteDebrief(space.docs.athlete, begin, patch, localOrigin)
  })
