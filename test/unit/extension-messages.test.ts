/** Messages between the extension's parts are believed only where they have the agreed shape. */
import { expect, test } from 'vitest'
import { parse } from '../../core/lib/parse.ts'
import { newsSchema, pageRequestSchema, readAnswer, requestSchema } from '../../extension/messages.ts'

const day = { day: '2026-09-02', sessions: [], waiting: true }

test('a page may ask for days and for an undo, and nothing else', () => {
  expect(parse(pageRequestSchema, { type: 'days', from: '2026-09-01', to: '2026-09-07' }).ok).toBe(true)
  expect(parse(pageRequestSchema, { type: 'undo', change: 'c1' }).ok).toBe(true)
  for (const request of [
    { type: 'state' },
    { type: 'forget', space: 's' },
    { type: 'outcome', session: 's', said: 'done' },
    { type: 'join', link: 'x', name: 'y' },
    { type: 'rendezvous', addresses: 'wss://elsewhere.example' },
  ]) {
    expect(parse(pageRequestSchema, request).ok, request.type).toBe(false)
    expect(parse(requestSchema, request).ok, request.type).toBe(true)
  }
})
test.each([
  ['nothing', undefined],
  ['a text', 'days'],
  ['a day that does not exist', { type: 'days', from: '2026-02-30', to: '2026-03-01' }],
  ['a field too many', { type: 'undo', change: 'c1', as: 'coach' }],
  ['a field too few', { type: 'undo' }],
  ['an endless text', { type: 'undo', change: 'c'.repeat(65) }],
])('a request that is %s is not known', (_, request) => expect(parse(requestSchema, request).ok).toBe(false))

test('an answer of the agreed shape is read', () => {
  const value = { today: '2026-09-01', paired: true, days: [day] }
  expect(readAnswer('days', { ok: true, value })).toEqual({ ok: true, value })
})
test('a refusal keeps its sentence', () => {
  const answer = { ok: false, error: { type: 'Refused', says: 'This change no longer stands.' } }
  expect(readAnswer('undo', answer)).toEqual(answer)
})
test.each([
  ['silence', undefined],
  ['an answer to another question', { ok: true, value: null }],
  [
    'a day with the content of a proposal',
    { ok: true, value: { today: '2026-09-01', paired: true, days: [{ ...day, proposal: {} }] } },
  ],
])('%s is a refusal', (_, answer) =>
  expect(readAnswer('days', answer)).toMatchObject({ ok: false, error: { type: 'Refused' } }),
)

test('news is one of two', () => {
  expect(parse(newsSchema, { news: 'changed', open: 2 }).ok).toBe(true)
  expect(parse(newsSchema, { news: 'leave', match: 'https://app.trainingpeaks.com/*' }).ok).toBe(true)
  expect(parse(newsSchema, { news: 'run', code: 'alert(1)' }).ok).toBe(false)
})
