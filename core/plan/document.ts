/** A document that says which version it is of, and refuses to be written by an app older than that. */
import type * as Y from 'yjs'
import type { ParseError } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'

/**
 * The version of all documents that this app reads and writes. 2: a step's target may be a range, it may end at the lap
 * button, and carry a cadence and a heading. 3: a statement may say what its signer had seen, and end a season; a plan may
 * hold race plans, debriefs and reviews, an athlete's document answers to them, a desk drafts of them and a library. 4: the
 * texts of a race plan's draft are shared letter by letter.
 * Whatever stands in a document of an earlier version means the same.
 */
export const currentSchema = 4

/** Who made a change, as Yjs carries it to whoever listens; a device sends what carries its own origin. */
export type Origin = unknown

export type WriteError =
  /** The document was written by a newer app; `schema` is its version. */
  | { readonly type: 'ReadOnly'; readonly schema: unknown }
  | { readonly type: 'NotAName'; readonly name: string }
  | { readonly type: 'NoSuchEntry'; readonly name: string }
  /** An append-only entry of this name is there already, with other content. */
  | { readonly type: 'AlreadyThere'; readonly name: string }
  | ParseError

// Why: as a key of a plain object each of these reaches the object's prototype.
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether an entry or a field may be called so. */
export const isName = (name: string): boolean => name !== '' && name.length <= 200 && !forbidden.has(name)

/** The roots of all documents; what each may hold stands in `shapes.ts`, and a root that is not there arrives nowhere. */
export const rootNames = [
  'meta',
  'sessions',
  'phases',
  'races',
  'comments',
  'statements',
  'profile',
  'activities',
  'checkIns',
  'importedCheckIns',
  'lifeEvents',
  'outcomes',
  'confirmedDays',
  'playbook',
  'versions',
  'examples',
  'notes',
  'edits',
  'groups',
  'groupSessions',
  'templates',
  'board',
  'racePlans',
  'raceDrafts',
  'raceVersions',
  'debriefs',
  'raceNotes',
  'reviews',
  'thresholds',
  'reviewAnswers',
  'library',
] as const
export type RootName = (typeof rootNames)[number]

/** A root map by name. Naming it writes nothing. */
export const rootOf = (doc: Y.Doc, name: RootName): Y.Map<unknown> => doc.getMap<unknown>(name)

const sharedText = 'raceWords/'

/** Whether a root is a text that several write letter by letter: `raceWords/<field>/<race>`. */
export const isSharedText = (root: string): boolean => root.startsWith(sharedText)

/** Such a root's field and race. */
export const partsOfSharedText = (root: string): { readonly field: string; readonly race: string } => {
  const [field = ''] = root.slice(sharedText.length).split('/', 1)
  return { field, race: root.slice(sharedText.length + field.length + 1) }
}

export const sharedTextNamed = (doc: Y.Doc, root: string): Y.Text => doc.getText(root)

/** Such a text by what it is. Naming it writes nothing. Why a root: two who begin it at once write in the same one. */
export const sharedTextIn = (doc: Y.Doc, field: string, race: string): Y.Text =>
  sharedTextNamed(doc, `${sharedText}${field}/${race}`)

/** The version a document was written in; null while nothing was written, or by the first app, which did not say. */
export const schemaOf = (doc: Y.Doc): number | null => {
  const schema = rootOf(doc, 'meta').get('schema')
  return typeof schema === 'number' ? schema : null
}

/** Whether this app may only read the document: its version is newer, or says something this app cannot read. */
export const isReadOnly = (doc: Y.Doc): boolean => {
  const schema = rootOf(doc, 'meta').get('schema')
  return schema !== undefined && !(typeof schema === 'number' && schema <= currentSchema)
}

/**
 * Runs a write as one transaction under an origin. `write` returns an error before it has changed anything, or null.
 * An older document becomes one of the current version with the first write, never by being read.
 */
export const change = (doc: Y.Doc, origin: Origin, write: () => WriteError | null): Result<null, WriteError> => {
  const meta = rootOf(doc, 'meta')
  if (isReadOnly(doc)) return err({ type: 'ReadOnly', schema: meta.get('schema') })
  const failure = doc.transact(transaction => {
    const error = write()
    // Why: a write that changed nothing sends nothing, so that the same edit twice is once (P2).
    const wrote = error === null && transaction.changed.size > 0
    if (wrote && meta.get('schema') !== currentSchema) meta.set('schema', currentSchema)
    return error
  }, origin)
  return failure === null ? ok(null) : err(failure)
}

/** Several writes as one: one update to send, and one step to take back. The first failure is given back. */
export const together = (
  doc: Y.Doc,
  origin: Origin,
  writes: readonly (() => Result<null, WriteError>)[],
): Result<null, WriteError> =>
  doc.transact(() => writes.map(write => write()).find(result => !result.ok) ?? ok(null), origin)

/** Removes an entry from a root; where there is none, that is done already. */
export const removeEntry = (doc: Y.Doc, root: RootName, name: string, origin: Origin): Result<null, WriteError> =>
  change(doc, origin, () => {
    const map = rootOf(doc, root)
    if (map.has(name)) map.delete(name)
    return null
  })
