/** A clock as a watch shows it. */
import { expect, test } from 'vitest'
import { sayClock } from '../../core/lib/clock.ts'

test.each([
  [245, '4:05'],
  [3524, '58:44'],
  [3723, '1:02:03'],
  [59.6, '1:00'],
  [3599.6, '1:00:00'],
  [0, '0:00'],
])('%d s is %s', (seconds, says) => expect(sayClock(seconds)).toBe(says))
