import { expect, test } from 'vitest'
import { hasSpoken, isCovered, toHistory } from '../../core/history/history.ts'
import { activity, dayAfter } from '../kit/activities.ts'

const states = (coverage: ReturnType<typeof toHistory>['coverage'], days: readonly number[]) =>
  days.map(day =>
    isCovered(coverage, dayAfter(day)) ? 'covered' : hasSpoken(coverage, dayAfter(day)) ? 'open' : 'silent',
  )

test('a source covers the days between its first and last delivery, and the last day stays open', () => {
  const { coverage } = toHistory([activity({ day: dayAfter(2) }), activity({ day: dayAfter(5) })], [])
  expect(coverage.spans).toEqual([{ source: 'fit', from: dayAfter(2), to: dayAfter(5) }])
  expect(states(coverage, [1, 2, 3, 4, 5, 6])).toEqual(['silent', 'covered', 'covered', 'covered', 'open', 'silent'])
})

test('a confirmed day is covered', () => {
  const { coverage } = toHistory([], [dayAfter(3)])
  expect(states(coverage, [2, 3, 4])).toEqual(['silent', 'covered', 'silent'])
})

test('two sources cover only their own times, not what lies between them', () => {
  const typed = (day: number, kind: 'fit' | 'strava-archive' | 'typed') =>
    activity({ day: dayAfter(day), sources: [{ kind, name: 'x', id: `${kind}${day}` }] })
  const { coverage } = toHistory(
    [typed(0, 'strava-archive'), typed(2, 'strava-archive'), typed(6, 'fit'), typed(8, 'fit')],
    [],
  )
  expect(states(coverage, [1, 2, 4, 7])).toEqual(['covered', 'open', 'silent', 'covered'])
})

test('an entry typed by hand speaks for its own day only', () => {
  const typed = (day: number) =>
    activity({ day: dayAfter(day), sources: [{ kind: 'typed', name: 'by hand', id: `${day}` }] })
  const { coverage } = toHistory([typed(0), typed(4)], [])
  expect(states(coverage, [0, 2, 4])).toEqual(['open', 'silent', 'open'])
})
