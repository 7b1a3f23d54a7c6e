import { describe, expect, test } from 'vitest'
import { known, unknown as lost } from '../../core/lib/reading.ts'
import type { Finding, Message } from '../../core/model/advice.ts'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import type { PersonId, SessionId, StatementId } from '../../core/model/ids.ts'
import type { StandingChange, VisibleSession } from '../../core/model/plan.ts'
import type { Session } from '../../core/model/session.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import { aRun, aSession, aStep, daysAgo, emptyContent, today } from '../../core/signals/basis/given.ts'
import { parseWorkout } from '../../core/workout/text.ts'
import { addMonths, calendarKey, stepFrom } from '../../pwa/parts/calendar-keys.ts'
import { conflictsOf } from '../../pwa/parts/day-conflicts.ts'
import { calendarModel, totalsOf } from '../../pwa/parts/day-model.ts'
import { shareDone, statusOf } from '../../pwa/parts/day-status.ts'
import { sayNewer } from '../../pwa/parts/newer.tsx'
import { plannedOf } from '../../pwa/parts/planned.ts'
import { chipsOf } from '../../pwa/parts/session-status.ts'
import { sayLoad } from '../../pwa/views/history-weeks.tsx'
import { sayCheckIn } from '../../pwa/views/session/check-in-words.ts'
import { afterEdit, editedBy } from '../../pwa/views/session/decide.ts'
import { digestOf } from '../../pwa/views/session/digest.tsx'
import { meanwhileOf } from '../../pwa/views/session/meanwhile.tsx'
import { laidOnto, templates } from '../../pwa/views/session/templates.ts'

const visible = (session: Session, more: Partial<VisibleSession> = {}): VisibleSession => ({
  session,
  written: session,
  state: 'planned',
  changes: [],
  replaces: null,
  replacedBy: null,
  ...more,
})

const metres = (value: number): Session['steps'] => [
  { type: 'step', role: 'work', amount: { unit: 'm', value }, target: { type: 'zone', zone: 'E' }, cue: null },
]

test('the load of a week with an open day is the least it is, never unknown beside a number', () => {
  const runs = [aRun(today, 10), aRun(daysAgo(1), 8)]
  const week = { monday: today, runs: 2, distanceM: 18_000, durationS: 5400, load: lost('a day is open'), open: 1 }
  const loads = new Map(runs.map(({ id }) => [id, { load: 50, method: 'effort', trust: 'B' }]))
  expect(sayLoad(week as never, runs, loads as never)).toBe('load at least 100')
  expect(sayLoad(week as never, runs, new Map())).toBe('load not known')
  expect(sayLoad({ ...week, load: known(120) } as never, runs, loads as never)).toBe('load 120')
})

describe('the status word', () => {
  const tenKm = aSession(today, { steps: metres(10_000) })
  const planned = plannedOf(tenKm, null)
  const status = (km: number) => statusOf(visible(tenKm), { state: 'done' }, aRun(today, km), planned)

  test.each([
    [10, 'as-planned'],
    [8, 'as-planned'],
    [7.9, 'shorter'],
    [12, 'as-planned'],
    [12.1, 'longer'],
  ])('10 km planned and %d km done is %s', (km, word) => expect(status(km)).toBe(word))
  test('a plan in minutes is held against minutes', () => {
    const halfHour = aSession(today)
    expect(shareDone(plannedOf(halfHour, null), aRun(today, 5, { durationS: 1800 }))).toBe(1)
  })
  test('done without a recording is done, and no more is claimed', () =>
    expect(statusOf(visible(tenKm), { state: 'done' }, null, planned)).toBe('done'))
  test('the one that was replaced stays missed; while nobody called it missed it is swapped', () => {
    const replaced = visible(tenKm, { replacedBy: 'hills' as SessionId })
    expect(statusOf(replaced, { state: 'missed' }, null, planned)).toBe('missed')
    expect(statusOf(replaced, { state: 'unknown' }, null, planned)).toBe('swapped')
  })
  test.each([
    ['missed', 'missed'],
    ['excused', 'excused'],
    ['unknown', 'unknown'],
    ['upcoming', 'planned'],
  ] as const)('%s reads %s', (state, word) => expect(statusOf(visible(tenKm), { state }, null, planned)).toBe(word))
})

