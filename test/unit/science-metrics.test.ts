/** Every figure on the shelf against published ones, and what becomes of what is not known. */
import { describe, expect, test } from 'vitest'
import { checkVectors, isWithin, type Vectors } from '../../core/cli/science-vectors.ts'
import { known, unknown } from '../../core/lib/reading.ts'
import { type MetricInput, type MetricValue, metric } from '../../core/science/metric.ts'
import { metricNamed, metrics } from '../../core/science/metrics.ts'
import given from '../fixtures/science-vectors.json' with { type: 'json' }

const vectors = given as Vectors
const evaluate = (name: string, input: MetricInput) => metricNamed(name)!.evaluate(input)
const outcomeOf = (name: string, input: MetricInput) => {
  const reading = evaluate(name, input)
  return reading.known ? reading.value : reading.why
}

/** Figures on the shelf that nobody publishes vectors for. */
const beyond = [
  'altitude_race_slowdown_pct',
  'langmuir_descent_hours',
  'long_race_range',
  'race_prediction',
  'return_load_steps',
  'taper_shares',
]

/** Inputs of the metrics that have no formula row to take one from. */
const examples: { readonly [metric: string]: MetricInput } = {
  vvdot_polynomial_m_min: { vdot: 50 },
  minetti_run_cost_measured_mean: { grade: 0 },
  minetti_walk_cost_measured_minimum: { grade: 0 },
  strava_like_gap_speed_factor_elevate: { grade_pct: 5 },
  strava_like_gap_speed_factor_goldencheetah: { grade_pct: 5 },
  strava_2017_gap_curve_points: { grade_pct: 5 },
  govss_running_power_w: { slope: 0, speed_m_s: 3, weight_kg: 70, height_m: 1.75 },
  karvonen_default_lthr: { hr_max: 190, hr_rest: 60, hrr_fraction: 0.85 },
  hrss_stream_constant: { hr: 150, seconds: 3600, lthr: 165, hr_rest: 50, hr_max: 190, sex: 'male' },
  ely2007_top_men_pct_off_course_record: { wbgt_band_c: '15.1-20' },
  altitude_race_slowdown_pct: { altitude_m: 2300 },
  langmuir_descent_hours: { descent_m: 300, slope_deg: 8 },
  long_race_range: { d1_m: 21_097.5, t1_s: 5400, d2_m: 42_195 },
  race_prediction: { distance_m: 42_195, best_m: 10_000, best_s: 2400, weekly_km: 45 },
  return_load_steps: { days_off: 14 },
  taper_shares: { days: 14, cut: 0.5 },
}
const inputOf = (name: string) => (vectors[name]?.[0]?.in as MetricInput | undefined) ?? examples[name]!

test('the shelf has every published name once, and says of each what it is and who says so', () => {
  expect(metrics.map(({ name }) => name).sort()).toEqual([...Object.keys(vectors), ...beyond].sort())
  expect(
    metrics.filter(
      ({ formula, unit, source, holds, inputs }) =>
        !formula || !unit || !source || !holds || Object.keys(inputs).length === 0,
    ),
  ).toEqual([])
})

test.each(Object.entries(vectors))('%s is the published figure within its tolerance', (name, rows) => {
  expect(checkVectors({ [name]: rows }).filter(({ within }) => !within)).toEqual([])
})

test.each(metrics.map(({ name }) => name))('%s is not known where any of its input is not', name => {
  const { inputs, evaluate } = metricNamed(name)!
  const input = inputOf(name)
  expect(evaluate(input).known).toBe(true)
  for (const [field, shape] of Object.entries(inputs)) {
    expect(evaluate({ ...input, [field]: null })).toEqual(unknown(`\`${field}\` is not known`))
    if (shape.type !== 'numbers') continue
    const [, ...others] = input[field] as readonly number[]
    expect(evaluate({ ...input, [field]: [null, ...others] })).toEqual(unknown(`number 1 of \`${field}\` is not known`))
  }
})

