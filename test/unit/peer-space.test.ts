import { afterEach, expect, test } from 'vitest'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import type { Day } from '../../core/model/day.ts'
import { baseHash, type Edit } from '../../core/model/edit.ts'
import type { Session } from '../../core/model/session.ts'
import { contentHash } from '../../core/model/session.ts'
import { moveSession, situationOf } from '../../core/peer/actions.ts'
import { localOrigin, type Space, type StatementDraft } from '../../core/peer/api.ts'
import { compose, patchSession, putCheckIn, putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import { aRun, household, type Network, network, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const tuesday = '2026-05-05' as Day
const wednesday = '2026-05-06' as Day

/** A coach and an athlete who have met. */
const couple = async (net: Network = network()) => {
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const athlete = await open(net, 'Ben')
  const his = await pair(hers, athlete, 'Ben', 'athlete')
  return { net, coach, athlete, hers, his }
}

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const approvalOf = (session: Session, day: Day): StatementDraft => {
  const edit: Edit = {
    kind: 'move-session',
    session: session.id,
    before: { day: session.day },
    after: { day },
    adds: null,
  }
  return {
    ...blank,
    type: 'approved',
    item: `move-${session.id}`,
    edit,
    baseHash: baseHash(edit, session),
    contentHash: contentHash({ ...session, day }),
  }
}
const seenBy = (space: Space) => {
  const { plan, content, log, playbook } = situationOf(space, { day: tuesday, minute: 720, at: noon / 60_000 })
  return compose(plan, content, log, playbook)
}
const sessionsOf = (space: Space) => readPlan(space.docs.plan).sessions

test('what the coach writes appears at the athlete, and the coach learns that it did', async () => {
  const { hers, his, athlete } = await couple()
  putSession(hers.docs.plan, aRun('tuesday', tuesday), localOrigin)
  await until('the session is there', () => sessionsOf(his).length === 1)
  expect(sessionsOf(his)).toEqual([aRun('tuesday', tuesday)])
  await until('it is acknowledged', () => hers.status.acknowledgedBy.includes(athlete.id))
  expect(hers.status).toEqual({
    link: 'connected',
    peers: 1,
    beside: false,
    saved: 'saved',
    notSavedWhy: null,
    held: 0,
    waiting: 0,
    onTheWay: [],
    stopped: [],
    acknowledgedBy: [athlete.id],
    confirmations: [{ device: athlete.id, upTo: 3, of: 3, at: noon / 60_000 }],
  })
})

test('what was written before somebody joined is there when they are in', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  putSession(hers.docs.plan, aRun('tuesday', tuesday), localOrigin)
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  await until('the session is there', () => sessionsOf(his).length === 1)
})

test('a coach’s approval is verified on both devices', async () => {
  const { hers, his } = await couple()
  const run = aRun('tuesday', tuesday)
  putSession(hers.docs.plan, run, localOrigin)
  const id = valueIn(await hers.sign(approvalOf(run, wednesday)))
  await until('it is in his log', () => his.log.length === 1)
  expect(his.log).toEqual(hers.log)
  expect(his.log.map(({ id, verified, signed }) => [id, verified, signed.statement.role])).toEqual([
    [id, { ok: true }, 'coach'],
  ])
  await until('the session is there', () => sessionsOf(his).length === 1)
  expect(seenBy(his).sessions.map(({ session, state }) => [session.day, state])).toEqual([[wednesday, 'approved']])
})

test('approved, then edited: not approved, on both devices', async () => {
  const { hers, his } = await couple()
  const run = aRun('tuesday', tuesday)
  putSession(hers.docs.plan, run, localOrigin)
  await hers.sign(approvalOf(run, wednesday))
  patchSession(hers.docs.plan, run.id, { title: 'Hills' }, localOrigin)
  await until('the edit is there', () => sessionsOf(his)[0]?.title === 'Hills')
  await until('the approval is there', () => his.log.length === 1)
  expect([seenBy(hers), seenBy(his)].map(({ sessions }) => sessions[0]?.state)).toEqual([
    'changed-since-approval',
    'changed-since-approval',
  ])
})

test('an athlete cannot sign as a coach, and what they sign as themselves approves nothing', async () => {
  const { hers, his } = await couple()
  const run = aRun('tuesday', tuesday)
  putSession(hers.docs.plan, run, localOrigin)
  await until('the session is there', () => sessionsOf(his).length === 1)
  expect(await his.sign(approvalOf(run, wednesday), 'coach')).toEqual({ ok: false, error: { type: 'NotAMember' } })
  valueIn(await his.sign(approvalOf(run, wednesday)))
  await until('the coach sees the attempt', () => hers.log.length === 1)
  expect(seenBy(hers)).toEqual(seenBy(his))
  expect(seenBy(hers).sessions.map(({ session, state }) => [session.day, state])).toEqual([[tuesday, 'planned']])
})

test('each device numbers its statements and names the one before', async () => {
  const { hers, his } = await couple()
  const say = (space: Space, item: string) => space.sign({ ...blank, type: 'seen', item })
  const [first, second] = [valueIn(await say(hers, 'a')), valueIn(await say(hers, 'b'))]
  const other = valueIn(await say(his, 'c'))
  await until('all are everywhere', () => hers.log.length === 3 && his.log.length === 3)
  const chain = hers.log.map(({ id, signed: { statement } }) => [id, statement.seq, statement.prev, statement.item])
  expect(chain.toSorted(([, , , a], [, , , b]) => String(a).localeCompare(String(b)))).toEqual([
    [first, 1, null, 'a'],
    [second, 2, first, 'b'],
    [other, 1, null, 'c'],
  ])
})

test('a statement is never dated before one its signer had seen', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann', { now: () => noon + 24 * 3_600_000 })
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  await hers.sign({ ...blank, type: 'seen', item: 'a' })
  await until('he has seen it', () => his.log.length === 1)
  await his.sign({ ...blank, type: 'seen', item: 'b' })
  expect(his.log.map(({ signed }) => signed.statement.at)).toEqual([noon / 60_000 + 1440, noon / 60_000 + 1440])
})

