/** The coach's roster: how an athlete stands, why, what next, and the six facts of a Monday. */
import { describe, expect, test } from 'vitest'
import { assess } from '../../core/engine.ts'
import { hashOf } from '../../core/lib/hash.ts'
import type { CheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import type { LogEntry } from '../../core/model/log.ts'
import { reporting } from '../../core/reports/basis/given.ts'
import { assessmentOf } from '../../core/reports/desk/assessment.ts'
import { deviationOf } from '../../core/reports/desk/midweek.ts'
import { responsesByWeek, responsesIn } from '../../core/reports/desk/responses.ts'
import { clubAthlete, clubSeason } from '../../core/sample/club.ts'
import type { SampleSeason } from '../../core/sample/season.ts'
import {
  aCheckIn,
  aRun,
  aSession,
  daysAgo,
  type Given,
  intervals,
  notDone,
  runsSince,
} from '../../core/signals/basis/given.ts'
import { isShown, rosterLines } from '../../pwa/views/roster/order.ts'

const assessed = (said: Given) => assessmentOf(reporting(said), { log: [], reviews: [] })
const factOf = (said: Given, id: string) => assessed(said).facts.find(fact => fact.id === id)!
/** Last week is 4 to 10 May: today is a Tuesday. */
const lastWeek = (day: number): Day => addDays('2026-05-04' as Day, day)
const well = (more: Partial<CheckIn> = {}) =>
  Array.from({ length: 7 }, (_, i) =>
    aCheckIn(lastWeek(i), { sleepQuality: 4, sleepHours: 8, soreness: 1, motivation: 4, ...more }),
  )

describe('the facts of last week', () => {
  test('[S57] mileage beside the week before; days nobody spoke for make it "at least"', () => {
    const runs = [aRun(daysAgo(12), 8), aRun(lastWeek(0), 10), aRun(lastWeek(2), 12.5), aRun(lastWeek(6), 6)]
    expect(factOf({ activities: runs }, 'mileage').says).toBe('28.5\u00a0km in 3 runs; 8\u00a0km the week before')
    const silent = factOf({ activities: [aRun(daysAgo(20), 8)] }, 'mileage')
    expect([silent.says, silent.tone]).toEqual(['not known: nothing has arrived', 'unknown'])
  })
  test('[S58] intensity in three parts, or why it is not known', () => {
    const profile = {
      thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' },
    }
    const run = aRun(lastWeek(1), 10, {
      paceSeconds: [
        [280, 600],
        [400, 1800],
      ],
    })
    expect(factOf({ profile, activities: [run] }, 'intensity').says).toBe('75 % easy, 0 % moderate, 25 % hard')
    expect(factOf({ activities: [aRun(lastWeek(1), 10)] }, 'intensity').tone).toBe('unknown')
  })
  test('[S44, S59] missed sessions by name, key ones as such; what nobody answered is not called missed', () => {
    const session = intervals(lastWeek(1))
    const said = {
      sessions: [session, aSession(lastWeek(3)), aSession(lastWeek(5))],
      outcomes: [notDone(session.id, session.day)],
      activities: [aRun(lastWeek(3), 5.5)],
    }
    expect(factOf(said, 'missed').says).toBe('Tue Intervals 6 × 3 min (key session); 1 not answered')
  })
  test('[S60] poor nights by weekday; a week without a word on sleep is not known', () => {
    const checkIns = well().map((one, i) => (i === 2 || i === 3 ? { ...one, sleepQuality: 2 } : one))
    expect(factOf({ checkIns }, 'sleep')).toMatchObject({
      says: '2 poor of 7 nights (Wed, Thu); 8.0 h on average',
      tone: 'flag',
    })
    expect(factOf({ activities: runsSince(20, 8) }, 'sleep').tone).toBe('unknown')
  })
  test('[S61] soreness and pain with their days', () => {
    const checkIns = well().map((one, i) => (i === 4 ? { ...one, pain: { site: 'calf' as const, level: 2 } } : one))
    expect(factOf({ checkIns }, 'soreness')).toMatchObject({ says: 'calf pain 2 of 5 (Fri)', tone: 'flag' })
  })
  test('[S62] readiness from what was said and measured', () => {
    const { says, tone } = factOf({ checkIns: well({ fatigue: 4, stress: 2 }) }, 'readiness')
    expect([says, tone]).toEqual(['fatigue 4.0, motivation 4.0, stress 2.0', 'flag'])
    const mornings = Array.from({ length: 70 }, (_, i) => aCheckIn(daysAgo(69 - i), { restingHr: 50, hrvMs: 60 }))
    expect(factOf({ checkIns: mornings }, 'readiness').says).toMatch(/^resting heart rate as usual/)
    const raised = mornings.map((one, i) => (i > 66 ? { ...one, restingHr: 53 } : one))
    expect(factOf({ checkIns: raised }, 'readiness').says).toMatch(/^resting heart rate 3 bpm above usual/)
    expect(factOf({ checkIns: [aCheckIn(lastWeek(1), { soreness: 1 })] }, 'soreness').says).toBe('none on 1 day')
  })
})

describe('[S64] the three answers', () => {
  const sessions = [intervals(daysAgo(-1))]
  test('an alert needs the coach, and goes before everything', () => {
    const calf = (ago: number) => aCheckIn(daysAgo(ago), { pain: { site: 'calf', level: 2 } })
    const { standing, changed, next, evidence } = assessed({ checkIns: [calf(4), calf(0)], sessions })
    expect([standing, changed, next]).toEqual([
      'needs-you',
      'Calf pain 2 times in 14 days.',
      'Answer the alert. Next: Intervals 6 × 3 min on Wednesday 13 May, a key session.',
    ])
    expect(evidence).toEqual(['2026-05-08: calf pain 2 of 5', '2026-05-12: calf pain 2 of 5'])
  })
  test('what was missed is set beside what the athlete wrote', () => {
    const missed = intervals(daysAgo(1))
    const outcomes = [{ ...notDone(missed.id, missed.day), comment: 'stuck at work' }]
    const { standing, changed, why } = assessed({ sessions: [missed], outcomes, activities: runsSince(29, 8) })
    expect([standing, changed, why]).toEqual([
      'look',
      'Monday 11 May: Intervals 6 × 3 min was missed.',
      'They wrote “stuck at work”',
    ])
  })
  test('silence is not known, and never on track', () => {
    expect(assessed({ activities: [aRun(daysAgo(8), 8)] }).standing).toBe('not-known')
    expect(assessed({}).standing).toBe('not-known')
  })
})

describe('[S68] before Monday only a meaningful deviation reaches the coach', () => {
  const quiet = {
    ...assessed({}),
    alert: null,
    question: null,
    waiting: 0,
    soFar: [],
    standing: 'on-track',
    trust: null,
  } as const
  const missed = (says: string) =>
    ({ id: 'missed', title: 'Missed sessions', says, tone: 'flag', evidence: [] }) as const
  test.each([
    ['a quiet week waits', {}, null],
    ['a draft that asks', { waiting: 1 }, 'a draft waits for a decision'],
    ['a question', { question: 'May I?' }, 'they ask something'],
    ['an easy run missed waits', { soFar: [missed('Tue Easy run')] }, null],
    ['a key session missed', { soFar: [missed('Tue Intervals (key session)')] }, 'a key session was missed'],
    ['a finding with published grounds', { standing: 'look', trust: 'published' }, 'a finding with published grounds'],
    ['a finding of convention waits', { standing: 'look', trust: 'convention' }, null],
  ] as const)('%s', (_, more, says) => expect(deviationOf({ ...quiet, ...more })).toBe(says))
  test('an alert goes before everything', () =>
    expect(deviationOf({ ...quiet, alert: {} as never, waiting: 2 })).toBe('an alert waits for an answer'))
})

describe('the made-up club', () => {
  const today = '2026-11-30' as Day
  const base = clubSeason(today)
  const at = (season: SampleSeason) =>
    assess({
      athlete: 'a' as never,
      content: season.content,
      plan: season.plan,
      log: [],
      playbook: season.playbook,
      now: { day: today, minute: 600, at: 29_000_000 },
    })
  const twenty = Array.from({ length: 20 }, (_, i) => at(clubAthlete(base, i, today)))

  test('is the same for everybody, marked as made up, and has athletes of every standing', () => {
    expect(clubAthlete(base, 3, today)).toEqual(clubAthlete(clubSeason(today), 3, today))
    expect(twenty.every(({ isSample }) => isSample)).toBe(true)
    const count = (standing: string) => twenty.filter(one => one.standing === standing).length
    expect(['needs-you', 'look', 'not-known', 'on-track'].map(count)).toEqual([2, 4, 1, 13])
  })
  test('those who need the coach come first, and filters find them by standing, group and word', () => {
    const member = { membership: 'member', myRoles: ['coach'] } as const
    const names = twenty.map(({ name }, i) => ({ space: `${i}`, name, ...member }))
    const lines = rosterLines(names, new Map(twenty.map((one, i) => [`${i}`, one])))
    const order = lines.map(({ assessment }) => assessment!.standing)
    expect(order.slice(0, 3)).toEqual(['needs-you', 'needs-you', 'look'])
    expect(order.at(-1)).toBe('on-track')
    const shown = (filter: object) =>
      lines.filter(line => isShown(line, { standing: 'all', group: null, search: '', ...filter })).length
    expect([shown({}), shown({ standing: 'look' }), shown({ group: 'peak' }), shown({ search: 'CALF' })]).toEqual([
      20, 4, 0, 1,
    ])
  })
})

const statement = (type: string, item: string, at: number, role = 'coach') =>
  ({
    id: hashOf('test', [type, item, at]),
    signed: { statement: { type, item, at, role, device: 'd', seq: at } },
    verified: { ok: true },
  }) as unknown as LogEntry

test('[S6] the time an answer took is kept by what was raised, and its median stands by week', () => {
  const log = [
    statement('raised', 'a', 100, 'athlete'),
    statement('raised', 'b', 130, 'athlete'),
    statement('approved', 'a', 190),
    statement('declined', 'b', 160),
    statement('raised', 'a', 200),
    statement('approved', 'unraised', 220),
  ]
  expect(responsesIn(log)).toEqual([
    { at: 160, minutes: 30 },
    { at: 190, minutes: 90 },
  ])
  expect(responsesByWeek(responsesIn(log), 10_000, 2)).toEqual([
    { weeksAgo: 1, answers: 0, medianMinutes: null },
    { weeksAgo: 0, answers: 2, medianMinutes: 60 },
  ])
})
