import { describe, expect, test } from 'vitest'
import { alongOf } from '../../core/history/along.ts'
import { streamsOf } from '../../core/import/summary/streams.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { workStepsOf } from '../../core/signals/index.ts'
import { parseWorkout } from '../../core/workout/text.ts'
import { gapsIn, nearest, paceTicks, quantileOf } from '../../pwa/parts/chart-scale.ts'
import { formatPace } from '../../pwa/parts/format.ts'
import { sayBand } from '../../pwa/parts/zone-words.ts'
import { curvesOf, sayCurves } from '../../pwa/views/activity/curves.ts'
import { bestOfHalfYear } from '../../pwa/views/activity/efforts-section.tsx'
import { sayExpected } from '../../pwa/views/activity/facts.tsx'
import { sayDone } from '../../pwa/views/activity/sentence.ts'
import { sayWork, wordFor } from '../../pwa/views/activity/work-section.tsx'
import { chartDays, sayRatio, summaryOf } from '../../pwa/views/load-and-form.tsx'
import { activity } from '../kit/activities.ts'

test('a heart rate stands beside the expected one, and how far off it was', () => {
  expect(sayExpected({ hr: 140, expected: 141.4 })).toBe('141 bpm, 1 below')
  expect(sayExpected({ hr: 155, expected: 141.4 })).toBe('141 bpm, 14 above')
  expect(sayExpected({ hr: 141, expected: 140.6 })).toBe('141 bpm, as expected')
})

const along = (count: number, known = true) =>
  alongOf(
    streamsOf({
      samples: Array.from({ length: count }, (_, i) => ({
        t: i,
        distanceM: known ? 3 * i : null,
        hr: i < count / 2 ? 140 : 150,
        altitudeM: known ? 100 : null,
        speed: null,
        temperatureC: null,
      })),
      pauses: [],
    })!,
  )

describe('the scale of a chart', () => {
  test('finds the point nearest to a finger', () => {
    expect([0, 4, 6, 10.4, 100].map(at => nearest([0, 10, 11, 12], at))).toEqual([0, 0, 1, 1, 3])
    expect(nearest([], 5)).toBeLessThanOrEqual(0)
  })
  test('leaves open what is not known', () => {
    expect(gapsIn([Number.NaN, 1, Number.NaN, Number.NaN])).toEqual([
      [0, 0],
      [2, 3],
    ])
    expect(quantileOf([Number.NaN], 0.5)).toBeUndefined()
  })
  test('names round paces on an axis of speed', () => {
    const ticks = paceTicks([2.5, 4], 1000, pace => formatPace(pace, 'km').split(' ')[0]!)
    expect(ticks.map(({ label }) => label)).toEqual(['4:30', '5:00', '5:30', '6:00', '6:30'])
    expect(paceTicks([0, 4], 1000, String)).toEqual([])
  })
})

describe('the curves of a run', () => {
  test('have a lane for each thing recorded, and a place in words', () => {
    const curves = curvesOf(along(1200), 'distance', 'km')!
    expect(curves.lanes.map(({ name }) => name)).toEqual([
      'Elevation, m',
      'Pace, min/km',
      'Heart rate, bpm',
      'Grade, %',
    ])
    expect(curves.sayPlace(600)).toBe('1.8 km, 10:00')
  })
  test('without distance are drawn by time, of what there is', () => {
    expect(curvesOf(along(1200, false), 'distance', 'km')).toBeNull()
    expect(curvesOf(along(1200, false), 'time', 'km')?.lanes.map(({ name }) => name)).toEqual(['Heart rate, bpm'])
  })
  test('are said in a sentence', () => {
    expect(sayCurves(along(1200), 12, 'km')).toBe(
      'Between 100 and 100 m above sea, 12 m climbed. Mostly between 5:33 /km and 5:33 /km. Heart rate 140 in the first half, 150 in the second.',
    )
  })
})

test('[S43] an activity is said in a sentence, without what is not known', () => {
  const run = activity({ distanceM: 12_300, durationS: 3480, meanHr: 148 })
  expect(sayDone(run, 'km')).toBe('Run of 12.3 km in 58 min at 4:43 /km, heart rate 148.')
  expect(sayDone({ ...run, distanceM: null, meanHr: null, sport: 'strength' }, 'km')).toBe('Strength of 58 min.')
})