test('what an athlete writes into the coach’s plan goes nowhere, and is counted', async () => {
  const { hers, his } = await couple()
  putSession(his.docs.plan, aRun('mine', tuesday), localOrigin)
  await until('it is set aside', () => his.status.held === 1)
  putCheckIn(his.docs.athlete, { ...emptyCheckIn(tuesday), soreness: 2 }, localOrigin)
  await until('his own word arrives', () => readAthlete(hers.docs.athlete).checkIns.length === 1)
  expect([sessionsOf(hers), hers.status.held]).toEqual([[], 0])
})

test('the coach’s new steps and the athlete’s move of the day both stand', async () => {
  const { net, hers, his } = await couple()
  const run = aRun('tuesday', tuesday)
  putSession(hers.docs.plan, run, localOrigin)
  await until('the session is there', () => sessionsOf(his).length === 1)
  net.setApart('Ben', true)
  const longer = [{ ...run.steps[0]!, amount: { unit: 's' as const, value: 3600 } }] as Session['steps']
  patchSession(hers.docs.plan, run.id, { steps: longer }, localOrigin)
  const visible = seenBy(his).sessions[0]!
  valueIn(await moveSession(his, visible, wednesday, { day: tuesday, minute: 720, at: noon / 60_000 }))
  net.setApart('Ben', false)
  await until('they have met', () => hers.log.length === 1 && sessionsOf(his)[0]?.steps.length === 1)
  await until('the steps are there', () => JSON.stringify(sessionsOf(his)[0]?.steps) === JSON.stringify(longer))
  for (const space of [hers, his])
    expect(seenBy(space).sessions.map(({ session, state }) => [session.day, session.steps, state])).toEqual([
      [wednesday, longer, 'by-athlete'],
    ])
})

test('a restart keeps everything, with nobody there', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann', { store: 'restarts' })
  const hers = valueIn(await coach.createSpace('coach'))
  putSession(hers.docs.plan, aRun('tuesday', tuesday), localOrigin)
  valueIn(await hers.sign({ ...blank, type: 'seen', item: 'a' }))
  await hers.saved()
  const before = [sessionsOf(hers), hers.log, hers.members, coach.id, coach.person]
  await close(coach)
  const again = await open(net, 'Coach Ann', { store: 'restarts' })
  const space = again.spaces[0]!
  expect([sessionsOf(space), space.log, space.members, again.id, again.person]).toEqual(before)
})

test('who is here, and where they look', async () => {
  const { coach, athlete, hers, his } = await couple()
  hers.setPresence({ view: 'calendar', day: tuesday })
  his.setPresence({ view: 'today', day: null })
  await until('both are seen', () => his.presence.length === 2 && hers.presence.length === 2)
  const told = his.presence.toSorted((a, b) => a.name.localeCompare(b.name))
  expect(told).toEqual([
    { device: athlete.id, person: athlete.person.id, name: 'Ben', view: 'today', day: null, mine: true },
    { device: coach.id, person: coach.person.id, name: 'Coach Ann', view: 'calendar', day: tuesday, mine: false },
  ])
})

test('offline, nothing leaves; online again, everything arrives', async () => {
  const { coach, hers, his } = await couple()
  coach.setOnline(false)
  expect(hers.status.link).toBe('off')
  putSession(hers.docs.plan, aRun('tuesday', tuesday), localOrigin)
  await hers.saved()
  expect(sessionsOf(his)).toEqual([])
  coach.setOnline(true)
  await until('the session is there', () => sessionsOf(his).length === 1)
})