describe('where a formula says nothing', () => {
  test.each<[string, MetricInput, string]>([
    ['vdot_from_race', { distance_m: 5000, time_min: 300 }, 'this is slower than the formula knows'],
    ['daniels_vo2_cost', { velocity_m_min: 20 }, 'this is slower than the formula knows'],
    [
      'critical_speed_2p_distance_time',
      {
        points_m_s: [
          [400, 70],
          [400, 70],
        ],
      },
      'critical speed needs at least two efforts of different length',
    ],
    ['critical_speed_2p_tlim', { cs: 4, dprime: 200, v: 4 }, 'at or below critical speed the model knows no end'],
    [
      'critical_speed_2p_time_for_distance',
      { cs: 4, dprime: 200, distance_m: 200 },
      'the reserve alone would cover this distance, for which the model says nothing',
    ],
    ['critical_speed_3p_tlim', { cs: 4, dprime: 200, vmax: 8, v: 9 }, '`v` is above `vmax`, which nobody can run'],
    [
      'banister_trimp_bpm',
      { minutes: 60, hr_avg: 140, hr_rest: 60, hr_max: 60, sex: 'male' },
      '`hr_max` must be above `hr_rest`',
    ],
    ['hrss', { sex: 'male', hr_max: 190, hr_rest: 50, lthr: 50, trimp: 100 }, '`lthr` must be above `hr_rest`'],
    ['acwr_ewma', { loads_28d: Array(28).fill(0) }, 'without any load there is nothing to compare with'],
    ['foster_monotony_strain', { daily_loads: Array(7).fill(0) }, 'without any load there is nothing to compare with'],
    [
      'single_session_spike',
      { run_km: 10, longest_last_30d_km: 0 },
      'without a run in the 30 days before there is nothing to compare with',
    ],
    ['polarization_index', { z1: 0.5, z2: 0.1, z3: 0.1 }, '`z1`, `z2` and `z3` do not add up to 1'],
    ['polarization_index', { z1: 0, z2: 0.5, z3: 0.5 }, 'without easy or with hardly any hard time there is no index'],
  ])('%s of %j', (name, input, why) => expect(evaluate(name, input)).toEqual(unknown(why)))
})

test('what comes out infinite, whole or in part, is not known', () => {
  const divided = (value: (x: number) => MetricValue) =>
    metric({
      name: 'divided',
      unit: '',
      trust: 'ours',
      source: 'this test',
      holds: 'above zero',
      inputs: { x: { type: 'number', unit: '' } },
      evaluate: ({ x }) => known(value(x)),
    })
  const why = unknown('no finite figure comes of these numbers')
  expect(divided(x => 1 / x).evaluate({ x: 0 })).toEqual(why)
  expect(divided(x => ({ parts: [1, x / x] })).evaluate({ x: 0 })).toEqual(why)
  expect(divided(x => ({ parts: [1, x / x, null, 'none'] })).evaluate({ x: 2 })).toEqual(
    known({ parts: [1, 1, null, 'none'] }),
  )
})

