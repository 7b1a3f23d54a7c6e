/** When the app offers to be installed or to make a recovery file: never on the first day, and not over and over. */
import { expect, test } from 'vitest'
import { dueOffer } from '../../pwa/state/offers.ts'
import { day } from '../kit/plan.ts'

const kept = { since: day('2026-05-04'), install: null, backup: null }
const asked = { day: day('2026-05-04'), mayInstall: true, backupAge: null, hasSecondDevice: false }

test('installing is offered from the second day on, once', () => {
  expect(dueOffer(kept, asked)).toBeNull()
  expect(dueOffer(kept, { ...asked, day: day('2026-05-05') })).toBe('install')
  expect(dueOffer({ ...kept, install: day('2026-05-05') }, { ...asked, day: day('2026-05-06') })).toBeNull()
  expect(dueOffer(kept, { ...asked, day: day('2026-05-05'), mayInstall: false })).toBeNull()
})

test('a recovery file is spoken of after a week, once a month, while there is none or an old one, and no second device', () => {
  const later = { ...asked, mayInstall: false, day: day('2026-05-11') }
  expect(dueOffer(kept, later)).toBe('backup')
  expect(dueOffer(kept, { ...later, backupAge: 59 })).toBeNull()
  expect(dueOffer(kept, { ...later, backupAge: 60 })).toBe('backup')
  expect(dueOffer(kept, { ...later, hasSecondDevice: true })).toBeNull()
  const told = { ...kept, backup: day('2026-05-11') }
  expect(dueOffer(told, { ...later, day: day('2026-06-09') })).toBeNull()
  expect(dueOffer(told, { ...later, day: day('2026-06-10') })).toBe('backup')
})
