/** Entries of a document, read one by one: what cannot be read is named, and never guessed. */
import * as Y from 'yjs'
import { parse } from '../lib/parse.ts'
import { isName, isReadOnly, type RootName, rootOf } from './document.ts'

/** A schema of the model for an object, by the type it gives. */
export type Schema<T> = Parameters<typeof parse<T>>[0] & { readonly entries: Readonly<Record<string, unknown>> }

/** What one root holds: its entries in the order of their names, and the places that could not be read. */
export type Entries<T> = { readonly read: readonly T[]; readonly unreadable: readonly string[] }

/** An entry's fields as they are stored. */
export type Fields = Readonly<Record<string, unknown>>

/** The names a root holds, in one order on every device. */
export const namesIn = (root: Y.Map<unknown>): readonly string[] => [...root.keys()].sort()

const entriesOf = <T>(doc: Y.Doc, rootName: RootName, readOne: (value: unknown, name: string) => T | undefined) => {
  const root = rootOf(doc, rootName)
  const read: T[] = []
  const unreadable: string[] = []
  for (const name of namesIn(root)) {
    const entry = isName(name) ? readOne(root.get(name), name) : undefined
    if (entry === undefined) unreadable.push(`${rootName}/${name}`)
    else read.push(entry)
  }
  return { read, unreadable }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType)

// Why: newer documents only add, so an older app shows what it knows of them while it may not write.
const onlyKnown = <T>(schema: Schema<T>, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(schema.entries, name)))

// Why: a document hands out the same object until the entry is written again, so a season of 1,500 activities is
// parsed once and not on each change. The caches are keyed by that object, and can hold nothing stale.
const parsedValues = new WeakMap<object, { readonly schema: unknown; readonly entry: unknown }>()

/** Parses a stored value, once per value; undefined where it is not of this shape. */
export const readValue = <T>(schema: Schema<T>, value: unknown): T | undefined => {
  if (!isFields(value)) return undefined
  const before = parsedValues.get(value)
  if (before?.schema === schema) return before.entry as T | undefined
  const parsed = parse(schema, value)
  const entry = parsed.ok ? parsed.value : undefined
  parsedValues.set(value, { schema, entry })
  return entry
}

/** Remembers of a stored value that it was parsed before it was written. */
export const wasParsed = <T extends object>(schema: Schema<T>, entry: T): void => {
  parsedValues.set(entry, { schema, entry })
}

/** Reads a root whose entries are plain values. `nameOf` is the name an entry must stand under. */
export const readValues = <T>(
  doc: Y.Doc,
  root: RootName,
  schema: Schema<T>,
  nameOf: (entry: T) => string,
): Entries<T> => {
  const newer = isReadOnly(doc)
  return entriesOf(doc, root, (value, name) => {
    const entry = readValue(schema, newer && isFields(value) ? onlyKnown(schema, value) : value)
    return entry !== undefined && nameOf(entry) === name ? entry : undefined
  })
}

const parsedMaps = new WeakMap<object, { readonly fields: Fields; readonly entry: unknown }>()

/** Whether two entries hold the very same stored values. */
export const sameFields = (a: Fields, b: Fields): boolean => {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every(name => Object.hasOwn(b, name) && a[name] === b[name])
}

/** The fields of an entry as they are stored; undefined where one has a forbidden name. */
export const fieldsOf = (map: Y.Map<unknown>): Fields | undefined => {
  const names = [...map.keys()]
  return names.every(isName) ? Object.fromEntries(names.map(name => [name, map.get(name)])) : undefined
}

/** Reads a root whose entries are maps of fields, which two devices can write field by field. */
export const readMaps = <T extends { readonly id: string }>(
  doc: Y.Doc,
  root: RootName,
  schema: Schema<T>,
): Entries<T> => {
  const newer = isReadOnly(doc)
  return entriesOf(doc, root, (value, name) => {
    if (!(value instanceof Y.Map)) return undefined
    const stored = fieldsOf(value)
    if (stored === undefined) return undefined
    const fields = newer ? onlyKnown(schema, stored) : stored
    const before = parsedMaps.get(value)
    if (before !== undefined && sameFields(before.fields, fields)) return before.entry as T | undefined
    const parsed = parse(schema, fields)
    const entry = parsed.ok && parsed.value.id === name ? parsed.value : undefined
    parsedMaps.set(value, { fields, entry })
    return entry
  })
}