describe('chips say how a session came to be so, and who is speaking', () => {
  const change = (type: StandingChange['type'], kind: 'move-session' | 'ease-easy-day'): StandingChange => ({
    id: 'c' as StatementId,
    item: 'p',
    type,
    rule: null,
    edit: { kind, session: 's' as SessionId, before: {}, after: {}, adds: null },
    by: 'p' as PersonId,
    role: type === 'moved' ? 'athlete' : 'coach',
    at: 0,
    words: null,
    holds: true,
  })
  const words = (...given: Parameters<typeof chipsOf>) => chipsOf(...given).map(chip => chip.words)
  test('as written by the coach there is nothing to say', () => expect(words('planned', [], 'coach')).toEqual([]))
  test('moved by rule', () =>
    expect(words('by-rule', [change('applied', 'move-session')], 'athlete')).toEqual(['moved by rule']))
  test('an easing is a change, not a move', () =>
    expect(words('by-rule', [change('applied', 'ease-easy-day')], 'athlete')).toEqual(['changed by rule']))
  test('moved by you, or by the athlete where the coach reads', () => {
    expect(words('by-athlete', [change('moved', 'move-session')], 'athlete')).toEqual(['moved by you'])
    expect(words('by-athlete', [change('moved', 'move-session')], 'coach')).toEqual(['moved by athlete'])
  })
  test('approved by coach, and changed since approval', () => {
    expect(words('approved', [], 'athlete')).toEqual(['approved by coach'])
    expect(words('changed-since-approval', [], 'athlete')).toEqual(['changed since approval'])
  })
  test('a forged approval says so', () =>
    expect(words('planned', [], 'athlete', true)).toEqual(['not approved: signature does not match']))
})

describe('conflicts', () => {
  const tempo = aSession(today, { id: 'tempo' as SessionId, purpose: 'tempo' })
  const hills = (day: Day) => aSession(day, { id: 'hills' as SessionId, purpose: 'hills' })
  const given = {
    sessions: [tempo] as readonly Session[],
    plannedOf: (session: Session) => plannedOf(session, null),
    profile: { weekMinutes: null },
    lifeEvents: [],
    findings: [] as readonly Finding[],
    today,
  }
  test('Tuesday and Wednesday hard is one; Tuesday and Thursday is none', () => {
    expect([...conflictsOf({ ...given, sessions: [tempo, hills(addDays(today, 1))] }).keys()]).toEqual([
      'tempo',
      'hills',
    ])
    expect(conflictsOf({ ...given, sessions: [tempo, hills(addDays(today, 2))] })).toEqual(new Map())
  })
  test('a session longer than the minutes of its weekday', () =>
    expect(conflictsOf({ ...given, profile: { weekMinutes: [60, 20, 60, 60, 60, 60, 60] } })).toEqual(
      new Map([['tempo', 'takes about 30 min, 20 min available']]),
    ))
  test('a weekday nobody spoke of is no conflict', () =>
    expect(conflictsOf({ ...given, profile: { weekMinutes: [null, null, null, null, null, null, null] } })).toEqual(
      new Map(),
    ))
  test('life comes first', () =>
    expect(
      conflictsOf({ ...given, lifeEvents: [{ id: 'l', kind: 'travel', from: today, to: today, note: '' }] }),
    ).toEqual(new Map([['tempo', 'Travel that day']])))
  test('a run much longer than the longest of 30 days speaks in the words of its finding', () => {
    const spike: Finding = {
      kind: 'run-spike',
      day: today,
      session: 'tempo' as SessionId,
      says: '21 km after 18',
      evidence: [],
      trust: 'published',
    }
    expect(conflictsOf({ ...given, findings: [spike] })).toEqual(new Map([['tempo', '21 km after 18']]))
  })
  test('the past has none', () =>
    expect(conflictsOf({ ...given, sessions: [{ ...tempo, day: daysAgo(1) }, hills(daysAgo(2))] })).toEqual(new Map()))
})

