/** The edges of the gate and the drafts that a run of deliberate mistakes found unguarded: boundaries, doubt, forged words. */
import { describe, expect, test } from 'vitest'
import { known, unknown } from '../../core/lib/reading.ts'
import type { Session } from '../../core/model/session.ts'
import { during, green } from '../../core/playbook/basis/given.ts'
import { nextVersion } from '../../core/playbook/index.ts'
import type { Answer, Case } from '../../core/playbook/rule.ts'
import { rules } from '../../core/playbook/rules/index.ts'
import { statesOf } from '../../core/playbook/states.ts'
import { drafting } from '../../core/proposals/basis/given.ts'
import { isFree } from '../../core/proposals/basis/places.ts'
import { isExpired, settledItems } from '../../core/proposals/index.ts'
import { proposal as swapEqual } from '../../core/proposals/swap-equal.ts'
import { aSession, aStep, daysAgo, given, intervals, notDone, today } from '../../core/signals/basis/given.ts'
import { minutesAt, openPlaybook, stated } from '../kit/season.ts'

const word = (answer: Answer) => (!answer.known ? 'unknown' : answer.value === false ? 'does not' : 'applies')
const says = (id: string, more: Partial<Case>) =>
  word(rules.find(rule => rule.id === id)!.applies({ ...green, ...more }))

describe('boundaries of the rules', () => {
  test.each([
    ['raises-load', { loadRise: known(0.1) }, 'applies'],
    ['raises-load', { loadRise: known(0) }, 'does not'],
    ['may-ease-easy-day', { easedBy: known(0.1) }, 'applies'],
    ['may-ease-easy-day', { easedBy: known(0) }, 'does not'],
    ['may-ease-easy-day', { easedBy: known(40) }, 'applies'],
    ['may-ease-easy-day', { easedBy: known(40.1) }, 'does not'],
    ['may-swap-equal', { kind: 'swap-equal', loadRise: known(-15) }, 'applies'],
    ['may-swap-equal', { kind: 'swap-equal', loadRise: known(-15.1) }, 'does not'],
    ['may-swap-equal', { kind: 'swap-equal', loadRise: known(0) }, 'applies'],
    ['may-swap-equal', { kind: 'swap-equal', loadRise: known(0.1) }, 'does not'],
    ['may-swap-equal', { kind: 'swap-equal', loadRise: unknown('not measured') }, 'unknown'],
    ['may-recompute-zones', { kind: 'recompute-zones', zoneMove: known(3) }, 'applies'],
    ['may-recompute-zones', { kind: 'recompute-zones', zoneMove: known(3.1) }, 'does not'],
    ['third-change', { madeThisWeek: known(1) }, 'does not'],
    ['third-change', { madeThisWeek: known(2) }, 'applies'],
  ] as const)('%s %j %s', (id, more, wanted) => expect(says(id, more)).toBe(wanted))
  test('a state that nobody knows of still restrains', () => {
    const lost = during('ill', unknown('nobody has said'))
    expect(word(rules.find(({ id }) => id === 'ill')!.applies(lost))).toBe('unknown')
  })
})

describe('what settles a draft', () => {
  const at = minutesAt(today, 400)
  const declined = stated({ type: 'declined', item: 'draft', role: 'coach', at })
  test('a coach’s decline does; one whose signature does not hold, or the athlete’s, does not', () => {
    expect([...settledItems([declined])]).toEqual(['draft'])
    const forged = { ...declined, verified: { ok: false, why: { type: 'SignatureDoesNotMatch' } } } as const
    expect([...settledItems([forged])]).toEqual([])
    expect([...settledItems([stated({ type: 'declined', item: 'draft', role: 'athlete', at })])]).toEqual([])
  })
  test('a later yes takes the no back, and only the one who may says it', () => {
    const yes = (role: 'coach' | 'athlete') => stated({ type: 'approved', item: 'draft', role, at: at + 1, seq: 2 })
    expect([...settledItems([declined, yes('coach')])]).toEqual([])
    expect([...settledItems([declined, yes('athlete')])]).toEqual(['draft'])
  })
  test('a change taken back settles what it carried out', () => {
    const applied = stated({ type: 'applied', item: 'draft', role: 'athlete', at })
    const undone = stated({ type: 'undone', item: applied.id, role: 'athlete', at: at + 1, seq: 2 })
    expect([...settledItems([applied, undone])]).toEqual(['draft'])
    expect([...settledItems([applied])]).toEqual([])
  })
})

