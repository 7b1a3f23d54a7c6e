/** What other logs and watches hold of a day, each under its own name beside what the athlete said. */
import type * as Y from 'yjs'
import type { Result } from '../lib/result.ts'
import { type ImportedCheckIn, importedCheckInSchema } from '../model/check-in.ts'
import { isName, type Origin, rootOf, type WriteError } from './document.ts'
import { type Entries, readValue, readValues } from './entries.ts'
import { putValues } from './writing.ts'

const root = 'importedCheckIns'
const nameOf = ({ day, source }: ImportedCheckIn): string => `${day}/${source.kind}`

export const readImportedCheckIns = (doc: Y.Doc): Entries<ImportedCheckIn> =>
  readValues(doc, root, importedCheckInSchema, nameOf)

/** What was known of a day from a source, with what is newly told: a list of nights leaves the pulse as it was. */
const withNew = (before: ImportedCheckIn | undefined, now: ImportedCheckIn): ImportedCheckIn => {
  const told = Object.entries(now).filter(([, answer]) => answer !== null)
  return before === undefined ? now : { ...before, ...Object.fromEntries(told) }
}

/** Writes days in one transaction, all or none; one that says the same as before is not written again. */
export const putImportedCheckIns = (
  doc: Y.Doc,
  checkIns: readonly ImportedCheckIn[],
  origin: Origin,
): Result<null, WriteError> => {
  const map = rootOf(doc, root)
  const byName = new Map<string, ImportedCheckIn>()
  for (const now of checkIns) {
    const name = nameOf(now)
    const before = isName(name) ? readValue(importedCheckInSchema, map.get(name)) : undefined
    byName.set(name, withNew(byName.get(name) ?? before, now))
  }
  return putValues(doc, root, importedCheckInSchema, [...byName.values()], nameOf, origin)
}
