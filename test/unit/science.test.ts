/** The formulas against published figures and what public implementations compute. */
import { describe, expect, test } from 'vitest'
import { fatigueDays, fitnessDays, formAfter, nextDay, towards } from '../../core/science/fitness.ts'
import {
  effortLoad,
  heartRateLoad,
  impulse,
  impulseConstants,
  paceLoad,
  sessionEffort,
} from '../../core/science/load.ts'
import { spikeOf } from '../../core/science/spike.ts'
import {
  oxygenCost,
  raceSeconds,
  speedAt,
  sustainableShare,
  thresholdPace,
  trainingPaces,
  vdotOf,
  vdotOfThresholdPace,
} from '../../core/science/vdot.ts'

describe('VDOT', () => {
  test.each([
    [150, 25.0787],
    [250, 47.4645],
  ])('%d m/min costs %d ml/kg/min', (speed, cost) => {
    expect(oxygenCost(speed)).toBeCloseTo(cost, 4)
    expect(speedAt(cost)).toBeCloseTo(speed, 3)
  })
  test.each([
    [3.5, 1.13315419],
    [6, 1.06921764],
  ])('for %d minutes a share of %d can be held', (minutes, share) =>
    expect(sustainableShare(minutes)).toBeCloseTo(share, 7),
  )
  test.each([
    [1609.344, 360, 48.416857],
    [5000, 1200, 49.806233],
    [10_000, 3000, 40.01205],
    [42_195, 10_800, 53.528269],
    [42_195, 14_400, 37.904316],
  ])('%d m in %d s is VDOT %d', (metres, seconds, vdot) => expect(vdotOf(metres, seconds)).toBeCloseTo(vdot, 4))
  test('shorter than three and a half minutes or longer than four hours says nothing', () => {
    expect(vdotOf(1000, 200)).toBeUndefined()
    expect(vdotOf(50_000, 14_500)).toBeUndefined()
  })
  test.each([
    [30, 3000, 1076, 1.5],
    [40, 10_000, 3003, 4],
    [45, 1500, 356, 1.5],
    [50, 3000, 693, 1.5],
    [55, 42_195, 10_561, 35],
    [70, 15_000, 2852, 8],
    [80, 5000, 797.8, 2],
    [80, 21_097.5, 3654, 15],
  ])('VDOT %d runs %d m in the printed %d s, within %d s', (vdot, metres, seconds, within) =>
    expect(Math.abs(raceSeconds(vdot, metres) - seconds)).toBeLessThanOrEqual(within),
  )
  test.each([
    [50, 'T', 'fast', 255, 1.5],
    [55, 'T', 'fast', 236, 1.5],
    [60, 'T', 'fast', 220, 1.5],
    [40, 'I', 'fast', 282, 3],
    [45, 'I', 'fast', 256, 3],
    [70, 'I', 'fast', 179, 3],
    [50, 'E', 'fast', 296, 4],
    [60, 'E', 'slow', 289, 4],
    [49, 'M', 'fast', 276, 3],
    [59, 'M', 'fast', 236, 3],
    [55, 'R', 'fast', 205, 6],
    [60, 'R', 'fast', 191, 6],
  ] as const)('VDOT %d trains %s (%s) at the printed %d s/km, within %d', (vdot, zone, end, pace, within) =>
    expect(Math.abs(trainingPaces(vdot)[zone][end] - pace)).toBeLessThanOrEqual(within),
  )
  test('threshold pace and VDOT are each other’s inverse', () => {
    expect(thresholdPace(30)).toBeCloseTo(384.193, 2)
    expect(vdotOfThresholdPace(thresholdPace(47))).toBeCloseTo(47, 6)
  })
})

