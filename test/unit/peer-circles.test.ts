import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../core/model/ids.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { bodyOf, takeApart } from '../../core/peer/envelope.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import { notePrivately, privatePages, removePrivately } from '../../core/peer/pages.ts'
import { openWith } from '../../core/peer/secret.ts'
import { type LooseRow, ofSpace, type Store } from '../../core/peer/store.ts'
import { putGroup, putNotice, putSession, readClub, readDesks, readPlan } from '../../core/plan/index.ts'
import { aRun, household, network, newStore, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

type Insides = { readonly ledger: Ledger; readonly options: { readonly db: Store } }
const insides = (space: unknown) => space as Insides

/** Two coaches, an assistant and an athlete. */
const club = async () => {
  const net = network()
  const [ann, cas, ada, ben] = await Promise.all(['Ann', 'Cas', 'Ada', 'Ben'].map(name => open(net, name)))
  const hers = valueIn(await ann!.createSpace('coach'))
  const cases = await pair(hers, cas!, 'Cas', 'coach')
  const adas = await pair(hers, ada!, 'Ada', 'assistant')
  const his = await pair(hers, ben!, 'Ben', 'athlete')
  return { net, ann: ann!, ben: ben!, cas: cas!, hers, cases, adas, his }
}
const secret = 'A hard week nobody was told of'

test('a desk is read by the coaches and the assistant, and both coaches write in it', async () => {
  const { hers, cases, adas } = await club()
  const desk = valueIn(await hers.openCircle('desk'))
  putSession(desk.doc, aRun('draft', '2026-05-20', { title: secret }), localOrigin)
  await until('Cas and Ada have the desk', () => [cases, adas].every(({ circles }) => circles.length === 1))
  const titles = (space: typeof hers) => readPlan(space.circles[0]!.doc).sessions.map(({ title }) => title)
  await until('they read the draft', () => [cases, adas].every(space => titles(space).length === 1))
  putSession(cases.circles[0]!.doc, aRun('hers', '2026-05-21', { title: 'of Cas' }), localOrigin)
  await until('Ann reads it', () => titles(hers).length === 2)
  await until('all read the same', () => titles(adas).join() === titles(hers).join())
})

test('what a desk holds never reaches the athlete: no room, no envelope, no key, no word of it in anything they hold', async () => {
  const { net, hers, cases, his, ben } = await club()
  const arrived: Uint8Array[] = []
  for (const doc of net.docsOf('Ben')) doc.on('update', (update: Uint8Array) => arrived.push(update))
  const desk = valueIn(await hers.openCircle('desk'))
  for (let i = 0; i < 20; i++)
    putSession(desk.doc, aRun(`draft-${i}`, '2026-05-20', { title: `${secret} ${i}` }), localOrigin)
  await until('Cas reads all', () => readPlan(cases.circles[0]?.doc ?? new Y.Doc()).sessions.length === 20)
  putSession(hers.docs.plan, aRun('told', '2026-05-06', { title: 'Told' }), localOrigin)
  await until('Ben has the plan', () => readPlan(his.docs.plan).sessions.length === 1)

  const room = (name: string) => net.endsOf(name).map(end => end.room)
  const deskRoom = insides(hers).ledger.row.room
  expect(room('Ben')).toEqual([deskRoom])
  expect(room('Ann').filter(one => one !== deskRoom)).toHaveLength(1)

  const { ledger, options } = insides(his)
  const rows = await options.db.envelopes.toArray()
  expect([...new Set(rows.map(({ space }) => space))]).toEqual([his.id])
  expect(rows.filter(({ bytes }) => takeApart(bytes)!.header.doc === 'desk')).toEqual([])
  expect(await options.db.spaces.toArray()).toHaveLength(1)
  const told = ledger.chains.circles.flatMap(({ boxes }) => boxes.map(({ to }) => to))
  expect([told.length, told.includes(ben.id)]).toEqual([2, false])

  // Everything he was sent or keeps, and everything of it that his keys open.
  const keys = [...ledger.keysOf(0), ...Object.values(ledger.row.epochKeys)]
  const held = [
    ...rows.map(({ bytes }) => bytes),
    ...(await ofSpace<LooseRow>(options.db.loose, his.id)).map(({ bytes }) => bytes),
  ]
  const opened: Uint8Array[] = []
  for (const bytes of held)
    for (const key of keys) {
      const sealed = takeApart(bytes)
      const plain = sealed && (await openWith(key, sealed.closed, sealed.known))
      if (plain !== undefined) opened.push(plain)
    }
  const find = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words)
  expect(opened.some(bytes => find(bytes, 'Told'))).toBe(true)
  expect([...arrived, ...held, ...opened].filter(bytes => find(bytes, secret))).toEqual([])
  const annsDesk = await insides(hers).options.db.envelopes.where(':id').between([desk.id], [desk.id, []]).toArray()
  expect(annsDesk.length).toBeGreaterThan(1)
  for (const { bytes } of annsDesk)
    for (const key of keys) {
      const sealed = takeApart(bytes)!
      expect(await openWith(key, sealed.closed, sealed.known)).toBeUndefined()
      const mark = Buffer.from(bytes).subarray(-64)
      expect([...arrived, ...held].filter(one => Buffer.from(one).includes(mark))).toEqual([])
    }
})

