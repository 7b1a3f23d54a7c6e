/** Length, pain, silence, fear and heat: what the coach has to see, and what not (E9, E10, E14, E16, E17). */
import { aRun, aSession, aStep, daysAgo, today } from '../signals/basis/given.ts'
import { askIn, drafts, finds, isAlerted, ran, type TreeExample } from './example.ts'
import { easyTomorrow, levelRuns, missedToday, said, season, situation, wellFor } from './season.ts'

const metres = (km: number) => ({ ...aStep(1, 'E'), amount: { unit: 'm' as const, value: km * 1000 } })

export const examples: readonly TreeExample[] = [
  {
    id: 'E9',
    given: 'a long run of 21 km planned, the longest of 30 days was 18 km',
    verdict: 'the coach sees it while writing; 19.5 km is drafted, which asks',
    about: ['run-spike', 'ease-key', 'longest-run-guard', 'R5'],
    run: playbook => {
      const long = aSession(daysAgo(-5), { title: 'Long run 21 km', purpose: 'long', steps: [metres(21)] })
      const activities = [...levelRuns().filter(({ day }) => day !== daysAgo(15)), aRun(daysAgo(15), 18)]
      return ran(
        situation(playbook, season({ sessions: [long], activities })),
        advice =>
          finds(advice, 'run-spike') &&
          drafts(advice, ['ease-key', askIn('ease-key', playbook)]) &&
          advice.proposals.every(({ edit }) => edit.after.title === 'Long run 19.5 km'),
      )
    },
  },
  {
    id: 'E10',
    given: 'calf pain 2 of 5, a calf strain last spring',
    verdict: 'escalate, hold what is automatic; the coach picks back off, cross-train or mechanics work',
    about: ['pain-recurring', 'pain', 'R7'],
    run: playbook => {
      const given = season({
        ...missedToday,
        profile: { injuries: [{ site: 'calf', from: daysAgo(400), to: daysAgo(370), note: 'strain' }] },
        checkIns: [...wellFor(20, 0), said(today, { pain: { site: 'calf', level: 2 } })],
      })
      return ran(
        situation(playbook, given),
        advice => isAlerted(advice) && advice.proposals.every(({ verdict }) => verdict.level !== 'auto'),
      )
    },
  },
  {
    id: 'E14',
    given: 'no data for four days, the watch has not synced',
    verdict: 'ask the athlete; nothing is eased, nothing is called rest',
    about: ['data-missing', 'thin-data'],
    run: playbook =>
      ran(
        situation(
          playbook,
          season({ sessions: [easyTomorrow], activities: levelRuns().filter(({ day }) => day <= daysAgo(5)) }),
        ),
        advice =>
          finds(advice, 'data-missing') &&
          drafts(advice) &&
          advice.messages.some(({ kind, to }) => kind === 'question' && to === 'athlete') &&
          advice.readings.find(({ id }) => id === 'weekly-load')?.reading.known === false,
      ),
  },
  {
    id: 'E16',
    given: 'the athlete writes “I’m fit but I panic late”',
    verdict: 'a conversation for the coach; the athlete is told that the coach will talk about it, and nothing else',
    about: ['conversation'],
    run: playbook => {
      const words = 'I’m fit but I panic late'
      return ran(
        situation(playbook, season({ checkIns: [...wellFor(20, 0), said(today, { note: words })] })),
        advice =>
          advice.messages.some(({ kind, says }) => kind === 'escalation' && says.includes(words)) &&
          advice.messages.filter(({ to, kind }) => to === 'athlete' && kind === 'notice').length === 1 &&
          drafts(advice),
      )
    },
  },
  {
    id: 'E17',
    given: 'the heart beats three deviations high on one easy run at 31 °C',
    verdict: 'explained by the heat: nothing is noticed',
    about: ['heart-rate-unusual'],
    run: playbook => {
      const cool = levelRuns().map((run, i) => ({ ...run, meanHr: 138 + (i % 6), temperatureC: 10 + (i % 4) }))
      const hot = cool.map(run => (run.day === daysAgo(1) ? { ...run, meanHr: 154, temperatureC: 31 } : run))
      const mild = cool.map(run => (run.day === daysAgo(1) ? { ...run, meanHr: 154 } : run))
      // Why both: without the heat the same heartbeats have to be noticed, or the silence says nothing.
      const noticed = ran(situation(playbook, season({ activities: mild })), advice =>
        finds(advice, 'heart-rate-unusual'),
      )
      const silent = ran(
        situation(playbook, season({ activities: hot })),
        advice => !finds(advice, 'heart-rate-unusual') && !isAlerted(advice),
      )
      return noticed.holds ? silent : { holds: false, answered: noticed.answered }
    },
  },
]
