/** What another device's change may contain: its own writing only, complete, shallow, and with honest names. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { sha256Hex } from '../lib/bytes.ts'
import { parse, parseJson } from '../lib/parse.ts'
import { coachKinds } from '../model/edit.ts'
import type { DeviceId } from '../model/ids.ts'
import { statementId } from '../model/log.ts'
import { type Statement, signedStatementSchema } from '../model/statement.ts'
import { currentSchema, isSharedText } from '../plan/index.ts'
import type { DocName } from './api.ts'
import { inTurn, restsOf, type Turns } from './turns.ts'

/**
 * A Yjs client id belongs to one device by arithmetic: the first 36 bits come from the device's id, the last 16 count
 * the openings of that device's store. So nobody writes under another's id, and no id is ever used twice.
 */
const sessions = 2 ** 16
const prefixOf = (device: DeviceId): number => Number.parseInt(sha256Hex(`tandem/writer\n${device}`).slice(0, 9), 16)
export const writerId = (device: DeviceId, session: number): number =>
  prefixOf(device) * sessions + (session % sessions)
export const isWriter = (device: DeviceId, client: number): boolean =>
  Math.floor(client / sessions) === prefixOf(device)
/** Whether two devices would share their writer ids; such a device is not let in (one chance in 2^36). */
export const sameWriter = (a: DeviceId, b: DeviceId): boolean => prefixOf(a) === prefixOf(b)

export type Checked =
  | { readonly type: 'fine' }
  /** It rests on writing that is not here yet: `on` this, or on a newer app. */
  | { readonly type: 'wait'; readonly on: Y.ID | null }
  | { readonly type: 'held'; readonly why: string }

const fine: Checked = { type: 'fine' }
const wait = (on: Y.ID | null): Checked => ({ type: 'wait', on })
const held = (why: string): Checked => ({ type: 'held', why })

const deepest = 8
/** A clock counts no further: a higher one could not be told in a state vector, and nobody could say what they have. */
const mostClock = 2 ** 31
const deepestValue = 32
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Where each writer in a change begins; nothing where it cannot be read. */
export const beginningsIn = (update: Uint8Array): ReadonlyMap<number, number> => {
  const first = new Map<number, number>()
  for (const { id } of decode(update)?.structs ?? [])
    first.set(id.client, Math.min(id.clock, first.get(id.client) ?? id.clock))
  return first
}

type Decoded = ReturnType<typeof Y.decodeUpdate>

const decode = (update: Uint8Array): Decoded | undefined => {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return undefined
  }
}

/** Checks a change of one device to one document, against what stands there; nothing is applied. */
export const checkUpdate = (doc: Y.Doc, name: DocName, device: DeviceId, update: Uint8Array): Checked => {
  const decoded = decode(update)
  if (decoded === undefined) return held('it cannot be read')
  const { structs, ds } = decoded
  if (structs.length === 0 && ds.clients.size === 0) return held('it says nothing')
  const next = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (!isWriter(device, client)) return held('it writes in the name of another device')
    if (struct instanceof Y.Skip) return held('it leaves out some of its own writing')
    if (clock !== (next.get(client) ?? stateOf(doc, client))) return held('its own writing is not in order')
    if (clock + struct.length > mostClock) return held('it counts too high')
    next.set(client, clock + struct.length)
  }
  // Why: of two blocks of one writer Yjs takes only the second, and keeps it waiting for the first for ever.
  if (decoding.readVarUint(decoding.createDecoder(update)) !== next.size) return held('it names a writer twice')
  const isHere = (id: Y.ID): boolean => id.clock < (next.get(id.client) ?? stateOf(doc, id.client))
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges) {
      const id = Y.createID(client, clock + len - 1)
      if (!isHere(id)) return wait(id)
    }
  for (const struct of structs) {
    const missing = restsOf(struct).find(id => !isHere(id))
    if (missing !== undefined) return wait(missing)
  }
  const turns = inTurn(doc, structs)
  if (turns === undefined) return held('it rests on what comes after it')
  const levels = levelsIn(doc, turns)
  for (const struct of turns.structs) {
    if (!(struct instanceof Y.Item)) continue
    const fault = faultIn(struct, levels)
    if (fault !== undefined) return held(fault)
  }
  return name === 'statements' ? checkStatements(decoded, device) : fine
}

/** A state vector as bytes. Why the cast: Yjs takes a map here and says only that it takes a document. */
export const encodeVector = (vector: Map<number, number>): Uint8Array => Y.encodeStateVector(vector as unknown as Y.Doc)

