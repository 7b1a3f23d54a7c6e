import 'fake-indexeddb/auto'
import type { Table } from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { importActivities } from '../../core/peer/arrivals.ts'
import { openStore } from '../../core/peer/store.ts'
import { patchSession, putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import {
  aActivity,
  aRun,
  copyDisk,
  household,
  network,
  newStore,
  pair,
  until,
  valueIn,
  withKept,
} from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(async () => {
  vi.restoreAllMocks()
  await closeAll()
})

const tuesday = '2026-05-05' as Day
const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const sessionsOf = (space: Space) => readPlan(space.docs.plan).sessions
const rowsIn = async (name: string): Promise<number> => (await withKept(name, rows => rows.count())) ?? 0

test('what was written but not sent when the window died is sent by the next', async () => {
  const net = network()
  const store = newStore()
  const coach = await open(net, 'Coach Ann', { store, gather: 60_000 })
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  putSession(hers.docs.plan, aRun('tuesday', tuesday), localOrigin)
  await hers.saved()
  await until('all is quiet', () => hers.status.acknowledgedBy.length === 1)
  const kept = `${store}/${hers.id}/plan`
  const before = await rowsIn(kept)
  expect(sessionsOf(his)).toHaveLength(1)
  patchSession(hers.docs.plan, aRun('tuesday', tuesday).id, { title: 'Hills' }, localOrigin)
  expect(hers.status.saved).toBe('saving')
  while ((await rowsIn(kept)) <= before) await new Promise(resolve => setTimeout(resolve, 5))
  const disk = newStore()
  await copyDisk(store, disk)
  net.setApart('Coach Ann', true)
  await close(coach)
  const again = await open(net, 'Coach Ann again', { store: disk })
  await until('the edit arrived', () => sessionsOf(his)[0]?.title === 'Hills')
  expect([sessionsOf(again.spaces[0]!), his.status.held]).toEqual([sessionsOf(his), 0])
})

test.each([
  ['removed', (rows: Table) => rows.clear()],
  ['unreadable', (rows: Table) => rows.add(Uint8Array.of(1, 200, 7))],
])('documents whose kept copy is %s read as the envelopes say', async (_, damage) => {
  const net = network()
  const store = newStore()
  const coach = await open(net, 'Coach Ann', { store })
  const hers = valueIn(await coach.createSpace('coach'))
  putSession(hers.docs.plan, aRun('tuesday', tuesday), localOrigin)
  await hers.saved()
  await until('it is kept', () => hers.status.saved === 'saved')
  await close(coach)
  await withKept(`${store}/${hers.id}/plan`, rows => damage(rows))
  const again = await open(net, 'Coach Ann', { store })
  const space = again.spaces[0]!
  expect(sessionsOf(space)).toEqual([aRun('tuesday', tuesday)])
  putSession(space.docs.plan, aRun('friday', '2026-05-08'), localOrigin)
  await space.saved()
  expect(space.status.saved).toBe('saved')
})

test('a full disk is said, nothing is called saved, and what was written is kept until there is room', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  await until('all is quiet', () => hers.status.acknowledgedBy.length === 1)
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const said = await hers.sign({ ...blank, type: 'seen', item: 'a' })
  const why = 'the disk is full, or this app may use no more of it'
  expect(said).toEqual({ ok: false, error: { type: 'NotSaved', why } })
  expect(hers.log).toEqual([])
  putSession(hers.docs.plan, aRun('tuesday', tuesday), localOrigin)
  await until('it is said', () => hers.status.saved === 'not-saved')
  expect([hers.status.notSavedWhy, sessionsOf(his)]).toEqual([why, []])
  full.mockRestore()
  await hers.saved()
  await until('it arrived', () => sessionsOf(his).length === 1)
  expect([hers.status.saved, hers.status.notSavedWhy]).toEqual(['saved', null])
})

test('a season imported at once arrives whole', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const athlete = await open(net, 'Ben')
  const his = await pair(hers, athlete, 'Ben', 'athlete')
  const season = Array.from({ length: 400 }, (_, i) => aActivity(i))
  valueIn(await importActivities(his, season))
  await his.saved()
  await until('all are there', () => readAthlete(hers.docs.athlete).activities.length === 400)
  expect(readAthlete(hers.docs.athlete)).toEqual(readAthlete(his.docs.athlete))
  expect(hers.status.held).toBe(0)
})

test('two windows of one device write one chain', async () => {
  const net = network()
  const store = newStore()
  const first = await open(net, 'Window 1', { store })
  const one = valueIn(await first.createSpace('coach'))
  const second = await open(net, 'Window 2', { store })
  const two = second.spaces[0]!
  const his = await pair(one, await open(net, 'Ben'), 'Ben', 'athlete')
  for (let i = 0; i < 5; i++) {
    putSession(one.docs.plan, aRun(`one-${i}`, tuesday), localOrigin)
    putSession(two.docs.plan, aRun(`two-${i}`, tuesday), localOrigin)
    await Promise.all([
      one.sign({ ...blank, type: 'seen', item: `one-${i}` }),
      two.sign({ ...blank, type: 'seen', item: `two-${i}` }),
    ])
  }
  await until('all is everywhere', () => [one, two, his].every(space => sessionsOf(space).length === 10))
  await until('all is said', () => [one, two, his].every(space => space.log.length === 10))
  for (const space of [one, two, his]) {
    expect(space.log.map(({ verified }) => verified.ok)).toEqual(Array.from({ length: 10 }, () => true))
    expect(space.status.held).toBe(0)
  }
  expect(sessionsOf(one)).toEqual(sessionsOf(his))
  expect(sessionsOf(two)).toEqual(sessionsOf(his))
})

test('the second window takes the line when the first is closed', async () => {
  const net = network()
  const store = newStore()
  const first = await open(net, 'Window 1', { store })
  const one = valueIn(await first.createSpace('coach'))
  const his = await pair(one, await open(net, 'Ben'), 'Ben', 'athlete')
  const second = await open(net, 'Window 2', { store })
  const two = second.spaces[0]!
  await until('the second knows of the line', () => two.status.link === 'connected')
  await close(first)
  putSession(two.docs.plan, aRun('tuesday', tuesday), localOrigin)
  await until('it arrived', () => sessionsOf(his).length === 1)
  expect(two.status).toMatchObject({ link: 'connected', peers: 1, saved: 'saved' })
})

test('a space forgotten is gone from this device, and only from this', async () => {
  const net = network()
  const store = newStore()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const athlete = await open(net, 'Ben', { store })
  const his = await pair(hers, athlete, 'Ben', 'athlete')
  await athlete.forget(his.id)
  expect(athlete.spaces).toEqual([])
  const db = openStore(store)
  expect(await db.envelopes.count()).toBe(0)
  db.close()
  expect(hers.members).toHaveLength(2)
})
