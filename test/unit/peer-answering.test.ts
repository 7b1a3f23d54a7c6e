/** An alert is answered on the coach's device and read on the athlete's; taken back, both are as before. */
import { afterEach, expect, test } from 'vitest'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import type { Day } from '../../core/model/day.ts'
import { adviceOf, saveCheckIn } from '../../core/peer/actions.ts'
import { answerAlert, takeBackAll } from '../../core/peer/answering.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { patchSession, putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import { answerDoes } from '../../core/playbook/index.ts'
import { aRun, household, network, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const tuesday = '2026-05-05' as Day
const now = { day: tuesday, minute: 720, at: noon / 60_000 }

const couple = async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  putSession(hers.docs.plan, aRun('run', '2026-05-06' as Day, { title: 'Easy run' }), localOrigin)
  await until('the session is there', () => readPlan(his.docs.plan).sessions.length === 1)
  valueIn(saveCheckIn(his, { ...emptyCheckIn(tuesday), pain: { site: 'knee', level: 4 } }))
  await until('the coach knows', () => readAthlete(hers.docs.athlete).checkIns.length === 1)
  return { hers, his }
}
const alertOn = (space: Space) => adviceOf(space, now, 'coach').messages.find(({ kind }) => kind === 'escalation')
const titles = (space: Space) => adviceOf(space, now, 'athlete').plan.sessions.map(({ session }) => session.title)
const heard = (space: Space) =>
  adviceOf(space, now, 'athlete')
    .messages.map(({ says }) => says)
    .join('\n')
const answer = (hers: Space, choice: 'back-off' | 'keep', words: string | null) => {
  const alert = alertOn(hers)!
  return answerAlert(hers, alert, choice, answerDoes(choice, alert, adviceOf(hers, now, 'coach').proposals), words)
}

test('back off: the draft stands on both, the athlete reads the coach’s words, and it is taken back whole', async () => {
  const { hers, his } = await couple()
  const made = valueIn(await answer(hers, 'back-off', 'Short and easy; tell me how it was.'))
  expect(made).toHaveLength(2)
  await until('it is his too', () => his.log.length === 2)
  expect([alertOn(hers), alertOn(his)]).toEqual([undefined, undefined])
  expect(titles(his)).toEqual(titles(hers))
  expect(titles(his)[0]).toMatch(/^Easy \d+ min$/)
  expect(heard(his)).toContain('back off for now. “Short and easy; tell me how it was.”')

  valueIn(await takeBackAll(hers, made))
  await until('he knows', () => his.log.length === 4)
  for (const space of [hers, his]) expect([alertOn(space)?.id, titles(space)]).toEqual(['alert-H', ['Easy run']])
  expect(heard(his)).not.toContain('Short and easy')
})

test('keep: the three drafts are off the table, and the plan stands', async () => {
  const { hers } = await couple()
  valueIn(await answer(hers, 'keep', null))
  const { proposals } = adviceOf(hers, now, 'coach')
  expect([proposals, titles(hers)]).toEqual([[], ['Easy run']])
})

test('where the session was changed meanwhile nothing is answered', async () => {
  const { hers } = await couple()
  const alert = alertOn(hers)!
  const does = answerDoes('back-off', alert, adviceOf(hers, now, 'coach').proposals)
  patchSession(hers.docs.plan, aRun('run', tuesday).id, { title: 'Other run', steps: [] }, localOrigin)
  const done = await answerAlert(hers, alert, 'back-off', does, null)
  expect([done.ok, alertOn(hers)?.id, hers.log]).toEqual([false, 'alert-H', []])
})
