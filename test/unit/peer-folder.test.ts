/** A shared folder keeps two people in step who are never online together. */
import { afterEach, expect, test } from 'vitest'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { readParcels, writeParcel } from '../../core/peer/parcel.ts'
import {
  putCheckIn,
  putPrivateNote,
  putSession,
  readAthlete,
  readPlan,
  readPrivateNotes,
} from '../../core/plan/index.ts'
import { memoryFolder } from '../kit/memory-place.ts'
import { aNote, aRun, household, network, newStore, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const monday = '2026-05-04' as Day
const noLink = () => ({ stop: () => {}, peers: () => 0 })
let folders = 0
/** As the browser hands over a directory; the memory one is known by its name. */
const aFolder = () => ({ name: `shared-${folders++}` }) as unknown as FileSystemDirectoryHandle

const met = async () => {
  const net = network()
  const stores = [newStore(), newStore()]
  const coach = await open(net, 'Cora', { store: stores[0]! })
  const athlete = await open(net, 'Ada', { store: stores[1]! })
  await pair(valueIn(await coach.createSpace('coach')), athlete, 'Ada', 'athlete')
  await until('both know', () => coach.spaces[0]!.status.acknowledgedBy.length === 1)
  for (const device of [coach, athlete]) await close(device)
  const again = async (i: number, linked = false) =>
    open(net, '', { store: stores[i]!, ...(linked ? {} : { connect: noLink }) })
  return { coach: await again(0), athlete: await again(1), again, coachStore: stores[0]! }
}
const sessions = (space: Space) => readPlan(space.docs.plan).sessions.length
const write = async (space: Space, i: number) => {
  valueIn(putSession(space.docs.plan, aRun(`session-${i}`, addDays(monday, i)), localOrigin))
  await space.saved()
}

test('a week goes both ways through a folder, and each learns that the other has it', async () => {
  const { coach, athlete } = await met()
  const [hers, his] = [coach.spaces[0]!, athlete.spaces[0]!]
  const folder = aFolder()
  for (let i = 0; i < 7; i++) await write(hers, i)
  valueIn(putCheckIn(his.docs.athlete, { ...emptyCheckIn(monday), soreness: 3 }, localOrigin))
  await his.saved()
  expect(await hers.useFolder(folder)).toBe(null)
  expect(await his.useFolder(folder)).toBe(null)
  await until('he has the week', () => sessions(his) === 7)
  await until('she has his check-in', () => readAthlete(hers.docs.athlete).checkIns.length === 1)
  await until('both know', () => [hers, his].every(space => space.status.acknowledgedBy.length === 1))
  await until('it says so', () => hers.folder.state === 'on' && hers.folder.at !== null)

  const { files } = memoryFolder(folder.name)
  // INVARIANT: a device writes nowhere but in its own directory, and no file ever changes.
  expect(new Set([...files.keys()].map(name => name.split('/')[1]))).toEqual(new Set([coach.id, athlete.id]))
  const before = new Map(files)
  await write(hers, 8)
  await until('it came', () => sessions(his) === 8)
  await until('she knows', () => hers.status.acknowledgedBy.length === 1)
  for (const [name, bytes] of before) expect(files.get(name)).toEqual(bytes)
  expect([hers, his].map(space => space.status.held)).toEqual([0, 0])
})

test('carries what only two people read, each circle in a part of its own', async () => {
  const { coach, athlete } = await met()
  const [hers, his] = [coach.spaces[0]!, athlete.spaces[0]!]
  const folder = aFolder()
  await hers.useFolder(folder)
  await his.useFolder(folder)
  const both = valueIn(await hers.openCircle('private', coach.person.id))
  valueIn(putPrivateNote(both.doc, aNote('talk'), localOrigin))
  await both.saved()
  await until('it is read', () => his.circles.length === 1 && readPrivateNotes([his.circles[0]!.doc]).length === 1)
})

test('comes again after a restart without writing anything twice', async () => {
  const { coach, athlete, again } = await met()
  const folder = aFolder()
  await write(coach.spaces[0]!, 1)
  await coach.spaces[0]!.useFolder(folder)
  await athlete.spaces[0]!.useFolder(folder)
  const { files } = memoryFolder(folder.name)
  await until('he has it', () => sessions(athlete.spaces[0]!) === 1)
  let count = 0
  // Both have looked several times since and had nothing more to say.
  for (let quiet = 0; quiet < 10; quiet = files.size === count ? quiet + 1 : 0) {
    count = files.size
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await close(coach)
  const later = await again(0)
  await until('it is in step', () => later.spaces[0]!.folder.state === 'on')
  expect(files.size).toBe(count)
})

test('what was cleared away is laid down again; a file that comes too early, or cut, waits', async () => {
  const { coach, athlete } = await met()
  const [hers, his] = [coach.spaces[0]!, athlete.spaces[0]!]
  const folder = aFolder()
  const { files } = memoryFolder(folder.name)
  await hers.useFolder(folder)
  await until('it is in step', () => hers.folder.state === 'on')
  await write(hers, 1)
  await until('it is written', () => files.size === 2)
  await write(hers, 2)
  await until('that too', () => files.size === 3)
  const [, first, second] = [...files.keys()].toSorted() as [string, string, string]
  const kept = files.get(first)!
  files.set(first, kept.slice(0, 40))
  await his.useFolder(folder)
  await until('both wait', () => his.folder.unreadable === 2)
  expect(sessions(his)).toBe(0)
  files.set(first, kept)
  await until('all is read', () => his.folder.unreadable === 0 && sessions(his) === 2)
  files.delete(first)
  files.delete(second)
  // Either of the two may be the one that lays it down.
  const pieces = () => [...files.values()].flatMap(bytes => valueIn(readParcels(bytes))[0]!.envelopes.map(String))
  await until(
    'it is there again',
    () => kept.length > 0 && new Set(pieces()).size >= valueIn(readParcels(kept))[0]!.envelopes.length,
  )
})

test('a copy that was altered on its way does not pass for the piece it names', async () => {
  const { coach, athlete } = await met()
  const [hers, his] = [coach.spaces[0]!, athlete.spaces[0]!]
  const folder = aFolder()
  const { files } = memoryFolder(folder.name)
  await write(hers, 1)
  const whole = valueIn(readParcels((await hers.pack(null)).bytes))[0]!
  // Why two: in what is closed, and in the signature.
  for (const place of [100, 10]) {
    const envelopes = whole.envelopes.map(bytes => bytes.with(bytes.length - place, bytes.at(-place)! ^ 1))
    const altered = writeParcel({ ...whole, envelopes, letters: [] })
    files.set(`tandem-${hers.id}/somebody/00000001-a${place}.tandem`, altered)
  }
  await hers.useFolder(folder)
  await until('it is in step', () => hers.folder.at !== null)
  await his.useFolder(folder)
  await until('he has it', () => sessions(his) === 1)
})

test('says when the browser wants the person’s word again, and when the folder is gone', async () => {
  const { coach } = await met()
  const hers = coach.spaces[0]!
  const folder = aFolder()
  const memory = memoryFolder(folder.name)
  memory.permission = 'prompt'
  await hers.useFolder(folder)
  await until('it asks', () => hers.folder.state === 'ask')
  expect([hers.folder.name, memory.files.size]).toEqual([folder.name, 0])
  await hers.allowFolder()
  await until('it works', () => hers.folder.state === 'on')
  memory.there = false
  await write(hers, 1)
  await until('it is gone', () => hers.folder.state === 'lost')
  memory.there = true
  await write(hers, 2)
  await until('it is back', () => hers.folder.state === 'on')
  coach.setOnline(false)
  await until('it rests', () => hers.folder.state === 'paused')
  await hers.useFolder(null)
  expect(hers.folder.state).toBe('none')
})

test('the same envelopes arriving by three links change nothing twice', async () => {
  const { coach, athlete, again } = await met()
  const hers = coach.spaces[0]!
  for (let i = 0; i < 3; i++) await write(hers, i)
  const file = (await hers.pack(null)).bytes
  const seen = (space: Space) => [readPlan(space.docs.plan), space.log, space.members, space.status.held]
  let his = athlete.spaces[0]!
  let changes = 0
  const count = () => his.docs.plan.on('update', () => changes++)
  count()

  expect(valueIn(await athlete.receive(file))).toMatchObject({ missing: [], held: 0 })
  const [before, counted] = [seen(his), changes]
  expect(counted).toBeGreaterThan(0)
  const folder = aFolder()
  for (const space of [hers, his]) await space.useFolder(folder)
  await until('the folder is in step', () => his.folder.state === 'on' && hers.status.acknowledgedBy.length === 1)
  expect([seen(his), changes]).toEqual([before, counted])

  for (const device of [coach, athlete]) await close(device)
  const [linkedCoach, linkedAthlete] = [await again(0, true), await again(1, true)]
  his = linkedAthlete.spaces[0]!
  changes = 0
  count()
  await until(
    'they are linked',
    () => his.status.peers === 1 && linkedCoach.spaces[0]!.status.acknowledgedBy.length === 1,
  )
  expect(valueIn(await linkedAthlete.receive(file))).toMatchObject({ fresh: 0, held: 0, missing: [] })
  expect([seen(his), changes]).toEqual([before, 0])
})
