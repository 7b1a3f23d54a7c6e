import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonical, type Json } from '../../core/lib/canonical.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { statementId } from '../../core/model/log.ts'
import type { SignedStatement } from '../../core/model/statement.ts'
import { checkUpdate, writerId } from '../../core/peer/update.ts'

const ann = 'ann-0000000000000000000' as DeviceId
const annOf = (session: number) => writerId(ann, session)

const num = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...num(Math.floor(value / 128))]
const word = (text: string): readonly number[] => [...num(text.length), ...new TextEncoder().encode(text)]
/** A map entry of a root, as Yjs writes it: one plain value. */
const entry = (name: string): readonly number[] => [0b0010_1000, 1, ...word('sessions'), ...word(name), 1, 125, 1]
/** A value behind another item. */
const behind = (client: number, clock: number): readonly number[] => [
  0b1000_1000,
  ...num(client),
  ...num(clock),
  1,
  125,
  1,
]
const gc = (length: number): readonly number[] => [0, ...num(length)]
type Block = { client: number; clock: number; structs: readonly (readonly number[])[] }
const update = (...blocks: readonly Block[]): Uint8Array =>
  Uint8Array.from([
    ...num(blocks.length),
    ...blocks.flatMap(({ client, clock, structs }) => [
      ...num(structs.length),
      ...num(client),
      ...num(clock),
      ...structs.flat(),
    ]),
    0,
  ])

test('update 0: the honest form of what the attacks below are made of is fine', () => {
  const good = update({ client: annOf(2), clock: 0, structs: [entry('a'), behind(annOf(2), 0)] })
  const doc = new Y.Doc()
  expect(checkUpdate(doc, 'plan', ann, good)).toEqual({ type: 'fine' })
  Y.applyUpdate(doc, good)
  expect(doc.store.pendingStructs).toBeNull()
})

const last = annOf(4)
test.each([
  [
    'update 1: she names herself twice, so that the second half waits in every document for ever',
    update(
      { client: annOf(2), clock: 0, structs: [entry('a')] },
      { client: annOf(2), clock: 1, structs: [entry('b')] },
    ),
  ],
  [
    'update 2: her writing rests on her own later writing, so that applying it breaks off half way',
    update({ client: annOf(2), clock: 0, structs: [entry('a'), behind(annOf(2), 2), entry('b')] }),
  ],
  [
    'update 2b: on its right stands her own later writing',
    update({
      client: annOf(2),
      clock: 0,
      structs: [entry('a'), [0b1100_1000, ...num(annOf(2)), 0, ...num(annOf(2)), 2, 1, 125, 1], entry('b')],
    }),
  ],
  ['update 3: her writing rests on itself', update({ client: annOf(2), clock: 0, structs: [behind(annOf(2), 0)] })],
  [
    'update 4: two of her sessions rest on each other, so that both wait for ever',
    update(
      { client: annOf(4), clock: 0, structs: [behind(annOf(2), 0)] },
      { client: annOf(2), clock: 0, structs: [behind(annOf(4), 0)] },
    ),
  ],
  [
    'update 5: she counts so high that nobody can say any more how far they have read',
    update({ client: annOf(2), clock: 0, structs: [gc(Number.MAX_SAFE_INTEGER), gc(1)] }),
  ],
  [
    'update 6: an empty block stands in front',
    update({ client: last, clock: 0, structs: [] }, { client: annOf(2), clock: 0, structs: [entry('a')] }),
  ],
])('%s: it is turned away, and nothing waits', (_, bad) => {
  const doc = new Y.Doc()
  expect(checkUpdate(doc, 'plan', ann, bad)).toMatchObject({ type: 'held' })
})

test('update 7: ten thousand pieces that each rest on the middle of a long one are looked through, not over and over', () => {
  const pieces = 10_000
  const long = [
    0b0010_1000,
    1,
    ...word('sessions'),
    ...word('a'),
    100,
    ...Array.from({ length: 100 }, () => [125, 1]).flat(),
  ]
  const structs = [...Array.from({ length: pieces }, (_, i) => entry(`n${i}`)), long]
  const all = update(
    { client: annOf(4), clock: 0, structs },
    { client: annOf(2), clock: 0, structs: Array.from({ length: pieces }, () => behind(annOf(4), pieces + 50)) },
  )
  const doc = new Y.Doc()
  const looked = { findings: 0 }
  const before = Array.prototype.find
  Array.prototype.find = function find(this: unknown[], ...given: Parameters<typeof before>) {
    looked.findings += this.length
    return before.apply(this, given)
  } as typeof before
  const answer = checkUpdate(doc, 'plan', ann, all)
  Array.prototype.find = before
  expect(answer).toEqual({ type: 'fine' })
  expect(looked.findings).toBeLessThan(100_000)
})

const statement = {
  v: 1,
  type: 'seen',
  club: 'c',
  athlete: 'a',
  item: 'i',
  rule: null,
  edit: null,
  contentHash: null,
  baseHash: null,
  playbookHash: null,
  words: null,
  by: 'p',
  device: ann,
  role: 'viewer',
  seq: 1,
  prev: null,
  at: 0,
} as unknown as SignedStatement['statement']
const signed = { statement, alg: 'ES256', signature: 'A'.repeat(86) }
const written = (act: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = annOf(3)
  doc.transact(() => act(doc))
  return Y.encodeStateAsUpdate(doc)
}
const put = (doc: Y.Doc) => doc.getMap('statements').set(statementId(statement), canonical(signed as unknown as Json))

test('update 8: a viewer says the log is of version 999, so that nobody else may sign: it never gets in', () => {
  const doc = new Y.Doc()
  const claim = (schema: unknown) =>
    written(one => {
      one.getMap('meta').set('schema', schema)
      put(one)
    })
  expect(checkUpdate(doc, 'statements', ann, claim(1))).toEqual({ type: 'fine' })
  expect(checkUpdate(doc, 'statements', ann, claim(999))).toMatchObject({ type: 'wait' })
  expect(checkUpdate(doc, 'statements', ann, claim('2'))).toMatchObject({ type: 'held' })
  const other = written(one => one.getMap('meta').set('filler', 'x'.repeat(1000)))
  expect(checkUpdate(doc, 'statements', ann, other)).toMatchObject({ type: 'held' })
})

test('update 9: behind a good statement she hides a second value under its name', () => {
  const id = statementId(statement)
  const text = canonical(signed as unknown as Json)
  const words = [...new TextEncoder().encode(text)]
  const two = [0b0010_1000, 1, ...word('statements'), ...word(id), 2, 119, ...num(words.length), ...words, 125, 1]
  const bad = update({ client: annOf(3), clock: 0, structs: [two] })
  expect(checkUpdate(new Y.Doc(), 'statements', ann, bad)).toMatchObject({ type: 'held' })
})
