/** Every word anybody signed, kept as it was signed; nothing is ever written over. */
import type * as Y from 'yjs'
import { canonical, type Json } from '../lib/canonical.ts'
import { parse, parseJson } from '../lib/parse.ts'
import type { Result } from '../lib/result.ts'
import { asSaid, statementId } from '../model/log.ts'
import { type SignedStatement, signedStatementSchema } from '../model/statement.ts'
import { change, type Origin, rootOf, type WriteError } from './document.ts'
import { namesIn } from './entries.ts'

export type Statements = {
  /** In the order (at, device, seq, id), which is the same on every device. */
  readonly signed: readonly SignedStatement[]
  readonly unreadable: readonly string[]
}

type Read = { readonly text: string; readonly signed: SignedStatement | undefined }

// Why: parsing and hashing a season of statements on each change would be felt; a text that is the same reads the same.
const readBefore = new WeakMap<Y.Doc, Map<string, Read>>()

const readOne = (id: string, text: string): SignedStatement | undefined => {
  const json = parseJson(text)
  if (!json.ok) return undefined
  const signed = parse(signedStatementSchema, json.value)
  // INVARIANT: a statement stands under the hash of what was signed, so altering it or its place shows (P5).
  if (!signed.ok || statementId(signed.value.statement) !== id) return undefined
  return canonical(signed.value as Json) === text ? signed.value : undefined
}

/** All statements that can be read; whether their signatures hold is for the device to say. */
export const readStatements = (doc: Y.Doc): Statements => {
  const root = rootOf(doc, 'statements')
  const before = readBefore.get(doc) ?? new Map<string, Read>()
  readBefore.set(doc, before)
  const read: { readonly id: string; readonly signed: SignedStatement }[] = []
  const unreadable: string[] = []
  for (const id of namesIn(root)) {
    const text = root.get(id)
    const held = before.get(id)
    const signed = typeof text !== 'string' ? undefined : held?.text === text ? held.signed : readOne(id, text)
    if (typeof text === 'string' && held?.text !== text) before.set(id, { text, signed })
    if (signed === undefined) unreadable.push(`statements/${id}`)
    else read.push({ id, signed })
  }
  const inOrder = read.toSorted(asSaid)
  return { signed: inOrder.map(({ signed }) => signed), unreadable }
}

/** Adds a statement. The same one again is one; another under its name is refused. */
export const putStatement = (doc: Y.Doc, signed: SignedStatement, origin: Origin): Result<null, WriteError> => {
  const entry = parse(signedStatementSchema, signed)
  if (!entry.ok) return entry
  const id = statementId(entry.value.statement)
  const text = canonical(entry.value as Json)
  return change(doc, origin, () => {
    const root = rootOf(doc, 'statements')
    const there = root.get(id)
    if (there === text) return null
    if (there !== undefined) return { type: 'AlreadyThere', name: id }
    root.set(id, text)
    return null
  })
}