describe('a draft expires (R8)', () => {
  const session = aSession(today, { startMinute: 600 })
  const of = (lastDay: string, more: object = {}) =>
    ({
      lastDay,
      edit: { kind: 'ease-easy-day', session: session.id, before: {}, after: {}, adds: null, ...more },
    }) as never
  const at = (minute: number) => given({ minute, sessions: [session] })
  test('with the end of its last day, or when that day’s session starts', () => {
    expect([isExpired(of(daysAgo(1)), at(0)), isExpired(of(daysAgo(-1)), at(1439))]).toEqual([true, false])
    expect([isExpired(of(today), at(599)), isExpired(of(today), at(600))]).toEqual([false, true])
  })
  test('not by a session that starts where it adds another, or writes a session of another day', () => {
    expect(isExpired(of(today, { adds: session }), at(700))).toBe(false)
    const tomorrow = given({ minute: 700, sessions: [{ ...session, day: daysAgo(-1) }] })
    expect(isExpired(of(today), tomorrow)).toBe(false)
    expect(isExpired(of(today), given({ minute: 700, sessions: [] }))).toBe(false)
  })
  test('not by another session that has begun', () => {
    const other = aSession(today, { id: 'other' as Session['id'], startMinute: 300 })
    expect(isExpired(of(today), given({ minute: 400, sessions: [other, session] }))).toBe(false)
  })
})

describe('states begin and end on their days', () => {
  const travelling = (from: number, to: number) => {
    const lifeEvents = [{ id: 'a', kind: 'travel' as const, from: daysAgo(from), to: daysAgo(to), note: '' }]
    return word(statesOf(given({ lifeEvents }), null, 'rule', [today]).travel)
  }
  test.each([
    [0, 0, 'applies'],
    [3, 0, 'applies'],
    [0, -3, 'applies'],
    [3, 1, 'does not'],
    [-1, -3, 'does not'],
  ] as const)('travel from %i to %i days ago %s', (from, to, wanted) => expect(travelling(from, to)).toBe(wanted))
  test.each([
    [0, 'applies'],
    [-7, 'applies'],
    [-8, 'does not'],
    [1, 'does not'],
  ] as const)('an A race %i days ago %s race week', (ago, wanted) => {
    const race = {
      id: 'r',
      name: 'City',
      day: daysAgo(ago),
      priority: 'A' as const,
      distanceM: 42_195,
      goal: null,
      notes: '',
    }
    expect(word(statesOf(given({ races: [race] as never }), null, 'rule', [today])['race-week'])).toBe(wanted)
  })
})

test('a day has room for a session exactly as long as the time it holds', () => {
  const context = given({ profile: { weekMinutes: [60, 60, 60, 60, 60, 60, 60] } })
  const free = (minutes: number) => isFree(daysAgo(-1), minutes, context, new Set())
  expect([free(60), free(61)]).toEqual([true, false])
})

describe('a missed session takes the place only of one that may be moved aside', () => {
  const missed = intervals(today)
  const drafts = (thursday: Partial<Session>) => {
    const tempo = aSession(daysAgo(-2), { title: 'Tempo', purpose: 'tempo', key: true, steps: [aStep(20, 'T')] })
    const sessions = [missed, { ...tempo, ...thursday }]
    return swapEqual
      .draft(drafting({ minute: 1200, outcomes: [notDone(missed.id, today)], sessions, playbook: openPlaybook }))
      .map(({ variant }) => variant)
  }
  test('never a race’s or a locked one’s', () => {
    expect([drafts({}), drafts({ locked: true }), drafts({ purpose: 'race' })]).toEqual([['in-place'], [], []])
  })
})

test('a new title goes to all athletes, and an untouched one leaves theirs alone', () => {
  const other = { ...openPlaybook, title: 'Theirs' }
  const renamed = { before: openPlaybook, draft: { ...openPlaybook, title: 'New' } }
  expect(nextVersion(other, renamed, 'all', false).title).toBe('New')
  expect(nextVersion(other, { before: openPlaybook, draft: openPlaybook }, 'all', false).title).toBe('Theirs')
})