test('an athlete, and an assistant, cannot begin a desk', async () => {
  const { adas, his } = await club()
  expect(await his.openCircle('desk')).toMatchObject({ ok: false, error: { type: 'NotAllowed' } })
  expect(await adas.openCircle('desk')).toMatchObject({ ok: false, error: { type: 'NotAllowed' } })
})

test('what is private between one coach and the athlete reaches neither the other coach nor the assistant', async () => {
  const { net, ann, ben, hers, his, cases, adas } = await club()
  const note = {
    id: 'calm',
    kind: 'mental-preparation',
    day: null,
    by: ann.person.id,
    words: 'Breathe',
    at: 5,
  } as const
  valueIn(await notePrivately(hers, ann.person.id, note))
  const pages = () => privatePages(his, ben.id).map(({ other, notes }) => [other, notes])
  await until('Ben reads it', () => pages().some(([, notes]) => notes!.length === 1))
  expect(pages()).toEqual([
    ['Ann', [note]],
    ['Cas', []],
  ])
  expect([cases.circles, adas.circles, hers.circles.length]).toEqual([[], [], 1])
  expect(net.endsOf('Cas').length + net.endsOf('Ada').length).toBe(2)
  expect(hers.circles[0]!.readers.length).toBe(2)
  valueIn(removePrivately(his, ann.person.id, 'calm'))
  await until('it is gone', () => privatePages(hers, ann.id)[0]!.notes.length === 0)
})

test('whoever may begin a private page puts no other page out of use with it', async () => {
  const { ann, ben, cas, hers, his, cases } = await club()
  const desk = valueIn(await hers.openCircle('desk'))
  const page = valueIn(await hers.openCircle('private', ann.person.id))
  await until('Cas has the desk, Ben the page', () => cases.circles.length === 1 && his.circles.length === 1)
  const told = (space: Space) => insides(space).ledger.chains.circles.length
  const tell = async (space: Space, coach: PersonId, replaces: string) => {
    const { ledger } = insides(space)
    const before = told(hers)
    const circle = `else-${replaces}-${coach}`.slice(0, 64)
    const word = { v: 1, space: space.id, circle, kind: 'private', coach, replaces, boxes: [] } as const
    await ledger.write(() => ledger.enter([{ kind: 'circle', doc: '-', body: bodyOf(word) }]))
    ;(space as unknown as { entered(): void }).entered()
    await until('Ann heard it', () => told(hers) > before)
  }
  await tell(his, ann.person.id, desk.id)
  await tell(cases, cas.person.id, page.id)
  expect(hers.circles.map(({ id }) => id).toSorted()).toEqual([desk.id, page.id].toSorted())
  expect(ben.spaces[0]!.circles.map(({ id }) => id)).toEqual([page.id])
})

