/** A change as the rules see it, edge by edge: what it really is, what it does to load and day, and what nobody knows. */
import { describe, expect, test } from 'vitest'
import { known, type Reading } from '../../core/lib/reading.ts'
import type { Edit } from '../../core/model/edit.ts'
import { applyEdit } from '../../core/model/edit.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { Session } from '../../core/model/session.ts'
import { caseOf, honestKind, type Made } from '../../core/playbook/case.ts'
import type { Case } from '../../core/playbook/rule.ts'
import {
  aRun,
  aSession,
  aStep,
  daysAgo,
  type Given,
  given,
  intervals,
  notDone,
} from '../../core/signals/basis/given.ts'
import { openPlaybook } from '../kit/season.ts'

const easy = aSession(daysAgo(-2), { title: 'Easy 50 min', steps: [aStep(50, 'E')] })
const hard = intervals(daysAgo(-2))
const edit = (kind: Edit['kind'], after: Edit['after'], more: Partial<Edit> = {}): Edit => ({
  kind,
  session: easy.id,
  before: {},
  after,
  adds: null,
  ...more,
})
const word = (answer: Reading<unknown>) => (!answer.known ? 'unknown' : answer.value)
const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }
const allWeek = (minutes: number | null) => Array.from({ length: 7 }, () => minutes) as never
const caseWith = (
  change: Edit,
  session: Session,
  more: Given & { readonly by?: Case['by']; readonly standing?: readonly Made[] } = {},
) => {
  const { by = 'rule', standing = [], ...said } = more
  const profile = { ...pace, weekMinutes: allWeek(120), ...said.profile }
  const context = given({ playbook: openPlaybook, sessions: [session], ...said, profile })
  return caseOf(change, session, by, context, null, standing)
}

describe('a change is what it writes, not what it calls itself', () => {
  const day = daysAgo(-3)
  const added = { ...easy, id: 'added' as SessionId }
  const paces = { before: 300, after: 295 }
  test.each([
    ['a move of the day', edit('move-session', { day }), easy, 'move-session'],
    ['a move that renames', edit('move-session', { day, title: 'x' }), easy, 'swap-other'],
    ['a move that adds', edit('move-session', { day }, { adds: added }), easy, 'swap-other'],
    ['an easy day eased', edit('ease-easy-day', { title: 'x', steps: easy.steps }), easy, 'ease-easy-day'],
    ['an easy day eased and moved', edit('ease-easy-day', { steps: easy.steps, day }), easy, 'swap-other'],
    ['an easing that adds', edit('ease-easy-day', {}, { adds: added }), easy, 'swap-other'],
    ['a key session eased as if easy', edit('ease-easy-day', { steps: easy.steps }), hard, 'ease-key'],
    ['a swap', edit('swap-equal', {}, { adds: added }), hard, 'swap-equal'],
    ['a swap that adds nothing', edit('swap-equal', {}), hard, 'swap-other'],
    ['a swap that rewrites as well', edit('swap-equal', { title: 'x' }, { adds: added }), hard, 'swap-other'],
    ['new paces', edit('recompute-zones', {}, { pace: paces }), easy, 'recompute-zones'],
    ['new paces that are none', edit('recompute-zones', {}), easy, 'swap-other'],
    ['new paces that rewrite', edit('recompute-zones', { title: 'x' }, { pace: paces }), easy, 'swap-other'],
    ['new paces that add', edit('recompute-zones', {}, { pace: paces, adds: added }), easy, 'swap-other'],
  ] as const)('%s', (_, change, session, kind) => expect(honestKind(change, session)).toBe(kind))
})

