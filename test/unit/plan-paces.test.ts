/** New training paces: applied from a result, seen by every session, held to the pace they rest on, undone in one step. */
import { expect, test } from 'vitest'
import { advise, type Situation } from '../../core/engine.ts'
import { levelRuns, season, situation } from '../../core/examples/season.ts'
import { compose, paceOf, withPaces } from '../../core/plan/index.ts'
import { aRun, aSession, aStep, daysAgo } from '../../core/signals/basis/given.ts'
import { carriedOut, openPlaybook, stated } from '../kit/season.ts'

const tempo = aSession(daysAgo(-1), { title: 'Tempo 20 min', purpose: 'tempo', key: true, steps: [aStep(20, 'T')] })
const raced: Situation = situation(
  openPlaybook,
  season({
    sessions: [aSession(daysAgo(2), { title: '10 km race', purpose: 'race' }), tempo],
    activities: [
      ...levelRuns().filter(({ day }) => day < daysAgo(2)),
      aRun(daysAgo(2), 10, { durationS: 2880 }),
      aRun(daysAgo(1), 5),
    ],
  }),
)
const at = raced.now.at
const [proposal] = advise(raced).proposals
const applied = carriedOut('applied', proposal!, tempo, at, openPlaybook)
const later = (log: Situation['log']) => ({ ...raced, log, now: { ...raced.now, at: at + 5 } })
const visible = ({ plan, content, log, playbook }: Situation) => compose(plan, content, log, playbook)

test('[S41] a result moves the paces by itself, told to both, and the session stays as it was written', () => {
  expect(proposal?.verdict.level).toBe('auto')
  const advice = advise(later([applied]))
  expect(paceOf(advice.plan)).toBe(294)
  expect(withPaces(raced.content, advice.plan).profile.thresholds?.thresholdPaceSPerKm).toBe(294)
  expect(advice.plan.sessions.find(({ session }) => session.id === tempo.id)?.session).toEqual(tempo)
  expect(advice.proposals).toEqual([])
  expect(advice.messages.filter(({ kind }) => kind === 'notice').map(({ to, says }) => [to, says])).toEqual([
    [
      'both',
      'From Wednesday 13 May on: threshold pace 5:00 → 4:54 per\u00a0km. A result shows it; sessions and goals stay as they are.',
    ],
  ])
})

test('[R6] undone in one step the paces are what they were', () => {
  const undone = stated({ type: 'undone', item: applied.id, role: 'athlete', at: at + 1 })
  const plan = visible(later([applied, undone]))
  expect(paceOf(plan)).toBeNull()
  expect(plan.sessions).toEqual(visible(raced).sessions)
})

test('a pace nobody trained by, and one that no result shows, change nothing', () => {
  const wrong = (pace: { before: number; after: number }) => {
    const edit = { ...proposal!.edit, pace }
    return visible(later([carriedOut('applied', { ...proposal!, edit }, tempo, at, openPlaybook)])).refused.map(
      ({ why }) => why.type,
    )
  }
  expect(wrong({ before: 310, after: 294 })).toEqual(['EarlierVersion'])
  expect(wrong({ before: 300, after: 291 })).toEqual(['NotAllowed'])
})

test('[S74] more than three percent asks first', () => {
  const fast = situation(
    openPlaybook,
    season({
      sessions: raced.plan.sessions,
      activities: raced.content.activities.map(one => (one.day === daysAgo(2) ? { ...one, durationS: 2750 } : one)),
    }),
  )
  expect(advise(fast).proposals.map(({ rule, verdict }) => [rule, verdict.level])).toEqual([['recompute-zones', 'ask']])
})
