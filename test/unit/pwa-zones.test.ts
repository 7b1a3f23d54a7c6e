import { describe, expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import type { ThresholdEntry } from '../../core/signals/index.ts'
import type { FileReport } from '../../pwa/state/app.ts'
import { linesFor } from '../../pwa/views/history-import.tsx'
import { readEdges } from '../../pwa/views/zones/own-zones.tsx'
import { equivalentOf } from '../../pwa/views/zones/paces.tsx'
import { sayHistory } from '../../pwa/views/zones/threshold-history.tsx'

describe('zones of one’s own', () => {
  test('are whole beats that rise, two to nine of them; empty takes them away', () => {
    expect(readEdges(' 110, 135 150;165 ')).toEqual([110, 135, 150, 165])
    expect(readEdges('  ')).toBeNull()
    for (const wrong of ['110', '150 135', '20 140', '110 abc', '1 2 3 4 5 6 7 8 9 10'])
      expect(readEdges(wrong), wrong).toHaveProperty('fault')
  })
})

test('race equivalents are a range, and widen beyond the half marathon', () => {
  const effort = { day: '2026-05-01' as Day, distanceM: 10_000, durationS: 2481, vdot: 50 }
  const [fast, slow] = equivalentOf(effort, 5000)
  expect(slow - fast).toBeLessThan(60)
  const [quick, late] = equivalentOf(effort, 42_195)
  expect(late).toBeGreaterThan(quick * 1.05)
})

describe('the history of a threshold in words', () => {
  const entry = (day: string, paceSPerKm: number): ThresholdEntry => ({
    day: day as Day,
    paceSPerKm,
    origin: 'race',
    effort: { day: day as Day, distanceM: 10_000, durationS: 2500, vdot: 50 },
    activity: 'a' as never,
  })
  test('says now and the best', () => {
    expect(sayHistory([entry('2025-05-01', 250), entry('2026-05-01', 262)], 'km')).toMatch(
      /^Estimated at 4:22 \/km since .*2026, from 10 km in 41:40, a race\. Fastest on file: 4:10 \/km in .*2025\.$/,
    )
    expect(sayHistory([entry('2026-05-01', 250)], 'km')).toContain('The fastest on file.')
  })
  test('says that nothing is known where nothing is', () => {
    expect(sayHistory([], 'km')).toContain('No run on file')
    expect(sayHistory([entry('2025-05-01', 250), { day: '2026-05-01' as Day, paceSPerKm: null }], 'km')).toContain(
      'not known from training',
    )
  })
})

test('the import report shows first what to look at, by outcome and by word', () => {
  const line = (file: string, outcome: FileReport['outcome'], why = ''): FileReport => ({
    file,
    format: 'fit',
    outcome,
    why,
    reason: null,
    activities: 1,
    checkIns: 0,
    sessions: 0,
    merges: [],
  })
  const lines = [
    line('a.fit', 'imported'),
    line('b.fit', 'refused', 'the file is empty.'),
    line('c.fit', 'merged', 'Already on file.'),
    line('d.fit', 'imported', 'Kept as a ride.'),
  ]
  const files = (...given: [Parameters<typeof linesFor>[1], string]) =>
    linesFor(lines, ...given).map(({ file }) => file)
  expect(files('notes', '')).toEqual(['b.fit', 'c.fit', 'd.fit'])
  expect(files('all', '')).toHaveLength(4)
  expect(files('merged', '')).toEqual(['c.fit'])
  expect(files('all', 'EMPTY')).toEqual(['b.fit'])
})
