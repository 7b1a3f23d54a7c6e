import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { publishWindow } from '../../core/model/desk.ts'
import type { PersonId } from '../../core/model/ids.ts'
import type { Session } from '../../core/model/session.ts'
import { localOrigin } from '../../core/peer/api.ts'
import {
  deskOf,
  dropDrafts,
  keepDraft,
  keepEdit,
  noteOnDesk,
  onceAnswered,
  publishDrafts,
  removeDeskNote,
  unpublish,
} from '../../core/peer/desk.ts'
import { makeUndo, putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, household, network, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const idsOf = (sessions: readonly Session[]) => sessions.map(({ id }) => id)
const three = [
  aRun('tuesday', '2026-05-19', { title: 'Hills nobody knows of' }),
  aRun('thursday', '2026-05-28'),
  aRun('later', '2026-06-02'),
]

test('two weeks are published: the athlete receives them then and not before, what is later stays on the desk', async () => {
  const net = network()
  const hers = valueIn(await (await open(net, 'Ann')).createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  for (const session of three) valueIn(await keepDraft(hers, session))
  valueIn(await keepDraft(hers, { ...three[2]!, title: 'Later, eased' }))
  putSession(hers.docs.plan, aRun('known', '2026-05-06'), localOrigin)
  await until('Ben has the plan', () => readPlan(his.docs.plan).sessions.length === 1)
  expect([his.circles, deskOf(his).sessions]).toEqual([[], []])

  const window = publishWindow(deskOf(hers).sessions, 2)!
  expect(window).toEqual({ from: '2026-05-18', to: '2026-05-31' })
  const undo = makeUndo(hers.docs.plan, localOrigin)
  const published = valueIn(publishDrafts(hers, window.from, window.to))
  expect([published.map(({ before }) => before), undo.canUndo()]).toEqual([[null, null], false])
  await until('Ben has two weeks more', () => readPlan(his.docs.plan).sessions.length === 3)
  expect(idsOf(readPlan(his.docs.plan).sessions)).toEqual(['known', 'tuesday', 'thursday'])
  expect(deskOf(hers).sessions).toEqual([{ ...three[2], title: 'Later, eased' }])

  expect(valueIn(publishDrafts(hers, window.from, window.to))).toEqual([])
  valueIn(await unpublish(hers, published))
  await until('Ben has what he had', () => readPlan(his.docs.plan).sessions.length === 1)
  expect(idsOf(deskOf(hers).sessions)).toEqual(['tuesday', 'thursday', 'later'])
})

test('a draft of a session that is in the plan is its next version; taken back, the plan is as it was', async () => {
  const hers = valueIn(await (await open(network(), 'Ann')).createSpace('coach'))
  const known = aRun('known', '2026-05-06')
  putSession(hers.docs.plan, known, localOrigin)
  valueIn(await keepDraft(hers, { ...known, title: 'Longer' }))
  const published = valueIn(publishDrafts(hers, known.day, known.day))
  expect(readPlan(hers.docs.plan).sessions).toEqual([{ ...known, title: 'Longer' }])
  valueIn(await unpublish(hers, published))
  expect(readPlan(hers.docs.plan).sessions).toEqual([known])
  valueIn(dropDrafts(hers, [known.id]))
  expect(deskOf(hers).sessions).toEqual([])
})

test('a version of a proposal that a coach began is kept for both coaches until it is answered', async () => {
  const net = network()
  const hers = valueIn(await (await open(net, 'Ann')).createSpace('coach'))
  const cases = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  const edit = { id: 'proposal', session: three[0]!, by: 'ann' as PersonId, at: 5 }
  valueIn(await keepEdit(hers, edit))
  await until('Cas sees it', () => deskOf(cases).edits.length === 1)
  expect(deskOf(cases).edits).toEqual([edit])
  const no = { ok: false, error: { type: 'NotSaved' } } as const
  await onceAnswered(cases, 'proposal', Promise.resolve(no))
  expect(deskOf(cases).edits).toEqual([edit])
  await onceAnswered(cases, 'proposal', Promise.resolve({ ok: true, value: null } as const))
  await until('it is gone', () => deskOf(hers).edits.length === 0)
})

test('an assistant drafts and does not publish: the draft stays on the desk', async () => {
  const net = network()
  const hers = valueIn(await (await open(net, 'Ann')).createSpace('coach'))
  const adas = await pair(hers, await open(net, 'Ada'), 'Ada', 'assistant')
  valueIn(await hers.openCircle('desk'))
  await until('Ada has the desk', () => adas.circles.length === 1)
  valueIn(await keepDraft(adas, three[0]!))
  await until('Ann reads it', () => deskOf(hers).sessions.length === 1)
  const { day } = three[0]!
  expect(publishDrafts(adas, day, day)).toMatchObject({ ok: false, error: { type: 'NotAllowed' } })
  expect([deskOf(adas).sessions.length, readPlan(adas.docs.plan).sessions.length]).toEqual([1, 0])
  valueIn(publishDrafts(hers, day, day))
  await until('it is published', () => readPlan(adas.docs.plan).sessions.length === 1)
})

test('notes about an athlete are read by both coaches', async () => {
  const net = network()
  const hers = valueIn(await (await open(net, 'Ann')).createSpace('coach'))
  const cases = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  const note = { id: 'n', day: three[0]!.day, session: null, by: 'ann' as PersonId, words: 'Tired of hills', at: 5 }
  valueIn(await noteOnDesk(hers, note))
  await until('Cas reads it', () => deskOf(cases).notes.length === 1)
  expect(deskOf(cases).notes).toEqual([note])
  valueIn(removeDeskNote(cases, 'n'))
  await until('it is gone', () => deskOf(hers).notes.length === 0)
})