describe('what it does to load', () => {
  const seconds = (value: number) => [{ ...aStep(1, 'E'), amount: { unit: 's' as const, value } }]
  const metres = (value: number) => [{ ...aStep(1, 'E'), amount: { unit: 'm' as const, value } }]
  const changed = (from: Partial<Session>, to: Partial<Session>, profile: Given['profile'] = {}) => {
    const session = { ...easy, ...from }
    const { loadRise, easedBy } = caseWith(edit('swap-other', to), session, { profile })
    return [word(loadRise), word(easedBy)]
  }
  const near = (value: unknown) => (typeof value === 'number' ? Math.round(value) + 0 : value)
  test.each([
    ['the same', { steps: seconds(3000) }, { steps: seconds(3000) }, [0, 0]],
    ['a tenth more', { steps: seconds(3000) }, { steps: seconds(3300) }, [10, -10]],
    ['metres', { steps: metres(10_000) }, { steps: metres(7000) }, [-30, 30]],
    ['from nothing', { steps: [] }, { steps: seconds(600) }, ['unknown', 'unknown']],
  ] as const)('%s', (_, from, to, wanted) =>
    expect(changed(from as Partial<Session>, to as Partial<Session>).map(near)).toEqual(wanted),
  )
  test('a hair more is more, and a hair less is less', () => {
    const eased = (to: number) => changed({ steps: seconds(3000) }, { steps: seconds(to) })[1]
    expect([eased(3001), eased(2999)]).toEqual([-0.1, 0.1])
    const rise = (to: number) => changed({ steps: seconds(30_000) }, { steps: seconds(to) })[0] as number
    expect([rise(30_060) > 0, rise(29_940) < 0, Number.isInteger(rise(30_060) * 10)]).toEqual([true, true, true])
  })
  test('where no pace is known the load is not, and a length still is', () => {
    expect(changed({ steps: metres(10_000) }, { steps: metres(7000) }, { thresholds: null })).toEqual(['unknown', 30])
  })
  test('two units are compared by load, and so not without a pace', () => {
    const [load, eased] = changed({ steps: metres(10_000) }, { steps: seconds(1800) })
    expect([typeof load, eased]).toEqual(['number', -(load as number)])
    expect(changed({ steps: metres(10_000) }, { steps: seconds(1800) }, { thresholds: null })).toEqual([
      'unknown',
      'unknown',
    ])
  })
  test('the same steps in another sport are another load', () => {
    const { loadRise } = caseWith(edit('swap-other', { sport: 'swim' }), easy)
    expect(loadRise).not.toEqual(known(0))
  })
})

describe('new paces', () => {
  const change = edit('recompute-zones', {}, { pace: { before: 300, after: 290 } })
  test('are measured against a result that shows them, and not known without one', () => {
    expect(word(caseWith(change, easy).zoneMove)).toBe('unknown')
    expect(word(caseWith(edit('ease-easy-day', {}), easy).zoneMove)).toBe(0)
    const race = aSession(daysAgo(1), { purpose: 'race', key: true, steps: [aStep(40, 'T')] })
    const activities = [aRun(daysAgo(1), 10, { durationS: 2780 })]
    const shown = (after: number) =>
      word(
        caseWith(edit('recompute-zones', {}, { pace: { before: 300, after } }), easy, {
          activities,
          sessions: [race, easy],
        }).zoneMove,
      )
    const paces = Array.from({ length: 40 }, (_, i) => 270 + i).filter(after => shown(after) !== 'unknown')
    expect(paces).toHaveLength(1)
    expect(shown(paces[0]!)).toBeCloseTo((100 * (300 - paces[0]!)) / 300, 0)
  })
  test('leave a locked session and a race as they are', () => {
    const locked = { ...easy, locked: true }
    expect(word(caseWith(change, locked).locked)).toBe(false)
    expect(word(caseWith(edit('ease-easy-day', {}), locked).locked)).toBe('the coach locked it')
    expect(word(caseWith(edit('ease-easy-day', {}), { ...easy, purpose: 'race' }).locked)).toMatch('a race is never')
  })
})

test('only changes by a rule in the same week count, new paces do not', () => {
  const made = (type: Made['type'], change: Partial<Edit>): Made => ({
    type,
    edit: { ...edit('swap-other', {}), ...change },
  })
  const other = { ...easy, id: 'other' as SessionId, day: daysAgo(-4) }
  const standing = [
    made('applied', { after: { day: daysAgo(0) } }),
    made('applied', { adds: { ...easy, day: daysAgo(-5) }, after: {} }),
    made('applied', { session: other.id }),
    made('applied', { after: { day: daysAgo(-6) } }),
    made('applied', { session: 'gone' as SessionId }),
    made('approved', { after: { day: daysAgo(0) } }),
    made('moved', { after: { day: daysAgo(0) } }),
    made('applied', { pace: { before: 300, after: 290 } }),
  ]
  const { madeThisWeek } = caseWith(edit('ease-easy-day', {}), easy, { standing, sessions: [other, easy] })
  expect(word(madeThisWeek)).toBe(3)
})

