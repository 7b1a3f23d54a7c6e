import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import type { Bytes } from '../../core/peer/secret.ts'
import type { Store } from '../../core/peer/store.ts'
import { currentSchema, putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, household, network, newStore, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

/** What a coach who wrote their own app can reach of this one. */
type Insides = { readonly ledger: Ledger; readonly options: { readonly db: Store }; entered(): void }
const insides = (space: Space) => space as unknown as Insides

/** Ann owns the space; Cas is a coach with a right to write the plan, and an app of his own. */
const twoCoaches = async () => {
  const net = network()
  const hers = valueIn(await (await open(net, 'Ann')).createSpace('coach'))
  const his = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  putSession(hers.docs.plan, aRun('hers', '2026-05-05'), localOrigin)
  await until('Cas has it', () => readPlan(his.docs.plan).sessions.length === 1)
  return { net, hers, his }
}

/** Sends any bytes as one honest envelope, properly numbered, chained, closed and signed. */
const send = async (space: Space, body: Uint8Array, doc: 'plan' | 'statements' | 'athlete' = 'plan') => {
  const { ledger } = insides(space)
  const entered = await ledger.write(() => ledger.enter([{ kind: 'update', doc, body: new Uint8Array(body) as Bytes }]))
  expect(entered.ok).toBe(true)
  insides(space).entered()
}
/** As his app would write it, under his own name. */
const made = (space: Space, act: (doc: Y.Doc) => void, session = 0): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = insides(space).ledger.docs.plan.clientID + session
  doc.transact(() => act(doc))
  return Y.encodeStateAsUpdate(doc)
}
const num = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...num(Math.floor(value / 128))]
const deep = (levels: number) => {
  let value: unknown = 1
  for (let i = 0; i < levels; i++) value = [value]
  return value
}
const fields = (more: Record<string, unknown>) =>
  new Y.Map<unknown>(Object.entries({ ...aRun('x', '2026-05-06'), ...more }))
const set = (root: string, name: string, value: () => unknown) => (doc: Y.Doc) =>
  void doc.getMap(root).set(name, value())

const attacks: readonly (readonly [string, (his: Space, hers: Space) => Uint8Array])[] = [
  [
    'the eleven bytes under her name',
    (_, hers) => {
      const { clientID } = insides(hers).ledger.docs.plan
      return Uint8Array.from([1, 1, ...num(clientID), 0, 0, ...num(2 ** 28), 0])
    },
  ],
  ['the eleven bytes of a writer nobody knows', () => Uint8Array.from([1, 1, 7, 0, 0, ...num(2 ** 28), 0])],
  [
    'her client id',
    (his, hers) =>
      made(
        his,
        set('sessions', 'x', () => fields({})),
        insides(hers).ledger.docs.plan.clientID - insides(his).ledger.docs.plan.clientID,
      ),
  ],
  [
    'a key that is a prototype',
    his =>
      made(
        his,
        set('sessions', '__proto__', () => 1),
      ),
  ],
  [
    'a prototype within a value',
    his =>
      made(
        his,
        set('comments', 'c', () => JSON.parse('{"__proto__":{"polluted":1}}')),
      ),
  ],
  [
    'a root that is a prototype',
    his =>
      made(
        his,
        set('constructor', 'x', () => 1),
      ),
  ],
  [
    'a chain twenty thousand deep',
    his =>
      made(his, doc => {
        let map = doc.getMap<unknown>('sessions')
        for (let i = 0; i < 20_000; i++) {
          const inside = new Y.Map<unknown>()
          map.set('in', inside)
          map = inside
        }
      }),
  ],
  [
    'a value nested a thousand deep',
    his =>
      made(
        his,
        set('sessions', 'x', () => fields({ steps: deep(1_000) })),
      ),
  ],
  [
    'an update of the second format',
    his =>
      Y.convertUpdateFormatV1ToV2(
        made(
          his,
          set('sessions', 'x', () => fields({})),
        ),
      ),
  ],
  [
    'a bomb of the second format',
    () => Uint8Array.from([0, 0, 5, 255, 255, 255, 255, 15, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]),
  ],
  ['junk', () => Uint8Array.from({ length: 300 }, (_, i) => (i * 131) % 256)],
  ['nothing at all', () => Uint8Array.from([0, 0])],
  ['a list for a map', his => made(his, doc => doc.getArray('sessions').push([1]))],
  [
    'text for a map',
    his =>
      made(
        his,
        set('sessions', 'x', () => new Y.Text('hello')),
      ),
  ],
  [
    'a document in the document',
    his =>
      made(
        his,
        set('sessions', 'x', () => new Y.Doc()),
      ),
  ],
  [
    'a root the plan does not have',
    his =>
      made(
        his,
        set('activities', 'x', () => ({ id: 'x' })),
      ),
  ],
  [
    'a value where a session stands',
    his =>
      made(
        his,
        set('sessions', 'x', () => ({ ...aRun('x', '2026-05-06') })),
      ),
  ],
  [
    'a session of another name',
    his =>
      made(
        his,
        set('sessions', 'y', () => fields({})),
      ),
  ],
  [
    'a day that is none',
    his =>
      made(
        his,
        set('sessions', 'x', () => fields({ day: '2026-02-31' })),
      ),
  ],
  [
    'a field no session has',
    his =>
      made(
        his,
        set('sessions', 'x', () => fields({ approved: true })),
      ),
  ],
  [
    'a title of a megabyte',
    his =>
      made(
        his,
        set('sessions', 'x', () => fields({ title: 'x'.repeat(1_000_000) })),
      ),
  ],
  [
    'a map within a session',
    his =>
      made(
        his,
        set('sessions', 'x', () => fields({ notes: new Y.Map([['a', 1]]) })),
      ),
  ],
  [
    'a version that makes no sense, over hers',
    (his, hers) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(hers.docs.plan))
      const vector = Y.encodeStateVector(doc)
      doc.clientID = insides(his).ledger.docs.plan.clientID
      doc.getMap('meta').set('schema', 'two')
      return Y.encodeStateAsUpdate(doc, vector)
    },
  ],
  [
    'a version that makes no sense',
    his =>
      made(
        his,
        set('meta', 'schema', () => 'two'),
      ),
  ],
  [
    'something beside the version',
    his =>
      made(
        his,
        set('meta', 'approvedBy', () => 'Cas'),
      ),
  ],
]