describe('a week', () => {
  const monday = daysAgo(1)
  const sessions = [aSession(monday, { steps: metres(10_000) }), aSession(addDays(monday, 2), { steps: metres(8000) })]
  const model = calendarModel({
    plan: { sessions, phases: [], races: [], comments: [], unreadable: [] },
    content: { ...emptyContent, activities: [aRun(monday, 10), aRun(today, 4)] },
    playbook: defaultPlaybook,
    advice: {
      day: today,
      readings: [],
      findings: [],
      proposals: [],
      messages: [{ id: 'p1', to: 'athlete', day: addDays(today, 2), kind: 'waiting', says: '…', evidence: [] }],
      plan: { sessions: sessions.map(session => visible(session)), phases: [], races: [], refused: [] },
    },
    as: 'athlete',
    now: { day: today, minute: 1000 },
    presence: [
      { name: 'Maria', mine: false, day: today },
      { name: 'me', mine: true, day: today },
    ],
  })
  test('planned and done stand side by side, and nothing is counted twice', () => {
    expect(model.on(monday).sessions.map(item => [item.status, item.activity?.distanceM])).toEqual([
      ['as-planned', 10_000],
    ])
    expect(model.on(monday).extra).toEqual([])
    expect(model.on(today).extra.map(activity => activity.distanceM)).toEqual([4000])
  })
  test('its totals say what is known: distances planned and done; minutes of a plan in kilometres need a pace', () => {
    const { plannedM, doneM, doneS } = totalsOf(model, monday, addDays(monday, 6))
    expect({ plannedM, doneM, doneS }).toEqual({ plannedM: 18_000, doneM: 14_000, doneS: 14 * 330 })
  })
  test('an empty week reads as nothing known, not as zero', () =>
    expect(totalsOf(model, addDays(monday, 21), addDays(monday, 27))).toEqual({
      plannedM: null,
      plannedS: null,
      plannedLoad: null,
      doneM: null,
      doneS: null,
      doneLoad: null,
      isLoadWhole: true,
    }))
  test('a load that lacks a day says that it is only what is known', () => {
    const only = new Map([[monday, { load: known(60, []), methods: [] }]])
    const judged = { ...model.context, loads: { ...model.context.loads, get: (day: typeof monday) => only.get(day) } }
    const { doneLoad, isLoadWhole } = totalsOf({ ...model, context: judged }, monday, addDays(monday, 6))
    expect({ doneLoad, isLoadWhole }).toEqual({ doneLoad: 60, isLoadWhole: false })
  })
  test('what waits for the coach is an id on a day; others who look at a day are named, oneself is not', () => {
    expect(model.on(addDays(today, 2)).waiting).toEqual(['p1'])
    expect(model.on(today).here).toEqual(['Maria'])
  })
})

describe('deciding with changes of one’s own', () => {
  const before = aSession(today, { title: 'Easy run' })
  const eased: Session['steps'] = [aStep(20, 'E')]
  const edit = {
    kind: 'ease-easy-day',
    session: before.id,
    before: { steps: before.steps },
    after: { steps: eased },
    adds: null,
  } as const
  test('the edit leaves behind what it says', () =>
    expect(afterEdit(edit, before)).toEqual({ ...before, steps: eased }))
  test('the coach’s version names exactly the fields that differ from the plan', () => {
    const steps: Session['steps'] = [aStep(25, 'E')]
    expect(editedBy(edit, before, { ...before, steps, title: 'Short and easy' })).toEqual({
      ...edit,
      before: { title: 'Easy run', steps: before.steps },
      after: { title: 'Short and easy', steps },
    })
  })
  test('an edited replacement keeps its id, so that two devices add one session', () => {
    const adds = aSession(addDays(today, 1), { id: 'hills' as SessionId, purpose: 'hills' })
    const swap = { kind: 'swap-equal', session: before.id, before: {}, after: {}, adds } as const
    expect(editedBy(swap, before, { ...adds, id: 'x' as SessionId, title: 'Hills' }).adds).toEqual({
      ...adds,
      title: 'Hills',
    })
  })
  test('a move with other steps is more than a move', () =>
    expect(
      editedBy({ ...edit, kind: 'move-session' }, before, { ...before, day: addDays(today, 1), steps: eased }).kind,
    ).toBe('swap-other'))
})

test('the coach’s new steps leave the athlete’s move of the day alone', () => {
  const written = aSession(today)
  const shown = { ...written, day: addDays(today, 1) }
  const steps: Session['steps'] = [aStep(45, 'M')]
  expect(laidOnto(written, shown, { ...shown, steps })).toEqual({ ...written, steps })
})

