/** intervals.icu: activities, days on scales of two lengths, stubs, and the planned calendar. */
import { describe, expect, test } from 'vitest'
import { explainImport } from '../../core/import/index.ts'
import { activitiesOf, checkInsOf, readAs, saidIn, sessionsOf } from '../kit/import-bytes.ts'

const run = {
  id: 'i1',
  start_date_local: '2026-05-12T07:00:00',
  start_date: '2026-05-12T05:00:00Z',
  type: 'TrailRun',
  name: 'Ridge',
  moving_time: 3000,
  elapsed_time: 3300,
  distance: 10_000.4,
  total_elevation_gain: 312,
  average_heartrate: 148,
  max_heartrate: 171,
  icu_rpe: 6,
  icu_intervals: [{ moving_time: 600, distance: 2000, average_heartrate: 150 }],
}
const stub = { id: '99', start_date_local: '2026-05-13T07:00:00', source: 'STRAVA', type: null }

describe('activities', () => {
  test('JSON: a run with its own local day, its laps and what the athlete said', async () => {
    const [activity] = activitiesOf(await readAs('activities.json', JSON.stringify([run])))
    expect(activity).toMatchObject({
      sport: 'run',
      name: 'Ridge',
      day: '2026-05-12',
      start: '2026-05-12T07:00:00',
      utc: 1_778_562_000,
      durationS: 3000,
      elapsedS: 3300,
      distanceM: 10_000,
      ascentM: 312,
      rpe: 6,
      splits: [{ durationS: 600, distanceM: 2000, meanHr: 150 }],
      sources: [{ kind: 'intervals', name: 'activities.json', id: 'i1' }],
    })
  })
  test('CSV: the same columns give the same activity', async () => {
    const { icu_intervals: _, ...columns } = run
    const csv = `${Object.keys(columns).join(',')}\n${Object.values(columns).join(',')}\n`
    const [fromCsv] = activitiesOf(await readAs('activities.csv', csv))
    const [fromJson] = activitiesOf(await readAs('activities.csv', JSON.stringify([columns])))
    expect(fromCsv).toEqual(fromJson)
  })
  test('what came from Strava is named and not counted', async () => {
    const reports = await readAs('activities.json', JSON.stringify([run, stub]))
    expect(reports.map(explainImport)).toEqual([
      'activities.json: read, one activity.',
      'activities.json, entry 2 (99): intervals.icu has it from Strava and may not hand it on. Import it from your Strava archive or from the watch.',
    ])
  })
  test('a day alone is no start', async () => {
    const [report] = await readAs('a.json', JSON.stringify([{ ...run, start_date_local: 'soon', start_date: null }]))
    expect(report?.why).toEqual({ type: 'RowNotReadable', row: 1, column: 'start_date_local' })
  })
})

describe('days', () => {
  const day = (id: string, more: object) => ({ id, ...more })
  test('four steps are spread over five, and turned where a low figure is the good one', async () => {
    const reports = await readAs(
      'wellness.json',
      JSON.stringify([
        day('2026-05-01', { soreness: 1, sleepQuality: 1, motivation: 4, stress: 2, restingHR: 48, sleepSecs: 27_000 }),
        day('2026-05-02', { soreness: 4, sleepQuality: 4, injury: 3, hrv: 71.5, hrvSDNN: 90 }),
        day('2026-05-03', { ctl: 50, atl: 40 }),
      ]),
    )
    expect(checkInsOf(reports).map(saidIn)).toEqual([
      { day: '2026-05-01', soreness: 1, sleepQuality: 5, motivation: 1, stress: 2, restingHr: 48, sleepHours: 7.5 },
      { day: '2026-05-02', soreness: 5, sleepQuality: 1, pain: { site: 'other', level: 4 }, hrvMs: 71.5 },
    ])
    expect(explainImport(reports[0]!)).toBe(
      'wellness.json: read: soreness, stress, sleepQuality, motivation and injury as 1–4. If that is not how it was asked, correct the days by hand. Not read: “hrvSDNN”.',
    )
  })
  test('a list in which a 5 was ever given has five steps; each scale for itself', async () => {
    const reports = await readAs(
      'wellness.csv',
      'date,restingHR,soreness,fatigue\n2026-05-01,50,5,2\n2026-05-02,,3,4\n',
    )
    expect(checkInsOf(reports).map(saidIn)).toEqual([
      { day: '2026-05-01', soreness: 5, fatigue: 2, restingHr: 50 },
      { day: '2026-05-02', soreness: 3, fatigue: 5 },
    ])
  })
  test('a scale of ten is left out and named', async () => {
    const [report] = await readAs('w.json', JSON.stringify([day('2026-05-01', { soreness: 8, restingHR: 50 })]))
    expect(report?.why).toEqual({ type: 'ColumnsRead', scales: [], leftOut: ['soreness'] })
  })
  test('figures alone are no day of the athlete', async () => {
    const [report] = await readAs('w.json', JSON.stringify([day('2026-05-01', { ctl: 50, atl: 40 })]))
    expect(report).toMatchObject({ outcome: 'skipped', why: { type: 'OnlyFigures' } })
  })
})

describe('the calendar', () => {
  test('a workout keeps its steps with their targets in words; a race is one; a note is none', async () => {
    const steps = [
      { text: 'Warm up', duration: 900, warmup: true },
      { reps: 3, steps: [{ distance: 1000, pace: { units: '%pace', start: 98, end: 102 } }, { duration: 120 }] },
    ]
    const at = '2026-05-12T00:00:00'
    const reports = await readAs(
      'events.json',
      JSON.stringify([
        { id: 1, category: 'WORKOUT', start_date_local: at, type: 'Run', name: 'Intervals', workout_doc: { steps } },
        {
          id: 2,
          category: 'RACE_A',
          start_date_local: '2026-06-07T09:30:00',
          type: 'Run',
          name: 'City',
          distance: 10_000,
        },
        { id: 3, category: 'NOTE', start_date_local: at, name: 'Travel' },
      ]),
    )
    expect(sessionsOf(reports)).toMatchObject([
      {
        day: '2026-05-12',
        purpose: 'intervals',
        startMinute: null,
        steps: [
          { role: 'warmup', amount: { unit: 's', value: 900 }, cue: 'Warm up' },
          {
            type: 'repeat',
            times: 3,
            steps: [
              { amount: { unit: 'm', value: 1000 }, cue: '98–102% of threshold pace' },
              { amount: { value: 120 } },
            ],
          },
        ],
      },
      {
        day: '2026-06-07',
        purpose: 'race',
        key: true,
        startMinute: 570,
        steps: [{ amount: { unit: 'm', value: 10_000 } }],
      },
    ])
    expect(reports[1]).toMatchObject({ outcome: 'skipped', why: { type: 'NotAnActivity', kind: 'NOTE' } })
  })
})
