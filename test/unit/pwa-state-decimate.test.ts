/** A long chart keeps its peaks, its troughs and its gaps. */
import { expect, test } from 'vitest'
import { decimate } from '../../pwa/parts/decimate.ts'

const series = (length: number, y: (x: number) => number) => Array.from({ length }, (_, x) => ({ x, y: y(x) }))

test('a short series stays as it is', () => {
  const points = series(20, x => x)
  expect(decimate(points, 10)).toBe(points)
})
test('a lone peak and a lone trough survive', () => {
  const points = series(10_000, x => (x === 4_321 ? 900 : x === 7_777 ? -900 : 0))
  const kept = decimate(points, 100)
  expect(kept.length).toBeLessThanOrEqual(302)
  expect([Math.max(...kept.map(p => p.y)), Math.min(...kept.map(p => p.y))]).toEqual([900, -900])
})
test('points stay in order, with the first and the last', () => {
  const kept = decimate(
    series(5_000, x => Math.sin(x)),
    50,
  )
  expect(kept.map(p => p.x)).toEqual([...kept.map(p => p.x)].sort((a, b) => a - b))
  expect([kept[0]!.x, kept.at(-1)!.x]).toEqual([0, 4_999])
})
test('a gap stays a gap', () => {
  const kept = decimate(
    series(5_000, x => (x > 2_000 && x < 3_000 ? Number.NaN : 1)),
    50,
  )
  expect(kept.some(p => Number.isNaN(p.y) && p.x > 2_000 && p.x < 3_000)).toBe(true)
})
