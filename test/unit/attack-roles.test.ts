/** What each role may not do, tried with its own keys: refused at every other device, and shown. */
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import type { PersonId } from '../../core/model/ids.ts'
import type { InviteRole } from '../../core/model/member.ts'
import { publishPlaybook } from '../../core/peer/actions.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { takeApart } from '../../core/peer/envelope.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import { openWith } from '../../core/peer/secret.ts'
import type { Store } from '../../core/peer/store.ts'
import { putPlaybook, putSession, readPlan, readPlaybook } from '../../core/plan/index.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import { aRun, household, network, newStore, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const titles = (space: Space) => readPlan(space.docs.plan).sessions.map(({ title }) => title)
const ledgerOf = (space: Space) => (space as unknown as { readonly ledger: Ledger }).ledger
const approved = { ...blank, type: 'approved', item: 'p' } as const
const verdicts = (space: Space) => space.log.map(({ verified }) => (verified.ok ? 'ok' : verified.why.type))

/** Ann keeps the list; the others join in these roles, in order. */
const together = async (...roles: readonly InviteRole[]) => {
  const net = network()
  const hers = valueIn(await (await open(net, 'Ann')).createSpace('coach'))
  const others: Space[] = []
  for (const [i, role] of roles.entries()) others.push(await pair(hers, await open(net, `${role} ${i}`), role, role))
  return { net, hers, others }
}
/** Makes a device believe it holds other roles than it does, as altered code would. */
const pretend = (space: Space, role: string) => {
  const { members } = ledgerOf(space)
  const { mayWrite } = members
  members.rolesOf = () => [role] as never
  members.mayWrite = () => true
  return () => {
    delete (members as { rolesOf?: unknown }).rolesOf
    members.mayWrite = mayWrite
  }
}

test('a relay carries every envelope of the space and holds none of its words: not in clear, and under no key it has', async () => {
  const net = network()
  const ann = await open(net, 'Ann')
  const hers = valueIn(await ann.createSpace('coach'))
  putSession(hers.docs.plan, aRun('early', '2026-05-04', { title: 'Said before it came' }), localOrigin)
  const store = newStore()
  const relay = await pair(hers, await open(net, 'Relay', { store }), 'Relay', 'relay')
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  const desk = valueIn(await hers.openCircle('desk'))
  putSession(desk.doc, aRun('draft', '2026-05-20', { title: 'On the desk' }), localOrigin)
  putSession(hers.docs.plan, aRun('told', '2026-05-05', { title: 'For Ben alone' }), localOrigin)
  await hers.saved()
  valueIn(await hers.sign(approved))
  await until('the relay has all', () => {
    const { chains, me } = ledgerOf(hers)
    return ledgerOf(relay).chains.head(me.id).seq === chains.head(me.id).seq
  })
  expect([relay.myRoles, relay.circles, relay.log, titles(relay)]).toEqual([['relay'], [], [], []])
  const { db } = (relay as unknown as { readonly options: { readonly db: Store } }).options
  const { row, epoch } = ledgerOf(relay)
  expect([
    row.epochKeys,
    epoch,
    ledgerOf(relay).members.latest!.lockboxes.some(({ to }) => to === ledgerOf(relay).me.id),
  ]).toEqual([{}, 0, false])
  const rows = await db.envelopes.toArray()
  const keys = [...ledgerOf(relay).keysOf(0), row.roomSecret]
  const clear: Uint8Array[] = rows.map(({ bytes }) => bytes)
  for (const { bytes } of rows)
    for (const key of keys) {
      const sealed = takeApart(bytes)!
      const plain = await openWith(key, sealed.closed, sealed.known)
      expect(plain === undefined || sealed.header.kind !== 'update').toBe(true)
      if (plain !== undefined) clear.push(plain)
    }
  const words = ['Said before it came', 'For Ben alone', 'On the desk', 'approved']
  expect(clear.filter(bytes => words.some(word => Buffer.from(bytes).includes(word)))).toEqual([])
  expect(hers.members.find(({ roles }) => roles.includes('relay'))?.name).toBe('Relay')

  // It brings to one what another wrote while the two never meet; and after a removal, still without a key.
  net.setApart('Ben', true)
  putSession(hers.docs.plan, aRun('carried', '2026-05-06', { title: 'Carried' }), localOrigin)
  await hers.saved()
  await until(
    'the relay has it',
    () => ledgerOf(relay).chains.head(ann.id).seq === ledgerOf(hers).chains.head(ann.id).seq,
  )
  net.setApart('Ann', true)
  net.setApart('Ben', false)
  await until('Ben has it from the relay', () => titles(his).includes('Carried'))
  net.setApart('Ann', false)
  const cas = await open(net, 'Cas')
  await pair(hers, cas, 'Cas', 'viewer')
  valueIn(await hers.remove([cas.id]))
  putSession(hers.docs.plan, aRun('after', '2026-05-07', { title: 'After the removal' }), localOrigin)
  await hers.saved()
  const now = () => relay as Space
  await until(
    'the relay follows',
    () => ledgerOf(now()).chains.head(ann.id).seq === ledgerOf(hers).chains.head(ann.id).seq,
  )
  expect([ledgerOf(now()).row.epochKeys, now().membership]).toEqual([{}, 'member'])
  await until('Ben reads on', () => titles(ben.spaces[0]!).includes('After the removal'))
  await close(ann)
})

