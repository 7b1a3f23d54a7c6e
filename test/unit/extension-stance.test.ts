/** Where the overlay may stand follows from what was read, and from nothing else. */
import { expect, test } from 'vitest'
import { err, ok } from '../../core/lib/result.ts'
import type { Day } from '../../core/model/day.ts'
import { decide } from '../../extension/overlay/decide.ts'
import { luminance, opaqueColour } from '../../extension/overlay/theme.ts'
import type { PageDay, SiteError } from '../../extension/sites/site.ts'

const pageDay = (confidence: PageDay['confidence']): PageDay => ({
  day: '2026-09-02' as Day,
  confidence,
  anchor: { cell: '.day', before: '.activities' },
})
const calm = { settled: true, fights: false }
const early = { settled: false, fights: false }
const error = (type: SiteError['type']) => err<SiteError>({ type, says: 'so it is' })

test('a day that is certain is shown in its cell', () => {
  const reading = ok({ days: [pageDay('certain'), pageDay('probable')], entries: [], notRecognised: ['one'] })
  expect(decide(reading, early)).toEqual({ type: 'cells', days: [pageDay('certain')], notRecognised: ['one'] })
})
test('days that are only probable are shown in the strip', () =>
  expect(decide(ok({ days: [pageDay('probable')], entries: [], notRecognised: ['all'] }), calm)).toEqual({
    type: 'strip',
    notRecognised: ['all'],
  }))
test('a page that fights gets the strip', () =>
  expect(
    decide(ok({ days: [pageDay('certain')], entries: [], notRecognised: [] }), { settled: true, fights: true }),
  ).toEqual({
    type: 'strip',
    notRecognised: ['the page kept removing what was shown in its days'],
  }))
test('somebody else’s page is met with silence at once, an unknown owner after a while', () => {
  expect(decide(error('NotOwn'), early)).toEqual({ type: 'silent', says: 'so it is' })
  expect(decide(error('OwnerUnknown'), early)).toEqual({ type: 'waiting' })
  expect(decide(error('OwnerUnknown'), calm)).toEqual({ type: 'silent', says: 'so it is' })
})
test('an own page built differently gets the strip, once it had its time', () => {
  expect(decide(error('NotRecognised'), early)).toEqual({ type: 'waiting' })
  expect(decide(error('NotRecognised'), calm)).toEqual({ type: 'strip', notRecognised: ['so it is'] })
})
test('a page nobody knows gets the strip without a word against it', () =>
  expect(decide(null, calm)).toEqual({ type: 'strip', notRecognised: [] }))

test('luminance runs from black to white', () => {
  expect(luminance(0, 0, 0)).toBe(0)
  expect(luminance(255, 255, 255)).toBeCloseTo(1, 10)
  expect(luminance(0x77, 0x77, 0x77)).toBeCloseTo(0.184, 3)
})
test.each([
  ['rgb(17, 34, 51)', [17, 34, 51]],
  ['rgba(17, 34, 51, 0.9)', [17, 34, 51]],
  ['rgb(17 34 51 / 0.9)', [17, 34, 51]],
  ['rgba(0, 0, 0, 0)', undefined],
  ['transparent', undefined],
  ['color(srgb 1 1 1)', undefined],
])('%s is read as a colour or as see-through', (computed, colour) => expect(opaqueColour(computed)).toEqual(colour))
