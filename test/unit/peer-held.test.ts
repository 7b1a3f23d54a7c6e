import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { openStore } from '../../core/peer/store.ts'
import { nothingTaken, Taking } from '../../core/peer/taking.ts'
import { putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, copyDisk, household, network, newStore, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const write = (space: Space, id: string) => putSession(space.docs.plan, aRun(id, '2026-05-05'), localOrigin)
const sessions = (space: Space) => readPlan(space.docs.plan).sessions.map(({ id }) => id)

test('a device signs two histories: it is stopped, and every member sees the alarm, also one who knew only one of them', async () => {
  const net = network()
  const store = newStore()
  const ann = await open(net, 'Ann')
  const hers = valueIn(await ann.createSpace('coach'))
  const cas = await open(net, 'Cas', { store })
  const theirs = await pair(hers, cas, 'Cas', 'coach')
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  await until('Ben knows Cas', () => his.members.length === 3)
  await theirs.saved()
  const disk = newStore()
  await copyDisk(store, disk)
  net.setApart('Ben', true)
  write(theirs, 'one')
  await until('Ann has one', () => sessions(hers).includes('one' as never))
  await close(cas)
  net.setApart('Ann', true)
  net.setApart('Ben', false)
  const twice = await open(net, 'Cas again', { store: disk })
  write(twice.spaces[0]!, 'two')
  await until('Ben has two', () => sessions(his).includes('two' as never))
  await close(twice)
  net.setApart('Ann', false)
  await until('Ann and Ben meet', () => hers.status.peers === 1)
  const again = await open(net, 'Cas once more', { store: disk })
  write(again.spaces[0]!, 'three')
  await until('both are told', () => [hers, his].every(space => space.status.stopped.length === 1))
  expect(hers.status.stopped).toMatchObject([{ name: 'Cas', device: cas.id, isRemoved: false, at: noon }])
  expect([sessions(hers), sessions(his).includes('one' as never)]).toEqual([['one'], false])
  const held = await hers.heldApart()
  expect(held.map(({ name, why, at }) => [name, why, at])).toContainEqual([
    'Cas',
    'this device signed two different histories',
    noon,
  ])
})

test('a device confirms up to which piece it has another’s writing, and when', async () => {
  const net = network()
  const ann = await open(net, 'Ann')
  const hers = valueIn(await ann.createSpace('coach'))
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  const cas = await open(net, 'Cas')
  const theirs = await pair(hers, cas, 'Cas', 'coach')
  await until('Ben knows Cas', () => his.members.length === 3)
  expect(his.status.onTheWay).toEqual([])
  net.setApart('Ben', true)
  write(theirs, 'one')
  await until('Ann has it, and said so', () => theirs.status.acknowledgedBy.includes(ann.id))
  const confirmed = theirs.status.confirmations.find(({ device }) => device === ann.id)!
  expect([confirmed.upTo, confirmed.of, confirmed.at]).toEqual([1, 1, Math.floor(noon / 60_000)])
  expect(theirs.status.confirmations.find(({ device }) => device === ben.id)?.upTo ?? 0).toBe(0)
})

test('what one device keeps sending is kept up to a bound and counted beyond it; one’s own is never thrown away', async () => {
  const db = openStore(newStore())
  const me = 'me' as never
  const taking = new Taking(db, 'space', me, () => noon)
  const rows = (device: string, count: number, size: number) =>
    Array.from({ length: count }, (_, i) => ({
      space: 'space',
      hash: `${device}-${i}`,
      device,
      why: 'junk',
      bytes: new Uint8Array(size),
    }))
  await taking.store({ ...nothingTaken, held: rows('eve', 500, 100) })
  await taking.store({ ...nothingTaken, held: rows('mallory', 80, 65_000) })
  await taking.store({ ...nothingTaken, held: rows('me', 150, 10) })
  const kept = await db.quarantine.toArray()
  const of = (device: string) => kept.filter(row => row.device === device)
  expect([of('eve').length, of('me').length, taking.held]).toEqual([101, 150, 730])
  // Why: at every opening what the book holds is judged again, and none of it is new.
  await taking.store({ ...nothingTaken, held: rows('eve', 500, 100), again: true })
  expect(taking.held).toBe(730)
  expect(of('mallory').reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(2 * 1024 * 1024)
  db.close()
})
