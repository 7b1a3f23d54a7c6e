/** What is typed of a course, in kilometres or in miles. */
import { expect, test } from 'vitest'
import { writtenDistance } from '../../core/model/course.ts'
import { checkpointsFrom, profileFrom, readDistance, sayDistance } from '../../pwa/views/race/course-typed.ts'

test('a standard distance is meant as it is measured, whichever unit it is written in; any other stands as written', () => {
  const mile = 1609.344
  expect(
    ['26.2', '13.1', '6.2', '3.1', '26,2', '3', '62', '7.25', 'far', '', '-3'].map(one => writtenDistance(one, mile)),
  ).toEqual([42_195, 21_098, 10_000, 5000, 42_195, 4828, 99_779, 11_668, undefined, undefined, undefined])
  expect(['42.195', '42.2', '21.1', '10', '73.5'].map(one => writtenDistance(one, 1000))).toEqual([
    42_195, 42_195, 21_098, 10_000, 73_500,
  ])
})

test('what is shown of a distance reads back as the same distance', () => {
  for (const metres of [5000, 10_000, 21_098, 42_195, 50_000, 80_467, 100_000, 73_500])
    expect(
      [sayDistance(metres, 'km'), sayDistance(metres, 'mi')].map((text, i) => readDistance(text, i ? 'mi' : 'km')),
    ).toEqual([metres, expect.toSatisfy((read: number) => Math.abs(read - metres) <= 1)])
})

test('a profile and aid stations are typed in the reader’s unit, and what lies beyond the finish is refused', () => {
  expect(profileFrom('0 120; 4.5 310, 10 120', 10_000, 'km')).toEqual([
    [0, 1200],
    [4500, 3100],
    [10_000, 1200],
  ])
  expect(profileFrom('0 120\n6.214 95', 10_000, 'mi')).toEqual([
    [0, 1200],
    [10_000, 950],
  ])
  expect([
    profileFrom('0 120; 11 100', 10_000, 'km'),
    profileFrom('4 120; 3 100', 10_000, 'km'),
    profileFrom('0 up', 10_000, 'km'),
  ]).toEqual([undefined, undefined, undefined])
  expect(checkpointsFrom('3.1 *Bridge; 5 Tower', 10_000, 'mi')).toEqual([
    { name: 'Bridge', atM: 4989, aid: true },
    { name: 'Tower', atM: 8047, aid: false },
  ])
  expect(checkpointsFrom('7 Beyond', 10_000, 'mi')).toBe(undefined)
})
