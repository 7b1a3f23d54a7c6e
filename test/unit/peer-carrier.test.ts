import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DeviceId } from '../../core/model/ids.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { Carrier } from '../../core/peer/carrier.ts'
import { putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, copyDisk, household, network, newStore, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const device = 'a-device' as DeviceId
const bytes = (text: string) => new TextEncoder().encode(text)
const sessionsOf = (space: Space): readonly string[] => readPlan(space.docs.plan).sessions.map(({ id }) => id)
const exchange = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
}

describe('a carrier', () => {
  test('filled on two devices is the same carrier, whatever was laid down first', () => {
    const [one, two] = [new Carrier(0), new Carrier(0)]
    one.fill(device, [bytes('1'), bytes('2'), bytes('3')], 0)
    two.fill(device, [bytes('1')], 0)
    two.fill(device, [bytes('2'), bytes('3')], 1)
    const nothing = Y.encodeStateAsUpdate(new Y.Doc())
    expect(Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(two.doc))).toEqual(nothing)
    exchange(one.doc, two.doc)
    expect(one.count(device)).toBe(3)
    expect(one.damaged || two.damaged).toBe(false)
    one.destroy()
    two.destroy()
  })
  test('sees that something was deleted', () => {
    const one = new Carrier(0)
    one.fill(device, [bytes('1'), bytes('2')], 0)
    const vandal = new Y.Doc()
    Y.applyUpdate(vandal, Y.encodeStateAsUpdate(one.doc))
    vandal.getArray(`e0/${device}`).delete(0, 1)
    exchange(one.doc, vandal)
    expect(one.isWhole(device)).toBe(false)
    one.destroy()
  })
})

const trio = async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  putSession(hers.docs.plan, aRun('before', '2026-05-05'), localOrigin)
  await until('it arrived', () => sessionsOf(his).length === 1)
  return { net, coach, hers, his }
}

test.each([
  [
    'deletes everything',
    (doc: Y.Doc) => {
      for (const name of doc.share.keys())
        if (name.startsWith('e')) doc.getArray(name).delete(0, doc.getArray(name).length)
    },
  ],
  [
    'writes junk behind what is there',
    (doc: Y.Doc) => {
      for (const name of doc.share.keys()) if (name.startsWith('e')) doc.getArray(name).push([bytes('junk'), 'text', 1])
    },
  ],
  [
    'writes junk before what is there',
    (doc: Y.Doc) => {
      for (const name of doc.share.keys()) if (name.startsWith('e')) doc.getArray(name).insert(0, [bytes('junk')])
    },
  ],
  [
    'puts what is there in another order',
    (doc: Y.Doc) => {
      for (const name of doc.share.keys())
        if (name.startsWith('e')) {
          const list = doc.getArray<Uint8Array>(name)
          const all = list.toArray()
          list.delete(0, all.length)
          list.push(all.reverse())
        }
    },
  ],
])('somebody with the room’s secret %s: nothing changes, and the two go on', async (_, harm) => {
  const { net, hers, his } = await trio()
  harm(net.docsOf('Ben')[0]!)
  putSession(hers.docs.plan, aRun('after', '2026-05-06'), localOrigin)
  await until('the two go on', () => sessionsOf(his).includes('after'))
  expect(sessionsOf(his).toSorted()).toEqual(['after', 'before'])
  expect(sessionsOf(hers)).toEqual(sessionsOf(his))
})

test('who has the room’s secret but was not let in writes nothing', async () => {
  const { net, hers, his } = await trio()
  const stranger = await open(net, 'Stranger')
  const theirs = valueIn(await stranger.join(valueIn(await hers.invite('coach')).fragment, 'Stranger'))
  await until('they are at the door', () => hers.requests.length === 1)
  putSession(theirs.docs.plan, aRun('forged', '2026-05-05'), localOrigin)
  expect(await theirs.sign({ ...blank, type: 'approved', item: 'a' })).toEqual({
    ok: false,
    error: { type: 'NotAMember' },
  })
  await theirs.saved()
  expect([sessionsOf(hers), sessionsOf(his), hers.log]).toEqual([['before'], ['before'], []])
})

test('a device that signs two histories is stopped, and it is seen', async () => {
  const net = network()
  const store = newStore()
  const coach = await open(net, 'Coach Ann', { store })
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  await until('all is quiet', () => hers.status.acknowledgedBy.length === 1)
  const disk = newStore()
  await copyDisk(store, disk)
  putSession(hers.docs.plan, aRun('one', '2026-05-05'), localOrigin)
  await until('it arrived', () => sessionsOf(his).length === 1)
  await close(coach)
  const lonely = network()
  const again = await open(lonely, 'Coach Ann again', { store: disk })
  const twice = again.spaces[0]!
  putSession(twice.docs.plan, aRun('two', '2026-05-05'), localOrigin)
  putSession(twice.docs.plan, aRun('three', '2026-05-05'), localOrigin)
  await twice.saved()
  putSession(twice.docs.plan, aRun('four', '2026-05-05'), localOrigin)
  await twice.saved()
  await close(again)
  await open(net, 'Coach Ann again', { store: disk })
  await until('it is seen', () => his.status.held === 1)
  expect(sessionsOf(his)).toEqual(['one'])
})

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const

test('a room filled with junk is given up at a bound; what members wrote does not count against it', () => {
  const bound = 100_000
  const full = new Carrier(0, bound)
  const junk = new Y.Doc()
  junk.getArray('e0/nobody').push([new Uint8Array(60_000)])
  Y.applyUpdate(full.doc, Y.encodeStateAsUpdate(junk))
  expect(full.damaged).toBe(false)
  junk.getArray('e0/nobody').push([new Uint8Array(60_000)])
  Y.applyUpdate(full.doc, Y.encodeStateAsUpdate(junk, Y.encodeStateVector(full.doc)))
  expect(full.damaged).toBe(true)

  const [hers, his] = [new Carrier(0, bound), new Carrier(0, bound)]
  const envelopes = Array.from({ length: 5 }, () => new Uint8Array(40_000))
  hers.fill('device' as never, envelopes, 0)
  Y.applyUpdate(his.doc, Y.encodeStateAsUpdate(hers.doc))
  his.fill('device' as never, envelopes, 0)
  expect([hers.damaged, his.damaged]).toEqual([false, false])

  const waits = new Carrier(0, bound)
  const behind = new Y.Doc()
  behind.getArray('x').push([1])
  const before = Y.encodeStateVector(behind)
  behind.getArray('x').push([new Uint8Array(120_000)])
  Y.applyUpdate(waits.doc, Y.encodeStateAsUpdate(behind, before))
  expect(waits.damaged).toBe(true)
})
