/** The profile and the playbook as they were on a day: what was told later does not reach back. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { asKnownOn, asToday, type Past } from '../../core/dry-run/index.ts'
import { easyTomorrow, season, shortSleep, situation } from '../../core/examples/season.ts'
import { explain } from '../../core/explain/index.ts'
import { emptyProfile, mostEarlier, type Profile } from '../../core/model/athlete.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { profileOn, toldOn } from '../../core/model/profile-then.ts'
import { putProfile, readAthlete } from '../../core/plan/index.ts'
import { playbookHash } from '../../core/playbook/index.ts'
import { daysAgo, today } from '../../core/signals/basis/given.ts'
import { minutesAt, openPlaybook, stated } from '../kit/season.ts'

const first: Profile = { ...emptyProfile('Ada'), usualSleepHours: 7 }
const second = toldOn(daysAgo(10), first, { ...first, usualSleepHours: 8, preset: 'coach-heavy' })
const third = toldOn(daysAgo(4), second, { ...second, usualSleepHours: 6 })

test('each part as it stood before it was told otherwise', () => {
  const on = (ago: number) => [profileOn(third, daysAgo(ago)).usualSleepHours, profileOn(third, daysAgo(ago)).preset]
  expect([20, 11, 10, 5, 4, 0].map(on)).toEqual([
    [7, 'standard'],
    [7, 'standard'],
    [8, 'coach-heavy'],
    [8, 'coach-heavy'],
    [6, 'coach-heavy'],
    [6, 'coach-heavy'],
  ])
})
test('of several changes on a day what stood before it stays, and the same again is no change', () => {
  const again = toldOn(daysAgo(4), third, { ...third, usualSleepHours: 5 })
  expect(profileOn(again, daysAgo(5)).usualSleepHours).toBe(8)
  expect(toldOn(today, third, { ...third, name: 'Ada L.' }).earlier).toEqual(third.earlier)
  expect(toldOn(today, first, first)).toBe(first)
})
test('what changes often keeps its latest changes', () => {
  let profile = first
  for (let ago = 300; ago > 0; ago--) profile = toldOn(daysAgo(ago), profile, { ...profile, usualSleepHours: ago % 24 })
  expect(profile.earlier).toHaveLength(mostEarlier)
  expect(profile.earlier!.at(-1)!.until).toBe(daysAgo(1))
})
test('an injury begins on its day, and nobody knew when one that lasted would end', () => {
  const hurt = { ...first, injuries: [{ site: 'calf' as const, from: daysAgo(30), to: daysAgo(20), note: '' }] }
  expect([31, 30, 21, 20].map(ago => profileOn(hurt, daysAgo(ago)).injuries.map(({ to }) => to))).toEqual([
    [],
    [null],
    [null],
    [daysAgo(20)],
  ])
})
test('it is kept in the athlete’s document, and a document without it is read as it was', () => {
  const doc = new Y.Doc()
  putProfile(doc, first, null)
  expect(readAthlete(doc)).toMatchObject({ profile: first, unreadable: [] })
  putProfile(doc, third, null)
  expect(readAthlete(doc)).toMatchObject({ profile: third, unreadable: [] })
})

const {
  now: _,
  playbook: __,
  ...past
} = situation(openPlaybook, season({ sessions: [easyTomorrow], checkIns: shortSleep() }))

test('what is taken as it stands today is said, each once; what is dated is not', () => {
  const says = (profile: Profile, plan: Past['plan'] = past.plan) =>
    asToday({ ...past, plan, content: { ...past.content, profile } })
  const empty = { ...past.plan, sessions: [], phases: [], races: [] }
  expect(says(emptyProfile('Ada'), empty)).toEqual([])
  expect(says(emptyProfile('Ada'))).toEqual([expect.stringContaining('plan is as the coach has it today')])
  expect(says({ ...first, preset: 'coach-heavy' }, empty)).toEqual([
    expect.stringContaining('the preset, usual sleep.'),
  ])
  expect(says(third, empty)).toEqual([])
})

test('a day is explained by the playbook that was in force on it', () => {
  const asks: Playbook = { ...openPlaybook, version: 2, mayApply: { ...openPlaybook.mayApply, 'ease-easy-day': false } }
  const versions = [asks, openPlaybook].map(playbook => ({ hash: playbookHash(playbook), playbook }))
  const published = (playbook: Playbook, ago: number) =>
    stated({
      type: 'published',
      item: playbookHash(playbook),
      playbookHash: playbookHash(playbook),
      role: 'coach',
      at: minutesAt(daysAgo(ago), 600),
      seq: 90 - ago,
    })
  const levelOn = (log: Past['log'], current: Playbook) =>
    explain(asKnownOn({ ...past, log }, { current, versions }, today)).drafts.map(
      ({ proposal }) => proposal.verdict.level,
    )
  expect(levelOn([published(openPlaybook, 30), published(asks, 2)], asks)).toEqual(['ask'])
  // Why: signed on the day after, so that evening it was not in force.
  expect(levelOn([published(openPlaybook, 30), published(asks, -1)], asks)).toEqual(['auto'])
  expect(levelOn([published(asks, -1)], asks)).toEqual(['auto'])
  expect(levelOn([], asks)).toEqual(['ask'])
})
