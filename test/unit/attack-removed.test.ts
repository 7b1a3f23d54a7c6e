import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { Carrier } from '../../core/peer/carrier.ts'
import { takeApart } from '../../core/peer/envelope.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import { writeMove } from '../../core/peer/loose.ts'
import { roomPassword } from '../../core/peer/pairing.ts'
import { envelopesOf, type Store } from '../../core/peer/store.ts'
import { putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, household, network, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

/** What somebody who wrote their own app can reach of this one. */
type Insides = { readonly ledger: Ledger; readonly options: { readonly db: Store } }
const insides = (space: Space): Insides => space as unknown as Insides
const sessions = (space: Space) => readPlan(space.docs.plan).sessions.map(({ id }) => id)

/** A coach, an athlete, and a second coach who was removed and kept all they had. */
const removed = async () => {
  const net = network()
  const ann = await open(net, 'Ann')
  const hers = valueIn(await ann.createSpace('coach'))
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  const eve = await open(net, 'Eve')
  const theirs = await pair(hers, eve, 'Eve', 'coach')
  await until('Ben knows Eve', () => his.members.length === 3)
  const before = insides(theirs).ledger.row
  net.setApart('Eve', true)
  valueIn(await hers.remove([eve.id]))
  await until('Ben moved', () => insides(his).ledger.row.room !== before.room)
  return { net, ann, ben, eve, hers, his, theirs, before }
}

test('removed 1: what a removed device wrote later is carried in by somebody who stays: refused, and said', async () => {
  const { net, eve, hers, his, theirs } = await removed()
  putSession(theirs.docs.plan, aRun('late', '2026-05-05'), localOrigin)
  await theirs.saved()
  const late = await envelopesOf(insides(theirs).options.db, theirs.id, eve.id)
  expect(late).toHaveLength(1)
  const room = insides(his).ledger.row.room
  await until('Ben is in the new room', () => net.endsOf('Ben').some(end => end.room === room))
  const { doc } = net.endsOf('Ben').find(end => end.room === room)!
  doc.getArray(`e0/${eve.id}`).push(late.map(({ bytes }) => bytes))
  await until('both say so', () => [hers, his].every(space => space.removed[0]?.late === 1))
  expect([sessions(hers), sessions(his)]).toEqual([[], []])
  putSession(hers.docs.plan, aRun('after', '2026-05-06'), localOrigin)
  await until('the two go on', () => sessions(his).length === 1)
})

test('removed 2: the old room holds no key for the removed device, and nothing written since', async () => {
  const { net, eve, hers, his, theirs, before } = await removed()
  putSession(hers.docs.plan, aRun('secret', '2026-05-06'), localOrigin)
  await until('Ben has it', () => sessions(his).length === 1)
  const carrier = new Carrier(0)
  const { doc, awareness } = carrier
  const password = await roomPassword(before.roomSecret)
  const plug = { room: before.room, password, signaling: [], iceServers: [], doc, awareness, onStatus: () => {} }
  const link = net.connect('Eve again')(plug)
  putSession(hers.docs.plan, aRun('more', '2026-05-07'), localOrigin)
  await until('Ben has more', () => sessions(his).length === 2)
  net.setApart('Eve', false)
  await until('Eve is told', () => theirs.membership === 'removed')
  const { epochKeys } = insides(theirs).ledger.row
  expect([Object.keys(epochKeys), sessions(theirs)]).toEqual([['1'], []])
  const envelopes = [...doc.share.keys()]
    .filter(name => name.startsWith('e'))
    .flatMap(name => doc.getArray<Uint8Array>(name).toArray())
  expect(envelopes.map(bytes => takeApart(bytes)!.header).filter(({ keyEpoch }) => keyEpoch > 1)).toEqual([])
  const { latest } = insides(hers).ledger.members
  expect(latest!.lockboxes.map(({ to }) => to)).not.toContain(eve.id)
  link.stop()
})

test('removed 3: the removed device writes the letter that says where to go: nobody follows it', async () => {
  const net = network()
  const ann = await open(net, 'Ann')
  const hers = valueIn(await ann.createSpace('coach'))
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  const eve = await open(net, 'Eve')
  const theirs = await pair(hers, eve, 'Eve', 'coach')
  await until('Ben knows Eve', () => his.members.length === 3)
  const room = insides(his).ledger.row.room
  const move = { v: 1 as const, space: his.id, from: 1, lockboxes: [], removed: [ben.id] }
  const bytes = await writeMove(insides(theirs).ledger, move)
  const doc = net.docsOf('Ben')[0]!
  doc.getMap('moves').set('m1-0', bytes)
  doc.getMap('moves').set('m1-1', new Uint8Array(300))
  putSession(hers.docs.plan, aRun('after', '2026-05-06'), localOrigin)
  await until('the two go on', () => sessions(his).length === 1)
  expect([his.membership, insides(his).ledger.row.room]).toEqual(['member', room])
})

test('removed 4: the removed device vouches for another of its own under the old list: it is not let in', async () => {
  const { net, eve, hers, theirs } = await removed()
  const friend = await open(net, 'Eve’s other')
  net.setApart('Eve’s other', true)
  const invite = valueIn(await theirs.invite('own-device'))
  valueIn(await friend.join(invite.fragment, 'Eve'))
  net.setApart('Eve’s other', false)
  const rows = await envelopesOf(insides(theirs).options.db, theirs.id, eve.id)
  for (const { doc } of net.endsOf('Ann')) doc.getArray(`e0/${eve.id}`).push(rows.map(({ bytes }) => bytes))
  for (const { doc } of net.endsOf('Ann')) doc.getMap('requests').set(friend.id, Y.encodeStateAsUpdate(new Y.Doc()))
  putSession(hers.docs.plan, aRun('after', '2026-05-06'), localOrigin)
  await hers.saved()
  expect(hers.members.map(({ name }) => name)).toEqual(['Ann', 'Ben'])
  expect(friend.spaces[0]!.membership).toBe('waiting')
})
