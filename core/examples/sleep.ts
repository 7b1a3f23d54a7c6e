/** Sleep, soreness and motivation: when to go on, when to ease, and when to call the coach (E1–E4). */
import { aRun, daysAgo, intervals, today } from '../signals/basis/given.ts'
import { askIn, drafts, finds, isAlerted, levelIn, ran, type TreeExample } from './example.ts'
import { easyTomorrow, levelRuns, said, season, shortSleep, situation, wellFor } from './season.ts'

export const examples: readonly TreeExample[] = [
  {
    id: 'E1',
    given: 'sleep poor two nights, last key session done in range',
    verdict: 'continue; tell the coach in the Monday summary',
    about: ['sleep-dipping'],
    run: playbook => {
      const given = season({
        sessions: [intervals(daysAgo(1)), easyTomorrow],
        activities: [...levelRuns().filter(run => run.day !== daysAgo(1)), aRun(daysAgo(1), 9)],
        checkIns: [...wellFor(20, 1), said(daysAgo(1), { sleepQuality: 2 }), said(today, { sleepQuality: 2 })],
      })
      return ran(
        situation(playbook, given),
        advice =>
          finds(advice, 'sleep-dipping') &&
          drafts(advice) &&
          !isAlerted(advice) &&
          advice.messages.every(({ kind, to }) => kind !== 'summary' || to === 'coach'),
      )
    },
  },
  {
    id: 'E2',
    given: 'sleep poor two nights, soreness up two, motivation down two',
    verdict: 'escalate now; draft an easy day, which asks',
    about: ['sleep-dipping', 'soreness-rising', 'motivation-falling', 'escalated', 'ease-easy-day'],
    run: playbook => {
      const low = { sleepQuality: 2, soreness: 3, motivation: 2 }
      const checkIns = [...wellFor(20, 2), said(daysAgo(1), low), said(today, low)]
      return ran(
        situation(playbook, season({ sessions: [easyTomorrow], checkIns })),
        advice => isAlerted(advice) && drafts(advice, ['ease-easy-day', askIn('ease-easy-day', playbook)]),
      )
    },
  },
  {
    id: 'E3',
    given: 'sleep poor three of four nights, tomorrow is an easy run, nothing else in the way',
    verdict:
      'ease the easy day: at once if the layer is on and allows it, asked if the layer is on; off or watched, nothing is shown',
    about: ['sleep-short', 'ease-easy-day', 'may-ease-easy-day'],
    run: playbook =>
      ran(
        situation(playbook, season({ sessions: [easyTomorrow], checkIns: shortSleep() })),
        advice => finds(advice, 'sleep-short') && drafts(advice, ['ease-easy-day', levelIn('ease-easy-day', playbook)]),
      ),
  },
  {
    id: 'E4',
    given: 'sleep poor three of four nights, tomorrow is a key session',
    verdict: 'draft a smaller key session, which asks; never cancel it',
    about: ['sleep-short', 'ease-key', 'key-lowered', 'always-asks', 'R1'],
    run: playbook =>
      ran(
        situation(playbook, season({ sessions: [intervals(daysAgo(-1))], checkIns: shortSleep() })),
        advice =>
          drafts(advice, ['ease-key', askIn('ease-key', playbook)]) &&
          advice.proposals.every(({ edit }) => (edit.after.steps?.length ?? 0) > 0),
      ),
  },
]
