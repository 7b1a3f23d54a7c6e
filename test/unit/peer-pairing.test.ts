import { afterEach, expect, test } from 'vitest'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import type { Day } from '../../core/model/day.ts'
import { localOrigin } from '../../core/peer/api.ts'
import { bodyOf } from '../../core/peer/envelope.ts'
import { makeDeviceKeys } from '../../core/peer/keys.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import { rosterOf } from '../../core/peer/next-roster.ts'
import { readInvitation } from '../../core/peer/pairing.ts'
import { putCheckIn, putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import { aRun, household, network, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const days = (count: number) => count * 24 * 3_600_000

test('a coach who makes a space stands in for the athlete until one joins', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  expect(space.myRoles).toEqual(['owner', 'coach', 'athlete'])
  const athlete = await open(net, 'Ben')
  const his = await pair(space, athlete, 'Ben', 'athlete')
  expect(space.myRoles).toEqual(['owner', 'coach'])
  expect(his.myRoles).toEqual(['athlete'])
  expect(his.members).toEqual(space.members)
  expect(his.members.map(({ name, roles }) => ({ name, roles }))).toEqual([
    { name: 'Coach Ann', roles: ['owner', 'coach'] },
    { name: 'Ben', roles: ['athlete'] },
  ])
  expect([his.athlete, his.club]).toEqual([space.athlete, space.club])
})

test('an athlete coaches themselves until a coach joins', async () => {
  const net = network()
  const athlete = await open(net, 'Ben')
  const space = valueIn(await athlete.createSpace('athlete'))
  expect(space.myRoles).toEqual(['owner', 'coach', 'athlete'])
  const coach = await open(net, 'Coach Ann')
  const hers = await pair(space, coach, 'Coach Ann', 'coach')
  expect([space.myRoles, hers.myRoles]).toEqual([['owner', 'athlete'], ['coach']])
})

test('what the coach sees at the door is what the joiner reads out', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const athlete = await open(net, 'Ben')
  await athlete.join(valueIn(await space.invite('athlete')).fragment, 'Ben Bakker')
  await until('somebody is at the door', () => space.requests.length > 0)
  expect(space.requests).toEqual([
    { id: athlete.id, name: 'Ben Bakker', role: 'athlete', device: athlete.id, fingerprint: athlete.fingerprint },
  ])
  expect(athlete.fingerprint.split(' ')).toHaveLength(6)
})

test('nobody is let in without a yes', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  putSession(space.docs.plan, aRun('tuesday', '2026-05-05'), localOrigin)
  const athlete = await open(net, 'Ben')
  const his = valueIn(await athlete.join(valueIn(await space.invite('athlete')).fragment, 'Ben'))
  await until('somebody is at the door', () => space.requests.length > 0)
  expect([his.membership, his.myRoles, readPlan(his.docs.plan).sessions]).toEqual(['waiting', [], []])
})

test('a no is told to the one who asked', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const stranger = await open(net, 'Stranger')
  const his = valueIn(await stranger.join(valueIn(await space.invite('athlete')).fragment, 'Stranger'))
  await until('somebody is at the door', () => space.requests.length > 0)
  await space.refuse(stranger.id)
  await until('it is refused', () => his.membership === 'refused')
  expect(space.requests).toEqual([])
})

test('an invitation lets one in: the second who holds it is refused', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const invite = valueIn(await space.invite('coach'))
  const [first, second] = [await open(net, 'First'), await open(net, 'Second')]
  const [one, two] = [
    valueIn(await first.join(invite.fragment, 'First')),
    valueIn(await second.join(invite.fragment, 'Second')),
  ]
  await until('both are at the door', () => space.requests.length === 2)
  valueIn(await space.accept(first.id))
  await until('the first is in', () => one.membership === 'member')
  await until('the second is refused', () => two.membership === 'refused')
  expect([space.invites, space.requests]).toEqual([[], []])
})

test('an invitation taken back lets nobody in', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const invite = valueIn(await space.invite('athlete'))
  await space.revoke(invite.id)
  const athlete = await open(net, 'Ben')
  const his = valueIn(await athlete.join(invite.fragment, 'Ben'))
  await until('it is refused', () => his.membership === 'refused')
  expect(space.requests).toEqual([])
})

