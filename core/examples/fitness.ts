/** A result that shows better fitness: paces follow, goals stay (E12, E13). */

import type { Playbook } from '../model/playbook.ts'
import type { Race } from '../model/season.ts'
import { aRun, aSession, aStep, daysAgo } from '../signals/basis/given.ts'
import { askIn, drafts, finds, levelIn, type Ran, ran, type TreeExample } from './example.ts'
import { levelRuns, season, situation } from './season.ts'

/** 10 km in 48:00, two percent faster than a threshold of 5:00 per km implies, two days ago. */
const raced = (playbook: Playbook, races: readonly Race[], level: ReturnType<typeof levelIn>): Ran => {
  const given = season({
    sessions: [
      aSession(daysAgo(2), { title: '10 km race', purpose: 'race' }),
      aSession(daysAgo(-1), { title: 'Tempo 20 min', purpose: 'tempo', key: true, steps: [aStep(20, 'T')] }),
    ],
    activities: [
      ...levelRuns().filter(({ day }) => day < daysAgo(2)),
      aRun(daysAgo(2), 10, { durationS: 2880 }),
      aRun(daysAgo(1), 5),
    ],
    phases: [{ id: 'p', kind: 'base', from: daysAgo(30), to: daysAgo(-30), objective: '', measure: '' }],
    races,
  })
  return ran(
    situation(playbook, given),
    advice =>
      finds(advice, 'fitness-confirmed') &&
      drafts(advice, ['recompute-zones', level]) &&
      advice.plan.races.every(({ goal }) => goal === 'sub 3:30') &&
      advice.proposals.every(({ edit }) => edit.adds === null && Object.keys(edit.after).length === 0),
  )
}

const race = (day: Race['day']): Race => ({
  id: 'a',
  day,
  name: 'Spring marathon',
  priority: 'A',
  distanceM: 42195,
  goal: 'sub 3:30',
})

export const examples: readonly TreeExample[] = [
  {
    id: 'E12',
    given: 'a 10 km race two percent faster than the zones imply, in the base phase',
    verdict: 'new training paces, applied at once; the goal pace is untouched; the coach is told',
    about: ['fitness-confirmed', 'recompute-zones', 'may-recompute-zones', 'R2'],
    run: playbook => raced(playbook, [race(daysAgo(-60))], levelIn('recompute-zones', playbook)),
  },
  {
    id: 'E13',
    given: 'the same in race week',
    verdict: 'asked',
    about: ['race-week', 'recompute-zones'],
    run: playbook => raced(playbook, [race(daysAgo(-5))], askIn('recompute-zones', playbook)),
  },
]
