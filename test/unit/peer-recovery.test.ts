import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import type { Day } from '../../core/model/day.ts'
import { situationOf } from '../../core/peer/actions.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { outside } from '../../core/peer/outside.ts'
import { readRecovery, usualRounds, writeRecovery } from '../../core/peer/recovery-file.ts'
import { openStore, type Store } from '../../core/peer/store.ts'
import { currentSchema, putCheckIn, putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, household, network, newStore, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const passphrase = 'apple river cloud stone lamp bread'
const now = { day: '2026-05-05' as Day, minute: 720, at: Math.floor(noon / 60_000) }
/** Everything the engine and the screens read of a space. */
const read = (space: Space) => {
  const { plan, content, playbook, log } = situationOf(space, now) as ReturnType<typeof situationOf> & { log: unknown }
  return { plan, content, playbook, log, entries: space.log, roles: space.myRoles }
}
const titles = (space: Space) => readPlan(space.docs.plan).sessions.map(({ title }) => title)

/** A coach with a written plan, alone or with an athlete. */
const written = async () => {
  const net = network()
  const ann = await open(net, 'Ann')
  const hers = valueIn(await ann.createSpace('coach'))
  putSession(hers.docs.plan, aRun('tuesday', '2026-05-05', { title: 'Tuesday' }), localOrigin)
  putCheckIn(hers.docs.athlete, emptyCheckIn('2026-05-04' as Day), localOrigin)
  valueIn(await hers.sign({ ...blank, type: 'seen', item: 'a' }))
  await hers.saved()
  return { net, ann, hers }
}

test('the only device is lost: the file brings back the same calendar, log and verdicts, and the person goes on', async () => {
  const { net, ann, hers } = await written()
  expect(ann.lastBackup).toBe(null)
  const file = valueIn(await ann.makeRecovery(passphrase))
  expect(ann.lastBackup).toBe(noon)
  const before = read(hers)
  await close(ann)
  const anew = await open(net, '')
  valueIn(await anew.restore(file, passphrase))
  const space = anew.spaces[0]!
  expect(read(space)).toEqual(before)
  expect([anew.person, anew.restoredFrom]).toEqual([ann.person, Math.floor(noon / 60_000)])
  expect([space.membership, space.keeps, space.status.held]).toEqual(['member', 'could', 0])
  expect(space.members[0]!.devices.map(({ id }) => id)).toEqual([ann.id, anew.id])
  valueIn(await space.remove([ann.id]))
  const again = anew.spaces[0]!
  expect(again.keeps).toBe('yes')
  putSession(again.docs.plan, aRun('friday', '2026-05-08', { title: 'Friday' }), localOrigin)
  await pair(again, await open(net, 'Ben'), 'Ben', 'athlete')
  expect(again.log.map(({ verified }) => verified.ok)).toEqual([true])
})

test('the others know who came back by the file alone, and what was written meanwhile arrives', async () => {
  const { net, ann, hers } = await written()
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  const desk = valueIn(await hers.openCircle('desk'))
  desk.doc.getMap('notes').set('a', 'draft')
  await desk.saved()
  const file = valueIn(await ann.makeRecovery(passphrase))
  putSession(hers.docs.plan, aRun('later', '2026-05-06', { title: 'Later' }), localOrigin)
  await until('Ben has it', () => titles(his).length === 2)
  expect(his.members[0]!.files).toHaveLength(1)
  await close(ann)
  const anew = await open(net, 'Ann’s new')
  valueIn(await anew.restore(file, passphrase))
  const space = anew.spaces[0]!
  await until('what came later is here', () => titles(space).length === 2)
  await until('Ben knows the new device', () => his.members[0]!.devices.length === 2)
  valueIn(await space.remove([ann.id]))
  await until('Ben knows', () => ben.spaces[0]!.members[0]!.devices.map(({ id }) => id).join() === anew.id)
  putSession(anew.spaces[0]!.docs.plan, aRun('new', '2026-05-07', { title: 'New' }), localOrigin)
  await until('Ben reads on', () => titles(ben.spaces[0]!).length === 3)
  const notes = () => anew.spaces[0]!.circles.flatMap(({ doc }) => [...doc.getMap('notes').values()])
  await until('the desk is there', () => notes().includes('draft'))
})

test('a file made before somebody was removed still brings its person back', async () => {
  const { net, ann, hers } = await written()
  const ben = await open(net, 'Ben')
  await pair(hers, ben, 'Ben', 'athlete')
  const cas = await open(net, 'Cas')
  await pair(hers, cas, 'Cas', 'coach')
  const file = valueIn(await ben.makeRecovery(passphrase))
  await until('Ann knows of the file', () => hers.members[1]!.files.length === 1)
  valueIn(await hers.remove([cas.id]))
  putSession(hers.docs.plan, aRun('after', '2026-05-09', { title: 'After' }), localOrigin)
  await close(ben)
  const anew = await open(net, 'Ben’s new')
  valueIn(await anew.restore(file, passphrase))
  await until('what came after is here', () => titles(anew.spaces[0]!).includes('After'))
  await until('Ann knows', () => ann.spaces[0]!.members[1]!.devices.length === 2)
})

test('a file holds what was set aside too, and opens again', async () => {
  const { net, ann, hers } = await written()
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'coach')
  putSession(his.docs.plan, aRun('later', '2026-05-06', { title: 'Later' }), localOrigin)
  await until('it is in', () => titles(hers).length === 2)
  const { db } = (hers as unknown as { readonly options: { readonly db: Store } }).options
  const row = (await db.envelopes.get([hers.id, ben.id, 1]))!
  await db.envelopes.put({ ...row, held: 'the page cannot hold it', judgedIn: currentSchema })
  const file = valueIn(await ann.makeRecovery(passphrase))
  await close(ann)
  const store = newStore()
  const anew = await open(net, '', { store })
  valueIn(await anew.restore(file, passphrase))
  expect(titles(anew.spaces[0]!)).toEqual(['Tuesday'])
  const after = openStore(store)
  expect(await after.envelopes.get([hers.id, ben.id, 1])).toMatchObject({ judgedIn: currentSchema })
  after.close()
})

