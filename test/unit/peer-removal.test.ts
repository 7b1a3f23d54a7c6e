import { afterEach, expect, test } from 'vitest'
import type { Session } from '../../core/model/session.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import { patchSession, putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, household, network, newStore, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const titles = (space: Space) =>
  readPlan(space.docs.plan)
    .sessions.map(({ title }) => title)
    .toSorted()
const write = (space: Space, id: string, title: string) =>
  putSession(space.docs.plan, aRun(id, '2026-05-05', { title }), localOrigin)
const ledgerOf = (space: Space): Ledger => (space as unknown as { ledger: Ledger }).ledger

/** A coach with an athlete and a second coach, all together. */
const three = async () => {
  const net = network()
  const stores = { ann: newStore(), ben: newStore(), cas: newStore() }
  const ann = await open(net, 'Ann', { store: stores.ann })
  const hers = valueIn(await ann.createSpace('coach'))
  const ben = await open(net, 'Ben', { store: stores.ben })
  await pair(hers, ben, 'Ben', 'athlete')
  const cas = await open(net, 'Cas', { store: stores.cas })
  await pair(hers, cas, 'Cas', 'coach')
  const spaceOf = (device: typeof ann) => device.spaces[0]!
  await until('all know all', () => [ann, ben, cas].every(one => spaceOf(one).members.length === 3))
  return { net, stores, ann, ben, cas, spaceOf, annSpace: () => spaceOf(ann) }
}
const devicesOf = (space: Space, name: string) =>
  space.members.filter(member => member.name === name).flatMap(({ devices }) => devices.map(({ id }) => id))

test('a person is removed: those who stay go on under a new key in a new room, what the removed wrote before stays', async () => {
  const { ann, ben, cas, spaceOf, annSpace } = await three()
  write(spaceOf(cas), 'before', 'Before')
  valueIn(await spaceOf(cas).sign({ ...blank, type: 'seen', item: 'a' }))
  await until('it arrived', () => titles(annSpace()).length === 1 && annSpace().log.length === 1)
  const room = ledgerOf(annSpace()).row.room
  valueIn(await annSpace().remove(devicesOf(annSpace(), 'Cas')))
  await until('Cas knows', () => spaceOf(cas).membership === 'removed')
  await until('Ben moved', () => ledgerOf(spaceOf(ben)).row.room !== room)
  write(annSpace(), 'after', 'After')
  await until('Ben has it', () => titles(spaceOf(ben)).includes('After'))
  await until('Ann knows', () => annSpace().status.acknowledgedBy.includes(ben.id))
  expect(titles(spaceOf(ben))).toEqual(['After', 'Before'])
  expect(titles(spaceOf(cas))).toEqual(['Before'])
  expect(spaceOf(ben).members.map(({ name }) => name)).toEqual(['Ann', 'Ben'])
  expect(spaceOf(ben).log.map(({ verified }) => verified.ok)).toEqual([true])
  expect(annSpace().removed).toMatchObject([{ name: 'Cas', device: cas.id, last: 2, late: 0 }])
  expect(ledgerOf(spaceOf(ben)).row.room).toBe(ledgerOf(annSpace()).row.room)
  expect(ledgerOf(spaceOf(ben)).row.epochKeys).toEqual(ledgerOf(annSpace()).row.epochKeys)
  expect([ann.spaces, ben.spaces].map(spaces => spaces[0]!.status.held)).toEqual([0, 0])
  expect(await spaceOf(cas).sign({ ...blank, type: 'seen', item: 'late' })).toMatchObject({ ok: false })
})

test('who was away at the removal finds the others in their new room, after a restart too', async () => {
  const { net, stores, ben, spaceOf, annSpace } = await three()
  await close(ben)
  valueIn(await annSpace().remove(devicesOf(annSpace(), 'Cas')))
  write(annSpace(), 'after', 'After')
  const again = await open(net, 'Ben', { store: stores.ben })
  await until('Ben has it', () => titles(spaceOf(again)).includes('After'))
  expect(ledgerOf(spaceOf(again)).row.room).toBe(ledgerOf(annSpace()).row.room)
  await until('nobody is waited for', () => net.endsOf('Ann').length === 1)
})

test('somebody invited after a removal reads everything, also what was written under the first key', async () => {
  const { net, ann, spaceOf, annSpace } = await three()
  write(annSpace(), 'before', 'Before')
  await annSpace().saved()
  valueIn(await annSpace().remove(devicesOf(annSpace(), 'Cas')))
  write(annSpace(), 'after', 'After')
  const dan = await open(net, 'Dan')
  await pair(annSpace(), dan, 'Dan', 'assistant')
  await until('Dan reads both', () => titles(spaceOf(dan)).length === 2)
  const phone = await open(net, 'Ann’s phone')
  await pair(annSpace(), phone, 'Ann', 'own-device')
  await until('the phone reads both', () => titles(spaceOf(phone)).length === 2)
  expect(spaceOf(phone).members[0]!.devices.map(({ id }) => id)).toEqual([ann.id, phone.id])
})

test('a lost device of the athlete is removed: the athlete stays, with the other device', async () => {
  const { net, ben, spaceOf, annSpace } = await three()
  const phone = await open(net, 'Ben’s phone')
  await pair(spaceOf(ben), phone, 'Ben', 'own-device')
  await until('Ann knows it', () => devicesOf(annSpace(), 'Ben').length === 2)
  valueIn(await annSpace().remove([ben.id]))
  await until('it knows', () => spaceOf(ben).membership === 'removed')
  write(annSpace(), 'after', 'After')
  await until('the phone has it', () => titles(spaceOf(phone)).includes('After'))
  expect([spaceOf(phone).membership, spaceOf(phone).myRoles]).toEqual(['member', ['athlete']])
  expect(devicesOf(annSpace(), 'Ben')).toEqual([phone.id])
})

