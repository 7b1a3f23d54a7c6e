import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, expect, test } from 'vitest'
import { emptyProfile } from '../../core/model/athlete.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import { putProfile, putSession, readPlan } from '../../core/plan/index.ts'
import { countLoads, storeOfVersion } from '../kit/disk.ts'
import { aRun, household, network, newStore, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const never = 2 ** 30
/** A clock that goes on a minute each time it is looked at: the order in which athletes came is theirs. */
const ticking = () => {
  let at = noon
  return () => {
    at += 60_000
    return at
  }
}
const named = async (device: Device, name: string): Promise<Space> => {
  const space = valueIn(await device.createSpace('coach'))
  putProfile(space.docs.athlete, emptyProfile(name), localOrigin)
  putSession(space.docs.plan, aRun(`of-${name.replace(' ', '-')}`, '2026-05-06'), localOrigin)
  await space.saved()
  return space
}
const sessions = (space: Space | null) => readPlan(space!.docs.plan).sessions.map(({ id }) => id)

test('fifty athletes stand in a list with not one document loaded; the one looked at is loaded alone', async () => {
  const store = newStore()
  const ann = await open(network(), 'Ann', { store, now: ticking() })
  const names = Array.from({ length: 50 }, (_, i) => `Athlete ${i}`)
  const ids = new Map<string, string>()
  await Promise.all(names.map(async name => ids.set(name, (await named(ann, name)).id)))
  await close(ann)

  const loads = await countLoads(store)
  const again = await open(network(), 'Ann', { store, opens: 'listed', rest: never })
  expect(again.list.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  expect(again.list.every(one => one.membership === 'member' && one.myRoles.includes('coach') && !one.isOpen)).toBe(
    true,
  )
  expect(again.spaces).toEqual([])
  expect(loads.spaces()).toEqual([])

  const [seventh] = [ids.get('Athlete 7')!]
  expect(sessions(await again.open(seventh))).toEqual(['of-Athlete-7'])
  expect(again.spaces.map(({ id }) => id)).toEqual([seventh])
  expect(loads.spaces()).toEqual([seventh])
  expect(again.list.filter(({ isOpen }) => isOpen).map(({ name }) => name)).toEqual(['Athlete 7'])
  loads.stop()
})

test('behind the screen the rest is loaded one by one, who was heard of last first; then they are met', async () => {
  const net = network()
  const store = newStore()
  let now = noon
  const ann = await open(net, 'Ann', { store, now: () => now })
  const first = await named(ann, 'Ben')
  const second = await named(ann, 'Cas')
  const ben = await open(net, 'Ben')
  await pair(first, ben, 'Ben', 'athlete')
  const cas = await open(net, 'Cas')
  const hers = await pair(second, cas, 'Cas', 'athlete')
  net.setApart('Ben', true)
  // Why again: something of Ben's may still have been on its way when he went.
  for (let day = 1; day === 1 || ann.list[0]?.heard === ann.list[1]?.heard; day++) {
    now += 86_400_000
    putProfile(hers.docs.athlete, emptyProfile(`C. ${day}`), localOrigin)
    await until('Ann has heard of Cas', () => ann.list.some(({ name }) => name === `C. ${day}`))
  }
  await close(ann)
  putProfile(hers.docs.athlete, emptyProfile('Cassandra'), localOrigin)
  await hers.saved()

  const order: string[] = []
  const again = await open(net, 'Ann', { store, opens: 'listed', rest: 30, now: () => now })
  expect(again.list.map(({ people }) => people)).toEqual([2, 2])
  again.subscribe(() => {
    for (const { id } of again.spaces) if (!order.includes(id)) order.push(id)
  })
  await until('both are loaded', () => order.length === 2)
  expect(order).toEqual([second.id, first.id])
  await until('what Cas wrote is in the list', () => again.list.some(({ name }) => name === 'Cassandra'))
})

test('a file for somebody who is only listed loads them; what another window writes in them goes out', async () => {
  const net = network()
  const store = newStore()
  const ann = await open(net, 'Ann', { store, now: ticking() })
  const hers = await named(ann, 'Ben')
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  await named(ann, 'Cas')
  await until('what Ann wrote has arrived', () => sessions(his).length === 1)
  await close(ann)
  net.setApart('Ben', true)
  putProfile(his.docs.athlete, emptyProfile('Benjamin'), localOrigin)
  await his.saved()
  const packed = await his.pack(null)

  const leads = await open(net, 'Ann', { store, opens: 'listed', rest: never })
  expect(valueIn(await leads.receive(packed.bytes)).fresh).toBeGreaterThan(0)
  expect(leads.list.map(({ name, isOpen }) => [name, isOpen])).toEqual([
    ['Benjamin', true],
    ['Cas', false],
  ])
  await close(leads)

  net.setApart('Ben', false)
  const holds = await open(net, 'Ann', { store, opens: 'listed', rest: never })
  const writes = await open(net, 'Ann', { store, opens: 'listed', rest: never })
  const there = await writes.open(hers.id)
  putSession(there!.docs.plan, aRun('from-the-other-window', '2026-05-07'), localOrigin)
  await there!.saved()
  await until('it reached Ben', () => sessions(his).includes('from-the-other-window' as never))
  expect(holds.spaces.map(({ id }) => id)).toEqual([hers.id])
})

test('a store of the version before lists everybody, and learns their names as they are loaded', async () => {
  const store = newStore()
  const ann = await open(network(), 'Ann', { store, now: ticking() })
  await named(ann, 'Ben')
  await named(ann, 'Cas')
  await close(ann)
  const former = newStore()
  await storeOfVersion(2, store, former)
  expect((await new Dexie(former).open()).tables.map(({ name }) => name)).not.toContain('summaries')

  const again = await open(network(), 'Ann', { store: former, opens: 'listed', rest: 1 })
  expect(again.list.map(({ membership }) => membership)).toEqual(['member', 'member'])
  await until('all are loaded', () => again.spaces.length === 2)
  expect(again.list.map(({ name }) => name)).toEqual(['Ben', 'Cas'])
  expect(again.spaces.map(sessions)).toEqual([['of-Ben'], ['of-Cas']])
})

test('an athlete forgotten while only listed is gone from the store', async () => {
  const store = newStore()
  const ann = await open(network(), 'Ann', { store, now: ticking() })
  const hers = await named(ann, 'Ben')
  await named(ann, 'Cas')
  await close(ann)
  const again = await open(network(), 'Ann', { store, opens: 'listed', rest: never })
  await again.forget(hers.id)
  expect(again.list.map(({ name }) => name)).toEqual(['Cas'])
  await close(again)
  const later = await open(network(), 'Ann', { store, opens: 'listed', rest: never })
  expect(later.list.map(({ name }) => name)).toEqual(['Cas'])
})