test('a wrong passphrase, a damaged file, a later version, any other file: said, and nothing changes', async () => {
  const { net, ann } = await written()
  const file = valueIn(await ann.makeRecovery(passphrase))
  const store = newStore()
  const anew = await open(net, 'New', { store })
  const damaged = file.slice()
  damaged[file.length - 100]! ^= 1
  const later = new TextEncoder().encode('tandem-recovery {"v":2,"else":1}\nwhatever')
  const tries = [
    [file, 'apple river', 'CannotOpen'],
    [damaged, passphrase, 'CannotOpen'],
    [file.slice(0, 5_000), passphrase, 'CannotOpen'],
    [new TextEncoder().encode('tandem-recovery {"v":1}\n'), passphrase, 'Damaged'],
    [later, passphrase, 'NewerVersion'],
    [new Uint8Array(3000), passphrase, 'NotARecoveryFile'],
  ] as const
  for (const [bytes, words, type] of tries)
    expect(await anew.restore(bytes, words)).toEqual({ ok: false, error: { type } })
  const db = openStore(store)
  expect([anew.spaces, await db.envelopes.count(), await db.spaces.count()]).toEqual([[], 0, 0])
  db.close()
  expect(await ann.restore(file, passphrase)).toEqual({ ok: false, error: { type: 'NotEmpty' } })
  // Why: the same words typed with other spaces around them, or composed otherwise, are the same words.
  valueIn(await anew.restore(file, ` ${passphrase}\n`))
})

