import { afterEach, describe, expect, test } from 'vitest'
import { advise } from '../../core/engine.ts'
import type { Day } from '../../core/model/day.ts'
import type { Session } from '../../core/model/session.ts'
import {
  adviceOf,
  approve,
  approveEdited,
  decline,
  moveSession,
  publishPlaybook,
  raise,
  sayOutcome,
  situationOf,
  takeBackOutcome,
  undo,
} from '../../core/peer/actions.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { importActivities } from '../../core/peer/arrivals.ts'
import { patchSession, putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import { defaultPlaybook, playbookHash } from '../../core/playbook/index.ts'
import { aActivity, aRun, household, network, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const tuesday = '2026-05-05' as Day
const thursday = '2026-05-07' as Day
const evening = { day: tuesday, minute: 1200, at: noon / 60_000 + 480 }
const intervals = (): Session =>
  aRun('intervals', tuesday, {
    title: '6 × 3 min',
    purpose: 'intervals',
    key: true,
    steps: [
      {
        type: 'step',
        role: 'warmup',
        amount: { unit: 's', value: 900 },
        target: { type: 'zone', zone: 'E' },
        cue: null,
      },
      {
        type: 'repeat',
        times: 6,
        steps: [
          {
            type: 'step',
            role: 'work',
            amount: { unit: 's', value: 180 },
            target: { type: 'zone', zone: 'I' },
            cue: null,
          },
          {
            type: 'step',
            role: 'recovery',
            amount: { unit: 's', value: 120 },
            target: { type: 'zone', zone: 'E' },
            cue: null,
          },
        ],
      },
    ],
  })

const couple = async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  putSession(hers.docs.plan, intervals(), localOrigin)
  await until('the session is there', () => readPlan(his.docs.plan).sessions.length === 1)
  return { hers, his }
}
const missed = async () => {
  const { hers, his } = await couple()
  valueIn(
    sayOutcome(his, {
      session: intervals().id,
      said: 'not-done',
      activity: null,
      rpe: null,
      comment: '',
      at: evening.at,
    }),
  )
  await until('the coach knows', () => readAthlete(hers.docs.athlete).outcomes.length === 1)
  const swap = adviceOf(hers, evening, 'coach').proposals.find(({ rule }) => rule === 'swap-equal')!
  return { hers, his, swap }
}
const shown = (space: Space) =>
  adviceOf(space, evening, 'coach').plan.sessions.map(({ session, state }) => [session.day, session.title, state])

describe('a missed session', () => {
  test('is one proposal on both devices, and its content is not the athlete’s to see', async () => {
    const { his, swap } = await missed()
    expect(advise(situationOf(his, evening)).proposals.map(({ id }) => id)).toContain(swap.id)
    const told = adviceOf(his, evening, 'athlete')
    expect(told.proposals).toEqual([])
    expect(told.messages.map(({ kind }) => kind)).toContain('waiting')
    expect(JSON.stringify(told)).not.toContain(swap.edit.adds?.title)
  })
  test('approved, its replacement stands on both, and the proposal is gone', async () => {
    const { hers, his, swap } = await missed()
    valueIn(await approve(hers, swap, 'Wednesday suits you.'))
    await until('it is his too', () => his.log.length === 1)
    expect(shown(his)).toEqual(shown(hers))
    expect(shown(his)).toContainEqual([swap.edit.adds!.day, swap.edit.adds!.title, 'approved'])
    expect(adviceOf(hers, evening, 'coach').proposals.map(({ id }) => id)).not.toContain(swap.id)
  })
  test('approved as edited, stands as edited', async () => {
    const { hers, swap } = await missed()
    const edit = { ...swap.edit, adds: { ...swap.edit.adds!, title: 'Easy hills' } }
    valueIn(await approveEdited(hers, swap, edit, null))
    expect(shown(hers)).toContainEqual([swap.edit.adds!.day, 'Easy hills', 'approved'])
  })
  test('declined, the plan stands', async () => {
    const { hers, his, swap } = await missed()
    const before = shown(hers)
    valueIn(await decline(hers, swap, 'Rest instead.'))
    await until('it is his too', () => his.log.length === 1)
    expect([shown(hers), shown(his)]).toEqual([before, before])
    expect(adviceOf(hers, evening, 'coach').proposals.map(({ id }) => id)).not.toContain(swap.id)
  })
  test('approved and taken back, the plan is as before', async () => {
    const { hers, swap } = await missed()
    const before = shown(hers)
    valueIn(await approve(hers, swap, null))
    const change = adviceOf(hers, evening, 'coach').plan.sessions.flatMap(({ changes }) => changes)[0]!
    valueIn(await undo(hers, change))
    expect(shown(hers)).toEqual(before)
  })
  test('whose session was changed meanwhile asks again', async () => {
    const { hers, swap } = await missed()
    patchSession(hers.docs.plan, intervals().id, { day: thursday }, localOrigin)
    expect(await approve(hers, swap, null)).toEqual({ ok: false, error: { type: 'EarlierVersion' } })
    expect(hers.log).toEqual([])
  })
  test('is raised once, by its id alone', async () => {
    const { hers, his, swap } = await missed()
    await Promise.all([raise(his, advise(situationOf(his, evening))), raise(his, advise(situationOf(his, evening)))])
    await until('the coach has it', () => hers.log.length > 0)
    await raise(hers, advise(situationOf(hers, evening)))
    const said = hers.log.filter(({ signed }) => signed.statement.item === swap.id)
    expect(said.map(({ signed: { statement } }) => [statement.type, statement.edit, statement.words])).toEqual([
      ['raised', null, null],
    ])
  })
  test('taken back, was never missed', async () => {
    const { his } = await missed()
    valueIn(takeBackOutcome(his, intervals().id))
    expect(readAthlete(his.docs.athlete).outcomes).toEqual([])
  })
})

describe('a move', () => {
  test('by the athlete is theirs, within their week', async () => {
    const { hers, his } = await couple()
    const visible = adviceOf(his, evening, 'coach').plan.sessions[0]!
    valueIn(await moveSession(his, visible, thursday, evening))
    await until('the coach sees it', () => hers.log.length === 1)
    expect(shown(hers)).toEqual([[thursday, '6 × 3 min', 'by-athlete']])
    expect(readPlan(hers.docs.plan).sessions[0]?.day).toBe(tuesday)
  })
  test('by the coach is the plan itself', async () => {
    const { hers } = await couple()
    const visible = adviceOf(hers, evening, 'coach').plan.sessions[0]!
    valueIn(await moveSession(hers, visible, thursday, evening))
    expect([shown(hers), hers.log]).toEqual([[[thursday, '6 × 3 min', 'planned']], []])
  })
})

test('a playbook in force is the coach’s, signed by its hash', async () => {
  const { hers, his } = await couple()
  expect(situationOf(his, evening).playbook).toEqual(defaultPlaybook)
  const playbook = { ...defaultPlaybook, version: 2, athleteMayMove: false }
  valueIn(await publishPlaybook(hers, playbook))
  await until('he has it', () => situationOf(his, evening).playbook.version === 2)
  await until('it is signed', () => his.log.length === 1)
  expect(situationOf(his, evening).playbook).toEqual(playbook)
  expect(his.log[0]?.signed.statement.item).toBe(playbookHash(playbook))
})

test('the same files imported again add nothing', async () => {
  const { his } = await couple()
  const files = [aActivity(1), aActivity(2)]
  valueIn(await importActivities(his, files))
  const before = readAthlete(his.docs.athlete)
  valueIn(await importActivities(his, files))
  expect(readAthlete(his.docs.athlete)).toEqual(before)
  expect(before.activities).toHaveLength(2)
})

test('what a device applies by itself and the playbook does not allow is shown, and changes nothing', async () => {
  const { hers, his } = await missed()
  const advice = advise(situationOf(his, evening))
  const proposals = advice.proposals.map(one => ({ ...one, verdict: { level: 'auto' as const, because: [] } }))
  const before = shown(his)
  await raise(his, { ...advice, proposals })
  await until('the coach has it', () => hers.log.length === 1)
  expect(hers.log.map(({ signed: { statement } }) => statement.words)).toEqual([proposals[0]!.why])
  for (const space of [hers, his]) {
    const { plan } = adviceOf(space, evening, 'coach')
    expect(shown(space)).toEqual(before)
    expect(plan.refused.map(({ entry, why }) => [entry.signed.statement.type, why.type])).toEqual([
      ['applied', 'NotAllowed'],
    ])
  }
})
