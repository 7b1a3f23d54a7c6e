/** Minetti's cost of running against his formula's own values, and what becomes of slopes nobody measured. */
import { describe, expect, test } from 'vitest'
import { flatProfileOf } from '../../core/import/summary/flat-profile.ts'
import { costOfRunning, flatMetresPerMetre } from '../../core/science/grade.ts'

describe('the cost of a slope', () => {
  test.each([
    [-0.2, 1.80013],
    [-0.1, 2.151706],
    [-0.05, 2.745924],
    [0, 3.6],
    [0.05, 4.685196],
    [0.1, 5.968214],
  ])('%d costs %d J per kg and metre', (slope, cost) => expect(costOfRunning(slope)).toBeCloseTo(cost, 3))

  test.each([
    [-0.3, 0.683955],
    [-0.1, 0.597696],
    [0, 1],
    [0.1, 1.657837],
    [0.2, 2.501858],
  ])('a metre at %d is worth %d flat metres', (slope, metres) =>
    expect(flatMetresPerMetre(slope)).toBeCloseTo(metres, 6),
  )

  test('steeper than thirty percent is taken as thirty', () => {
    expect(costOfRunning(2)).toBe(costOfRunning(0.3))
    expect(costOfRunning(-2)).toBe(costOfRunning(-0.3))
  })
})

describe('the flat profile of a run', () => {
  const run = (metres: number, altitude: (d: number) => number | null) =>
    Array.from({ length: metres / 3 + 1 }, (_, t) => ({
      t,
      distanceM: t * 3,
      hr: null,
      altitudeM: altitude(t * 3),
      speed: null,
      temperatureC: null,
    }))

  test('on the flat is the distance itself, noise of the altitude included', () => {
    const noisy = flatProfileOf(run(3000, d => 100 + (d % 2 === 0 ? 1 : -1)))
    expect(noisy!.metres).toBeGreaterThan(2990)
    expect(noisy!.metres).toBeLessThan(3030)
  })

  test('up and down again is more than the flat', () => {
    expect(flatProfileOf(run(3000, d => 100 + 0.1 * Math.min(d, 3000 - d)))!.metres).toBeCloseTo(
      (3000 * (1.657837 + 0.597696)) / 2,
      -2,
    )
  })

  test.each<[string, (d: number) => number | null]>([
    ['without altitude', () => null],
    ['with altitude for half of it', d => (d < 1500 ? 100 : null)],
  ])('%s says nothing', (_, altitude) => expect(flatProfileOf(run(3000, altitude))).toBeUndefined())

  test('of a few steps says nothing', () => expect(flatProfileOf(run(90, () => 100))).toBeUndefined())
})
