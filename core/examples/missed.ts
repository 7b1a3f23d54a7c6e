/** Missed sessions: what may take their place, and what does not count as missed (E5–E8, E11, E15). */
import { aRun, aSession, aStep, daysAgo, today } from '../signals/basis/given.ts'
import { askIn, drafts, finds, isAlerted, levelIn, ran, type TreeExample } from './example.ts'
import { levelRuns, missed, missedToday, season, situation } from './season.ts'

const tempo = aSession(daysAgo(-2), { title: 'Tempo 20 min', purpose: 'tempo', key: true, steps: [aStep(20, 'T')] })
const base = { id: 'p', kind: 'base', from: daysAgo(30), to: daysAgo(-30), objective: '', measure: '' } as const

export const examples: readonly TreeExample[] = [
  {
    id: 'E5',
    given: 'Tuesday’s intervals missed, the athlete says so that evening; Wednesday is free, nothing else in the way',
    verdict:
      'an equal hill session on Wednesday: at once if the layer is on and allows it, asked if it is on; the athlete is told that the coach will discuss it',
    about: ['session-missed', 'swap-equal', 'may-swap-equal'],
    run: playbook =>
      ran(
        situation(playbook, season(missedToday)),
        advice =>
          drafts(advice, ['swap-equal', levelIn('swap-equal', playbook)]) &&
          advice.proposals.every(({ edit }) => edit.adds?.day === daysAgo(-1) && edit.adds.purpose === 'hills'),
      ),
  },
  {
    id: 'E6',
    given: 'the same, but Thursday is a tempo',
    verdict: 'two hard days would be too close: leave the missed one out, or give Thursday to the hills, which asks',
    about: ['swap-other', 'hard-days-adjacent', 'R5'],
    run: playbook =>
      ran(situation(playbook, season({ ...missedToday, sessions: [missed, tempo] })), advice =>
        drafts(advice, ['swap-other', askIn('swap-other', playbook)]),
      ),
  },
  {
    id: 'E7',
    given: 'the same with a calf strain on file',
    verdict: 'asked',
    about: ['injury-history', 'swap-equal'],
    run: playbook => {
      const injuries = [{ site: 'calf' as const, from: daysAgo(300), to: daysAgo(280), note: 'strain' }]
      return ran(situation(playbook, season({ ...missedToday, profile: { injuries } })), advice =>
        drafts(advice, ['swap-equal', askIn('swap-equal', playbook)]),
      )
    },
  },
  {
    id: 'E8',
    given: 'three sessions missed in a row, the week marked travel',
    verdict: 'no miss is counted for travel days; no alert',
    about: ['missed-in-a-row', 'session-missed', 'travel'],
    run: playbook => {
      const given = season({
        sessions: [aSession(daysAgo(5)), aSession(daysAgo(3)), aSession(daysAgo(1))],
        activities: levelRuns()
          .filter(({ day }) => day < daysAgo(5))
          .concat(aRun(today, 5)),
        lifeEvents: [{ id: 't', kind: 'travel', from: daysAgo(6), to: today, note: '' }],
      })
      return ran(
        situation(playbook, given),
        advice => !finds(advice, 'session-missed') && !finds(advice, 'missed-in-a-row') && !isAlerted(advice),
      )
    },
  },
  {
    id: 'E11',
    given: 'a third of a week’s time missed in the base phase',
    verdict: 'the next week’s target is held, not added up; a smaller tempo is drafted, which asks',
    about: ['ease-key', 'adapt-week-target', 'session-missed'],
    run: playbook => {
      const lastWeek = [8, 6, 4].map(ago => aSession(daysAgo(ago), { title: 'Run', steps: [aStep(44, 'E')] }))
      const steps = [aStep(15, 'E', 'warmup'), aStep(30, 'T'), aStep(10, 'E', 'cooldown')]
      const given = season({
        sessions: [...lastWeek, aSession(daysAgo(-2), { title: 'Tempo 30 min', purpose: 'tempo', key: true, steps })],
        activities: [
          ...levelRuns().filter(({ day }) => day < daysAgo(9)),
          aRun(daysAgo(8), 8),
          aRun(daysAgo(6), 8),
          aRun(daysAgo(1), 8),
        ],
        phases: [base],
      })
      const wanted = askIn('ease-key', playbook)
      return ran(situation(playbook, given), ({ proposals }) => {
        const tempos = proposals.filter(({ edit }) => edit.kind === 'ease-key')
        return wanted === null
          ? tempos.length === 0
          : tempos.length === 1 && proposals.every(({ verdict }) => verdict.level === 'ask')
      })
    },
  },
  {
    id: 'E15',
    given: 'the coach is offline for five days and the draft of E5 stays unanswered',
    verdict: 'it expires; the plan stands',
    about: ['R8', 'swap-equal'],
    run: playbook => {
      const later = season({ ...missedToday, day: daysAgo(-5), minute: 600 })
      return ran(
        situation(playbook, later),
        advice => drafts(advice) && advice.plan.sessions.every(({ state }) => state === 'planned'),
      )
    },
  },
]