test('one file opened on two devices lets both in; nobody is stopped, and what each writes reaches all', async () => {
  const { net, ann, hers } = await written()
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  const file = valueIn(await ann.makeRecovery(passphrase))
  await until('Ben knows of the file', () => his.members[0]!.files.length === 1)
  await close(ann)
  for (const name of ['one', 'two', 'Ben']) net.setApart(name, true)
  const stores = [newStore(), newStore()]
  const [one, two] = [await open(net, 'one', { store: stores[0]! }), await open(net, 'two', { store: stores[1]! })]
  for (const device of [one, two]) {
    valueIn(await device.restore(file, passphrase))
    const space = device.spaces[0]!
    putSession(space.docs.plan, aRun(device.id, '2026-05-08', { title: device.id }), localOrigin)
    await space.saved()
    expect([space.membership, space.status.saved]).toEqual(['member', 'saved'])
  }
  net.setApart('two', false)
  net.setApart('Ben', false)
  await until('Ben has what the second wrote', () => titles(his).includes(two.id))
  await close(two)
  net.setApart('one', false)
  const first = one.spaces[0]!
  await until('Ben and the first have all three', () => [his, first].every(space => titles(space).length === 3))
  const again = (await open(net, 'two', { store: stores[1]! })).spaces[0]!
  await until('so has the second, opened again', () => titles(again).length === 3)
  const devices = (space: Space) => space.members[0]!.devices.map(({ id }) => id).toSorted()
  expect([devices(his), devices(first)]).toEqual([devices(again), devices(again)])
  expect([his, first, again].map(({ status }) => [status.stopped.length, status.held])).toEqual(Array(3).fill([0, 0]))
})

test('a file made worthless lets nobody in: who came in by it alone is out on every device, whoever heard of them first', async () => {
  const { net, ann, hers } = await written()
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  const file = valueIn(await ann.makeRecovery(passphrase))
  await until('Ben knows of the file', () => his.members[0]!.files.length === 1)
  net.setApart('Ann', true)
  const thief = await open(net, 'Thief')
  valueIn(await thief.restore(file, passphrase))
  putSession(thief.spaces[0]!.docs.plan, aRun('theft', '2026-05-08', { title: 'Theft' }), localOrigin)
  await until('Ben believed it', () => titles(his).includes('Theft'))
  valueIn(await hers.remove([hers.members[0]!.files[0]!.id]))
  net.setApart('Ann', false)
  await until('Ben heard', () => !titles(ben.spaces[0]!).includes('Theft'))
  await until('the thief is out', () => thief.spaces[0]?.membership === 'removed')
  expect([titles(hers), titles(ben.spaces[0]!)]).toEqual([['Tuesday'], ['Tuesday']])
  expect(ben.spaces[0]!.members[0]!.devices.map(({ id }) => id)).toEqual([ann.id])
})

test('a file that a person makes takes a million rounds, whatever these tests are content with', async () => {
  const { net, ann } = await written()
  const rounds = async (device: typeof ann) => {
    const text = new TextDecoder().decode(valueIn(await device.makeRecovery(passphrase)))
    return Number(/"rounds":(\d+)/.exec(text)?.[1])
  }
  const usual = await open(net, 'Una', { rounds: outside.rounds })
  expect([await rounds(ann), await rounds(usual), usualRounds]).toEqual([100_000, 1_000_000, 1_000_000])
})

test('where coming back fails half way, nothing of the file stays: no keys, no person, no piece', async () => {
  const { net, ann } = await written()
  const body = valueIn(await readRecovery(valueIn(await ann.makeRecovery(passphrase)), passphrase))
  const broken = await writeRecovery({ ...body, spaces: [...body.spaces, ...body.spaces] }, passphrase, usualRounds)
  const store = newStore()
  const anew = await open(net, 'New', { store })
  const person = anew.person
  expect(await anew.restore(broken, passphrase)).toMatchObject({ ok: false, error: { type: 'NotSaved' } })
  const db = openStore(store)
  expect([await db.device.get('file'), await db.settings.get('restored')]).toEqual([undefined, undefined])
  expect((await db.settings.get('person'))?.value).toEqual(person)
  expect([await db.spaces.count(), await db.envelopes.count(), await db.loose.count()]).toEqual([0, 0, 0])
  db.close()
})
