/** A byte changed by hand in what this device keeps: told, without effect, and mended from the others. */
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { openStore } from '../../core/peer/store.ts'
import { patchSession, putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, copyDisk, household, network, newStore, pair, until, valueIn, withKept } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const titles = (space: Space) => readPlan(space.docs.plan).sessions.map(({ title }) => title)

/** Flips one bit in the middle of the last envelope a device wrote, as it lies in a store. */
const alterLast = async (store: string, writer: string): Promise<void> => {
  const db = openStore(store)
  const rows = await db.envelopes.toArray()
  const row = rows.filter(({ device }) => device === writer).toSorted((a, b) => b.seq - a.seq)[0]!
  const bytes = row.bytes.slice()
  bytes[bytes.length - 100] = bytes[bytes.length - 100]! ^ 1
  await db.envelopes.put({ ...row, bytes })
  db.close()
}

const twoWithOneSession = async () => {
  const net = network()
  const stores = { coach: newStore(), athlete: newStore() }
  const coach = await open(net, 'Coach Ann', { store: stores.coach })
  const hers = valueIn(await coach.createSpace('coach'))
  const athlete = await open(net, 'Ben', { store: stores.athlete })
  const his = await pair(hers, athlete, 'Ben', 'athlete')
  putSession(hers.docs.plan, aRun('tuesday', '2026-05-05' as Day), localOrigin)
  await hers.saved()
  const before = titles(hers)
  patchSession(hers.docs.plan, aRun('tuesday', '2026-05-05' as Day).id, { title: 'Hills' }, localOrigin)
  await hers.saved()
  await until('he has it', () => titles(his)[0] === 'Hills')
  return { net, stores, coach, athlete, before }
}

test('in what another wrote: it counts for nothing, is told, and comes again whole', async () => {
  const { net, stores, coach, athlete, before } = await twoWithOneSession()
  await close(athlete)
  await alterLast(stores.athlete, coach.id)
  net.setApart('Ben', true)
  const again = (await open(net, 'Ben', { store: stores.athlete })).spaces[0]!
  expect([titles(again), again.status.held]).toEqual([before, 1])
  net.setApart('Ben', false)
  await until('it came again', () => titles(again)[0] === 'Hills')
})

test('in what this device wrote itself: it is told, and what is written next still follows at the others', async () => {
  const { net, stores, coach, athlete } = await twoWithOneSession()
  await close(coach)
  await alterLast(stores.coach, coach.id)
  const again = (await open(net, 'Coach Ann', { store: stores.coach })).spaces[0]!
  expect(again.status.held).toBe(1)
  putSession(again.docs.plan, aRun('friday', '2026-05-08' as Day), localOrigin)
  await again.saved()
  const his = athlete.spaces[0]!
  await until('friday arrived', () => titles(his).length === 2)
  expect(his.status.held).toBe(0)
})

test('in what this device wrote itself, with more behind it that was never sent: that goes out, once', async () => {
  const { net, stores, coach, athlete } = await twoWithOneSession()
  await close(coach)
  const now = await open(net, 'Coach Ann', { store: stores.coach, gather: 60_000 })
  const hers = now.spaces[0]!
  const kept = `${stores.coach}/${hers.id}/plan`
  const rows = () => withKept(kept, table => table.count())
  patchSession(hers.docs.plan, aRun('tuesday', '2026-05-05' as Day).id, { title: 'Hills, easy' }, localOrigin)
  await hers.saved()
  await until('all is quiet', () => hers.status.acknowledgedBy.length === 1)
  const before = (await rows()) ?? 0
  putSession(hers.docs.plan, aRun('unsent', '2026-05-09' as Day), localOrigin)
  while (((await rows()) ?? 0) <= before) await new Promise(resolve => setTimeout(resolve, 5))
  const disk = newStore()
  await copyDisk(stores.coach, disk)
  net.setApart('Coach Ann', true)
  await close(now)
  await alterLast(disk, coach.id)
  const twin = await open(net, 'Coach Ann again', { store: disk })
  const his = athlete.spaces[0]!
  await until('it arrived', () => titles(his).length === 2)
  const again = twin.spaces[0]!
  expect([titles(again), his.status.held, again.status.held]).toEqual([titles(his), 0, 1])
})