test.each(['viewer', 'relay', 'assistant', 'athlete'] as const)(
  'what a %s writes into plan, playbook and log by altered code stands nowhere',
  async role => {
    const { hers, others } = await together(role)
    const theirs = others[0]!
    const before = hers.status.held
    const end = pretend(theirs, 'coach')
    putSession(theirs.docs.plan, aRun('forged', '2026-05-05', { title: 'Forged' }), localOrigin)
    putPlaybook(theirs.docs.playbook, { ...defaultPlaybook, version: 9 }, localOrigin)
    await theirs.saved()
    await theirs.sign(approved)
    end()
    await until('it was looked at', () => hers.status.held >= before + 2)
    await until('the word too', () => hers.status.held > before + 2 || hers.log.length > 0)
    expect([titles(hers), readPlaybook(hers.docs.playbook)]).toEqual([[], null])
    expect(verdicts(hers).includes('ok')).toBe(false)
  },
)

test('a viewer is offered nothing to write: no word of theirs is signed, no plan entered', async () => {
  const { hers, others } = await together('viewer')
  expect(await others[0]!.sign({ ...blank, type: 'seen', item: 'a' })).toMatchObject({ ok: false })
  putSession(others[0]!.docs.plan, aRun('a', '2026-05-05'), localOrigin)
  await others[0]!.saved()
  expect([others[0]!.status.held, hers.status.held, titles(hers)]).toEqual([1, 0, []])
})

test('where coaches are named for an athlete, another coach drafts and does not decide, until they are named', async () => {
  const { hers, others } = await together('coach', 'coach')
  const [cas, dan] = others as [Space, Space]
  const person = (space: Space) => ledgerOf(space).members.personOf(ledgerOf(space).me.id) as PersonId
  expect(await cas.changeMember(person(dan), { decides: false })).toMatchObject({ ok: false })
  valueIn(await hers.changeMember(person(dan), { decides: false }))
  await until('Dan knows', () => dan.myRoles.join() === 'assistant')
  expect(hers.members.map(({ isUnassigned }) => isUnassigned)).toEqual([false, false, true])
  const end = pretend(dan, 'coach')
  await dan.sign(approved)
  putSession(dan.docs.plan, aRun('forged', '2026-05-05'), localOrigin)
  await dan.saved()
  end()
  await until('both have it', () => [hers, cas].every(space => space.log.length === 1 && space.status.held === 1))
  expect([verdicts(hers), verdicts(cas), titles(hers)]).toEqual([['RoleNotHeld'], ['RoleNotHeld'], []])
  expect((await dan.openCircle('desk')).ok).toBe(false)
  valueIn(await hers.changeMember(person(dan), { decides: true }))
  await until('Dan decides', () => dan.myRoles.join() === 'coach')
  valueIn(await dan.sign({ ...approved, item: 'q' }))
  await until('it counts', () => verdicts(hers).includes('ok'))
})

test('where there is a head coach, the playbook is theirs: a coach’s version and a coach’s word that one is in force count nowhere', async () => {
  const { hers, others } = await together('coach', 'coach')
  const [head, cas] = others as [Space, Space]
  const person = ledgerOf(head).members.personOf(ledgerOf(head).me.id) as PersonId
  valueIn(await publishPlaybook(hers, { ...defaultPlaybook, version: 2 }))
  valueIn(await hers.changeMember(person, { role: 'head-coach' }))
  await until('all know', () =>
    [head, cas].every(({ members }) => members.some(({ roles }) => roles.includes('head-coach'))),
  )
  expect(head.myRoles).toEqual(['head-coach', 'coach'])
  const end = pretend(cas, 'coach')
  ledgerOf(cas).members.hasHead = () => false
  await publishPlaybook(cas, { ...defaultPlaybook, version: 3 })
  await cas.saved()
  end()
  await until('it was refused', () => hers.status.held === 1 && verdicts(hers).includes('RoleNotHeld'))
  expect(readPlaybook(hers.docs.playbook)?.version).toBe(2)
  valueIn(await publishPlaybook(head, { ...defaultPlaybook, version: 4 }))
  await until('hers is in force', () => readPlaybook(hers.docs.playbook)?.version === 4)
  await until('so is her word', () =>
    hers.log.some(({ signed, verified }) => signed.statement.role === 'head-coach' && verified.ok),
  )
  valueIn(await head.openCircle('desk'))
  expect(await hers.changeMember(person, { role: 'assistant' })).toMatchObject({ ok: true })
})
