/** Zones, baselines, tapers and the way back: what a coach would work out by hand. */
import { describe, expect, test } from 'vitest'
import { lnRmssd, normalBand, weekMean } from '../../core/science/baseline.ts'
import { decouplingPercent, efficiencyFactor, intervalStability } from '../../core/science/drift.ts'
import { longRaceRange, riegelSecondsFor } from '../../core/science/equivalents.ts'
import { costOfRunning, measuredCostOfRunning } from '../../core/science/grade.ts'
import { flatMetresByHeartRate } from '../../core/science/grade-by-heart-rate.ts'
import { celsiusToFahrenheit, fahrenheitToCelsius } from '../../core/science/heat.ts'
import { returnSteps } from '../../core/science/layoff.ts'
import { coupledRatio } from '../../core/science/load-change.ts'
import { taperShares } from '../../core/science/taper.ts'
import {
  bandOf,
  frielHeartRateZones,
  frielPaceZones,
  percentOfMaxZones,
  secondsInBands,
  threeZones,
} from '../../core/science/zones.ts'

describe('zones', () => {
  test('every heart rate lies in one of Friel’s zones, the edge in the upper one', () =>
    expect(
      [100, 135.9, 136, 159.9, 160, 164.8, 169.6, 220].map(hr => bandOf(frielHeartRateZones(160), hr)?.name),
    ).toEqual(['1', '1', '2', '4', '5a', '5b', '5c', '5c']))

  test('by pace the slowest is the first', () => {
    const zones = frielPaceZones(240)
    const zoneAt = (sPerKm: number) => bandOf(zones, 1000 / sPerKm)?.name
    expect([400, 300, 260, 245, 235, 220, 200].map(zoneAt)).toEqual(['1', '2', '3', '4', '5a', '5b', '5c'])
  })

  test('below half of the maximum there is no zone', () => {
    expect(bandOf(percentOfMaxZones(190), 90)).toBeUndefined()
    expect(percentOfMaxZones(200).map(({ from, to }) => [from, to])).toEqual([
      [100, 120],
      [120, 140],
      [140, 160],
      [160, 180],
      [180, null],
    ])
  })

  test('seconds are counted where the middle of their bin lies', () =>
    expect(
      secondsInBands(
        [
          [120, 600],
          [138, 60],
          [139, 30],
          [170, 10],
        ],
        2,
        threeZones(140, 165),
      ),
    ).toEqual([660, 30, 10]))
})

describe('the athlete’s own normal', () => {
  const mornings = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 50 : 54))

  test('a week with two mornings says nothing, with three their mean', () => {
    expect(weekMean([50, null, null, null, null, null, 56])).toBeUndefined()
    expect(weekMean([99, 50, null, null, 53, null, null, 56])).toBe(53)
  })

  test('a band needs a fortnight of known mornings', () => {
    expect(normalBand([...mornings(13), null, null], 1)).toBeUndefined()
    const band = normalBand([...mornings(14), null], 0.5)!
    expect(band.middle).toBe(52)
    expect(band.high - band.middle).toBeCloseTo(0.5 * Math.sqrt(56 / 13), 9)
    expect(band.middle - band.low).toBeCloseTo(band.high - band.middle, 9)
  })

  test('no variability at all has no logarithm', () => expect(lnRmssd(0)).toBeUndefined())
})

describe('within a run', () => {
  test('without a heart rate there is neither efficiency nor drift', () => {
    expect(efficiencyFactor(200, 0)).toBeUndefined()
    expect(decouplingPercent({ speed: 3, hr: 0 }, { speed: 3, hr: 150 })).toBeUndefined()
    expect(decouplingPercent({ speed: 0, hr: 150 }, { speed: 3, hr: 150 })).toBeUndefined()
  })

  test('even repeats have no spread, a fading set a change', () => {
    expect(intervalStability([200, 200, 200])).toEqual({ spread: 0, change: 0 })
    expect(intervalStability([200, 210, 220])).toEqual({ spread: 10 / 210, change: expect.closeTo(0.1, 9) })
    expect(intervalStability([200, 210])).toBeUndefined()
  })
})

describe('races and the weeks before and after', () => {
  test('a marathon from a half is a range that begins with Riegel', () => {
    const { fast, slow } = longRaceRange(21_097.5, 5400, 42_195)
    expect(fast).toBe(riegelSecondsFor(21_097.5, 5400, 42_195))
    expect(slow / fast).toBeCloseTo(2 ** 0.04, 9)
  })

  test('a taper of two weeks takes half the volume off, a little less every day', () => {
    const shares = taperShares()
    expect(shares.length).toBe(14)
    expect(shares.reduce((total, share) => total + share, 0) / 14).toBeCloseTo(0.5, 9)
    expect(shares.every((share, i) => share > 0 && share < (shares[i - 1] ?? 1))).toBe(true)
  })

  test('the way back takes as long as the time off, up to eight weeks of it', () => {
    expect(returnSteps(5)).toEqual([])
    expect(returnSteps(15)).toEqual([
      { days: 8, share: 0.5 },
      { days: 7, share: 0.75 },
    ])
    expect(returnSteps(30).map(({ days }) => days)).toEqual([10, 10, 10])
    expect(returnSteps(57).map(({ share }) => share)).toEqual([0.33, 0.5, 0.7, 0.85, 1])
  })

  test('fewer than 28 days have no ratio', () => expect(coupledRatio(Array(27).fill(50))).toBeUndefined())
})

describe('slopes', () => {
  test('a recorded slope is cut at thirty percent, a measured one at forty-five', () => {
    expect(costOfRunning(0.4)).toBe(measuredCostOfRunning(0.3))
    expect(measuredCostOfRunning(1)).toBe(measuredCostOfRunning(0.45))
  })

  test('by heart rate downhill helps by an eighth at most, and costs from about −17 % on', () => {
    const factors = Array.from({ length: 401 }, (_, i) => flatMetresByHeartRate(-40 + i / 10))
    expect(Math.min(...factors)).toBeCloseTo(0.875, 9)
    const crossing = factors.findIndex(factor => factor < 1) / 10 - 40
    expect(crossing).toBeGreaterThan(-18)
    expect(crossing).toBeLessThan(-16)
  })
})

test('degrees go both ways', () => {
  expect([celsiusToFahrenheit(0), celsiusToFahrenheit(100), fahrenheitToCelsius(32)]).toEqual([32, 212, 0])
})