describe('steps against the plan', () => {
  const text = parseWorkout('- 5m E\n\n3x\n- 1km I\n- 2m E\n\n- 5m E')
  const session = { id: 'tuesday' as never, steps: text.ok ? text.value.steps : [] }
  const lap = (durationS: number, distanceM: number) => ({ durationS, distanceM, meanHr: 160 })
  const recovery = lap(120, 300)
  const laps = [
    lap(300, 900),
    lap(235, 1000),
    recovery,
    lap(225, 1000),
    recovery,
    lap(260, 1000),
    recovery,
    lap(301, 900),
  ]
  const threshold = 255

  test('are the watch’s laps where these follow them, each piece of work in a word', () => {
    const work = workStepsOf(session, activity({ splits: laps }), threshold, null)!
    expect(work.by).toBe('laps')
    const said = work.steps.filter(({ step }) => step.role === 'work').map(wordFor)
    expect(said).toEqual(['in range', 'faster', 'slower'])
    expect(sayWork(work)).toBe(
      'Of 3 pieces of work: 1 in range, 1 faster, 1 slower. The last repeat was 11 % slower than the first. By the laps of the watch.',
    )
  })

  test('are cut by the plan’s lengths where no laps say, and what was not reached is not run', () => {
    const work = workStepsOf(session, activity(), threshold, along(1500))!
    expect(work.by).toBe('plan')
    expect(work.steps.map(({ metres }) => metres && Math.round(metres))).toEqual([
      900,
      1000,
      360,
      1000,
      360,
      null,
      null,
      null,
    ])
    expect(sayWork(work)).toContain('Of 3 pieces of work: 2 slower, 1 not run. Cut by the plan’s lengths')
  })

  test('stay unknown where neither says', () => {
    expect(workStepsOf(session, activity(), threshold, null)).toBeUndefined()
    expect(
      workStepsOf({ ...session, steps: session.steps.slice(0, 1) }, activity(), threshold, along(900)),
    ).toBeUndefined()
  })
})

test('a best effort is the fastest of half a year only beside others', () => {
  const run = (day: string, durationS: number) =>
    activity({ day: day as never, start: `${day}T08:00:00`, bestEfforts: [{ distanceM: 5000, durationS }] })
  const now = run('2026-06-01', 1200)
  expect([...bestOfHalfYear(now, [now])]).toEqual([])
  expect([...bestOfHalfYear(now, [run('2026-05-01', 1210), now])]).toEqual([5000])
  expect([...bestOfHalfYear(now, [run('2026-05-01', 1190), now])]).toEqual([])
})

test('bands are said in whole beats that lie in them, and in paces from fast to slow', () => {
  expect(sayBand({ name: '2', from: 144.5, to: 153 }, 'heart-rate', 'km')).toBe('145–152 bpm')
  expect(sayBand({ name: '1', from: 0, to: 144.5 }, 'heart-rate', 'km')).toBe('to 144 bpm')
  expect(sayBand({ name: '5', from: 171, to: null }, 'heart-rate', 'km')).toBe('171 bpm and more')
  expect(sayBand({ name: 'T', from: 4, to: 5 }, 'pace', 'km')).toBe('3:20–4:10 /km')
})

describe('load and form in words', () => {
  const known = (value: number) => ({ known: true, value, from: [] }) as const
  const lost = { known: false, why: 'nobody spoke' } as const
  const day = (load: typeof lost | ReturnType<typeof known>) =>
    ({ day: '2026-05-01', load, methods: [], fitness: known(50), fatigue: known(60), form: known(-10) }) as never
  test('the ratio is a description, and not known where a day is not', () => {
    const days = Array.from({ length: 28 }, (_, i) => day(known(i < 21 ? 40 : 60)))
    expect(sayRatio(days)).toContain('1.33 times the load a day. A description, no verdict')
    expect(sayRatio(days.slice(1))).toContain('known once 28 days are on file')
    expect(sayRatio([...days.slice(0, 10), day(lost), ...days.slice(11)])).toContain('one of these days is not')
    expect(sayRatio([...days, day(lost)])).toContain('1.33')
  })
  test('a week of which a day is not known shows what is known, and that it is not all', () => {
    const monday = Array.from({ length: 7 }, (_, i) => ({
      day: `2026-05-${String(4 + i).padStart(2, '0')}`,
      load: i === 3 ? lost : known(40),
      methods: [],
      fitness: known(50),
      fatigue: known(60),
      form: known(-10),
    }))
    expect(chartDays(monday as never).map(({ load, week, isWeekWhole }) => [load, week, isWeekWhole])).toEqual(
      monday.map((_, i) => [i === 3 ? null : 40, 240, false]),
    )
    expect(chartDays(monday.slice(0, 3) as never).every(({ isWeekWhole }) => isWeekWhole)).toBe(true)
  })
  test('the form of a few days on file is a number without a word', () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        day: addDays('2026-03-02' as Day, i),
        load: 40,
        week: 40,
        isWeekWhole: true,
        fitness: 2,
        fatigue: 6,
        form: -4,
      }))
    expect(summaryOf(days(2))).toMatch(/Form is −4\. Only 2 days on file: both tell little before 42\.$/)
    expect(summaryOf(days(42))).toMatch(/Form is −4: balanced\.$/)
  })
  test('nothing on file is said so', () => {
    expect(summaryOf([])).toBe('There is not enough on file yet to say how fit you are.')
  })
})
