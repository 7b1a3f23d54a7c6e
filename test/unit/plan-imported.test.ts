/** What other logs hold of a day stands beside what the athlete said, and never over it. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type CheckIn, emptyCheckIn, type ImportedCheckIn } from '../../core/model/check-in.ts'
import type { Day } from '../../core/model/day.ts'
import { putCheckIn, putImportedCheckIns, readAthlete } from '../../core/plan/index.ts'

const day = '2026-05-12' as Day
const said = (more: Partial<CheckIn>): CheckIn => ({ ...emptyCheckIn(day), ...more })
const from = (kind: ImportedCheckIn['source']['kind'], more: Partial<CheckIn>): ImportedCheckIn => ({
  ...said(more),
  source: { kind, name: `${kind}.json`, id: day },
})
const docWith = (...imported: readonly ImportedCheckIn[]) => {
  const doc = new Y.Doc()
  expect(putImportedCheckIns(doc, imported, 'here')).toEqual({ ok: true, value: null })
  return doc
}
const shown = (doc: Y.Doc) => readAthlete(doc).checkIns

describe('a day that other logs know', () => {
  test('is a check-in, and says where it came from', () => {
    const one = from('garmin-export', { restingHr: 48 })
    const doc = docWith(one)
    expect(shown(doc)).toEqual([said({ restingHr: 48 })])
    expect(readAthlete(doc).imported).toEqual([one])
  })
  test('what the athlete said stays, whenever the other comes', () => {
    const doc = new Y.Doc()
    putCheckIn(doc, said({ sleepHours: 6, fatigue: 4 }), 'here')
    putImportedCheckIns(doc, [from('intervals', { sleepHours: 8, hrvMs: 70 })], 'here')
    expect(shown(doc)).toEqual([said({ sleepHours: 6, fatigue: 4, hrvMs: 70 })])
    putCheckIn(doc, said({ sleepHours: 6, fatigue: 5, hrvMs: 70 }), 'here')
    expect(shown(doc)).toEqual([said({ sleepHours: 6, fatigue: 5, hrvMs: 70 })])
  })
  test('saving the form does not make the imported answers the athlete’s own', () => {
    const doc = docWith(from('garmin-export', { restingHr: 48, sleepHours: 7 }))
    putCheckIn(doc, said({ restingHr: 48, sleepHours: 6.5, stress: 2 }), 'here')
    putImportedCheckIns(doc, [from('garmin-export', { restingHr: 50, sleepHours: 7.5 })], 'here')
    expect(shown(doc)).toEqual([said({ restingHr: 50, sleepHours: 6.5, stress: 2 })])
  })
  test('of two sources one answers each question; nothing is averaged', () => {
    const doc = docWith(from('garmin-export', { hrvMs: 40, restingHr: 48 }), from('intervals', { hrvMs: 60 }))
    expect(shown(doc)).toEqual([said({ hrvMs: 60, restingHr: 48 })])
  })
  test('a list of nights and a list of days of one account are one', () => {
    const doc = docWith(from('garmin-export', { sleepHours: 7 }), from('garmin-export', { restingHr: 48 }))
    expect(readAthlete(doc).imported?.length).toBe(1)
    expect(shown(doc)).toEqual([said({ sleepHours: 7, restingHr: 48 })])
  })
  test('importing the same again changes nothing, and reads as the same', () => {
    const one = from('garmin-export', { restingHr: 48 })
    const doc = docWith(one)
    const before = readAthlete(doc)
    const sent: unknown[] = []
    doc.on('update', update => sent.push(update))
    putImportedCheckIns(doc, [one], 'here')
    expect(sent).toEqual([])
    expect(readAthlete(doc)).toBe(before)
  })
})
