/** The long run week by week, done and planned, beside the guard of the 30 days before it. */
import { expect, test } from 'vitest'
import { addDays, mondayOf } from '../../core/model/day.ts'
import { aRun, aSession, daysAgo, given, runsSince, today } from '../../core/signals/basis/given.ts'
import { longRunWeeks } from '../../core/signals/index.ts'

const long = (ago: number, km: number) =>
  aSession(daysAgo(ago), {
    id: `long-${ago}` as ReturnType<typeof aSession>['id'],
    purpose: 'long',
    steps: [
      {
        type: 'step',
        role: 'work',
        amount: { unit: 'm', value: km * 1000 },
        target: { type: 'zone', zone: 'E' },
        cue: null,
      },
    ],
  })
const month = [...runsSince(60, 8), aRun(daysAgo(10), 18)]
const weekOf = (weeks: ReturnType<typeof longRunWeeks>, ago: number) =>
  weeks.find(({ monday }) => monday === mondayOf(daysAgo(ago)))!

test('[S94] the longest run of each week stands beside the guard, and a spike is told', () => {
  const context = given({ activities: month, sessions: [long(-7, 19), long(-14, 27)] })
  const weeks = longRunWeeks(context, 6, addDays(today, 20))
  expect(weeks[0]!.monday).toBe(mondayOf(addDays(today, -42)))
  expect(weekOf(weeks, 10)).toMatchObject({ doneM: 18_000, overGuard: true, hazard: 2.28 })
  expect(weekOf(weeks, -7)).toMatchObject({ doneM: null, plannedM: 19_000, guardM: 19_800, overGuard: false })
  // What is planned in between counts as done: 19 km and a tenth, and 27 is a third more.
  expect(weekOf(weeks, -14)).toMatchObject({ plannedM: 27_000, guardM: 20_900, overGuard: true })
})

test('where nothing is known of the month before there is no guard, and no spike', () => {
  const context = given({ sessions: [long(-3, 30)] })
  expect(longRunWeeks(context, 1, addDays(today, 6)).map(({ guardM, overGuard }) => [guardM, overGuard])).toEqual(
    longRunWeeks(context, 1, addDays(today, 6)).map(() => [null, false]),
  )
})
