/** The coach's playbook: the version in force, every version before it, and the coach's own examples for this athlete. */
import type * as Y from 'yjs'
import type { Json } from '../lib/canonical.ts'
import { type Hash, hashOf } from '../lib/hash.ts'
import { parse } from '../lib/parse.ts'
import type { Result } from '../lib/result.ts'
import { type OwnExample, ownExampleSchema, type Playbook, playbookSchema } from '../model/playbook.ts'
import { readPlaybookValue } from '../model/playbook-shape.ts'
import { change, type Origin, removeEntry, rootOf, type WriteError } from './document.ts'
import { namesIn, readValues } from './entries.ts'
import { putValues, setValue } from './writing.ts'

/** A version as it was written: under the hash of exactly that, which is what its signature speaks of. */
export type PlaybookVersion = { readonly hash: Hash; readonly playbook: Playbook; readonly written: Json }

// Why: a document hands out the same object until it is written again, and what is judged is remembered by the playbook.
const readBefore = new WeakMap<object, PlaybookVersion | null>()

const versionOf = (value: unknown): PlaybookVersion | null => {
  if (typeof value !== 'object' || value === null) return null
  const before = readBefore.get(value)
  if (before !== undefined) return before
  const read = readPlaybookValue(value)
  const written = value as Json
  const version = read.ok ? { hash: hashOf('playbook', written), playbook: read.value, written } : null
  readBefore.set(value, version)
  return version
}

/** Every version on file whose content is still what it was named by, the latest first. */
export const readPlaybookVersions = (doc: Y.Doc): readonly PlaybookVersion[] => {
  const root = rootOf(doc, 'versions')
  return namesIn(root)
    .flatMap(name => {
      const version = versionOf(root.get(name))
      return version !== null && version.hash === name ? [version] : []
    })
    .toSorted((a, b) => b.playbook.version - a.playbook.version || (a.hash < b.hash ? -1 : 1))
}

/**
 * The playbook in force. Where what stands there cannot be read the last good version stands, and null where there is
 * none; then nothing may apply itself.
 */
export const readPlaybook = (doc: Y.Doc): Playbook | null => currentVersion(doc)?.playbook ?? null

export const currentVersion = (doc: Y.Doc): PlaybookVersion | null => {
  const current = rootOf(doc, 'playbook').get('current')
  return versionOf(current) ?? (current === undefined ? null : (readPlaybookVersions(doc)[0] ?? null))
}

/** Puts a playbook in force, whole, and keeps it among the versions. */
export const putPlaybook = (doc: Y.Doc, playbook: Playbook, origin: Origin): Result<null, WriteError> => {
  const next = parse(playbookSchema, playbook)
  if (!next.ok) return next
  const current = rootOf(doc, 'playbook').get('current')
  // Why: the version before this one may be from an app that kept only the one in force.
  const before = versionOf(current)
  return change(doc, origin, () => {
    const versions = rootOf(doc, 'versions')
    if (before !== null && !versions.has(before.hash)) versions.set(before.hash, current)
    setValue(rootOf(doc, 'playbook'), 'current', next.value)
    const hash = hashOf('playbook', next.value as Json)
    if (!versions.has(hash)) versions.set(hash, next.value)
    return null
  })
}

/** The coach's own examples from days of this athlete, in the order of their days. */
export const readOwnExamples = (doc: Y.Doc): readonly OwnExample[] =>
  readValues(doc, 'examples', ownExampleSchema, ({ id }) => id).read.toSorted((a, b) =>
    a.day + a.id < b.day + b.id ? -1 : 1,
  )

export const putOwnExample = (doc: Y.Doc, example: OwnExample, origin: Origin): Result<null, WriteError> =>
  putValues(doc, 'examples', ownExampleSchema, [example], ({ id }) => id, origin)

export const removeOwnExample = (doc: Y.Doc, id: string, origin: Origin): Result<null, WriteError> =>
  removeEntry(doc, 'examples', id, origin)
