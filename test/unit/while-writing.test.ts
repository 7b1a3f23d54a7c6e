/** While a coach writes a long run they are told at once how it lies beside the month before it. */
import { expect, test } from 'vitest'
import { addDays } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { Session } from '../../core/model/session.ts'
import { spikeWhileWriting } from '../../core/reports/while-writing.ts'
import { aRun, aSession, daysAgo, given, runsSince, today } from '../../core/signals/basis/given.ts'

const run = (id: string, days: number, km: number, more: Partial<Session> = {}) =>
  aSession(addDays(today, days), {
    id: id as SessionId,
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
    ...more,
  })
const context = given({ activities: [...runsSince(40, 8), aRun(daysAgo(6), 18)] })

test('21 km after 18 says so at once, 19 km does not', () => {
  expect(spikeWhileWriting(run('a', 3, 21), [], context)).toBe(
    '21\u00a0km is 17 % longer than the longest of the 30 days before, 18\u00a0km',
  )
  expect(spikeWhileWriting(run('a', 3, 19), [], context)).toBeNull()
})
test('a longer run planned before it counts; the one being written, and a race, do not', () => {
  const before = run('b', 1, 20)
  expect(spikeWhileWriting(run('a', 8, 21), [before, run('a', 8, 30)], context)).toBeNull()
  expect(spikeWhileWriting(run('a', 8, 23), [before], context)).toMatch(/^23\u00a0km is 15 % longer/)
  expect(spikeWhileWriting(run('a', 8, 42, { purpose: 'race' }), [], context)).toBeNull()
})
