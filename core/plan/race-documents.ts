/** Race plans as documents: published versions in the plan with a coach's signature, and debriefs. */
import type * as Y from 'yjs'
import type { Hash } from '../lib/hash.ts'
import { by } from '../lib/order.ts'
import type { Result } from '../lib/result.ts'
import type { LogEntry } from '../model/log.ts'
import {
  type AthleteDebrief,
  athleteDebriefSchema,
  type CoachDebrief,
  coachDebriefSchema,
  emptyCoachDebrief,
} from '../model/race-debrief.ts'
import { type PublishedRacePlan, publishedRacePlanSchema, racePlanHash } from '../model/race-plan.ts'
import { decides } from './decisions.ts'
import type { Origin, WriteError } from './document.ts'
import { readMaps, readValues } from './entries.ts'
import { patchMap, putMap, putValues } from './writing.ts'

type Written = Result<null, WriteError>

/** A published plan under the hash that its signature names. */
export type RacePlanOnFile = PublishedRacePlan & { readonly hash: Hash }

/** Every version on file; one that was altered stands under no name of its own, and is left out. */
export const readRacePlansOnFile = (doc: Y.Doc): readonly RacePlanOnFile[] =>
  readValues(doc, 'raceVersions', publishedRacePlanSchema, racePlanHash).read.map(published => ({
    ...published,
    hash: racePlanHash(published),
  }))

export const putRacePlanOnFile = (doc: Y.Doc, published: PublishedRacePlan, origin: Origin): Written =>
  putValues(doc, 'raceVersions', publishedRacePlanSchema, [published], racePlanHash, origin)

/**
 * The versions of a race that a coach's own signature published, in the order in which they were said; the last one is
 * carried. What no person signed, what a rule claims to have written, and what was signed by another than its writer count
 * for nothing.
 */
export const publishedFor = (
  race: string,
  onFile: readonly RacePlanOnFile[],
  log: readonly LogEntry[],
): readonly RacePlanOnFile[] => {
  const byHash = new Map(onFile.filter(({ plan }) => plan.id === race).map(one => [String(one.hash), one]))
  return log.flatMap(({ verified, signed: { statement } }) => {
    const { type, role, rule, contentHash, item } = statement
    const one = byHash.get(String(contentHash))
    const counts = verified.ok && type === 'published' && rule === null && decides(role) && item === race
    return counts && one !== undefined && one.by === statement.by ? [one] : []
  })
}

/** The version that the athlete last said to have opened, `but` one where that is given; null where there is none. */
export const openedBy = (
  race: string,
  log: readonly LogEntry[],
  but?: Hash,
): { readonly hash: Hash; readonly at: number } | null => {
  const said = log.findLast(({ verified, signed: { statement } }) => {
    const { type, role, item, contentHash } = statement
    return verified.ok && type === 'seen' && role === 'athlete' && item === race && contentHash !== (but ?? null)
  })?.signed.statement
  return said?.contentHash == null ? null : { hash: said.contentHash, at: said.at }
}

const byRace = by<{ readonly id: string }>(({ id }) => id)

/** The coaches' parts of the debriefs. */
export const readCoachDebriefs = (doc: Y.Doc): readonly CoachDebrief[] =>
  readMaps(doc, 'debriefs', coachDebriefSchema).read.toSorted(byRace)

/** The athlete's parts. */
export const readAthleteDebriefs = (doc: Y.Doc): readonly AthleteDebrief[] =>
  readMaps(doc, 'raceNotes', athleteDebriefSchema).read.toSorted(byRace)

export const patchCoachDebrief = (
  doc: Y.Doc,
  race: string,
  patch: Partial<Omit<CoachDebrief, 'id'>>,
  origin: Origin,
): Written =>
  readCoachDebriefs(doc).some(({ id }) => id === race)
    ? patchMap(doc, 'debriefs', coachDebriefSchema, race, patch, origin)
    : putMap(doc, 'debriefs', coachDebriefSchema, { ...emptyCoachDebrief(race), ...patch }, origin)

/** Where there is none yet it begins as `begin` says. */
export const patchAthleteDebrief = (
  doc: Y.Doc,
  begin: AthleteDebrief,
  patch: Partial<Omit<AthleteDebrief, 'id'>>,
  origin: Origin,
): Written =>
  readAthleteDebriefs(doc).some(({ id }) => id === begin.id)
    ? patchMap(doc, 'raceNotes', athleteDebriefSchema, begin.id, patch, origin)
    : putMap(doc, 'raceNotes', athleteDebriefSchema, { ...begin, ...patch }, origin)
