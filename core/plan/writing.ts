/** What is written is checked first, and only what differs is written, so that two people's work merges. */
import * as Y from 'yjs'
import { parse } from '../lib/parse.ts'
import { err, type Result } from '../lib/result.ts'
import { change, isName, type Origin, type RootName, rootOf, type WriteError } from './document.ts'
import { type Fields, fieldsOf, type Schema, wasParsed } from './entries.ts'

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType)

/** Whether two stored values say the same, whatever the order of their keys. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length && names.every(name => Object.hasOwn(b, name) && sameValue(a[name], b[name]))
  )
}

/** Writes a plain value under a name where it differs from what stands there. */
export const setValue = (map: Y.Map<unknown>, name: string, value: unknown): void => {
  if (!map.has(name) || !sameValue(map.get(name), value)) map.set(name, value)
}

/** An entry on its way in: of the model's shape, and with a name that may stand in a document. */
export const checked = <T>(schema: Schema<T>, value: unknown, nameOf: (entry: T) => string): Result<T, WriteError> => {
  const entry = parse(schema, value)
  if (!entry.ok) return entry
  const name = nameOf(entry.value)
  return isName(name) ? entry : err({ type: 'NotAName', name })
}

/** Checks entries and writes them as plain values, all of them or none, in one transaction. */
export const putValues = <T extends object>(
  doc: Y.Doc,
  root: RootName,
  schema: Schema<T>,
  values: readonly T[],
  nameOf: (entry: T) => string,
  origin: Origin,
): Result<null, WriteError> => {
  const entries: T[] = []
  for (const value of values) {
    const entry = checked(schema, value, nameOf)
    if (!entry.ok) return entry
    // Why: a whole history that comes in would otherwise be parsed once more, all at once, when it is looked at.
    wasParsed(schema, entry.value)
    entries.push(entry.value)
  }
  return change(doc, origin, () => {
    for (const entry of entries) setValue(rootOf(doc, root), nameOf(entry), entry)
    return null
  })
}

const setFields = (map: Y.Map<unknown>, fields: Fields): void => {
  for (const [name, value] of Object.entries(fields)) setValue(map, name, value)
}

/** Checks an entry and writes it as a map of fields: a new one whole, of one that is there the fields that differ. */
export const putMap = <T extends { readonly id: string }>(
  doc: Y.Doc,
  root: RootName,
  schema: Schema<T>,
  value: T,
  origin: Origin,
): Result<null, WriteError> => {
  const entry = checked(schema, value, ({ id }) => id)
  if (!entry.ok) return entry
  return change(doc, origin, () => {
    const map = rootOf(doc, root)
    const there = map.get(entry.value.id)
    if (there instanceof Y.Map) {
      for (const name of there.keys()) if (!Object.hasOwn(schema.entries, name)) there.delete(name)
      setFields(there, entry.value)
    } else map.set(entry.value.id, new Y.Map(Object.entries(entry.value)))
    return null
  })
}

/** Writes some fields of an entry; the whole entry must be of the model's shape afterwards. */
export const patchMap = <T extends { readonly id: string }>(
  doc: Y.Doc,
  root: RootName,
  schema: Schema<T>,
  id: string,
  patch: Partial<Omit<T, 'id'>>,
  origin: Origin,
): Result<null, WriteError> => {
  // Why: checked inside the write, so that a newer document says it is read-only and not that it is of another shape.
  return change(doc, origin, () => {
    const there = rootOf(doc, root).get(id)
    const fields = there instanceof Y.Map ? fieldsOf(there) : undefined
    if (!(there instanceof Y.Map) || fields === undefined) return { type: 'NoSuchEntry', name: id }
    const entry = checked(schema, { ...fields, ...patch, id }, entry => entry.id)
    if (!entry.ok) return entry.error
    setFields(there, Object.fromEntries(Object.keys(patch).map(name => [name, entry.value[name as keyof T]])))
    return null
  })
}
