import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DeviceId } from '../../core/model/ids.ts'
import { checkUpdate, sameWriter, writerId } from '../../core/peer/update.ts'

const ann = 'ann-0000000000000000000' as DeviceId
const ben = 'ben-0000000000000000000' as DeviceId
const fine = { type: 'fine' }

/** A document of a device, and what a write adds to it. */
const docOf = (device: DeviceId, session = 2, from?: Y.Doc) => {
  const doc = new Y.Doc()
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  doc.clientID = writerId(device, session)
  return doc
}
const write = (doc: Y.Doc, act: (doc: Y.Doc) => void): Uint8Array => {
  let update = new Uint8Array()
  const take = (added: Uint8Array) => {
    update = new Uint8Array(added)
  }
  doc.on('update', take)
  doc.transact(() => act(doc))
  doc.off('update', take)
  return update
}
const set = (key: string, value: unknown) => (doc: Y.Doc) => void doc.getMap('sessions').set(key, value)

test('a device’s own plain writing is fine', () => {
  const mine = docOf(ann)
  const update = write(mine, doc => {
    doc.getMap('sessions').set('a', new Y.Map([['title', 'Hills']]))
    doc.getMap('sessions').set('b', { steps: [{ of: [1, 2] }], note: 'ünïcode' })
  })
  expect(checkUpdate(new Y.Doc(), 'plan', ann, update)).toEqual(fine)
})

test('writing over what another wrote is fine once that is here, and waits until then', () => {
  const hers = docOf(ann)
  const first = write(hers, set('a', 1))
  const also = docOf(ben, 2, hers)
  const second = write(also, set('a', 2))
  const live = new Y.Doc()
  expect(checkUpdate(live, 'plan', ben, second)).toMatchObject({ type: 'wait' })
  Y.applyUpdate(live, first)
  expect(checkUpdate(live, 'plan', ben, second)).toEqual(fine)
})

test('taking away what another wrote waits until it is here', () => {
  const hers = docOf(ann)
  const first = write(hers, set('a', 1))
  const removal = write(docOf(ben, 2, hers), doc => doc.getMap('sessions').delete('a'))
  const live = new Y.Doc()
  expect(checkUpdate(live, 'plan', ben, removal)).toMatchObject({ type: 'wait' })
  Y.applyUpdate(live, first)
  expect(checkUpdate(live, 'plan', ben, removal)).toEqual(fine)
})

const held = (why: string) => ({ type: 'held', why })
const nested = (levels: number) => (doc: Y.Doc) => {
  let map = doc.getMap<unknown>('sessions')
  for (let i = 0; i < levels; i++) {
    const inside = new Y.Map<unknown>()
    map.set('in', inside)
    map = inside
  }
}
const deepValue = (levels: number) => {
  let value: unknown = 1
  for (let i = 0; i < levels; i++) value = [value]
  return value
}
const inName = (name: string): Uint8Array => write(docOf(ann), doc => doc.getMap(name).set('a', 1))

test.each([
  ['the name of another device', write(docOf(ben), set('a', 1)), held('it writes in the name of another device')],
  ['a random client', write(new Y.Doc(), set('a', 1)), held('it writes in the name of another device')],
  [
    'the eleven bytes that make a peer ignore a coach for ever',
    // One GC struct of length 2^28 under the coach's id, and nothing deleted.
    Uint8Array.from([1, 1, ...varUint(writerId(ben, 2)), 0, 0, ...varUint(2 ** 28), 0]),
    held('it writes in the name of another device'),
  ],
  ['nesting without end', write(docOf(ann), nested(20)), held('it is nested too deeply')],
  ['a value nested without end', write(docOf(ann), set('a', deepValue(200))), held('a value is nested too deeply')],
  ['a forbidden name of an entry', write(docOf(ann), set('constructor', 1)), held('`constructor`')],
  ['a forbidden name of a root', inName('prototype'), held('`prototype`')],
  [
    'a prototype in a value',
    write(docOf(ann), set('a', JSON.parse('{"__proto__":{"polluted":1}}') as unknown)),
    held('`__proto__`'),
  ],
  [
    'a list where entries stand',
    write(docOf(ann), doc => doc.getArray('sessions').push([1])),
    held('it writes outside the named entries'),
  ],
  [
    'a list hidden within an entry',
    write(docOf(ann), doc => {
      const entry = new Y.Map<unknown>()
      doc.getMap('sessions').set('a', entry)
      Y.Array.prototype.push.call(entry, ['hidden'])
    }),
    held('it writes outside the named entries'),
  ],
  [
    'text',
    write(docOf(ann), doc => doc.getMap('sessions').set('a', new Y.Text('hello'))),
    held('it holds a kind of entry that no document has'),
  ],
  [
    'a document in the document',
    write(docOf(ann), doc => doc.getMap('sessions').set('a', new Y.Doc())),
    held('it holds a kind of entry that no document has'),
  ],
  [
    'an update of the second format',
    Y.convertUpdateFormatV1ToV2(write(docOf(ann), set('a', 1))),
    held('it says nothing'),
  ],
  ['junk', Uint8Array.from([255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]), held('it cannot be read')],
])('%s is turned away', (_, update, answer) => {
  const live = new Y.Doc()
  const before = Y.encodeStateAsUpdate(live)
  expect(checkUpdate(live, 'plan', ann, update)).toMatchObject({ type: 'held' })
  expect([checkUpdate(live, 'plan', ann, update), Y.encodeStateAsUpdate(live)]).toEqual([answer, before])
})

test('the same writing twice, or two writings under one clock, is turned away', () => {
  const live = new Y.Doc()
  const first = write(docOf(ann), set('a', 1))
  const other = write(docOf(ann), set('b', 2))
  Y.applyUpdate(live, first)
  const answer = { type: 'held', why: 'its own writing is not in order' }
  expect([first, other].map(update => checkUpdate(live, 'plan', ann, update))).toEqual([answer, answer])
})

test('writing that leaves out some of its own is turned away', () => {
  const mine = docOf(ann)
  write(mine, set('a', 1))
  const second = write(mine, set('b', 2))
  expect(checkUpdate(new Y.Doc(), 'plan', ann, second)).toEqual({
    type: 'held',
    why: 'its own writing is not in order',
  })
})

test('a writer id belongs to one device, in every session', () => {
  expect(sameWriter(ann, ben)).toBe(false)
  expect(new Set([0, 1, 2, 65_535].map(session => writerId(ann, session))).size).toBe(4)
  expect(Number.isSafeInteger(writerId(ann, 65_535))).toBe(true)
})

function varUint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varUint(Math.floor(value / 128))]
}