test('when the athlete is removed, the coach stands in again, and another athlete may join', async () => {
  const { net, annSpace, spaceOf } = await three()
  valueIn(await annSpace().remove(devicesOf(annSpace(), 'Ben')))
  expect(annSpace().myRoles).toEqual(['owner', 'coach', 'athlete'])
  const eva = await open(net, 'Eva')
  await pair(annSpace(), eva, 'Eva', 'athlete')
  expect([annSpace().myRoles, spaceOf(eva).myRoles]).toEqual([['owner', 'coach'], ['athlete']])
})

test('only who keeps the member list removes; open invitations stop working; a removed device cannot come back', async () => {
  const { ben, cas, spaceOf, annSpace } = await three()
  const no = (says: string) => ({ ok: false, error: { type: 'NotAllowed', says } })
  expect(await spaceOf(cas).remove([ben.id])).toEqual(no('only the person who made this space can remove anybody'))
  const own = annSpace().members[0]!.devices[0]!.id
  expect(await annSpace().remove([own])).toEqual(no('a device cannot remove itself; use another one of yours'))
  valueIn(await annSpace().invite('viewer'))
  valueIn(await annSpace().remove([cas.id]))
  expect(annSpace().invites).toEqual([])
  expect(await annSpace().remove([cas.id])).toEqual(no('this device is not in the list any more'))
  await until('Cas knows', () => spaceOf(cas).membership === 'removed')
  const invite = valueIn(await annSpace().invite('coach'))
  valueIn(await cas.join(invite.fragment, 'Cas'))
  await until('Cas is told', () => spaceOf(cas).membership !== 'waiting')
  expect(annSpace().requests).toEqual([])
})

test('the device that keeps the list is lost: another of the same person takes its place and removes it', async () => {
  const { net, ann, ben, cas, spaceOf, annSpace } = await three()
  const phone = await open(net, 'Ann’s phone')
  await pair(annSpace(), phone, 'Ann', 'own-device')
  expect([annSpace().keeps, spaceOf(phone).keeps, spaceOf(ben).keeps]).toEqual(['yes', 'could', 'no'])
  await close(ann)
  expect(await spaceOf(phone).remove([cas.id])).toMatchObject({ ok: false })
  valueIn(await spaceOf(phone).remove([ann.id, cas.id]))
  expect(spaceOf(phone).keeps).toBe('yes')
  write(spaceOf(phone), 'after', 'After')
  await until('Ben has it', () => titles(spaceOf(ben)).includes('After'))
  await pair(spaceOf(phone), await open(net, 'Dan'), 'Dan', 'viewer')
  await until(
    'Ben knows Dan',
    () =>
      spaceOf(ben)
        .members.map(({ name }) => name)
        .join() === 'Ann,Ben,Dan',
  )
})

test('more was taken in from a removed device than counts: it is taken out again, and what rests on it is set aside', async () => {
  const { net, ann, ben, cas, spaceOf, annSpace } = await three()
  write(annSpace(), 'ann', 'Ann’s')
  await until('all have it', () => [ben, cas].every(one => titles(spaceOf(one)).length === 1))
  net.setApart('Ann', true)
  write(spaceOf(cas), 'late', 'Late')
  const dan = spaceOf(ben)
  await until('Ben has it', () => titles(dan).length === 2)
  valueIn(await annSpace().remove([cas.id]))
  write(annSpace(), 'after', 'After')
  net.setApart('Ann', false)
  await until('Ben has what counts', () => titles(spaceOf(ben)).join() === 'After,Ann’s')
  expect(titles(annSpace())).toEqual(['After', 'Ann’s'])
  await until('it is said', () => spaceOf(ben).removed[0]!.late === 1)
  const eve = spaceOf(ben)
  await eve.saved()
  expect([eve.status.saved, eve.membership]).toEqual(['saved', 'member'])
  valueIn(await eve.sign({ ...blank, type: 'seen', item: 'on' }))
  await until('Ann has it', () => annSpace().log.length === 1)
  await close(ann)
})

test('what a coach wrote on top of a removed coach’s late edit is set aside, and the coach goes on writing', async () => {
  const { net, cas, spaceOf, annSpace } = await three()
  const dan = await open(net, 'Dan')
  await pair(annSpace(), dan, 'Dan', 'coach')
  await until('Cas knows Dan', () => spaceOf(cas).members.length === 4)
  net.setApart('Ann', true)
  write(spaceOf(cas), 'late', 'Late')
  await until('Dan has it', () => titles(spaceOf(dan)).length === 1)
  patchSession(spaceOf(dan).docs.plan, 'late' as Session['id'], { title: 'On top' }, localOrigin)
  await spaceOf(dan).saved()
  valueIn(await annSpace().remove([cas.id]))
  net.setApart('Ann', false)
  await until('Dan reads without it', () => titles(spaceOf(dan)).length === 0)
  write(spaceOf(dan), 'own', 'Own')
  await until('Ann has Dan’s own', () => titles(annSpace()).join() === 'Own')
  expect(titles(spaceOf(dan))).toEqual(['Own'])
  await until('both say what was set aside', () => [annSpace(), spaceOf(dan)].every(({ status }) => status.held > 0))
})
