/** What the extension reminds of: the person's own day, what nobody has said yet, at the next time of the clock. */
import { expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { usualTimes } from '../../core/model/reminders.ts'
import type { ExtensionState, OverlaySession, SpaceState } from '../../extension/messages.ts'
import { nextAt, readTimes, reminderOf } from '../../extension/reminders.ts'

const session = (id: string, more: Partial<OverlaySession> = {}) =>
  ({ id: id as SessionId, title: 'Intervals', purpose: 'intervals', ...more }) as OverlaySession
const state = (sessions: readonly OverlaySession[] | null, unsaid: readonly string[]) => {
  const today = sessions && { day: '2026-05-12' as Day, sessions: [...sessions], waiting: false }
  return {
    spaces: [{ as: 'athlete', today, unsaid: unsaid as SessionId[] } as unknown as SpaceState],
  } as ExtensionState
}

test('the morning names the session and asks for the check-in, the evening what nobody has said', () => {
  const day = state([session('a')], ['a'])
  expect(reminderOf('morning', day)).toEqual({
    title: 'Today',
    message: 'Intervals. How are you this morning?',
    actions: [{ title: 'Open', does: 'open' }],
    session: null,
  })
  expect(reminderOf('evening', day)).toEqual({
    title: 'How did it go?',
    message: 'Intervals: one line is enough.',
    actions: [
      { title: 'Done as planned', does: 'done' },
      { title: 'Open', does: 'open' },
    ],
    session: 'a',
  })
})

test('with two sessions no button says which; what was said, a rest day and the days of others are silent', () => {
  const both = state([session('a'), session('b', { title: 'Strength' })], ['a', 'b'])
  expect(reminderOf('evening', both)).toMatchObject({ message: 'Intervals, Strength', session: null })
  expect(reminderOf('evening', state([session('a')], []))).toBeNull()
  expect(reminderOf('morning', state([session('a', { purpose: 'rest' })], ['a']))).toBeNull()
  expect(reminderOf('morning', state(null, []))).toBeNull()
})

test('an alarm rings at the next such time of the clock, and damaged settings are the usual ones', () => {
  const now = new Date(2026, 4, 12, 6, 30)
  expect(new Date(nextAt(391, now))).toEqual(new Date(2026, 4, 12, 6, 31))
  expect(new Date(nextAt(390, now))).toEqual(new Date(2026, 4, 13, 6, 30))
  expect([readTimes(undefined), readTimes({ morning: 'soon' })]).toEqual([usualTimes, usualTimes])
  expect(readTimes({ ...usualTimes, morning: null }).morning).toBeNull()
})
