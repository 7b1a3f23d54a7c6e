import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { openStore } from '../../core/peer/store.ts'
import { nothingTaken, Taking } from '../../core/peer/taking.ts'
import { patchSession, putSession, readPlan } from '../../core/plan/index.ts'
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
  const spaces = () => [ann, ben].map(device => device.spaces[0]!)
  await until('neither history stands at anybody', () => spaces().every(space => sessions(space).length === 0))
  const held = await spaces()[0]!.heldApart()
  expect(held.map(({ name, why, at }) => [name, why, at])).toContainEqual([
    'Cas',
    'this device signed two different histories',
    noon,
  ])
})

test('what a stopped device wrote after its histories part, and what rests on it, stands nowhere; what it wrote before stands everywhere', async () => {
  const net = network()
  const store = newStore()
  const [ann, cas, ben] = [await open(net, 'Ann'), await open(net, 'Cas', { store }), await open(net, 'Ben')]
  const hers = valueIn(await ann.createSpace('coach'))
  const theirs = await pair(hers, cas, 'Cas', 'coach')
  const his = await pair(hers, ben, 'Ben', 'coach')
  await until('Ben knows Cas', () => his.members.length === 3)
  write(theirs, 'before')
  await until('both have it', () => [hers, his].every(space => sessions(space).includes('before' as never)))
  await theirs.saved()
  const disk = newStore()
  await copyDisk(store, disk)
  net.setApart('Ben', true)
  for (const id of ['a1', 'a2', 'a3', 'a4']) {
    write(theirs, id)
    await theirs.saved()
  }
  await until('Ann has one history', () => sessions(hers).includes('a4' as never))
  await close(cas)
  valueIn(patchSession(hers.docs.plan, 'a1' as never, { title: 'Hers' }, localOrigin))
  write(hers, 'hers')
  await hers.saved()
  net.setApart('Ann', true)
  net.setApart('Ben', false)
  const twice = await open(net, 'Cas again', { store: disk })
  for (const id of ['b1', 'b2']) {
    write(twice.spaces[0]!, id)
    await twice.spaces[0]!.saved()
  }
  await until('Ben has the other', () => sessions(his).includes('b2' as never))
  await close(twice)
  valueIn(patchSession(his.docs.plan, 'b1' as never, { title: 'His' }, localOrigin))
  await his.saved()
  write(his, 'his')
  await his.saved()
  const more = await open(net, 'Cas on', { store: disk })
  for (const id of ['b3', 'b4', 'b5']) {
    write(more.spaces[0]!, id)
    await more.spaces[0]!.saved()
  }
  await until('Ben has all of it', () => sessions(his).includes('b5' as never))
  await close(more)
  net.setApart('Ann', false)
  const read = (devices = [ann, ben]) => devices.map(device => sessions(device.spaces[0]!).join())
  await until('both read the same', () => read().every(list => list === 'before,hers,his'))
  const dan = await open(net, 'Dan')
  await pair(ann.spaces[0]!, dan, 'Dan', 'coach')
  await until('so does who comes later', () => read([dan])[0] === 'before,hers,his')
  const held = await ann.spaces[0]!.heldApart()
  expect(held.filter(({ device, number }) => device === cas.id && number !== null).length).toBeGreaterThanOrEqual(4)
  expect(held.filter(({ device }) => device === ann.id).map(({ why }) => why)).toContain(
    'it rests on what was turned away',
  )
  write(ann.spaces[0]!, 'on')
  await until('they go on', () => read([ann, ben, dan]).every(list => list === 'before,hers,his,on'))
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
