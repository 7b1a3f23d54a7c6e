/** Figures as a runner reads them, in kilometres and in miles, and days that no time zone moves. */

import { describe, expect, test } from 'vitest'
import { sayClock } from '../../core/lib/clock.ts'
import type { Day } from '../../core/model/day.ts'
import { sayDistance, sayPaces } from '../../core/model/say-day.ts'
import { forReader } from '../../pwa/parts/for-reader.ts'
import {
  formatBytes,
  formatCount,
  formatDay,
  formatDistance,
  formatDuration,
  formatPace,
  formatPaceOf,
  formatRaced,
  formatSpan,
  parsePace,
} from '../../pwa/parts/format.ts'
import { readClock } from '../../pwa/state/clock.ts'

describe('distances', () => {
  test.each([
    [12_340, 'km', 'en', '12.3 km'],
    [12_340, 'km', 'de', '12,3 km'],
    [42_195, 'mi', 'en', '26.2 mi'],
    [90, 'km', 'en', '90 m'],
    [123_456, 'km', 'en', '123 km'],
  ] as const)('%d m in %s for %s reads %s', (metres, unit, locale, says) =>
    expect(formatDistance(metres, unit, locale)).toBe(says),
  )
})

describe('paces', () => {
  test('a pace reads per kilometre or per mile', () =>
    expect([formatPace(275, 'km'), formatPace(275, 'mi')]).toEqual(['4:35 /km', '7:23 /mi']))
  test('no distance has no pace', () =>
    expect([formatPaceOf(null, 600, 'km'), formatPaceOf(0, 600, 'km'), formatPaceOf(2000, 600, 'km')]).toEqual([
      null,
      null,
      '5:00 /km',
    ]))
  test('a typed pace becomes seconds per kilometre, and nonsense nothing', () =>
    expect([
      parsePace('4:35', 'km'),
      parsePace('7:23', 'mi'),
      parsePace('4:75', 'km'),
      parsePace('fast', 'km'),
    ]).toEqual([275, 275, undefined, undefined]))
})

test('times read as on a watch, and spans in hours and minutes', () =>
  expect([sayClock(3599.6), sayClock(61), formatDuration(5040), formatDuration(7200), formatDuration(89)]).toEqual([
    '1:00:00',
    '1:01',
    '1 h 24 min',
    '2 h',
    '1 min',
  ]))

test('a day reads the same wherever it is read', () =>
  expect([
    formatDay('2026-03-01' as Day, 'withYear', 'en-GB'),
    formatDay('2026-03-01' as Day, 'short', 'en-GB'),
  ]).toEqual(['1 Mar 2026', '1 Mar']))

test('sizes and counts read in words', () =>
  expect([formatBytes(812, 'en'), formatBytes(3_400_000, 'en'), formatCount(1, 'run'), formatCount(3, 'run')]).toEqual([
    '812 B',
    '3.4 MB',
    '1 run',
    '3 runs',
  ]))

test('a span says its year once, or at both ends where it turns in between', () =>
  expect([
    formatSpan('2026-06-15' as Day, '2026-09-27' as Day, 'en-GB'),
    formatSpan('2025-12-28' as Day, '2026-01-03' as Day, 'en-GB'),
  ]).toEqual(['15 Jun – 27 Sept 2026', '28 Dec 2025 – 3 Jan 2026']))

test('a distance that is raced keeps its name in miles', () =>
  expect([formatRaced(5000, 'mi'), formatRaced(21_097.5, 'mi'), formatRaced(5500, 'mi')]).toEqual([
    '5 km',
    'half marathon',
    '3.4 mi',
  ]))

describe('the local day', () => {
  const ms = Date.UTC(2026, 0, 1, 2, 15)
  test.each([
    ['UTC', { day: '2026-01-01', minute: 135, at: ms / 60_000 }],
    ['Pacific/Apia', { day: '2026-01-01', minute: 915, at: ms / 60_000 }],
    ['America/St_Johns', { day: '2025-12-31', minute: 1365, at: ms / 60_000 }],
  ])('in %s', (zone, now) => expect(readClock(ms, zone)).toEqual(now))
})

describe('a rule’s sentence for its reader', () => {
  const says = `2026-05-12: ${sayDistance(19_500)} after “my 10 km race”; threshold ${sayPaces('5:00', '4:54')}`
  test('in kilometres as it was said', () =>
    expect(forReader(says, 'km')).toBe(
      `${formatDay('2026-05-12' as Day, 'short')}: 19.5 km after “my 10 km race”; threshold 5:00 → 4:54 per km`,
    ))
  test('in miles the rule’s figures alone: a title and a person’s words stay', () =>
    expect(forReader(says, 'mi')).toBe(
      `${formatDay('2026-05-12' as Day, 'short')}: 12.1 mi after “my 10 km race”; threshold 8:03 → 7:53 per mi`,
    ))
  test('a distance under a kilometre', () => expect(forReader(sayDistance(800), 'mi')).toBe('0.5 mi'))
})
