/** Drafts of race plans on a desk: a place for every field, and its texts shared letter by letter, so that nothing is lost. */
import type * as Y from 'yjs'
import { parse } from '../lib/parse.ts'
import { ok, type Result } from '../lib/result.ts'
import { type Splice, spliceBetween } from '../lib/splice.ts'
import {
  emptyRacePlan,
  mostLetters,
  type RacePlan,
  type RaceText,
  racePlanSchema,
  raceTexts,
  saysTheSame,
} from '../model/race-plan.ts'
import { change, isName, type Origin, rootOf, sharedTextIn, type WriteError } from './document.ts'
import { readMaps } from './entries.ts'
import type { RacePlanOnFile } from './race-documents.ts'
import { setValue } from './writing.ts'

type Written = Result<null, WriteError>
type Field = Exclude<keyof RacePlan, 'id'>
export type RaceDraftPatch = Partial<Omit<RacePlan, 'id'>>

const fields = Object.keys(racePlanSchema.entries).filter(name => name !== 'id') as readonly Field[]
const isText = (field: string): field is RaceText => (raceTexts as readonly string[]).includes(field)

const read = (field: Field, value: unknown): Result<unknown, WriteError> =>
  parse(racePlanSchema.entries[field] as Parameters<typeof parse<unknown>>[0], value)

/** Whether a desk may hold this value here: `begun/<race>`, or `<field>/<race>` for what is no text. */
export const holdsOfRaceDraft = (name: string, value: unknown): boolean => {
  const [field = ''] = name.split('/', 1)
  const race = name.slice(field.length + 1)
  if (race === '' || race.length > 64) return false
  if (field === 'begun') return value === true
  return fields.includes(field as Field) && !isText(field) && read(field as Field, value).ok
}

/** The shared texts of a desk's drafts; others are let in nowhere. */
export const isRaceText = isText

const isBegun = (doc: Y.Doc, race: string): boolean => rootOf(doc, 'raceDrafts').get(`begun/${race}`) === true

/** A draft of the third version, which held all its fields in an entry of its own. */
const formerDraft = (doc: Y.Doc, race: string): RacePlan | undefined =>
  readMaps(doc, 'racePlans', racePlanSchema).read.find(({ id }) => id === race)

/** What stands on a desk of a race; undefined where nobody ever wrote of it there. */
const onDesk = (doc: Y.Doc, race: string): RacePlan | undefined => {
  if (!isBegun(doc, race)) return formerDraft(doc, race)
  const empty = emptyRacePlan(race)
  const root = rootOf(doc, 'raceDrafts')
  const standing = (field: Field): unknown => {
    if (isText(field)) return sharedTextIn(doc, field, race).toString()
    const stored = root.get(`${field}/${race}`)
    return stored !== undefined && read(field, stored).ok ? stored : empty[field]
  }
  return { id: race, ...Object.fromEntries(fields.map(field => [field, standing(field)])) } as RacePlan
}

/**
 * The draft of a race on the desks: the first desk's counts; else what was published, else an empty form. What says the
 * same as the version published last is no draft.
 */
export const raceDraftOf = (
  race: string,
  desks: readonly Y.Doc[],
  published: readonly RacePlanOnFile[],
): { readonly plan: RacePlan; readonly isDraft: boolean } => {
  const rest = published.at(-1)?.plan ?? emptyRacePlan(race)
  const draft = desks.map(doc => onDesk(doc, race)).find(one => one !== undefined && !saysTheSame(one, rest))
  return { plan: draft ?? rest, isDraft: draft !== undefined }
}

const splice = (text: Y.Text, { at, remove, insert }: Splice): void => {
  if (remove > 0) text.delete(at, remove)
  if (insert !== '') text.insert(at, insert)
}

/** Why not a plain slice: half of a letter of two units is no letter. */
const cut = (words: string, most: number): string =>
  words.length <= most ? words : words.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')

