/** What leaves the device for a page: words, already stripped; and the addresses a person types. */
import { expect, test } from 'vitest'
import type { Advice, Message } from '../../core/model/advice.ts'
import type { Day } from '../../core/model/day.ts'
import type { PersonId, SessionId, StatementId } from '../../core/model/ids.ts'
import type { StandingChange, VisibleSession } from '../../core/model/plan.ts'
import type { Session } from '../../core/model/session.ts'
import { standpointOf } from '../../extension/offscreen/looking.ts'
import { mergeDays, overlayDays } from '../../extension/offscreen/overlay-days.ts'
import { readAddresses } from '../../extension/settings.ts'

const day = (text: string) => text as Day
const session = (id: string, on: string, more: Partial<Session> = {}): Session => ({
  id: id as SessionId,
  day: day(on),
  sport: 'run',
  title: 'Intervals',
  purpose: 'intervals',
  steps: [
    { type: 'step', role: 'warmup', amount: { unit: 's', value: 900 }, target: { type: 'zone', zone: 'E' }, cue: null },
    {
      type: 'repeat',
      times: 6,
      steps: [
        {
          type: 'step',
          role: 'work',
          amount: { unit: 's', value: 180 },
          target: { type: 'zone', zone: 'I' },
          cue: 'tall',
        },
        {
          type: 'step',
          role: 'recovery',
          amount: { unit: 's', value: 120 },
          target: { type: 'zone', zone: 'E' },
          cue: null,
        },
      ],
    },
  ],
  key: true,
  locked: false,
  notes: '',
  startMinute: null,
  ...more,
})
const planned = (session: Session): VisibleSession => ({
  session,
  written: session,
  state: 'planned',
  changes: [],
  replaces: null,
  replacedBy: null,
})
const change = (type: StandingChange['type'], more: Partial<StandingChange> = {}): StandingChange => ({
  id: `${type}-1` as StatementId,
  item: 'item',
  type,
  rule: 'move-missed',
  edit: {
    kind: 'move-session',
    session: 'a' as SessionId,
    before: { day: day('2026-09-01') },
    after: { day: day('2026-09-02') },
    adds: null,
  },
  by: 'p' as PersonId,
  role: 'athlete',
  at: 1,
  words: null,
  holds: true,
  ...more,
})
const waiting = (on: string): Message => ({
  id: 'w',
  to: 'athlete',
  day: day(on),
  kind: 'waiting',
  says: 'Your coach has something to look at',
  evidence: [],
})
const advice = (sessions: readonly VisibleSession[], messages: readonly Message[] = []): Advice => ({
  day: day('2026-09-01'),
  readings: [],
  findings: [],
  proposals: [],
  messages,
  plan: { sessions, phases: [], races: [], refused: [] },
})

test('a planned session is told in words, with its steps a line each', () => {
  expect(overlayDays(advice([planned(session('a', '2026-09-01'))]), day('2026-09-01'), day('2026-09-02'))).toEqual([
    {
      day: '2026-09-01',
      waiting: false,
      sessions: [
        {
          id: 'a',
          title: 'Intervals',
          purpose: 'intervals',
          stepsText: ['Warm-up: 15 min E', '6 × (3 min I, 2 min E) (tall)'],
          state: 'planned',
          stateWords: 'planned by coach',
          reason: null,
          verified: false,
          key: true,
          changeId: null,
          mayUndo: false,
        },
      ],
    },
    { day: '2026-09-02', waiting: false, sessions: [] },
  ])
})
test('a day that waits for the coach says so and nothing more', () =>
  expect(overlayDays(advice([], [waiting('2026-09-02')]), day('2026-09-02'), day('2026-09-02'))).toEqual([
    { day: '2026-09-02', waiting: true, sessions: [] },
  ]))
test.each([
  ['by-rule', change('applied'), 'moved by rule', false, true],
  ['by-athlete', change('moved'), 'moved by you', false, true],
  ['approved', change('approved'), 'approved by coach', true, false],
  ['changed-since-approval', change('approved', { holds: false }), 'changed since approval', false, false],
] as const)('a session that is %s says who speaks', (state, made, words, verified, mayUndo) => {
  const visible: VisibleSession = { ...planned(session('a', '2026-09-02')), state, changes: [made] }
  const shown = overlayDays(advice([visible]), day('2026-09-02'), day('2026-09-02'))[0]?.sessions[0]
  expect(shown).toMatchObject({ state, stateWords: words, verified, mayUndo, changeId: made.id })
  expect(shown?.reason).toContain('It was on 2026-09-01.')
})
test('an exchange names the session it takes the place of, and carries the coach’s words', () => {
  const missed = { ...planned(session('a', '2026-09-01')), replacedBy: 'b' as SessionId }
  const hills = session('b', '2026-09-02', { title: 'Hills', purpose: 'hills' })
  const made = change('approved', {
    words: 'Short ones.',
    edit: { kind: 'swap-equal', session: 'a' as SessionId, before: {}, after: {}, adds: hills },
  })
  const taken: VisibleSession = {
    session: hills,
    written: null,
    state: 'approved',
    changes: [made],
    replaces: 'a' as SessionId,
    replacedBy: null,
  }
  const shown = overlayDays(advice([missed, taken]), day('2026-09-01'), day('2026-09-02'))
  expect(shown.map(({ sessions }) => sessions.map(({ reason }) => reason))).toEqual([
    ['“Hills” on Wednesday 2 Sep takes its place.'],
    ['Your coach approved this change. “Short ones.” It takes the place of “Intervals” of 2026-09-01.'],
  ])
})
test('two plans of one athlete make one calendar', () => {
  const one = overlayDays(advice([planned(session('a', '2026-09-01'))]), day('2026-09-01'), day('2026-09-01'))
  const other = overlayDays(advice([], [waiting('2026-09-01')]), day('2026-09-01'), day('2026-09-01'))
  expect(mergeDays([one, other])).toEqual([{ ...one[0], waiting: true }])
})

test('addresses are ws or wss, and anything else is none', () => {
  expect(readAddresses('wss://meet.example.org\nws://localhost:4444')).toEqual([
    'wss://meet.example.org',
    'ws://localhost:4444',
  ])
  expect(readAddresses('')).toEqual([])
  expect(readAddresses('https://meet.example.org')).toBeUndefined()
  expect(readAddresses('meet')).toBeUndefined()
})

test.each([
  [['athlete'], 'Ada', 'Ada', { as: 'athlete', own: true }],
  [['coach'], 'Cora', 'Ada', { as: 'coach', own: false }],
  [['owner', 'coach', 'athlete'], 'Cora', 'Ada', { as: 'coach', own: false }],
  [['owner', 'coach', 'athlete'], 'Ada', 'Ada', { as: 'coach', own: true }],
  [['owner', 'athlete'], 'Ada', 'Ada', { as: 'athlete', own: true }],
  [['assistant'], 'Kim', 'Ada', { as: 'coach', own: false }],
  [['viewer'], 'Kim', 'Ada', { as: 'athlete', own: false }],
  [[], 'Kim', '', { as: 'athlete', own: false }],
] as const)('with the roles %j, %s looks at the plan of %s as they may', (roles, person, athlete, expected) =>
  expect(standpointOf(roles, person, athlete)).toEqual(expected),
)