describe('at the edges', () => {
  test.each<[string, MetricInput, unknown]>([
    ['riegel', { d1_m: 5000, t1_s: 1200, d2_m: 5000 }, 1200],
    ['hadley_temp_dewpoint_pct', { temp_f: 50, dewpoint_f: 50 }, { sum: 100, low_pct: 0, high_pct: 0 }],
    ['hadley_temp_dewpoint_pct', { temp_f: 50.5, dewpoint_f: 50 }, { sum: 100.5, low_pct: 0, high_pct: 0.5 }],
    ['hadley_temp_dewpoint_pct', { temp_f: 100, dewpoint_f: 81 }, { sum: 181, low_pct: null, high_pct: null }],
    ['single_session_spike', { run_km: 12, longest_last_30d_km: 15 }, { ratio: 12 / 15 - 1, band: 'none', hrr: 1 }],
    ['minetti_run_cost_J_kg_m', { grade: 2 }, outcomeOf('minetti_run_cost_J_kg_m', { grade: 0.45 })],
    ['strava_2017_gap_curve_points', { grade_pct: 80 }, 3.16],
    ['altitude_vo2max_loss_pct_linear', { altitude_m: -100 }, 0],
    ['daniels_fvdot_after_days_off', { days_off: 400 }, { no_cross_training: 0.8, with_cross_training: 0.9 }],
    ['polarization_index', { z1: 0.9, z2: 0.1, z3: 0 }, 0],
    ['banister_trimp_bpm', { minutes: 60, hr_avg: 40, hr_rest: 60, hr_max: 190, sex: 'male' }, 0],
    ['ely2007_top_men_pct_off_course_record', { wbgt_band_c: '15.1-20' }, 3.3],
    ['altitude_race_slowdown_pct', { altitude_m: 2300 }, { low: expect.closeTo(5.2, 1), high: expect.closeTo(7.2, 1) }],
    ['langmuir_descent_hours', { descent_m: 300, slope_deg: 8 }, -1 / 6],
    ['langmuir_descent_hours', { descent_m: 300, slope_deg: 20 }, 1 / 6],
    ['langmuir_descent_hours', { descent_m: 300, slope_deg: 2 }, 0],
    [
      'return_load_steps',
      { days_off: 10 },
      [
        { days: 5, share: 0.5 },
        { days: 5, share: 0.75 },
      ],
    ],
  ])('%s of %j is %j', (name, input, value) => expect(evaluate(name, input)).toEqual(known(value)))

  test('a run longer by exactly a tenth is no spike, and by exactly three tenths a small one', () => {
    const band = (run_km: number) => outcomeOf('single_session_spike', { run_km, longest_last_30d_km: 10 })
    expect([band(11), band(13), band(20)]).toEqual([
      { ratio: expect.closeTo(0.1, 9), band: 'none', hrr: 1 },
      { ratio: expect.closeTo(0.3, 9), band: 'small', hrr: 1.64 },
      { ratio: 1, band: 'moderate', hrr: 1.52 },
    ])
  })

  test('monotony is cut at ten where every day is the same', () =>
    expect(outcomeOf('foster_monotony_strain', { daily_loads: Array(7).fill(50) })).toEqual({
      weekly: 350,
      monotony_sample_sd: 10,
      strain_sample_sd: 3500,
      monotony_pop_sd: 10,
      strain_pop_sd: 3500,
    }))

  test('the constants of women are named, and plain `female` means those of the metric’s own source', () => {
    const beats = (sex: string) =>
      outcomeOf('banister_trimp_bpm', { minutes: 60, hr_avg: 150, hr_rest: 50, hr_max: 190, sex })
    const percent = (sex: string) => outcomeOf('banister_trimp_as_implemented', { seconds: 3600, hrr_pct: 70, sex })
    expect(beats('female')).toBe(beats('female_0.86'))
    expect(percent('female')).toBe(percent('female_0.64'))
    expect(Number(beats('female')) / Number(beats('female_0.64'))).toBeCloseTo(0.86 / 0.64, 9)
  })

  test('beyond the range its source speaks of a figure comes with a sentence', () => {
    const outside = (name: string, input: MetricInput) => metricNamed(name)!.outside(input)
    expect(outside('riegel', { d1_m: 5000, t1_s: 100, d2_m: 10_000, k: 1.06 })).toEqual([
      '`t1_s` 100 is outside 210 to 13800 s, for which the figure is meant',
    ])
    expect(outside('riegel', { d1_m: 5000, t1_s: 1200, d2_m: 10_000, k: 1.06 })).toEqual([])
  })
})

describe('a row agrees', () => {
  test('where it expects nothing known and nothing is, but not where it cannot be read', () => {
    const rows = [{ cs: 4, dprime: 200, v: 4 }, { cs: 4, dprime: 200, v: 5 }, { cs: 4 }].map(given => ({
      kind: 'formula' as const,
      in: given,
      out: null,
      tolerance: 0,
      source: '',
    }))
    expect(checkVectors({ critical_speed_2p_tlim: rows }).map(({ within }) => within)).toEqual([true, false, false])
  })

  test.each<[unknown, unknown, number | Record<string, number>, boolean]>([
    [1.05, 1, 0.1, true],
    [1.15, 1, 0.1, false],
    [null, 1, 10, false],
    [Number.NaN, 1, 10, false],
    [{ a: 1, band: 'small' }, { a: 1.05, band: 'small' }, 0.1, true],
    [{ a: 1, band: 'small' }, { a: 1.05, band: 'large' }, 0.1, false],
    [{ a: 1, b: 2 }, { a: 1.05, b: 2.2 }, { a: 0.1, b: 0.3 }, true],
    [{ a: 1, b: 2 }, { a: 1.05, b: 2.2 }, { a: 0.1 }, false],
    [{ a: 1 }, { a: 1, b: 2 }, 1, false],
    [[1, null], [1.1, null], 0.2, true],
    [[1, 2], [1.1, null], 0.2, false],
    [[1, 2, 3], [1, 2], 0.2, false],
  ])('%j and %j within %j: %s', (ours, expected, tolerance, within) =>
    expect(isWithin(ours, expected, tolerance)).toBe(within),
  )
})