const stateOf = (doc: Y.Doc, client: number): number => Y.getState(doc.store, client)

/** How deep an item of this change stands: 1 for an entry of a root. One with a neighbour stands beside it. */
const levelsIn = (doc: Y.Doc, { at }: Turns): ((item: Y.Item) => number) => {
  const levels = new Map<unknown, number>()
  const levelAt = (id: Y.ID): number => {
    const struct = at(id)
    return struct === undefined ? depthOf(doc, id) : (levels.get(struct) ?? deepest + 1)
  }
  return item => {
    const parent = item.parent as unknown
    const beside = item.origin ?? item.rightOrigin
    const level = parent instanceof Y.ID ? levelAt(parent) + 1 : beside === null ? 1 : levelAt(beside)
    levels.set(item, level)
    return level
  }
}

const depthOf = (doc: Y.Doc, id: Y.ID): number => {
  let depth = 0
  let item: unknown = id.clock < stateOf(doc, id.client) ? Y.getItem(doc.store, id) : null
  while (item instanceof Y.Item && depth <= deepest) {
    depth++
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
  return depth
}

const faultIn = (item: Y.Item, levelOf: (item: Y.Item) => number): string | undefined => {
  // Why: a decoded item carries its parent as a root's name or an id; one with a neighbour takes the neighbour's.
  const parent = item.parent as unknown
  const isInText = typeof parent === 'string' && isSharedText(parent)
  if (parent !== null && item.parentSub === null && !isInText) return 'it writes outside the named entries'
  for (const name of [parent, item.parentSub]) if (typeof name === 'string' && forbidden.has(name)) return `\`${name}\``
  if (levelOf(item) > deepest) return 'it is nested too deeply'
  const { content } = item
  if (content instanceof Y.ContentType && content.type instanceof Y.Map) return undefined
  if (content instanceof Y.ContentAny) return content.arr.map(faultInValue).find(fault => fault !== undefined)
  // Why: where letters stand, and how many, is seen once it is tried on the copy.
  const isText = content instanceof Y.ContentString || content instanceof Y.ContentDeleted
  return isText ? undefined : 'it holds a kind of entry that no document has'
}

const faultInValue = (value: unknown): string | undefined => {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > deepestValue) return 'a value is nested too deeply'
    if (ArrayBuffer.isView(next.value)) return 'it holds a kind of entry that no document has'
    const isList = Array.isArray(next.value)
    // Why: reading `__proto__` as a key sets the prototype instead, and leaves no key to find.
    if (!isList && Object.getPrototypeOf(next.value) !== Object.prototype) return '`__proto__`'
    for (const [key, inside] of Object.entries(next.value)) {
      if (!isList && forbidden.has(key)) return `\`${key}\``
      open.push({ value: inside, depth: next.depth + 1 })
    }
  }
  return undefined
}

/** The statements only grow: new entries, each under its own hash, each said by the device that sends it. */
const checkStatements = ({ structs, ds }: Decoded, device: DeviceId): Checked => {
  if (ds.clients.size > 0) return held('it takes statements away')
  for (const item of structs) {
    if (!(item instanceof Y.Item) || item.origin !== null || item.rightOrigin !== null)
      return held('it writes over statements')
    const root = item.parent as unknown
    const [value, ...more] = item.content instanceof Y.ContentAny ? item.content.arr : []
    if (more.length > 0) return held('it is no statement')
    if (root === 'meta' && item.parentSub === 'schema' && typeof value === 'number' && Number.isSafeInteger(value)) {
      // Why: one who raises the log's version would keep everybody else from signing; their own words wait instead.
      if (value > currentSchema) return wait(null)
      continue
    }
    if (root !== 'statements') return held('it is no statement')
    const json = typeof value === 'string' ? parseJson(value) : undefined
    const signed = json?.ok ? parse(signedStatementSchema, json.value) : undefined
    if (!signed?.ok || statementId(signed.value.statement) !== (item.parentSub as string))
      return held('it is no statement')
    if (signed.value.statement.device !== device) return held('it is the statement of another device')
    if (writesForCoach(signed.value.statement)) return held('a rule writes what only a coach may write')
  }
  return fine
}

/** Whether a rule claims to publish, or to have changed, what is a coach's alone; such a word is let in nowhere (R2). */
const writesForCoach = ({ type, rule, edit }: Statement): boolean => {
  if (type === 'published') return rule !== null
  const isMachine = type === 'applied' || type === 'raised'
  return isMachine && edit !== null && (coachKinds as readonly string[]).includes(edit.kind)
}
