/** One load a day on one scale: which method counts, and that an entered RPE shows as no spike. */
import { describe, expect, test } from 'vitest'
import { toHistory } from '../../core/history/history.ts'
import type { Activity } from '../../core/model/activity.ts'
import { emptyProfile } from '../../core/model/athlete.ts'
import { aRun, daysAgo, runsSince, today } from '../../core/signals/basis/given.ts'
import { fitnessSeries, loadByDay, thresholdsFor, weeklyTotals } from '../../core/signals/index.ts'

const pace = { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' }
const all = { maxHr: 190, restHr: 50, thresholdHr: 165, thresholdPaceSPerKm: 300, origin: '' }
const loadOn = (activities: readonly Activity[], day = daysAgo(1), thresholds: typeof all | typeof pace = pace) =>
  loadByDay(toHistory(activities, []), thresholds, today).get(day)
const hourAt = (more: Partial<Activity>) => aRun(daysAgo(1), 12, { durationS: 3600, ...more })

describe('the method', () => {
  const hrSeconds: Activity['hrSeconds'] = [[164, 3600]]
  test('heart rate goes first, then pace, then effort', () => {
    expect(loadOn([hourAt({ hrSeconds, rpe: 3 })], daysAgo(1), all)).toEqual({
      load: { known: true, value: 100, from: [`run-${daysAgo(1)}`] },
      methods: ['heart-rate'],
    })
    expect(loadOn([hourAt({ hrSeconds, rpe: 3 })])?.methods).toEqual(['pace'])
    expect(loadOn([hourAt({ sport: 'ride', rpe: 7 })])).toEqual({
      load: { known: true, value: 100, from: [`run-${daysAgo(1)}`] },
      methods: ['effort'],
    })
  })
  test('a strap that covered half the time is no measure', () =>
    expect(loadOn([hourAt({ hrSeconds: [[164, 1800]] })], daysAgo(1), all)?.methods).toEqual(['pace']))
  test('what cannot be scaled is unknown, and makes its day unknown', () =>
    expect(
      loadOn([hourAt({}), hourAt({ id: 'gym' as never, sport: 'strength', start: `${daysAgo(1)}T18:00:00` })])?.load,
    ).toEqual({
      known: false,
      why: 'no heart rate, pace or effort to judge the strength by',
    }))
})

describe('an entered effort', () => {
  const runs = runsSince(40, 10)
  test('changes nothing where pace or heart rate speak', () => {
    const rated = runs.map(run => (run.day === daysAgo(1) ? { ...run, rpe: 10 } : run))
    expect(loadOn(rated)).toEqual(loadOn(runs))
  })
  test('takes the athlete’s own scale, once enough sessions have both', () => {
    const rated = runs.map(run => ({ ...run, rpe: 4 }))
    const ride = aRun(today, 0, { sport: 'ride', durationS: 3300, rpe: 4, start: `${today}T18:00:00` })
    const usual = loadOn(runs)?.load
    const own = loadOn([...rated, ride], today)?.load
    // An hour felt as these runs did weighs what these runs weigh, and not what the convention says of RPE 4.
    expect(own?.known && usual?.known && own.value).toBe(usual?.known && usual.value)
  })
  test('never changes an earlier day', () => {
    const rides = [30, 20].map(ago =>
      aRun(daysAgo(ago), 0, {
        id: `ride-${ago}` as never,
        sport: 'ride',
        durationS: 3600,
        rpe: 5,
        start: `${daysAgo(ago)}T18:00:00`,
      }),
    )
    const before = loadOn([...runs, ...rides], daysAgo(20))
    const later = runs.map(run => (run.day > daysAgo(20) ? { ...run, rpe: 2 } : run))
    expect(loadOn([...later, ...rides], daysAgo(20))).toEqual(before)
  })
})

describe('the series', () => {
  const series = (activities: readonly Activity[]) =>
    fitnessSeries(toHistory(activities, []), pace, daysAgo(100), today)
  test('a gap in the data is neither trained nor rested through', () => {
    const gap = series([
      ...runsSince(100, 10).filter(({ day }) => day < daysAgo(30)),
      aRun(today, 10, { sources: [{ kind: 'typed', name: 'by hand', id: null }] }),
    ])
    const before = gap.find(({ day }) => day === daysAgo(31))
    expect(gap.find(({ day }) => day === daysAgo(26))?.fitness).toEqual(before?.fitness)
    expect(gap.at(-2)?.fitness.known).toBe(false)
  })
  test('weeks add up, and say how many of their days are open', () => {
    const history = toHistory([aRun(daysAgo(8), 10), aRun(daysAgo(6), 10)], [])
    expect(weeklyTotals(history, loadByDay(history, pace, today), daysAgo(8), today)).toMatchObject([
      { monday: '2026-05-04', runs: 2, distanceM: 20_000, open: 4 },
      { monday: '2026-05-11', runs: 0, distanceM: 0, open: 2 },
    ])
  })
})

describe('thresholds', () => {
  const profile = emptyProfile('Ana')
  const of = (activities: readonly Activity[], own = profile) => thresholdsFor(own, toHistory(activities, []), today)
  test('the athlete’s own stand', () =>
    expect(of([], { ...profile, thresholds: { ...all, origin: 'lab test' } })).toEqual({ ...all, origin: 'lab test' }))
  test('else pace from the best effort, with its origin', () =>
    expect(of([aRun(daysAgo(3), 10), aRun(daysAgo(9), 5.04, { durationS: 1197 })])).toEqual({
      maxHr: null,
      restHr: null,
      thresholdHr: null,
      thresholdPaceSPerKm: 255,
      origin: 'threshold pace estimated from 5.0 km in 19:57 on 2026-05-03',
    }))
  test('else nothing', () => expect(of([]).origin).toBe('nothing known yet'))
})
