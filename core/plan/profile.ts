/** Who the athlete is: every field by itself, so that the phone's word on injuries and the laptop's on goals both stay. */
import type * as Y from 'yjs'
import { parse } from '../lib/parse.ts'
import type { Result } from '../lib/result.ts'
import { emptyProfile, type Profile, profileSchema } from '../model/athlete.ts'
import { change, isName, isReadOnly, type Origin, rootOf, type WriteError } from './document.ts'
import { type Fields, namesIn, sameFields } from './entries.ts'
import { setValue } from './writing.ts'

const nobody = emptyProfile('')
const fieldNames = Object.keys(profileSchema.entries)

type Read = { readonly profile: Profile; readonly unreadable: readonly string[] }
const readBefore = new WeakMap<Y.Doc, { readonly said: Fields; readonly newer: boolean; readonly read: Read }>()

/**
 * The profile as far as it was told. A field that cannot be read is named and left out; then the stricter preset
 * holds, since an injury may be what could not be read: not knowing is never freer than knowing.
 */
export const readProfile = (doc: Y.Doc): Read => {
  const root = rootOf(doc, 'profile')
  const said = Object.fromEntries([...root.entries()].map(([name, value]) => [`.${name}`, value]))
  const newer = isReadOnly(doc)
  const before = readBefore.get(doc)
  if (before !== undefined && before.newer === newer && sameFields(before.said, said)) return before.read
  const read = readFields(root, newer)
  readBefore.set(doc, { said, newer, read })
  return read
}

const readFields = (root: Y.Map<unknown>, newer: boolean): Read => {
  const unreadable: string[] = []
  let profile = nobody
  for (const name of namesIn(root)) {
    const next = isName(name) ? parse(profileSchema, { ...profile, [name]: root.get(name) }) : undefined
    if (next?.ok) profile = next.value
    else if (!newer || fieldNames.includes(name)) unreadable.push(`profile/${name}`)
  }
  return { profile: unreadable.length > 0 ? { ...profile, preset: 'coach-heavy' } : profile, unreadable }
}

/** Writes the fields of the profile that differ from what is on file. */
export const putProfile = (doc: Y.Doc, profile: Profile, origin: Origin): Result<null, WriteError> => {
  const next = parse(profileSchema, profile)
  if (!next.ok) return next
  return change(doc, origin, () => {
    for (const [name, value] of Object.entries(next.value)) setValue(rootOf(doc, 'profile'), name, value)
    return null
  })
}
