/** A review is sent on the coach's device and read on the athlete's, who answers; taken back, both are as before. */
import { afterEach, expect, test } from 'vitest'
import { assess } from '../../core/engine.ts'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import type { Review } from '../../core/model/review.ts'
import { adviceOf, saveCheckIn, situationOf } from '../../core/peer/actions.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { answerReview, sendReview, takeBackReview } from '../../core/peer/reviewing.ts'
import { patchSession, putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import { doesOf, firstChoice, toggled } from '../../pwa/views/review/decide.ts'
import { aRun, household, network, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const tuesday = '2026-05-05' as Day
const now = { day: tuesday, minute: 720, at: noon / 60_000 }
const review: Review = {
  id: 'r1',
  week: '2026-04-27' as Day,
  by: 'ann' as never,
  at: now.at,
  numbers: ['Mileage: 30 km in 4 runs'],
  outcome: 'deload',
  did: [],
  reflection: null,
  words: 'Less this week, on purpose.',
}

const couple = async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  for (const ago of [1, 3])
    putSession(hers.docs.plan, aRun(`run-${ago}`, addDays(tuesday, ago), { title: 'Easy 60 min' }), localOrigin)
  await until('the sessions are there', () => readPlan(his.docs.plan).sessions.length === 2)
  return { hers, his }
}
const assessed = (space: Space) => assess(situationOf(space, now))
const steps = (space: Space) =>
  adviceOf(space, now, 'athlete').plan.sessions.map(({ session, state }) => [state, JSON.stringify(session.steps)])

test('[S63] a modest deload is signed session by session, reaches the athlete, and is taken back whole', async () => {
  const { hers, his } = await couple()
  const before = steps(hers)
  const given = assessed(hers)
  expect(given.isReviewed).toBe(false)
  const made = valueIn(await sendReview(hers, review, doesOf('deload', given, new Set())))
  expect(made).toHaveLength(2)
  await until('he reads it', () => readPlan(his.docs.plan).reviews?.length === 1 && his.log.length === 2)
  expect(steps(his)).toEqual(steps(hers))
  expect(steps(his).map(([state]) => state)).toEqual(['approved', 'approved'])
  expect(steps(his)).not.toEqual(before)
  expect(assessed(hers).isReviewed).toBe(true)

  valueIn(answerReview(his, { id: 'r1', said: 'question', words: 'Also the long run?', at: now.at }))
  await until('she reads it', () => readAthlete(hers.docs.athlete).reviewAnswers?.[0]?.said === 'question')
  const asked = assessed(hers)
  expect([asked.standing, asked.changed]).toEqual(['look', 'They ask: “Also the long run?”'])
  expect(answerReview(hers, { id: 'r1', said: 'understood', words: '', at: now.at }).ok).toBe(false)

  valueIn(await takeBackReview(hers, 'r1', made))
  await until('it is gone', () => readPlan(his.docs.plan).reviews === undefined && his.log.length === 4)
  for (const space of [hers, his]) expect(steps(space)).toEqual(before)
})

test('[S63] on track answers the alert and declines what waits; nothing is left half decided', async () => {
  const { hers, his } = await couple()
  valueIn(saveCheckIn(his, { ...emptyCheckIn(tuesday), pain: { site: 'knee', level: 4 } }))
  await until('she knows', () => readAthlete(hers.docs.athlete).checkIns.length === 1)
  const given = assessed(hers)
  expect([given.standing, given.alert?.id, given.waiting > 0]).toEqual(['needs-you', 'alert-H', true])
  const before = steps(hers)
  valueIn(await sendReview(hers, { ...review, outcome: 'on-track' }, doesOf('on-track', given, new Set())))
  const after = assessed(hers)
  expect([after.alert, after.waiting, after.isReviewed, steps(hers)]).toEqual([null, 0, true, before])
})

test('[S63] a targeted adjustment approves what was chosen; of two drafts for one session one', async () => {
  const { hers, his } = await couple()
  valueIn(saveCheckIn(his, { ...emptyCheckIn(tuesday), pain: { site: 'knee', level: 4 } }))
  await until('she knows', () => readAthlete(hers.docs.athlete).checkIns.length === 1)
  const given = assessed(hers)
  const first = firstChoice(given)
  expect(first.size).toBe(1)
  const other = given.options.drafts.find(({ id }) => !first.has(id))!
  const chosen = toggled(given, first, other.id)
  expect([...chosen]).toEqual([other.id])
  const does = doesOf('adjust', given, chosen)
  expect(does.answers?.choice).toBe(other.proposal?.variant)
  valueIn(await sendReview(hers, { ...review, outcome: 'adjust' }, does))
  expect(adviceOf(hers, now, 'coach').proposals).toEqual([])
  expect(steps(hers).filter(([state]) => state === 'approved')).toHaveLength(1)
})

test('where a session was changed meanwhile nothing of the review stands, and the athlete cannot write one', async () => {
  const { hers, his } = await couple()
  const does = doesOf('deload', assessed(hers), new Set())
  patchSession(hers.docs.plan, does.edits[1]!.session, { steps: [], title: 'Other run' }, localOrigin)
  const before = steps(hers)
  expect((await sendReview(hers, review, does)).ok).toBe(false)
  expect([readPlan(hers.docs.plan).reviews, steps(hers)]).toEqual([undefined, before])
  expect((await sendReview(his, review, { approves: [], edits: [], declines: [], answers: null })).ok).toBe(false)
})

test('[S69, S70, S71, S72, S73] a weekend reflection: figures by rule beside the coach’s own fields, and one focus', async () => {
  const { hers, his } = await couple()
  const reflection = {
    mood: 'Calm.',
    confidence: 'Believes in the tempo now.',
    execution: 'Even, and patient.',
    focus: 'Easy days easy.',
    habit: 'Bed before eleven.',
  }
  const nothing = { approves: [], edits: [], declines: [], answers: null }
  const numbers = assessed(hers).soFar.map(({ title, says }) => `${title}: ${says}`)
  valueIn(await sendReview(hers, { ...review, outcome: null, reflection, numbers, words: '' }, nothing))
  await until('he reads it', () => readPlan(his.docs.plan).reviews?.length === 1)
  const read = readPlan(his.docs.plan).reviews![0]!
  expect([read.reflection, read.outcome, read.did]).toEqual([reflection, null, []])
  expect(read.numbers.map(line => line.split(':')[0])).toEqual([
    'Mileage',
    'Intensity',
    'Missed sessions',
    'Sleep',
    'Soreness',
    'Readiness',
  ])
  // Why: a reflection is no review of the week before.
  expect(assessed(hers).isReviewed).toBe(false)
})
