/** What coaches decided apart, and what devices changed by themselves apart, reads the same everywhere once they met. */
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { canonical, type Json } from '../../core/lib/canonical.ts'
import { addDays, daysFrom } from '../../core/model/day.ts'
import { applyEdit, baseHash, type Edit } from '../../core/model/edit.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { contentHash, type Session } from '../../core/model/session.ts'
import { approve, decline, publishPlaybook, situationOf } from '../../core/peer/actions.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import {
  compose,
  patchSession,
  putActivities,
  putCheckIn,
  putProfile,
  putSession,
  readPlan,
} from '../../core/plan/index.ts'
import { playbookHash } from '../../core/playbook/index.ts'
import {
  aCheckIn,
  aRun,
  aSession,
  aStep,
  contentOf,
  daysAgo,
  runsSince,
  today,
} from '../../core/signals/basis/given.ts'
import { household, network, pair, until, valueIn } from '../kit/peers.ts'
import { minutesAt, openPlaybook } from '../kit/season.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const names = ['Ann', 'Cas', 'Ben', 'Ben’s laptop'] as const
const at = minutesAt(today, 480)
const session = (i: number): Session =>
  aSession(addDays(today, i), { id: `easy-${i}` as SessionId, steps: [aStep(50, 'E')] })

/** Two coaches, and an athlete with two devices in good shape; everything may apply itself. */
const club = async () => {
  const net = network()
  const devices: Device[] = []
  for (const name of names) devices.push(await open(net, name, { now: () => at * 60_000 }))
  const hers = valueIn(await devices[0]!.createSpace('coach'))
  await pair(hers, devices[1]!, 'Cas', 'coach')
  const his = await pair(hers, devices[2]!, 'Ben', 'athlete')
  await pair(his, devices[3]!, 'Ben', 'own-device')
  const spaces = devices.map(device => device.spaces[0]!)
  for (const i of [-1, 1, 2, 3, 4]) valueIn(putSession(hers.docs.plan, session(i), localOrigin))
  valueIn(await publishPlaybook(hers, openPlaybook))
  const { athlete } = his.docs
  const { profile } = contentOf({})
  const thresholds = { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: 'test' }
  valueIn(
    putProfile(athlete, { ...profile, weekMinutes: [120, 120, 120, 120, 120, 180, 180], thresholds }, localOrigin),
  )
  const runs = runsSince(170, 8).map(run => (run.day === daysAgo(15) ? aRun(run.day, 16) : run))
  valueIn(putActivities(athlete, runs, localOrigin))
  for (const day of daysFrom(daysAgo(20), today))
    valueIn(putCheckIn(athlete, aCheckIn(day, { sleepQuality: 4, soreness: 1, motivation: 4, stress: 2 }), localOrigin))
  await Promise.all(spaces.map(space => space.saved()))
  await same(spaces)
  const apart = async (...them: readonly (typeof names)[number][]) => {
    for (const name of them) net.setApart(name, true)
  }
  const meet = async () => {
    await Promise.all(spaces.map(space => space.saved()))
    for (const name of names) net.setApart(name, false)
    net.meetAgain()
    await same(spaces)
  }
  return { spaces, apart, meet }
}

const planOf = (space: Space) => {
  const { plan, content, log, playbook } = situationOf(space, { day: today, minute: 480, at })
  return compose(plan, content, log, playbook)
}
/** Everything a person sees of the plan and the log, as one text. */
const readSpace = (space: Space) =>
  canonical([planOf(space), space.log, situationOf(space, { day: today, minute: 480, at }).content] as unknown as Json)
const same = async (spaces: readonly Space[]) => {
  const heads = (space: Space) => {
    const { chains, members } = (space as unknown as { readonly ledger: Ledger }).ledger
    return [...members.devices]
      .sort()
      .map(device => `${device} ${chains.head(device).seq}`)
      .join()
  }
  await until('everybody has everything', () => new Set(spaces.map(heads)).size === 1)
  await until('all read the same', () => new Set(spaces.map(readSpace)).size === 1)
}

/** An easing of one easy day, as the rule drafts it. */
const easing = (of: Session, minutes = 35): Edit => ({
  kind: 'ease-easy-day',
  session: of.id,
  before: { title: of.title, steps: of.steps },
  after: { title: 'Easy, shorter', steps: [aStep(minutes, 'E')] },
  adds: null,
})
const draft = (of: Session, item: string, minutes = 35) => {
  const edit = easing(of, minutes)
  const rests = { edit, baseHash: baseHash(edit, of), contentHash: contentHash(applyEdit(edit, of)) }
  return { ...blank, ...rests, item, rule: 'ease-easy-day', playbookHash: playbookHash(openPlaybook) }
}
const proposal = (of: Session, item: string) => {
  const { edit, baseHash, rule } = draft(of, item)
  return { id: item, rule, edit, baseHash } as unknown as Parameters<typeof approve>[1]
}
const states = (spaces: readonly Space[], id: string) =>
  spaces.map(space => planOf(space).sessions.find(({ session }) => session.id === id)!.state)
