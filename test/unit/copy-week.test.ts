/** A week copied to others keeps its weekdays, brings no race along, and twice is once. */
import { expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { copiesOf, copyWeek } from '../../core/plan/copy-week.ts'
import { sessionOf } from '../kit/plan.ts'

const day = (text: string) => text as Day
let count = 0
const newId = () => `copy-${++count}`

test('a week goes to the weekdays of other weeks, without its race', () => {
  const week = [
    { ...sessionOf('a', '2026-03-03'), title: 'Hills', locked: true },
    { ...sessionOf('b', '2026-03-08'), title: 'Long run' },
    { ...sessionOf('c', '2026-03-07'), title: 'Parkrun', purpose: 'race' as const },
  ]
  const copies = copyWeek(week, day('2026-03-02'), [day('2026-03-09'), day('2026-03-16')], newId)
  expect(copies.map(one => [one.day, one.title, one.locked])).toEqual([
    ['2026-03-10', 'Hills', false],
    ['2026-03-15', 'Long run', false],
    ['2026-03-17', 'Hills', false],
    ['2026-03-22', 'Long run', false],
  ])
  expect(new Set([...week, ...copies].map(({ id }) => id as SessionId)).size).toBe(7)
  expect(copyWeek([...week, ...copies], day('2026-03-02'), [day('2026-03-09')], newId)).toEqual([])
})

test('picked sessions keep the days between them wherever they are pasted; what stands there is not written twice', () => {
  const picked = [
    { ...sessionOf('a', '2026-03-03'), title: 'Hills' },
    { ...sessionOf('b', '2026-03-06'), title: 'Long run' },
  ]
  const there = [{ ...sessionOf('c', '2026-03-31'), title: 'Hills' }]
  expect(copiesOf(picked, 28, [], newId).map(({ day }) => day)).toEqual(['2026-03-31', '2026-04-03'])
  expect(copiesOf(picked, 28, there, newId).map(({ title }) => title)).toEqual(['Long run'])
})