test('a desk is still there after a restart, and a coach who comes later reads what was written before', async () => {
  const net = network()
  const store = newStore()
  const before = await open(net, 'Ann', { store })
  const made = valueIn(await before.createSpace('coach'))
  const desk = valueIn(await made.openCircle('desk'))
  putSession(desk.doc, aRun('draft', '2026-05-20'), localOrigin)
  await desk.saved()
  expect(net.endsOf('Ann')).toHaveLength(1)
  await close(before)
  const ann = await open(net, 'Ann', { store })
  const hers = ann.spaces[0]!
  expect([ann.spaces.length, hers.circles.length, readPlan(hers.circles[0]!.doc).sessions.length]).toEqual([1, 1, 1])
  const cases = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  await until('Cas reads the draft', () => readPlan(cases.circles[0]?.doc ?? new Y.Doc()).sessions.length === 1)
  await ann.forget(hers.id)
  expect(await insides(hers).options.db.spaces.count()).toBe(0)
})

test('an athlete who coached themselves gets a coach: the desk begins anew without them', async () => {
  const net = network()
  const ben = await open(net, 'Ben')
  const his = valueIn(await ben.createSpace('athlete'))
  const desk = valueIn(await his.openCircle('desk'))
  putSession(desk.doc, aRun('draft', '2026-05-20'), localOrigin)
  await desk.saved()
  const anns = await pair(his, await open(net, 'Ann'), 'Ann', 'coach')
  const made = valueIn(await anns.openCircle('desk'))
  putSession(made.doc, aRun('next', '2026-05-21'), localOrigin)
  await made.saved()
  await until('Ben was told', () => insides(his).ledger.chains.circles.length === 2)
  expect(readPlan(made.doc).sessions.map(({ id }) => id)).toContain('next')
  expect([his.circles, anns.circles.map(({ id }) => id)]).toEqual([[], [made.id]])
})

test('the club’s page is written by coaches and read by everybody; what a member writes in it is held', async () => {
  const { hers, cases, his } = await club()
  const page = valueIn(await hers.openCircle('club'))
  valueIn(putNotice(page.doc, { id: 'n', by: 'ann' as PersonId, words: 'Track is closed', at: 1 }, localOrigin))
  await until('all have the page', () => [cases, his].every(({ circles }) => circles.length === 1))
  const read = (space: typeof hers) => readClub(space.circles[0]!.doc)
  await until('they read the notice', () => [cases, his].every(space => read(space).board.length === 1))
  putGroup(cases.circles[0]!.doc, { id: 'g', name: 'Juniors', members: [] }, localOrigin)
  putNotice(his.circles[0]!.doc, { id: 'his', by: 'ben' as PersonId, words: 'Track is open', at: 2 }, localOrigin)
  await his.circles[0]!.saved()
  await until('Ann reads the group', () => read(hers).groups.length === 1)
  expect([read(hers).board.map(({ id }) => id), his.circles[0]!.status.held]).toEqual([['n'], 1])
})

test('a coach is removed: the desk begins anew with what was on it, in a room and under a key the removed never had', async () => {
  const { net, cas, hers, cases, adas } = await club()
  const desk = valueIn(await hers.openCircle('desk'))
  putSession(desk.doc, aRun('before', '2026-05-20', { title: 'Before' }), localOrigin)
  const titles = (space: typeof hers) =>
    readDesks(space.circles.map(({ doc }) => doc)).sessions.map(({ title }) => title)
  await until('all read the draft', () => [cases, adas].every(space => titles(space).length === 1))
  const rooms = net.endsOf('Cas').map(({ room }) => room)
  valueIn(await hers.remove([cas.id]))
  await until('the desk began anew', () => hers.circles.length === 1 && hers.circles[0]!.id !== desk.id)
  const anew = hers.circles[0]!
  putSession(anew.doc, aRun('after', '2026-05-21', { title: secret }), localOrigin)
  await until('the assistant reads both', () => titles(adas).length === 2)
  expect([titles(adas), anew.readers.length]).toEqual([['Before', secret], 2])

  await until('Cas knows', () => cas.spaces[0]?.membership === 'removed')
  const { db } = insides(cas.spaces[0]!).options
  const row = await insides(hers).options.db.spaces.get(anew.id)
  expect(rooms).not.toContain(row!.room)
  expect([
    await db.spaces.get(anew.id),
    await db.envelopes.where(':id').between([anew.id], [anew.id, []]).count(),
  ]).toEqual([undefined, 0])
  const told = insides(hers).ledger.chains.circles.filter(({ circle }) => circle === anew.id)
  expect(told.flatMap(({ boxes }) => boxes.map(({ to }) => to))).not.toContain(cas.id)
})