test('an invitation is good for three days', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const invite = valueIn(await space.invite('athlete'))
  expect(invite.expiresAt).toBe(noon + days(3))
  const late = await open(net, 'Ben', { now: () => noon + days(4) })
  expect(await late.join(invite.fragment, 'Ben')).toEqual({ ok: false, error: { type: 'Expired' } })
})

test('what is no invitation is said to be none', async () => {
  const device = await open(network(), 'Ben')
  for (const text of ['', 'hello', 'https://example.test/#join=', 'A'.repeat(5000)])
    expect(await device.join(text, 'Ben')).toEqual({ ok: false, error: { type: 'NotAnInvitation' } })
})

test('an invitation can be pasted as a whole address', async () => {
  const coach = await open(network(), 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const { fragment } = valueIn(await space.invite('athlete'))
  expect(readInvitation(`https://tandem.test/app/#join=${fragment}`)).toEqual(readInvitation(fragment))
  expect(readInvitation(fragment)).toMatchObject({ space: space.id, role: 'athlete', owner: coach.id })
})

test('only who made a space invites people, and into it one athlete', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const his = await pair(space, await open(net, 'Ben'), 'Ben', 'athlete')
  expect(await his.invite('coach')).toEqual({
    ok: false,
    error: { type: 'NotAllowed', says: 'only the device that keeps the member list can let people in' },
  })
  expect(await space.invite('athlete')).toEqual({
    ok: false,
    error: { type: 'NotAllowed', says: 'this space has its athlete; add their other devices instead' },
  })
})

test('a second device is the same person, sees the same and writes the same', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const phone = await open(net, 'Ben')
  const his = await pair(space, phone, 'Ben', 'athlete')
  const laptop = await open(net, 'Ben on a laptop')
  const also = await pair(his, laptop, 'Ben', 'own-device')
  await until('the laptop knows whose it is', () => laptop.person.id === phone.person.id)
  await until('the coach knows the laptop', () => space.members[1]?.devices.length === 2)
  expect(also.myRoles).toEqual(['athlete'])
  expect(space.members).toEqual(also.members)
})

test('an invitation used by its own holder twice is used', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const invite = valueIn(await space.invite('athlete'))
  const athlete = await open(net, 'Ben')
  await athlete.join(invite.fragment, 'Ben')
  await until('he is at the door', () => space.requests.length > 0)
  await space.accept(athlete.id)
  await until('he is in', () => athlete.spaces[0]?.membership === 'member')
  expect(await athlete.join(invite.fragment, 'Ben')).toEqual({ ok: false, error: { type: 'AlreadyUsed' } })
})

test('what somebody wrote while they waited goes out with the yes', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const athlete = await open(net, 'Ben')
  const his = valueIn(await athlete.join(valueIn(await space.invite('athlete')).fragment, 'Ben'))
  valueIn(putCheckIn(his.docs.athlete, { ...emptyCheckIn('2026-05-05' as Day), soreness: 2 }, localOrigin))
  await until('he is at the door', () => space.requests.length === 1)
  expect(readAthlete(space.docs.athlete).checkIns).toEqual([])
  valueIn(await space.accept(athlete.id))
  await until('his word is there', () => readAthlete(space.docs.athlete).checkIns.length === 1)
})

test('an invitation names who invites; a list of two hundred people takes several envelopes, and the last one reads all', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const space = valueIn(await coach.createSpace('coach'))
  const { ledger } = space as unknown as { ledger: Ledger }
  const first = ledger.members.latest!
  const others = await Promise.all(
    Array.from({ length: 190 }, async (_, i) => {
      const keys = await Promise.all([makeDeviceKeys(), makeDeviceKeys()])
      const devices = keys.map(one => ({ id: one.id, keys: one.keys, since: 1 }))
      return {
        person: `person-${i}` as never,
        name: `Runner number ${i}`,
        roles: ['viewer' as const],
        devices,
      }
    }),
  )
  const next = rosterOf(first, [...first.members, ...others], [], first.at)
  await ledger.write(async () => {
    await ledger.enter([{ kind: 'roster', doc: '-', body: bodyOf(next) }])
    ledger.members.add(next, ledger.me.id)
  })
  expect(ledger.chains.head(coach.id).seq).toBeGreaterThan(2)
  expect(readInvitation(valueIn(await space.invite('athlete')).fragment)?.from).toBe('Coach Ann')
  const his = await pair(space, await open(net, 'Ben'), 'Ben', 'athlete')
  await until('Ben knows all', () => his.members.length === 192)
  expect(his.status.held).toBe(0)
})