const whys = (space: Space) => planOf(space).refused.map(({ why }) => why.type)

test('approved, then edited: it reads approved on no device any more', async () => {
  const { spaces, apart, meet } = await club()
  const [ann, cas] = spaces as [Space, Space]
  for (const i of [1, 2]) valueIn(await approve(ann, proposal(session(i), `p${i}`), null))
  await same(spaces)
  expect(states(spaces, 'easy-1')).toEqual(names.map(() => 'approved'))
  await apart('Cas')
  valueIn(patchSession(cas.docs.plan, session(1).id, { day: addDays(today, 5) }, localOrigin))
  valueIn(patchSession(cas.docs.plan, session(2).id, { sport: 'ride' }, localOrigin))
  await meet()
  expect(states(spaces, 'easy-1')).toEqual(names.map(() => 'planned'))
  expect(states(spaces, 'easy-2')).toEqual(names.map(() => 'changed-since-approval'))
  expect(spaces.map(whys)).toEqual(names.map(() => ['EarlierVersion']))
})

test('approved on two coaches’ devices while apart: one decision, two signatures', async () => {
  const { spaces, apart, meet } = await club()
  const [ann, cas] = spaces as [Space, Space]
  await apart('Ann', 'Cas')
  valueIn(await approve(ann, proposal(session(1), 'p'), null))
  valueIn(await approve(cas, proposal(session(1), 'p'), null))
  await meet()
  for (const space of spaces) {
    const shown = planOf(space).sessions.find(({ session }) => session.id === 'easy-1')!
    expect([shown.state, shown.changes.length, whys(space)]).toEqual(['approved', 1, ['SameChange']])
    const signed = space.log.filter(({ signed }) => signed.statement.item === 'p')
    expect(signed.map(({ verified }) => verified.ok)).toEqual([true, true])
    expect(new Set(signed.map(({ signed }) => signed.statement.by)).size).toBe(2)
  }
})

test('approved and declined at once: the stricter stands, and both coaches see that it did', async () => {
  const { spaces, apart, meet } = await club()
  const [ann, cas] = spaces as [Space, Space]
  await apart('Ann', 'Cas')
  valueIn(await approve(ann, proposal(session(1), 'p'), null))
  valueIn(await decline(cas, proposal(session(1), 'p'), 'Not this week'))
  expect(states([ann, cas], 'easy-1')).toEqual(['approved', 'planned'])
  await meet()
  expect(states(spaces, 'easy-1')).toEqual(names.map(() => 'planned'))
  for (const space of spaces) {
    expect(whys(space)).toEqual(['Declined'])
    expect(space.log.filter(({ signed }) => signed.statement.item === 'p')).toHaveLength(2)
  }
})

test('changes by rules on two devices of the athlete while apart: after they met two stand in the week (R4)', async () => {
  const { spaces, apart, meet } = await club()
  const [, , phone, laptop] = spaces as [Space, Space, Space, Space]
  await apart('Ben', 'Ben’s laptop')
  for (const i of [1, 2]) valueIn(await phone.sign({ ...draft(session(i), `p${i}`), type: 'applied' }, 'athlete'))
  for (const i of [3, 4]) valueIn(await laptop.sign({ ...draft(session(i), `p${i}`), type: 'applied' }, 'athlete'))
  const byRule = (space: Space) => planOf(space).sessions.filter(({ state }) => state === 'by-rule').length
  expect([phone, laptop].map(byRule)).toEqual([2, 2])
  await meet()
  expect(spaces.map(byRule)).toEqual([2, 2, 2, 2])
  expect(spaces.map(whys)).toEqual(names.map(() => ['NotAllowed', 'NotAllowed']))
})

test('what was applied and the playbook does not allow is shown and changes nothing; so is what an athlete approves', async () => {
  const { spaces } = await club()
  const [ann, , phone] = spaces as [Space, Space, Space]
  const before = planOf(ann).sessions
  valueIn(await phone.sign({ ...draft(session(1), 'too-short', 5), type: 'applied' }, 'athlete'))
  valueIn(await phone.sign({ ...draft(session(2), 'forged'), type: 'approved' }, 'athlete'))
  expect(await phone.sign({ ...draft(session(2), 'forged'), type: 'approved' }, 'coach')).toMatchObject({ ok: false })
  await same(spaces)
  for (const space of spaces) {
    expect(planOf(space).sessions).toEqual(before)
    expect(whys(space)).toEqual(['NotAllowed', 'NotAllowed'])
  }
  expect(readPlan(ann.docs.plan).sessions).toHaveLength(5)
})
