/** Two people who are never online together keep one plan by files alone. */
import { afterEach, expect, test } from 'vitest'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import { looksLikeParcel, parcelToText, readParcels, writeParcel } from '../../core/peer/parcel.ts'
import {
  patchSession,
  putCheckIn,
  putPrivateNote,
  putSession,
  readAthlete,
  readPlan,
  readPrivateNotes,
} from '../../core/plan/index.ts'
import { aNote, aRun, household, network, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const monday = '2026-05-04' as Day
const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const

/** Two people who met once, and whose links are off since. */
const apart = async () => {
  const net = network()
  const [coach, athlete] = [await open(net, 'Cora'), await open(net, 'Ada')]
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, athlete, 'Ada', 'athlete')
  await until('she has the member list', () => hers.status.acknowledgedBy.includes(athlete.id))
  for (const device of [coach, athlete]) device.setOnline(false)
  return { net, coach, athlete, hers, his }
}
/** A file from one to the other, holding what the other has not confirmed. */
const send = async (from: Space, to: Device) => {
  const theirs = from.members.find(({ devices }) => devices.some(({ id }) => id === to.id))!.person
  const packed = await from.pack(theirs)
  return { ...valueIn(await to.receive(packed.bytes)), bytes: packed.bytes }
}
const read = (space: Space) => ({
  plan: readPlan(space.docs.plan),
  content: readAthlete(space.docs.athlete),
  log: space.log.map(({ id, verified }) => ({ id, verified })),
})

test('a week of edits goes both ways by file, and each learns what the other has', async () => {
  const { coach, athlete, hers, his } = await apart()
  for (let i = 0; i < 7; i++) {
    const day = addDays(monday, i)
    valueIn(putSession(hers.docs.plan, aRun(`session-${i}`, day), localOrigin))
    await hers.saved()
    valueIn(putCheckIn(his.docs.athlete, { ...emptyCheckIn(day), soreness: 2 }, localOrigin))
    await his.saved()
  }
  valueIn(await hers.sign({ ...blank, type: 'seen', item: 'week-1' }))
  expect(hers.status.acknowledgedBy).toEqual([])

  const first = await send(hers, athlete)
  expect(first).toMatchObject({ pieces: 8, fresh: 8, held: 0, missing: [] })
  expect(readPlan(his.docs.plan).sessions).toHaveLength(7)
  expect(await send(his, coach)).toMatchObject({ pieces: 7, fresh: 7 })
  await until('the coach knows that Ada has it', () => hers.status.acknowledgedBy.includes(athlete.id))
  expect(read(hers)).toEqual(read(his))

  // Confirmed: the next file holds only what came after.
  valueIn(patchSession(hers.docs.plan, aRun('session-1', monday).id, { title: 'Shorter' }, localOrigin))
  expect(await send(hers, athlete)).toMatchObject({ pieces: 1, fresh: 1 })
  expect(await send(his, coach)).toMatchObject({ pieces: 0, fresh: 0 })
  await until('that too', () => hers.status.acknowledgedBy.includes(athlete.id))
  expect(read(hers)).toEqual(read(his))

  // Twice, late, and out of order: nothing changes.
  const before = read(his)
  expect(valueIn(await athlete.receive(first.bytes))).toMatchObject({ pieces: 8, fresh: 0, held: 0, missing: [] })
  expect(read(his)).toEqual(before)
})

test('a file that begins too late says so, and the whole one heals it', async () => {
  const { coach, athlete, hers, his } = await apart()
  valueIn(putSession(hers.docs.plan, aRun('one', monday), localOrigin))
  await hers.saved()
  const whole = valueIn(readParcels((await hers.pack(null)).bytes))[0]!
  valueIn(putSession(hers.docs.plan, aRun('two', monday), localOrigin))
  await hers.saved()
  const all = valueIn(readParcels((await hers.pack(null)).bytes))[0]!
  const known = new Set(whole.envelopes.map(String))
  const late = writeParcel({ ...all, envelopes: all.envelopes.filter(bytes => !known.has(String(bytes))) })
  expect(valueIn(await athlete.receive(late))).toMatchObject({ pieces: 1, fresh: 0, held: 0, missing: [coach.id] })
  expect(readPlan(his.docs.plan).sessions).toEqual([])
  expect(valueIn(await athlete.receive(writeParcel(all)))).toMatchObject({ fresh: 2, held: 0, missing: [] })
  expect(readPlan(his.docs.plan).sessions).toHaveLength(2)
})