test('a coach is removed while the one who began the desk is away: nothing more is written under the old key', async () => {
  const { net, cas, hers, cases, adas } = await club()
  const desk = valueIn(await cases.openCircle('desk'))
  putSession(desk.doc, aRun('before', '2026-05-20', { title: 'Before' }), localOrigin)
  const eve = await open(net, 'Eve')
  const eves = await pair(hers, eve, 'Eve', 'coach')
  const titles = (space: Space) => readDesks(space.circles.map(({ doc }) => doc)).sessions.map(({ title }) => title)
  await until('all read the draft', () => [hers, adas, eves].every(space => titles(space).length === 1))
  net.setApart('Cas', true)
  putSession(desk.doc, aRun('unsent', '2026-05-22', { title: 'Written while away' }), localOrigin)
  await desk.saved()
  const eveHad = insides(eves).ledger
  valueIn(await hers.remove([eve.id]))
  const anew = valueIn(await hers.openCircle('desk'))
  expect([anew.id === desk.id, titles(hers)]).toEqual([false, ['Before']])
  putSession(anew.doc, aRun('after', '2026-05-21', { title: secret }), localOrigin)
  await until('the assistant reads both', () => titles(adas).length === 2)
  net.setApart('Cas', false)
  await until('Cas reads all, and what was written away is not lost', () => titles(cases).length === 3)
  await until('Ann too', () => titles(hers).length === 3)
  expect([cases.circles.map(({ id }) => id), titles(cases).includes(secret)]).toEqual([[anew.id], true])
  await until('Eve knows', () => eve.spaces[0]?.membership === 'removed')
  const { db } = insides(eve.spaces[0]!).options
  const rows = await db.envelopes.where(':id').between([anew.id], [anew.id, []]).count()
  expect([rows, eveHad.chains.circles.some(({ circle }) => circle === anew.id)]).toEqual([0, false])
  expect(cas.spaces[0]!.status.held).toBe(0)
})

test('an athlete who keeps the list removes a coach: whoever writes first begins the desk anew; an assistant waits', async () => {
  const net = network()
  const [ben, ann, cas, ada] = await Promise.all(['Ben', 'Ann', 'Cas', 'Ada'].map(name => open(net, name)))
  const his = valueIn(await ben!.createSpace('athlete'))
  const anns = await pair(his, ann!, 'Ann', 'coach')
  const cases = await pair(his, cas!, 'Cas', 'coach')
  const adas = await pair(his, ada!, 'Ada', 'assistant')
  const desk = valueIn(await anns.openCircle('desk'))
  putSession(desk.doc, aRun('before', '2026-05-20'), localOrigin)
  const drafts = (space: Space) => space.circles.flatMap(({ doc }) => readPlan(doc).sessions)
  await until('both read it', () => [cases, adas].every(space => drafts(space).length === 1))
  for (const name of ['Ann', 'Cas']) net.setApart(name, true)
  valueIn(await his.remove([ann!.id]))
  await until('Ada heard', () => adas.members.length === 3)
  expect(await adas.openCircle('desk')).toMatchObject({ ok: false, error: { type: 'NotAllowed' } })
  net.setApart('Cas', false)
  await until('Cas heard', () => cases.members.length === 3)
  const anew = valueIn(await cases.openCircle('desk'))
  expect([anew.id === desk.id, readPlan(anew.doc).sessions.length]).toEqual([false, 1])
  await until('Ada reads the new one', () => adas.circles.map(({ id }) => id).join() === anew.id)
})
