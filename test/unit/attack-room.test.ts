import { afterEach, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import type { Day } from '../../core/model/day.ts'
import { raise, saveCheckIn } from '../../core/peer/actions.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { importActivities } from '../../core/peer/arrivals.ts'
import { makeDeviceKeys } from '../../core/peer/keys.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import { readInvitation, roomKey, writeLetter } from '../../core/peer/pairing.ts'
import type { Store } from '../../core/peer/store.ts'
import { putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import { aActivity, aRun, household, network, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const minutes = (milliseconds: number) => Math.floor(milliseconds / 60_000)
const year = 365 * 24 * 3_600_000
/** What somebody who wrote their own app can reach of this one. */
type Insides = {
  readonly ledger: Ledger
  readonly options: { readonly db: Store }
  lookAgain(): Promise<void>
}
const insides = (space: Space): Insides => space as unknown as Insides
const room = async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  return { net, coach, ben, hers, his }
}

test('room 1: a member’s device dates a word five years ahead: nobody else’s words go there too', async () => {
  const { net, hers } = await room()
  const clock = { now: noon }
  const theirs = await pair(hers, await open(net, 'Eve', { now: () => clock.now }), 'Eve', 'coach')
  clock.now = noon + 5 * year
  valueIn(await theirs.sign({ ...blank, type: 'seen', item: 'x' }))
  await until('it arrived', () => hers.log.length === 1)
  valueIn(await hers.sign({ ...blank, type: 'seen', item: 'y' }))
  clock.now = noon
  valueIn(await theirs.sign({ ...blank, type: 'seen', item: 'z' }))
  await until('all arrived', () => hers.log.length === 3)
  const at = Object.fromEntries(hers.log.map(({ signed: { statement } }) => [statement.item, statement.at]))
  // Why theirs goes on there: a device signs no earlier than it did before, however its clock is set back.
  expect(at).toEqual({ x: minutes(noon + 5 * year), y: minutes(noon), z: minutes(noon + 5 * year) })
  expect(hers.log.map(({ verified }) => verified.ok)).toEqual([true, true, true])
})

test('room 2: the coach’s device goes on writing as the athlete under the old member list: it is turned away', async () => {
  const { hers, his } = await room()
  const { ledger, options, lookAgain } = insides(hers)
  const forged = new Y.Doc()
  forged.clientID = ledger.docs.athlete.clientID
  forged.getMap('confirmedDays').set('2026-05-01', { day: '2026-05-01' })
  await ledger.write(async () => {
    const { seq, hash } = ledger.chains.head(ledger.me.id)
    const place = { seq: seq + 1, prevHash: hash as never, part: 1, parts: 1, keys: null }
    const label = { kind: 'update', doc: 'athlete', keyEpoch: 1, roster: 1, ...place } as const
    const sealed = await ledger.seal(label, new Uint8Array(Y.encodeStateAsUpdate(forged)))
    const row = { space: hers.id, device: ledger.me.id, seq: seq + 1, hash: sealed.hash, bytes: sealed.bytes }
    await options.db.envelopes.add({ ...row, kind: 'update', held: null })
  })
  await lookAgain.call(hers)
  await until('it is held', () => his.status.held === 1)
  expect(readAthlete(his.docs.athlete).confirmedDays).toEqual([])
})

test('room 3: who holds a leaked invitation knocks with fifty devices: twenty stand at the door, and it can be taken back', async () => {
  const { net, hers } = await room()
  const invite = valueIn(await hers.invite('viewer'))
  const read = readInvitation(invite.fragment)!
  const doc = net.docsOf('Ben')[0]!
  for (let i = 0; i < 50; i++) {
    const keys = await makeDeviceKeys()
    const ask = { v: 1, space: hers.id, invite: invite.id, keys: keys.keys, name: `Eve ${i}`, role: 'viewer' } as const
    const letter = await writeLetter(
      keys,
      { ...ask, person: `eve${i}` as never },
      read.secret,
      await roomKey(read.roomSecret),
    )
    doc.getMap('requests').set(keys.id, letter)
  }
  await until('the door is full', () => hers.requests.length === 20)
  await hers.saved()
  expect(hers.requests).toHaveLength(20)
  await hers.revoke(invite.id)
  expect(hers.requests).toEqual([])
})

test('room 4: somebody fills the room with junk letters and writes over a real one: the real one is still read', async () => {
  const { net, hers } = await room()
  const doc = net.docsOf('Ben')[0]!
  doc.transact(() => {
    for (const place of ['requests', 'acks', 'answers'])
      for (let i = 0; i < 1500; i++) doc.getMap(place).set(`junk${i}`, new Uint8Array(40))
  })
  const invite = valueIn(await hers.invite('viewer'))
  net.setApart('Coach Ann', true)
  const cas = await open(net, 'Cas')
  valueIn(await cas.join(invite.fragment, 'Cas'))
  await until('the letter lies there', () => doc.getMap('requests').has(cas.id))
  doc.getMap('requests').set(cas.id, new Uint8Array(30))
  net.setApart('Coach Ann', false)
  await until('Cas is at the door', () => hers.requests.length === 1)
  valueIn(await hers.accept(cas.id))
  await until('Cas is in', () => cas.spaces[0]?.membership === 'member')
  putSession(hers.docs.plan, aRun('one', '2026-05-05'), localOrigin)
  await until('both said they have it', () => hers.status.acknowledgedBy.length === 2)
})

test('room 5: somebody with the room’s secret claims to be a thousand people, one of them the coach: nobody is shown', async () => {
  const { net, coach, hers, his } = await room()
  const person = hers.members[0]!.person
  let told = 0
  his.subscribe(() => {
    told++
  })
  await until('all is quiet', () => his.status.acknowledgedBy.length === 0)
  const before = told
  const { awareness } = net.endsOf('Ben')[0]!
  for (let i = 0; i < 1000; i++) {
    const fake = new Awareness(new Y.Doc())
    fake.setLocalState({
      at: { device: coach.id, person: i === 0 ? 'eve' : `p${i}`, name: 'Coach', view: '', day: null },
    })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(fake, [fake.clientID]), 'eve')
    fake.destroy()
  }
  expect([his.presence, told - before < 100]).toEqual([[], true])
  hers.setPresence({ view: 'plan', day: null })
  await until('the coach is seen', () => his.presence.length === 1)
  expect(his.presence[0]).toMatchObject({ device: coach.id, person, mine: false })
})
test('room 6: an assistant says first that a change was made, so that no device makes it: it is made all the same', async () => {
  const { net, hers } = await room()
  const helper = await pair(hers, await open(net, 'Eve'), 'Eve', 'assistant')
  valueIn(await helper.sign({ ...blank, type: 'raised', item: 'the-proposal' }))
  await until('it arrived', () => hers.log.length === 1)
  const proposal = { id: 'the-proposal', verdict: { level: 'ask', because: [] } }
  await raise(hers, { proposals: [proposal] } as never)
  await raise(hers, { proposals: [proposal] } as never)
  expect(hers.log.map(({ signed }) => signed.statement.role).toSorted()).toEqual(['assistant', 'coach'])
})

test('room 7: a coach imports and checks in for an athlete who has joined: it is refused, and nothing is written', async () => {
  const { hers } = await room()
  const no = { ok: false, error: { type: 'NotAllowed', says: 'Only the athlete writes this, on their own device.' } }
  expect(await importActivities(hers, [aActivity(1)])).toEqual(no)
  expect(saveCheckIn(hers, emptyCheckIn('2026-05-05' as Day))).toEqual(no)
  await hers.saved()
  const { activities, checkIns } = readAthlete(hers.docs.athlete)
  expect([activities, checkIns, hers.status.held]).toEqual([[], [], 0])
})

test('room 8: huge lists and foreign kinds of entries are put where envelopes lie: the two go on', async () => {
  const { net, hers, his } = await room()
  const doc = net.docsOf('Ben')[0]!
  doc.transact(() => {
    const names = [...doc.share.keys()].filter(name => name.startsWith('e'))
    for (const name of names) {
      doc.getArray(name).push(new Array(20_000).fill(0))
      doc.getArray(name).push([new Y.Text('x'), new Y.Map(), { a: 1 }, null])
      doc.getArray(name.replace('e0/', 'e7/')).push([new Uint8Array(70_000), 'x'])
    }
    for (const kind of ['requests', 'acks', 'answers']) {
      doc.getMap(kind).set('__proto__', new Uint8Array(9))
      doc.getMap(kind).set('list', [1, 2, 3])
    }
  })
  putSession(hers.docs.plan, aRun('after', '2026-05-06'), localOrigin)
  await until('the two go on', () => readPlan(his.docs.plan).sessions.length === 1)
  expect(readPlan(his.docs.plan)).toEqual(readPlan(hers.docs.plan))
})