test('what another coach wrote into an open session stays, is said, and is written over only with a word', () => {
  const base = aSession(today, { title: 'Six by three' })
  const now = { ...base, title: 'Hills', steps: [aStep(45, 'M')] as Session['steps'] }
  const edited = { ...base, steps: [aStep(20, 'E')] as Session['steps'] }
  expect(meanwhileOf(base, now, edited)).toEqual([
    { field: 'steps', mine: true },
    { field: 'title', mine: false },
  ])
  expect(laidOnto(now, base, edited)).toEqual({ ...now, steps: edited.steps })
  const taken = { ...edited, steps: now.steps }
  expect([meanwhileOf(base, now, taken), laidOnto(now, base, taken)]).toEqual([[{ field: 'title', mine: false }], now])
})

test('every template reads without a fault or a remark', () => {
  for (const template of templates) {
    const read = parseWorkout(template.text)
    expect(read.ok && read.value.remarks, template.name).toEqual([])
  }
})

describe('walking the calendar', () => {
  const day = '2026-05-31' as Day
  test.each([
    ['ArrowRight', '2026-06-01'],
    ['ArrowUp', '2026-05-24'],
    ['Home', '2026-05-25'],
    ['End', '2026-05-31'],
    ['PageDown', '2026-06-30'],
    ['PageUp', '2026-04-30'],
  ])('%s leads to %s', (key, to) => expect(stepFrom(key, day, 'month')).toBe(to))
  test('by a week where a week is shown', () => expect(stepFrom('PageDown', day, 'week')).toBe('2026-06-07'))
  test('a key that does not walk leads nowhere', () => expect(stepFrom('a', day, 'week')).toBeUndefined())
  test('keys with Ctrl are for what is picked, and none with Alt is the calendar’s', () => {
    const pressed = (key: string, held: object = {}) =>
      calendarKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })
    expect([pressed('x'), pressed('X', { shiftKey: true }), pressed('x', { ctrlKey: true })]).toEqual([
      'pick',
      'pick',
      'cut',
    ])
    expect([pressed('v', { metaKey: true }), pressed('a', { ctrlKey: true }), pressed('n')]).toEqual([
      'paste',
      'pick-week',
      'new',
    ])
    expect([pressed('c'), pressed('x', { altKey: true }), pressed('z', { ctrlKey: true })]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
  test('a month after the end of January is the end of February', () =>
    expect(addMonths('2028-01-31' as Day, 1)).toBe('2028-02-29'))
})

test('a check-in says only what was said', () => {
  expect(sayCheckIn(emptyCheckIn(today))).toBe('')
  expect(sayCheckIn({ ...emptyCheckIn(today), sleepHours: 6.5, pain: { site: 'calf', level: 2 } })).toBe(
    '6.5 h of sleep, pain 2 of 5 (calf).',
  )
})

test('a newer version’s documents are named in one sentence, or nothing is said', () => {
  expect([sayNewer([]), sayNewer(['plan']), sayNewer(['plan', 'playbook', 'desk', 'desk'])]).toEqual([
    null,
    'A newer version of Tandem wrote the plan. You can read it here; reload to get that version and write again.',
    'A newer version of Tandem wrote the plan, the playbook and the desk. You can read it here; reload to get that version and write again.',
  ])
})

test('the coach’s digest takes the changes by rule together and leaves every other message alone', () => {
  const id = (letter: string) => letter.repeat(64) as StatementId
  const message = (name: string, kind: Message['kind'] = 'notice'): Message => ({
    id: name,
    to: 'both',
    day: today,
    kind,
    says: name,
    evidence: [],
  })
  const [rule, coach] = [`notice-${'a'.repeat(32)}`, `notice-${'b'.repeat(32)}`]
  const standing = [
    { id: id('a'), type: 'applied' as const },
    { id: id('b'), type: 'approved' as const },
  ]
  const { byRule, others } = digestOf([message(rule), message(coach), message('monday', 'summary')], standing)
  expect([byRule, others].map(some => some.map(one => one.id))).toEqual([[rule], [coach, 'monday']])
})
