/** The dashboard: a row for each figure that leads to a decision, and none for what does not. */
import { describe, expect, test } from 'vitest'
import type { Activity } from '../../core/model/activity.ts'
import { reporting } from '../../core/reports/basis/given.ts'
import { dashboardOf } from '../../core/reports/desk/dashboard.ts'
import { finishOf } from '../../core/reports/desk/finish.ts'
import {
  aCheckIn,
  aRun,
  aSession,
  daysAgo,
  type Given,
  intervals,
  notDone,
  runsSince,
} from '../../core/signals/basis/given.ts'

const dashboard = (said: Given) => dashboardOf(reporting(said))
const rowOf = (said: Given, id: string) => dashboard(said).rows.find(row => row.id === id)
const nights = (recent: number, before: number) => [
  ...Array.from({ length: 20 }, (_, i) => aCheckIn(daysAgo(28 - i), { sleepQuality: before, fatigue: 2 })),
  ...Array.from({ length: 6 }, (_, i) => aCheckIn(daysAgo(5 - i), { sleepQuality: recent, fatigue: 2 })),
]
const laps = (lastThird: number): Activity['splits'] =>
  Array.from({ length: 18 }, (_, i) => ({ distanceM: 1000, durationS: i < 12 ? 330 : lastThird, meanHr: null }))
const long = (ago: number) =>
  aSession(daysAgo(ago), { id: `long-${ago}` as never, title: 'Long run 18 km', purpose: 'long' })

/** Two days ago six times three minutes with a lap each, of so many metres; the next ones are in two days. */
const unevenRepeats = (metres: readonly number[]): Given => {
  const lap = (durationS: number, distanceM: number) => ({ durationS, distanceM, meanHr: null })
  const work = metres.flatMap(distance => [lap(180, distance), lap(120, 340)])
  const splits = [lap(900, 2600), ...work, lap(600, 1700)]
  const durationS = splits.reduce((sum, one) => sum + one.durationS, 0)
  return {
    profile: { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 280, origin: '' } },
    sessions: [intervals(daysAgo(2)), intervals(daysAgo(-2))],
    activities: [aRun(daysAgo(2), 10.5, { durationS, splits })],
  }
}

describe('each row says what changed, why it matters, and leads to a decision', () => {
  test('[S100, S107] compliance', () => {
    const sessions = [2, 5, 8, 11, 14, 17].map(ago => aSession(daysAgo(ago)))
    const outcomes = sessions.slice(0, 3).map(one => notDone(one.id, one.day))
    const activities = sessions.slice(3).map(({ day }) => aRun(day, 5.5))
    expect(rowOf({ sessions, outcomes, activities }, 'compliance')).toMatchObject({
      changed: '50 % done as planned in 28 days.',
      decide: { to: 'calendar' },
    })
  })
  test('[S101] a load spike', () => {
    const activities = [...runsSince(29, 8), aRun(daysAgo(0), 14)]
    expect(rowOf({ activities }, 'load-spikes')).toMatchObject({ trust: 'published', decide: { to: 'calendar' } })
  })
  test('[S102] subjective fatigue against the weeks before', () => {
    const checkIns = nights(4, 4).map((one, i, all) => (i >= all.length - 6 ? { ...one, fatigue: 3 } : one))
    expect(rowOf({ checkIns }, 'fatigue')?.changed).toBe('3.0 of 5 in the last week, 2.0 in the four before.')
  })
  test('[S103] sleep quality against the weeks before', () => {
    expect(rowOf({ checkIns: nights(3, 4) }, 'sleep')?.changed).toMatch(/^3\.0 of 5 in the last week, 4\.0/)
  })
  test('[S104] workout execution comes from what was found of it', () => {
    const row = rowOf(unevenRepeats([600, 640, 700, 730, 760, 790]), 'execution')
    expect(row).toMatchObject({ decide: { to: 'zones' }, trust: 'convention' })
    expect(row?.changed).toContain('in range')
    expect(dashboard({}).quiet).toContain('work as planned')
  })
  test('[S105] the finish of the long run, where a next one is to be decided', () => {
    const runs = { activities: [aRun(daysAgo(3), 18, { splits: laps(363) })] }
    const row = rowOf({ ...runs, sessions: [long(3), long(-4)] }, 'long-run-finish')
    expect(row?.changed).toBe('Saturday 9 May: the last third was 10 % slower than the rest.')
    expect(row?.decide.says).toContain('Long run 18 km on Saturday 16 May')
    expect(rowOf({ ...runs, sessions: [long(3)] }, 'long-run-finish')).toBeUndefined()
  })
  test('[S106] stability of repeats, where the next ones are to be decided; quiet where nothing is known', () => {
    const row = rowOf(unevenRepeats([600, 640, 700, 730, 760, 790]), 'interval-stability')
    expect(row?.changed).toBe('Intervals 6 × 3 min on Sunday 10 May: repeats spread by 10.6 %.')
    expect(row?.decide.says).toContain('Thursday 14 May')
    expect(rowOf(unevenRepeats([690, 690, 690, 690, 690, 690]), 'interval-stability')).toBeUndefined()
    expect(dashboard({ sessions: [intervals(daysAgo(2))] }).quiet).toContain('stability of repeats not known')
  })
  test('[S107] where nothing is to decide there is no row', () => {
    expect(dashboard({ checkIns: nights(4, 4) }).rows).toEqual([])
    for (const { decide, matters, changed } of dashboard({ checkIns: nights(2, 4) }).rows)
      expect([decide.says, matters, changed].every(text => text.length > 10)).toBe(true)
  })
})

test('the finish of a run needs laps', () => {
  expect(finishOf(aRun(daysAgo(1), 18))).toBeUndefined()
  expect(finishOf({ splits: laps(330) })).toBe(0)
})
