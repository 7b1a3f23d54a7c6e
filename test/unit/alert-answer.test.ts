/** An alert answered: what each choice does to the drafts made for it, what the athlete reads, and what is taken back. */
import { describe, expect, test } from 'vitest'
import { adviceFor, advise, type Situation } from '../../core/engine.ts'
import { easyTomorrow, said, season, situation, wellFor } from '../../core/examples/season.ts'
import { alertAnswers, alertChoices, answerDoes, draftsFor } from '../../core/playbook/index.ts'
import { daysAgo, intervals, today } from '../../core/signals/basis/given.ts'
import { openPlaybook, stated } from '../kit/season.ts'

const inPain = situation(
  openPlaybook,
  season({
    sessions: [intervals(daysAgo(-1))],
    profile: { injuries: [{ site: 'calf', from: daysAgo(400), to: daysAgo(370), note: 'strain' }] },
    checkIns: [...wellFor(20, 0), said(today, { pain: { site: 'calf', level: 2 } })],
  }),
)
const low = { sleepQuality: 2, soreness: 3, motivation: 2 }
const worn = situation(
  openPlaybook,
  season({ sessions: [easyTomorrow], checkIns: [...wellFor(20, 2), said(daysAgo(1), low), said(today, low)] }),
)
const alertIn = (given: Situation) => advise(given).messages.find(({ kind }) => kind === 'escalation')
const does = (choice: (typeof alertChoices)[number], given: Situation) => {
  const { approves, declines } = answerDoes(choice, alertIn(given)!, advise(given).proposals)
  return [approves && `${approves.rule} ${approves.variant}`, declines.map(({ variant }) => variant).sort()]
}
const answer = (more: object = {}) =>
  stated({ type: 'answered', item: 'alert-P', role: 'coach', at: inPain.now.at, rule: 'back-off', ...more })
const withLog = (...log: Situation['log']): Situation => ({ ...inPain, log })

describe('[S89, S122] after pain', () => {
  test('each of the three choices approves its own draft; keep declines them, talk leaves them', () => {
    expect(alertIn(inPain)?.id).toBe('alert-P')
    expect(alertChoices.map(choice => [choice, ...does(choice, inPain)])).toEqual([
      ['back-off', 'after-pain back-off', []],
      ['cross-train', 'after-pain cross-train', []],
      ['mechanics', 'after-pain mechanics', []],
      ['keep', null, ['back-off', 'cross-train', 'mechanics']],
      ['talk', null, []],
    ])
  })
  test('strong pain, which is no finding, has the same choices', () => {
    const strong = situation(
      openPlaybook,
      season({
        sessions: [intervals(daysAgo(-1))],
        checkIns: [...wellFor(20, 0), said(today, { pain: { site: 'knee', level: 4 } })],
      }),
    )
    expect(does('mechanics', strong)).toEqual(['after-pain mechanics', []])
  })
})

test('a worn athlete: back off approves what eases the next run, the others leave the plan', () => {
  expect(does('back-off', worn)).toEqual([expect.stringMatching(/^(ease|rest)/), []])
  expect(does('cross-train', worn)).toEqual([null, []])
})

test('a draft that was made for something else is not for this alert', () => {
  const { proposals } = advise(inPain)
  expect(proposals.length).toBeGreaterThan(0)
  expect(draftsFor({ id: 'alert-S', evidence: ['2026-05-01: another day'] }, proposals)).toEqual([])
})

describe('the answer', () => {
  test('reaches the athlete in the coach’s words, and not the coach', () => {
    const { messages } = advise(withLog(answer({ words: 'Two easy days.' })))
    const says = 'Your coach has looked at how you are: back off for now. “Two easy days.”'
    expect(messages.filter(({ id }) => id.startsWith('answer-')).map(({ to, day, says }) => [to, day, says])).toEqual([
      ['athlete', today, says],
    ])
    const athlete = adviceFor('athlete', advise(withLog(answer({ words: 'Two easy days.' }))))
    expect(athlete.messages.map(one => one.says)).toContain(says)
  })
  test('is quiet at once, also from a clock that runs ahead; a day ahead is no answer yet', () => {
    expect(alertIn(withLog(answer({ at: inPain.now.at + 600 })))).toBeUndefined()
    expect(alertIn(withLog(answer({ at: inPain.now.at + 1441 })))?.id).toBe('alert-P')
  })
  test('taken back by a coach, the alert waits again and nothing is told; an athlete takes nothing back', () => {
    const given = answer()
    const undo = (role: 'coach' | 'athlete') =>
      stated({ type: 'undone', item: given.id, role, at: inPain.now.at, seq: 2 })
    expect(alertIn(withLog(given, undo('coach')))?.id).toBe('alert-P')
    expect(alertAnswers([given, undo('coach')], inPain.now.at)).toEqual([])
    expect(alertIn(withLog(given, undo('athlete')))).toBeUndefined()
  })
  test('of an athlete, or one that is not verified, is none', () => {
    const forged = { ...answer(), verified: { ok: false, why: { type: 'SignatureDoesNotMatch' } } } as const
    for (const entry of [answer({ role: 'athlete' }), answer({ role: 'assistant' }), forged])
      expect(advise(withLog(entry)).messages.some(({ id }) => id.startsWith('answer-'))).toBe(false)
  })
})
