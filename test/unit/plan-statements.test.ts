import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DeviceId } from '../../core/model/ids.ts'
import { statementId } from '../../core/model/log.ts'
import { checkChain } from '../../core/plan/chain.ts'
import { putStatement, readStatements } from '../../core/plan/statements-document.ts'
import { entryOf, statementOf } from '../kit/plan.ts'

const here = { local: true }
const first = entryOf(statementOf({ type: 'raised', item: 'x', at: 20 }))
const second = entryOf(statementOf({ type: 'approved', item: 'x', at: 10, words: 'well done, Zoë', seq: 2 }))

test('statements read back in the order of their time', () => {
  const doc = new Y.Doc()
  putStatement(doc, first.signed, here)
  putStatement(doc, second.signed, here)
  expect(readStatements(doc)).toEqual({ signed: [second.signed, first.signed], unreadable: [] })
})

test('the same statement twice is one, and its place cannot be taken', () => {
  const doc = new Y.Doc()
  putStatement(doc, first.signed, here)
  let updates = 0
  doc.on('update', () => updates++)
  const again = putStatement(doc, first.signed, here)
  const forged = putStatement(doc, { ...first.signed, signature: 'another_signature_of_that_length' }, here)
  expect([again, forged, updates]).toEqual([
    { ok: true, value: null },
    { ok: false, error: { type: 'AlreadyThere', name: first.id } },
    0,
  ])
})

test('a statement that was changed, moved or is no text is named and not read', () => {
  const doc = new Y.Doc()
  putStatement(doc, first.signed, here)
  putStatement(doc, second.signed, here)
  const held = doc.getMap<unknown>('statements')
  const text = held.get(first.id) as string
  readStatements(doc)
  held.set(first.id, text.replace('"at":20', '"at":21'))
  held.set('elsewhere', text)
  held.set('spaced', ` ${text}`)
  held.set('number', 5)
  held.set('nothing', '{')
  expect(readStatements(doc)).toEqual({
    signed: [second.signed],
    unreadable: [first.id, 'elsewhere', 'nothing', 'number', 'spaced'].map(id => `statements/${id}`).sort(),
  })
})

const device = 'cleo-phone' as DeviceId
const one = entryOf(statementOf({ type: 'seen', item: 'a', at: 1 }))
const two = entryOf(statementOf({ type: 'seen', item: 'b', at: 2, seq: 2, prev: statementIdAsHash(one.id) }))
const three = entryOf(statementOf({ type: 'seen', item: 'c', at: 3, seq: 3, prev: statementIdAsHash(two.id) }))

function statementIdAsHash(id: string) {
  return id as unknown as NonNullable<ReturnType<typeof statementOf>['prev']>
}

test('a whole chain has no break, in whatever order and however often it arrived', () => {
  expect(checkChain([three, one, two, one], [{ device, seq: 3, id: three.id }])).toEqual([])
})

test('a missing statement, in the middle or at the end, shows', () => {
  const head = { device, seq: 3, id: three.id }
  expect([checkChain([one, three]), checkChain([one, two], [head]), checkChain([], [head])]).toEqual([
    [{ type: 'Missing', device, seq: 2 }],
    [{ type: 'Missing', device, seq: 3 }],
    [{ type: 'Missing', device, seq: 1 }],
  ])
})

test('an altered statement shows by its own name', () => {
  const altered = { ...two, signed: { ...two.signed, statement: { ...two.signed.statement, item: 'z' } } }
  expect(checkChain([one, altered, three])).toEqual([{ type: 'Altered', device, seq: 2, id: two.id }])
})

test('a second statement with one number shows, and one that follows another', () => {
  const other = entryOf(statementOf({ type: 'seen', item: 'z', at: 2, seq: 2, prev: statementIdAsHash(one.id) }))
  expect([checkChain([one, two, other, three]), checkChain([one, other, three])]).toEqual([
    [{ type: 'Forked', device, seq: 2 }],
    [{ type: 'DoesNotFollow', device, seq: 3 }],
  ])
})

test('the name of a statement is the hash of what was signed', () => {
  expect(statementId({ ...one.signed.statement })).toBe(one.id)
})