describe('the day a change puts something on', () => {
  const move = edit('move-session', { day: daysAgo(-3) })
  const room = (more: Parameters<typeof caseWith>[2] = {}) => word(caseWith(move, easy, more).unavailable)
  test.each([
    ['as many minutes as it takes', 50, false],
    ['a minute fewer', 49, 'has 49 minutes, not 50'],
    ['none', 0, 'has no time for training'],
    ['nobody said', null, 'unknown'],
  ] as const)('%s', (_, minutes, wanted) => {
    const says = room({ profile: { weekMinutes: allWeek(minutes) } })
    if (typeof wanted === 'string' && wanted !== 'unknown') expect(says).toContain(wanted)
    else expect(says).toBe(wanted)
  })
  test('a second over the minute is a minute more', () => {
    const long = { ...easy, steps: [{ ...aStep(1, 'E'), amount: { unit: 's' as const, value: 3001 } }] }
    expect(word(caseWith(move, long, { profile: { weekMinutes: allWeek(50) } }).unavailable)).toContain('not 51')
  })
  test('a session whose length is not known fits only where somebody decides', () => {
    const far = { ...easy, steps: [{ ...aStep(1, 'E'), amount: { unit: 'm' as const, value: 9000 } }] }
    expect(word(caseWith(move, far, { profile: { thresholds: null } }).unavailable)).toBe('unknown')
  })
  test('the athlete knows their own day, a rule has to be told', () => {
    const taken = { ...easy, id: 'there' as SessionId, day: daysAgo(-3) }
    expect(room({ by: 'athlete', profile: { weekMinutes: allWeek(null) } })).toBe(false)
    expect(room({ by: 'athlete', sessions: [easy, taken] })).toBe(false)
    expect(room({ sessions: [easy, taken] })).toContain('holds a session already')
  })
  test('what life holds comes first, for both', () => {
    const lifeEvents = [{ id: 'a', kind: 'travel' as const, from: daysAgo(-3), to: daysAgo(-3), note: '' }]
    expect([room({ lifeEvents }), room({ lifeEvents, by: 'athlete' })]).toEqual(
      Array(2).fill(expect.stringContaining('travel')),
    )
  })
  test('is asked of nothing that stays where it is', () => {
    const stays = edit('ease-easy-day', { title: 'x' })
    expect(word(caseWith(stays, easy, { profile: { weekMinutes: allWeek(0) } }).unavailable)).toBe(false)
  })
  test('another week is another week', () => {
    const otherWeek = (ago: number) => word(caseWith(edit('move-session', { day: daysAgo(ago) }), easy).otherWeek)
    expect([otherWeek(-5), otherWeek(1)]).toEqual([false, false])
    expect([otherWeek(-6), otherWeek(2)]).toEqual(Array(2).fill(expect.stringContaining('is in another week')))
  })
})

describe('the longest run', () => {
  const long = (metres: number) =>
    ({ ...easy, steps: [{ ...aStep(1, 'E'), amount: { unit: 'm' as const, value: metres } }] }) as Session
  const move = edit('move-session', { day: daysAgo(-3) })
  const past = (metres: number, more: Parameters<typeof caseWith>[2] & { readonly sport?: 'ride' } = {}) => {
    const { sport, ...said } = more
    const session = { ...long(metres), ...(sport ? { sport } : {}) }
    const activities = [aRun(daysAgo(20), 10), aRun(daysAgo(2), 8)]
    return word(caseWith(move, session, { activities, ...said }).beyondLongestRun)
  }
  test('guards what a rule puts on a day, to the metre', () => {
    expect(past(11_000)).toBe(false)
    expect(past(11_001)).toContain('is past the guard of 11\u00a0km')
  })
  test('asks neither the athlete nor a ride, and is not known where no run is on file', () => {
    expect([past(20_000, { by: 'athlete' }), past(20_000, { sport: 'ride' })]).toEqual([false, false])
    expect(past(5000, { activities: [] })).toBe('unknown')
  })
  test('is not known of a length that is not', () => {
    const timed = caseWith(move, easy, { activities: [aRun(daysAgo(2), 8)], profile: { thresholds: null } })
    expect(word(timed.beyondLongestRun)).toBe('unknown')
  })
})

test('two hard days are two days apart, an easy one may stand beside', () => {
  const tempo = aSession(daysAgo(-4), { title: 'Tempo', purpose: 'tempo', steps: [aStep(20, 'T')] })
  const near = (session: Session, ago: number) =>
    word(caseWith(edit('move-session', { day: daysAgo(ago) }), session, { sessions: [session, tempo] }).hardDayNear)
  expect([near(hard, -3), near(hard, -5)]).toEqual(Array(2).fill(expect.stringContaining('less than two days away')))
  expect([
    near(easy, -3),
    word(caseWith(edit('ease-easy-day', {}), hard, { sessions: [hard, tempo] }).hardDayNear),
  ]).toEqual([false, false])
})

