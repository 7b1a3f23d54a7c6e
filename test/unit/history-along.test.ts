import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alongOf, stretchOf } from '../../core/history/along.ts'
import { splitsOf } from '../../core/history/splits.ts'
import { streamsOf } from '../../core/import/summary/streams.ts'

type Point = { readonly t: number; readonly d?: number; readonly hr?: number; readonly alt?: number }
const along = (points: readonly Point[], pauses: readonly (readonly [number, number])[] = []) =>
  alongOf(
    streamsOf({
      samples: points.map(({ t, d, hr, alt }) => ({
        t: 1_000_000 + t,
        distanceM: d ?? null,
        hr: hr ?? null,
        altitudeM: alt ?? null,
        speed: null,
        temperatureC: null,
      })),
      pauses: pauses.map(([from, to]) => [1_000_000 + from, 1_000_000 + to]),
    })!,
  )
const seconds = (count: number) => Array.from({ length: count + 1 }, (_, t) => t)
/** A steady run of 3 m/s, 150 bpm, up a slope of 5 %. */
const steady = (count: number) => seconds(count).map(t => ({ t, d: 3 * t, hr: 150, alt: 100 + 0.15 * t }))

describe('along a run', () => {
  test('speed and slope are read from distance and height, and what was not recorded is not known', () => {
    const { speed, grade, hr } = along(steady(600))
    expect(speed[300]).toBeCloseTo(3, 3)
    expect(grade[300]).toBeCloseTo(0.05, 2)
    expect(hr[300]).toBe(150)
    const bare = along(seconds(60).map(t => ({ t })))
    for (const column of [bare.metres, bare.speed, bare.grade, bare.hr, bare.altitude])
      expect(column.every(Number.isNaN)).toBe(true)
    expect(splitsOf(bare, 1000)).toEqual([])
  })

  test('a pause stands still on the timer, and the speed after it is the runner’s', () => {
    const points = seconds(200).map(t => ({ t: t <= 100 ? t : t + 300, d: 3 * t }))
    const { timer, speed } = along(points, [[100, 400]])
    expect(timer.at(-1)).toBe(200)
    expect(speed.slice(85, 120).every(value => Math.abs(value - 3) < 0.01)).toBe(true)
  })

  test('a stretch up a slope has its rise, its beats, and more flat metres than metres', () => {
    const stretch = stretchOf(along(steady(1200)), 100, 700)
    expect(stretch.metres).toBeCloseTo(1800, 0)
    expect(stretch.meanHr).toBe(150)
    expect(stretch.ascentM).toBeCloseTo(90, -1)
    expect(stretch.descentM).toBe(0)
    expect(stretch.flatMetres).toBeGreaterThan(2000)
  })
})

describe('splits', () => {
  test('of a kilometre are reached between two samples, and the rest stands last', () => {
    const splits = splitsOf(along([0, 300, 600, 900].map(t => ({ t, d: 3 * t, hr: 140 }))), 1000)
    expect(splits.map(({ metres, seconds }) => [metres, Math.round(seconds)])).toEqual([
      [1000, 333],
      [1000, 333],
      [700, 233],
    ])
  })

  test('add up to the whole run, whatever their length', () => {
    const runs = fc.array(fc.record({ s: fc.integer({ min: 1, max: 60 }), m: fc.integer({ min: 0, max: 300 }) }), {
      minLength: 2,
      maxLength: 60,
    })
    fc.assert(
      fc.property(runs, fc.integer({ min: 100, max: 2000 }), (legs, length) => {
        let t = 0
        let d = 0
        const points = [{ t, d }]
        for (const { s, m } of legs) {
          t += s
          d += m
          points.push({ t, d })
        }
        const splits = splitsOf(along(points), length)
        const sum = (of: 'metres' | 'seconds') => splits.reduce((total, split) => total + split[of], 0)
        if (splits.length === 0) return d < 20
        return (
          Math.abs(sum('metres') - d) < 20 && splits.every(({ seconds }) => seconds >= 0) && sum('seconds') <= t + 1
        )
      }),
    )
  })
})