describe('load', () => {
  const reserve = { rest: 0, max: 100 }
  test.each([
    [3600, 70, 103.067335325],
    [2700, 50, 37.608429217],
    [5400, 85, 250.385977737],
  ])('%d s at %d %% of reserve, men', (seconds, hr, trimp) =>
    expect(impulse(seconds, hr, reserve, 'male')).toBeCloseTo(trimp, 6),
  )
  test.each([
    [3600, 70, 116.262054],
    [2700, 50, 44.598152],
  ])('%d s at %d %% of reserve, women', (seconds, hr, trimp) =>
    expect(impulse(seconds, hr, reserve, 'female')).toBeCloseTo(trimp, 5),
  )
  test('66.2 minutes at 138 bpm', () =>
    expect(impulse(66.2 * 60, 138, { rest: 44, max: 187 }, 'male')).toBeCloseTo(98.39022, 4))
  const rates = { rest: 50, max: 190, threshold: 165 }
  // Why 149: the histogram's bins are 2 bpm wide and stand for their middle.
  test('an hour at 150 bpm', () => expect(heartRateLoad([[149, 3600]], rates, 'male')).toBeCloseTo(70.788316, 5))
  test('an hour at threshold heart rate is 100, for women too', () => {
    expect(heartRateLoad([[164, 3600]], rates, 'male')).toBeCloseTo(100, 9)
    expect(heartRateLoad([[164, 3600]], rates, 'female')).toBeCloseTo(100, 9)
  })
  test('the women’s factor cancels in the ratio', () =>
    expect(impulseConstants.female).toEqual({ factor: 0.86, exponent: 1.67 }))
  test.each([
    [3600, 330, 270, 66.942149],
    [5400, 300, 270, 121.5],
    [1058, 458, 450, 28.37117],
    [2901, 408, 450, 98.027952],
    [3600, 480, 240, 25],
  ])('%d s at %d s/km, threshold %d', (seconds, pace, threshold, load) =>
    expect(paceLoad(seconds, (seconds / pace) * 1000, threshold)).toBeCloseTo(load, 3),
  )
  test('session effort, and RPE 7 for an hour is an hour at threshold', () => {
    expect(sessionEffort(5, 3600)).toBe(300)
    expect(sessionEffort(3, 2700)).toBe(135)
    expect(effortLoad(7, 3600)).toBeCloseTo(100, 9)
  })
})

describe('fitness and fatigue', () => {
  const loads = [100, 0, 50, 80, 0, 120, 30]
  test('a week from nothing', () => {
    const { fitness, fatigue } = loads.reduce(nextDay, { fitness: 0, fatigue: 0 })
    expect(fitness).toBeCloseTo(8.324487534332969, 9)
    expect(fatigue).toBeCloseTo(34.18757422343682, 9)
  })
  test('a week from a seed', () => {
    const { fitness, fatigue } = loads.reduce(nextDay, { fitness: 40, fatigue: 55 })
    expect(fitness).toBeCloseTo(42.18375652995754, 9)
    expect(fatigue).toBeCloseTo(54.42094348786614, 9)
  })
  test.each([
    [50.821545, 51.094646, 158, 53.343273, 65.32611],
    [52.932148, 57.663494, 17, 52.086723, 52.250286],
    [54.670395, 54.746887, 106, 55.878094, 61.56981],
  ])('a real day: %d and %d, load %d', (fitness, fatigue, load, nextFitness, nextFatigue) => {
    expect(towards(fitness, load, fitnessDays)).toBeCloseTo(nextFitness, 4)
    expect(towards(fatigue, load, fatigueDays)).toBeCloseTo(nextFatigue, 4)
  })
  test('form is the difference', () => expect(formAfter({ fitness: 60, fatigue: 75 })).toBe(-15))
})

describe('single-session spike', () => {
  test.each([
    [16, 14, 0.142857, 'small', 1.64],
    [21.1, 18, 0.172222, 'small', 1.64],
    [30, 15, 1, 'moderate', 1.52],
    [32, 15, 1.133333, 'large', 2.28],
    [15, 14, 0.071429, 'none', 1],
  ])('%d km after %d', (run, longest, share, band, hazard) => {
    const spike = spikeOf(run * 1000, longest * 1000)
    expect(spike.share).toBeCloseTo(share, 5)
    expect([spike.band, spike.hazard]).toEqual([band, hazard])
  })
})