test('pairing by files: the request goes one way, the plan comes back', async () => {
  const net = network()
  const [coach, athlete] = [await open(net, 'Cora'), await open(net, 'Ada')]
  for (const device of [coach, athlete]) device.setOnline(false)
  const hers = valueIn(await coach.createSpace('coach'))
  valueIn(putSession(hers.docs.plan, aRun('one', monday), localOrigin))
  const { fragment } = valueIn(await hers.invite('athlete'))
  const his = valueIn(await athlete.join(fragment, 'Ada'))
  valueIn(await coach.receive((await his.pack(null)).bytes))
  await until('she is at the door', () => hers.requests.length === 1)
  valueIn(await hers.accept(athlete.id))
  expect(his.membership).toBe('waiting')
  valueIn(await athlete.receive((await hers.pack(null)).bytes))
  await until('she is in', () => his.membership === 'member')
  expect(readPlan(his.docs.plan).sessions.map(({ id }) => id)).toEqual(['one'])
})

test('what a file brought is carried on by the other links', async () => {
  const { net, athlete, hers, his } = await apart()
  const laptop = await open(net, 'Ada’s laptop')
  const there = valueIn(await laptop.join(valueIn(await his.invite('own-device')).fragment, 'Ada'))
  athlete.setOnline(true)
  await until('the laptop asks', () => his.requests.length === 1)
  valueIn(await his.accept(laptop.id))
  await until('it is in', () => there.membership === 'member')
  valueIn(putSession(hers.docs.plan, aRun('one', monday), localOrigin))
  await send(hers, athlete)
  await until('it reached the laptop', () => readPlan(there.docs.plan).sessions.length === 1)
})

test('what only two people read goes along in the file, and only to them', async () => {
  const { coach, athlete, hers, his } = await apart()
  const both = valueIn(await hers.openCircle('private', coach.person.id))
  valueIn(putPrivateNote(both.doc, aNote('talk'), localOrigin))
  await both.saved()
  await send(hers, athlete)
  await until('it is read', () => his.circles.length === 1 && readPrivateNotes([his.circles[0]!.doc]).length === 1)
  valueIn(putPrivateNote(his.circles[0]!.doc, aNote('answer'), localOrigin))
  await his.circles[0]!.saved()
  await send(his, coach)
  await until('the answer came', () => readPrivateNotes([both.doc]).length === 2)
  const desk = valueIn(await hers.openCircle('desk'))
  valueIn(putSession(desk.doc, aRun('draft', monday), localOrigin))
  await desk.saved()
  const file = await send(hers, athlete)
  expect(valueIn(readParcels(file.bytes)).map(({ space }) => space)).toEqual([hers.id, both.id])
})

test('a file in either form is read; what is none, or is cut or altered, changes nothing', async () => {
  const { athlete, hers, his } = await apart()
  valueIn(putSession(hers.docs.plan, aRun('one', monday), localOrigin))
  const { bytes } = await hers.pack(null)
  const text = new TextEncoder().encode(parcelToText(bytes))
  expect(valueIn(readParcels(text))).toEqual(valueIn(readParcels(bytes)))
  expect([looksLikeParcel(text), looksLikeParcel(bytes), looksLikeParcel(new Uint8Array())]).toEqual([
    true,
    true,
    false,
  ])
  const refusal = async (file: Uint8Array) => {
    const received = await athlete.receive(file)
    return received.ok ? received.value : received.error.type
  }
  expect(await refusal(new TextEncoder().encode('<gpx></gpx>'))).toBe('NotAParcel')
  for (const length of [20, 60, bytes.length - 1]) expect(await refusal(bytes.slice(0, length))).toBe('CutShort')
  expect(await refusal(text.slice(0, -30))).toBe('CutShort')
  const altered = new Uint8Array(bytes)
  altered[bytes.length >> 1]! ^= 1
  expect(await refusal(altered)).toMatchObject({ fresh: expect.any(Number) })
  const stranger = await open(network(), 'Eve')
  expect(await stranger.receive(bytes)).toMatchObject({ ok: false, error: { type: 'NotHere' } })
  expect(readPlan(his.docs.plan).unreadable).toEqual([])
  valueIn(await athlete.receive(bytes))
  expect(readPlan(his.docs.plan).sessions).toHaveLength(1)
})
