/** What a coach sets goes before the athlete's own from its day on, stays as history, and only a coach's device writes it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toHistory } from '../../core/history/history.ts'
import { emptyProfile, type Profile } from '../../core/model/athlete.ts'
import type { CoachThresholds } from '../../core/model/coach-thresholds.ts'
import { profileOn } from '../../core/model/profile-then.ts'
import { mayWrite } from '../../core/peer/roles.ts'
import { asCoachSays, mayHold, putCoachThresholds, readPlan, withCoachThresholds } from '../../core/plan/index.ts'
import { daysAgo, today } from '../../core/signals/basis/given.ts'
import { thresholdOrigins } from '../../core/signals/index.ts'
import { readTyped } from '../../pwa/views/zones/coach-sets.tsx'
import { always } from '../kit/always.ts'

const blank = { thresholdPaceSPerKm: null, thresholdHr: null, maxHr: null, restHr: null, ownZonesHr: null, words: '' }
const said = (ago: number, values: Partial<CoachThresholds>): CoachThresholds => ({
  ...blank,
  id: `t${ago}`,
  since: daysAgo(ago),
  by: 'coach' as CoachThresholds['by'],
  at: 1_000_000 - ago,
  ...values,
})
const own: Profile = {
  ...emptyProfile('Ada'),
  thresholds: { maxHr: 190, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 280, origin: 'set by hand' },
}

describe('the profile that counts', () => {
  test('has the coach’s word first, the athlete’s where the coach says nothing, and says whose is whose', () => {
    const counts = asCoachSays(own, [said(5, { thresholdPaceSPerKm: 260, ownZonesHr: [110, 140, 160] })])
    expect(counts.thresholds).toEqual({
      maxHr: 190,
      restHr: null,
      thresholdHr: null,
      thresholdPaceSPerKm: 260,
      origin: `threshold pace set by the coach on ${daysAgo(5)}; maximum heart rate set by hand`,
    })
    expect(counts.ownZonesHr).toEqual([110, 140, 160])
    const origins = thresholdOrigins(counts, toHistory([], []), today)
    expect(origins.thresholdPaceSPerKm).toMatchObject({ value: 260, typed: true })
  })
  test('of a coach who set something for an athlete who told nothing', () => {
    const counts = asCoachSays(emptyProfile('Bo'), [said(5, { thresholdHr: 171 })])
    expect(counts.thresholds).toMatchObject({ thresholdHr: 171, origin: `set by the coach on ${daysAgo(5)}` })
    expect(asCoachSays(emptyProfile('Bo'), []).thresholds).toBeNull()
  })
  test('a later word holds, an empty one gives the athlete’s back, and none reaches back behind its day', () => {
    const words = [said(30, { thresholdPaceSPerKm: 270 }), said(10, { thresholdPaceSPerKm: 255 }), said(2, {})]
    const counts = asCoachSays(own, words)
    const paceOn = (ago: number) => profileOn(counts, daysAgo(ago)).thresholds?.thresholdPaceSPerKm
    expect([31, 30, 11, 10, 3, 2, 0].map(paceOn)).toEqual([280, 270, 270, 255, 255, 280, 280])
  })
  test('on every day what the coach had said by then, else what the athlete had', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 })
    always(
      fc.property(days, days, (coach, athlete) => {
        const words = coach.toSorted((a, b) => b - a).map(ago => said(ago, { thresholdPaceSPerKm: 200 + ago }))
        const earlier = athlete.map(ago => ({
          field: 'thresholds' as const,
          until: daysAgo(ago),
          value: { ...own.thresholds!, thresholdPaceSPerKm: 400 + ago },
        }))
        const profile = { ...own, earlier }
        const counts = asCoachSays(profile, words)
        return Array.from({ length: 70 }, (_, ago) => daysAgo(ago)).every(day => {
          const word = words.findLast(({ since }) => since <= day)?.thresholdPaceSPerKm
          const theirs = profileOn(profile, day).thresholds?.thresholdPaceSPerKm
          return profileOn(counts, day).thresholds?.thresholdPaceSPerKm === (word ?? theirs)
        })
      }),
    )
  })
})

test('it is kept in the plan document, which no athlete writes, and stays when it is set anew', () => {
  const doc = new Y.Doc()
  const words = [said(10, { maxHr: 188, words: 'a hill test' }), said(3, { maxHr: 186 })]
  for (const one of words) expect(putCoachThresholds(doc, one, 'here').ok).toBe(true)
  expect(readPlan(doc).thresholds).toEqual(words)
  expect(mayWrite('plan', ['athlete'])).toBe(false)
  const place = { root: 'thresholds', name: words[0]!.id, field: null }
  expect(mayHold('plan', words[0], place)).toBe(true)
  expect(mayHold('athlete', words[0], place)).toBe(false)
  expect(mayHold('plan', { ...words[0], maxHr: 900 }, place)).toBe(false)
})
test('a plan without one reads as before', () => {
  const plan = readPlan(new Y.Doc())
  expect('thresholds' in plan).toBe(false)
  const content = { plan, athlete: { profile: own } as never }
  expect(withCoachThresholds(content).athlete.profile).toBe(own)
})

test('what a coach types is read, or told what to write instead', () => {
  const typed = { pace: '4:20', thresholdHr: '170', maxHr: '', restHr: '', zones: '120 150', words: ' a test ' }
  expect(readTyped(typed, 'km')).toEqual({
    ...blank,
    thresholdPaceSPerKm: 260,
    thresholdHr: 170,
    ownZonesHr: [120, 150],
    words: 'a test',
  })
  expect(readTyped({ ...typed, thresholdHr: 'x' }, 'km')).toEqual({
    fault: 'Threshold heart rate: write whole beats per minute between 80 and 230.',
  })
})