describe('a key session is lowered', () => {
  const lowered = (change: Edit, session: Session = hard) => word(caseWith(change, session).lowersKey)
  const added = (more: Partial<Session>) =>
    edit('swap-equal', {}, { adds: { ...hard, id: 'a' as SessionId, day: daysAgo(-3), ...more } })
  test.each([
    ['by losing the mark', edit('swap-other', { key: false }), 'no longer be key'],
    ['by an easy purpose', edit('swap-other', { purpose: 'easy' }), 'intervals would become easy'],
    ['by other steps', edit('ease-key', { steps: easy.steps }), 'the work of a key session would change'],
    ['by one added that is not key', added({ key: false }), 'no longer be key'],
  ] as const)('%s', (_, change, says) => expect(lowered(change)).toContain(says))
  test('not by an equal one added, a new title, the same steps, nor where it was none', () => {
    const steps = structuredClone(hard.steps)
    expect([
      lowered(added({ steps: easy.steps })),
      lowered(edit('swap-other', { title: 'x' })),
      lowered(edit('swap-other', { steps: structuredClone(steps) as never })),
      lowered(edit('ease-easy-day', { steps: [] }), easy),
    ]).toEqual([false, false, false, false])
  })
})

describe('on the coach’s list', () => {
  const missed = intervals(daysAgo(0))
  const listed = openPlaybook.swaps.find(({ id }) => id === 'hills-6x90')!
  const adds: Session = {
    ...missed,
    id: 'a' as SessionId,
    day: daysAgo(-1),
    purpose: listed.to,
    title: listed.title,
    steps: listed.steps,
  }
  const isOn = (more: Partial<Session>, said: Given = {}, session: Session = missed) => {
    const outcomes = [notDone(missed.id, daysAgo(0))]
    return word(
      caseWith(edit('swap-equal', {}, { adds: { ...adds, ...more } }), session, { outcomes, ...said }).onSwapList,
    )
  }
  const lighter = (percent: number): Given => ({
    playbook: { ...openPlaybook, thresholds: { ...openPlaybook.thresholds, swapLighterPercent: percent } },
  })
  test('exactly as it stands there, for a session that was missed, at an equal load', () => {
    expect(isOn({}, lighter(50))).toBe(true)
    expect(isOn({}, lighter(0))).toBe(false)
  })
  test.each([
    ['another title', { title: 'x' }],
    ['another purpose', { purpose: 'tempo' }],
    ['other steps', { steps: easy.steps }],
    ['another sport', { sport: 'ride' }],
    ['not key', { key: false }],
    ['locked', { locked: true }],
    ['on a day gone by', { day: daysAgo(1) }],
  ] as const)('not with %s', (_, more) => expect(isOn(more as Partial<Session>, lighter(50))).toBe(false))
  test('today is not gone by', () => expect(isOn({ day: daysAgo(0) }, lighter(50))).toBe(true))
  test('not for a session of another purpose, nor one that is no longer offered', () => {
    expect(isOn({}, lighter(50), { ...missed, purpose: 'tempo' })).toBe(false)
    const swaps = openPlaybook.swaps.map(swap => ({ ...swap, offered: false }))
    expect(isOn({}, { playbook: { ...openPlaybook, swaps } })).toBe(false)
  })
  test('not before anybody said it was missed; not known while nobody did', () => {
    expect(isOn({}, { outcomes: [], ...lighter(50) })).toBe(false)
    const yesterday = intervals(daysAgo(1))
    expect(isOn({}, { outcomes: [], ...lighter(50) }, yesterday)).toBe('unknown')
  })
})

test('what may be applied is what the coach allows, while its layer is on', () => {
  const allowed = (playbook: Given['playbook']) =>
    caseWith(edit('ease-easy-day', { title: 'x' }), easy, { playbook: { ...openPlaybook, ...playbook } }).allowed
  expect(allowed({})['ease-easy-day']).toBe(true)
  expect(allowed({ mayApply: { ...openPlaybook.mayApply, 'ease-easy-day': false } })['ease-easy-day']).toBe(false)
  expect(allowed({ layers: { ...openPlaybook.layers, 'easy-day': 'watched' } })['ease-easy-day']).toBe(false)
  expect(allowed({ athleteMayMove: false })['athlete-moves']).toBe(false)
  expect(applyEdit(edit('ease-easy-day', { title: 'x' }), easy).title).toBe('x')
})