test('what a member with a right to write can still not write: each is held and seen, the plan is as it was', async () => {
  const { hers, his } = await twoCoaches()
  const plan = insides(hers).ledger.docs.plan
  const before = Y.encodeStateAsUpdate(plan)
  const seen: (readonly [string, number])[] = []
  for (const [name, attack] of attacks) {
    const held = hers.status.held
    await send(his, attack(his, hers))
    await until(`${name} is seen`, () => hers.status.held > held)
    seen.push([name, hers.status.held - held])
    expect(Y.encodeStateAsUpdate(plan), name).toEqual(before)
  }
  expect(seen).toEqual(attacks.map(([name]) => [name, 1]))
  expect(readPlan(plan).sessions.map(({ id }) => id)).toEqual(['hers'])
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
  // What she writes afterwards still arrives, and what is honest of his would too.
  putSession(hers.docs.plan, aRun('after', '2026-05-07'), localOrigin)
  await until('Cas has it', () => readPlan(his.docs.plan).sessions.length === 2)
})

test('two different pieces under one number: the second is held', async () => {
  const { hers, his } = await twoCoaches()
  await send(
    his,
    made(
      his,
      set('sessions', 'x', () => fields({})),
    ),
  )
  await until('the first is in', () => readPlan(hers.docs.plan).sessions.length === 2)
  const before = Y.encodeStateAsUpdate(hers.docs.plan)
  await send(
    his,
    made(
      his,
      set('sessions', 'x', () => fields({ title: 'Another under the same number' })),
    ),
  )
  await until('it is seen', () => hers.status.held === 1)
  expect(Y.encodeStateAsUpdate(hers.docs.plan)).toEqual(before)
})

test('writing that rests on what never comes waits beside the plan, and that it waits is seen', async () => {
  const { hers, his } = await twoCoaches()
  const before = Y.encodeStateAsUpdate(hers.docs.plan)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(hers.docs.plan))
  doc.clientID = insides(his).ledger.docs.plan.clientID
  const map = doc.getMap('sessions').get('hers') as Y.Map<unknown>
  const ghost = new Y.Doc()
  Y.applyUpdate(ghost, Y.encodeStateAsUpdate(doc))
  ghost.clientID = insides(hers).ledger.docs.plan.clientID
  ;(ghost.getMap('sessions').get('hers') as Y.Map<unknown>).set('title', 'never sent')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ghost))
  const vector = Y.encodeStateVector(doc)
  map.set('title', 'on top of it')
  await send(his, Y.encodeStateAsUpdate(doc, vector))
  await until('it is seen', () => hers.status.waiting === 1)
  const { pendingStructs, pendingDs } = hers.docs.plan.store
  expect([Y.encodeStateAsUpdate(hers.docs.plan), pendingStructs, pendingDs]).toEqual([before, null, null])
})

test('envelopes laid again, in another order, with gaps, or too large change nothing, and are seen', async () => {
  const { net, hers, his } = await twoCoaches()
  for (let i = 0; i < 3; i++) putSession(his.docs.plan, aRun(`his-${i}`, '2026-05-08'), localOrigin)
  await his.saved()
  await until('Ann has them', () => readPlan(hers.docs.plan).sessions.length === 4)
  const before = readPlan(hers.docs.plan)
  const carrier = net.docsOf('Ann')[0]!
  const name = [...carrier.share.keys()].find(key => key.endsWith(`/${insides(his).ledger.me.id}`))!
  const list = carrier.getArray<Uint8Array>(name)
  const all = list.toArray()
  const held = hers.status.held
  carrier.transact(() => list.push([all[0]!, ...all.toReversed(), new Uint8Array(90_000)]))
  await until('it is seen', () => hers.status.held > held)
  expect(readPlan(hers.docs.plan)).toEqual(before)
  // The carrier was thrown away and laid anew: the two go on.
  putSession(his.docs.plan, aRun('on', '2026-05-09'), localOrigin)
  await until('the two go on', () => readPlan(hers.docs.plan).sessions.length === 5)
})

test('what an older version of the app held is judged again by a newer one, and not by the same', async () => {
  const net = network()
  const store = newStore()
  let ann = await open(net, 'Ann', { store })
  const hers = valueIn(await ann.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  await send(
    his,
    made(
      his,
      set('sessions', 'x', () => fields({})),
    ),
  )
  await until('it is in', () => readPlan(hers.docs.plan).sessions.length === 1)
  const sessionsAfter = async (judgedIn: number) => {
    const { db } = insides(ann.spaces[0]!).options
    const device = insides(his).ledger.me.id
    const row = (await db.envelopes.get([hers.id, device, 1]))!
    await db.envelopes.put({ ...row, held: 'the plan cannot hold it', judgedIn })
    await close(ann)
    ann = await open(net, 'Ann', { store })
    return readPlan(ann.spaces[0]!.docs.plan).sessions.length
  }
  expect([await sessionsAfter(currentSchema), await sessionsAfter(currentSchema - 1)]).toEqual([0, 1])
})
