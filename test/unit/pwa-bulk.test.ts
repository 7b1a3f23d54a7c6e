/** Which drafts of the inbox are approved together, and which are put off. */
import { expect, test } from 'vitest'
import type { JudgedProposal, Level } from '../../core/model/advice.ts'
import { aSession, intervals, today } from '../../core/signals/basis/given.ts'
import { whyNotPicked, withLater } from '../../pwa/views/session/bulk.ts'

const draft = (id: string, rule: string, level: Level = 'ask') =>
  ({ id, rule, verdict: { level, because: [] }, edit: { adds: null, after: {} } }) as unknown as JudgedProposal
const easy = aSession(today)
const asked = { proposal: draft('a', 'ease-easy-day'), picked: [], before: easy, hasAlert: false }

test('drafts of one rule are picked together; key sessions, the coach’s own, and what an alert waits for are not', () => {
  expect(whyNotPicked(asked)).toBeNull()
  expect(whyNotPicked({ ...asked, picked: [draft('b', 'ease-easy-day')] })).toBeNull()
  expect(whyNotPicked({ ...asked, picked: [draft('b', 'lighter-week')] })).toMatch(/one rule/)
  expect(whyNotPicked({ ...asked, before: intervals(today) })).toMatch(/key session/)
  expect(whyNotPicked({ ...asked, before: null })).toMatch(/key session/)
  expect(whyNotPicked({ ...asked, proposal: draft('a', 'ease-easy-day', 'coach') })).toMatch(/yours alone/)
  expect(whyNotPicked({ ...asked, hasAlert: true })).toMatch(/alert/)
})

test('what is put off stands last, and nothing is lost', () => {
  const items = ['a', 'b', 'c'].map(id => ({ id }))
  expect(withLater(items, ['a', 'gone']).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
})