/** Writes some fields, only what differs; a text becomes what is given by the smallest change. */
const writeFields = (doc: Y.Doc, race: string, patch: RaceDraftPatch): WriteError | null => {
  if (!isName(`primaryTarget/${race}`) || race === '' || race.length > 64) return { type: 'NotAName', name: race }
  for (const field of fields) {
    const value: unknown = patch[field]
    if (value === undefined) continue
    const said = read(field, isText(field) ? cut(String(value), mostLetters(field)) : value)
    if (!said.ok) return said.error
    if (!isText(field)) setValue(rootOf(doc, 'raceDrafts'), `${field}/${race}`, said.value)
    else {
      const text = sharedTextIn(doc, field, race)
      const edit = spliceBetween(text.toString(), String(said.value))
      if (edit !== null) splice(text, edit)
    }
  }
  setValue(rootOf(doc, 'raceDrafts'), `begun/${race}`, true)
  return null
}

/** What differs from an empty form: of a new draft nothing, so that two who begin it at once take nothing from each other. */
const beyondEmpty = (plan: RacePlan): RaceDraftPatch => {
  const empty = emptyRacePlan(plan.id)
  return Object.fromEntries(
    fields.filter(field => plan[field] !== empty[field]).map(field => [field, plan[field]]),
  ) as RaceDraftPatch
}

/** Makes sure that a desk holds the form as it is shown (`shown`), to write in; a draft of the third version moves over. */
export const beginRaceDraft = (doc: Y.Doc, shown: RacePlan, origin: Origin): Written =>
  isBegun(doc, shown.id)
    ? ok(null)
    : change(doc, origin, () => {
        const fault = writeFields(doc, shown.id, beyondEmpty(formerDraft(doc, shown.id) ?? shown))
        if (fault === null) rootOf(doc, 'racePlans').delete(shown.id)
        return fault
      })

/** Writes some fields of a draft that has begun. */
export const patchRaceDraft = (doc: Y.Doc, race: string, patch: RaceDraftPatch, origin: Origin): Written =>
  change(doc, origin, () => writeFields(doc, race, patch))

/** Takes a draft off the desk: what stands there says again what was published last, or nothing. */
export const removeRaceDraft = (doc: Y.Doc, last: RacePlan, origin: Origin): Written => {
  if (onDesk(doc, last.id) === undefined) return ok(null)
  const begun = beginRaceDraft(doc, last, origin)
  return begun.ok ? patchRaceDraft(doc, last.id, last, origin) : begun
}

/** A text of a draft as it stands. */
export const raceTextOf = (doc: Y.Doc, race: string, field: RaceText): string =>
  sharedTextIn(doc, field, race).toString()

/** One change as it is typed. What would make a full text longer is left out; it can always be shortened. */
export const typeRaceText = (doc: Y.Doc, race: string, field: RaceText, edit: Splice, origin: Origin): Written =>
  change(doc, origin, () => {
    const text = sharedTextIn(doc, field, race)
    const at = Math.min(edit.at, text.length)
    const remove = Math.min(edit.remove, text.length - at)
    const room = mostLetters(field) - (text.length - remove)
    splice(text, { at, remove, insert: cut(edit.insert, Math.max(room, remove)) })
    return null
  })

/** Tells what others changed in a text, in turn; what carries `own` is left out. Gives what ends it. */
export const watchRaceText = (
  doc: Y.Doc,
  race: string,
  field: RaceText,
  own: Origin,
  changed: (splices: readonly Splice[]) => void,
): (() => void) => {
  const text = sharedTextIn(doc, field, race)
  const onChange = ({ delta }: Y.YTextEvent, { origin }: Y.Transaction) => {
    if (origin !== own) changed(splicesOf(delta))
  }
  text.observe(onChange)
  return () => text.unobserve(onChange)
}

const splicesOf = (delta: Y.YTextEvent['delta']): readonly Splice[] => {
  const splices: Splice[] = []
  let at = 0
  for (const { retain, insert, delete: remove } of delta) {
    if (retain !== undefined) at += retain
    if (remove !== undefined) splices.push({ at, remove, insert: '' })
    if (typeof insert === 'string') {
      splices.push({ at, remove: 0, insert })
      at += insert.length
    }
  }
  return splices
}
