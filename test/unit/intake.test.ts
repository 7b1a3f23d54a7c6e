import { describe, expect, test } from 'vitest'
import { emptyProfile, type Profile } from '../../core/model/athlete.ts'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays } from '../../core/model/day.ts'
import { intakeTopics, missingTopics, whileMissing } from '../../core/model/intake.ts'
import { aCheckIn, daysAgo, today } from '../../core/signals/basis/given.ts'
import { draftOf, readDraft } from '../../pwa/views/profile-draft.ts'
import { sayCheckIn } from '../../pwa/views/session/check-in-words.ts'
import { hurtBefore } from '../../pwa/views/session/hurt-before.ts'

const nobody = emptyProfile('Mo')
const nothing = { hasRace: false, hasThreshold: false }
const missing = (more: Partial<Profile>, elsewhere = nothing) => missingTopics({ ...nobody, ...more }, elsewhere)

describe('the first questions', () => {
  test('[S13–S20] what is not told is missing, each with what that costs', () => {
    expect(missing({})).toEqual(intakeTopics)
    for (const topic of intakeTopics) expect(whileMissing[topic]).not.toBe('')
  })
  test.each([
    ['goals', { goals: 'A marathon' }],
    ['week', { weekMinutes: [null, 45, null, null, null, null, null] }],
    ['injuries', { injuries: [{ site: 'calf', from: today, to: null, note: '' }] }],
    ['injuries', { noInjuries: true }],
    ['work', { work: 'Shifts' }],
    ['sleep', { sleepRhythm: 'shifts' }],
    ['sleep', { usualSleepHours: 7 }],
    ['mind', { frightens: 'The start' }],
    ['mind', { motivates: 'Mornings' }],
  ] as const)('%s is told by %j, and nothing else with it', (topic, told) =>
    expect(missing(told as unknown as Partial<Profile>)).toEqual(intakeTopics.filter(one => one !== topic)),
  )
  test('blank words tell nothing', () =>
    expect(missing({ goals: '  ', work: ' ', motivates: '' })).toEqual(intakeTopics))
  test('a race is a goal, and training on file tells of fitness', () =>
    expect(missing({}, { hasRace: true, hasThreshold: true })).toEqual(['week', 'injuries', 'work', 'sleep', 'mind']))
})

describe('a profile as it is typed', () => {
  const typed = (more: object) => readDraft({ ...draftOf(nobody, 'km'), ...more }, 'km', nobody)
  test('what was typed comes back when it is opened again', () => {
    const kept = typed({ work: 'Nights', motivates: 'Hills', frightens: '', rhythm: 'shifts', noInjuries: true })
    expect(kept).toMatchObject({ work: 'Nights', motivates: 'Hills', frightens: null, sleepRhythm: 'shifts' })
    expect(draftOf(kept as Profile, 'km')).toMatchObject({ work: 'Nights', rhythm: 'shifts', noInjuries: true })
  })
  test('“none so far” does not stand beside an injury', () =>
    expect(typed({ noInjuries: true, injuries: [{ site: 'hip', from: today, to: null, note: '' }] })).toMatchObject({
      noInjuries: null,
    }))
})

describe('where it hurt before', () => {
  const told = (more: object = {}) => ({ checkIns: [], profile: { injuries: [] }, ...more })
  test('nothing is known where nothing was said', () => expect(hurtBefore(told(), today)).toBeNull())
  test('the latest pain goes before an injury, and today’s own answer does not count', () => {
    const checkIns = [
      aCheckIn(today, { pain: { site: 'hip', level: 2 } }),
      aCheckIn(daysAgo(9), { pain: { site: 'knee', level: 2 } }),
      aCheckIn(daysAgo(3), { pain: { site: 'calf', level: 1 } }),
    ]
    const injuries = [{ site: 'foot', from: daysAgo(30), to: null, note: '' }]
    expect(hurtBefore(told({ checkIns, profile: { injuries } }), today)).toBe('calf')
    expect(hurtBefore(told({ profile: { injuries } }), today)).toBe('foot')
  })
  test('an injury that lasts goes before one that ended, and one of the future is not known yet', () => {
    const injury = (site: string, from: typeof today, to: typeof today | null) => ({ site, from, to, note: '' })
    const injuries = [
      injury('shin', addDays(today, 3), null),
      injury('hip', daysAgo(20), daysAgo(10)),
      injury('back', daysAgo(90), null),
    ]
    expect(hurtBefore(told({ profile: { injuries } }), today)).toBe('back')
  })
})

test('a check-in is said with what a watch adds and in the athlete’s own line', () => {
  expect(sayCheckIn({ ...emptyCheckIn(today), restingHr: 52, hrvMs: 61.4 })).toBe('Resting heart rate 52, HRV 61 ms.')
  expect(sayCheckIn({ ...emptyCheckIn(today), soreness: 2, note: 'Legs woke late' })).toBe(
    'Soreness 2 of 5. “Legs woke late”',
  )
  expect(sayCheckIn({ ...emptyCheckIn(today), note: 'Slept in' })).toBe('“Slept in”')
})
