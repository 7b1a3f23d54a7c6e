import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyProfile } from '../../core/model/athlete.ts'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import type { PersonId } from '../../core/model/ids.ts'
import type { Phase, Race } from '../../core/model/season.ts'
import type { Session } from '../../core/model/session.ts'
import * as athlete from '../../core/plan/athlete-document.ts'
import { patchCheckIn, putCheckIn } from '../../core/plan/check-ins.ts'
import * as plan from '../../core/plan/plan-document.ts'
import { putPlaybook, readPlaybook } from '../../core/plan/playbook-document.ts'
import { putProfile } from '../../core/plan/profile.ts'
import { defaultPlaybook } from '../../core/playbook/default.ts'
import { activityOf, athleteOf, day, minutesOf, planOf, sessionOf } from '../kit/plan.ts'

const here = { local: true }
const done = { ok: true, value: null }
const phase: Phase = {
  id: 'p',
  kind: 'build',
  from: day('2026-03-02'),
  to: day('2026-04-05'),
  objective: '',
  measure: '',
}
const race: Race = { id: 'r', day: day('2026-05-10'), name: 'City', priority: 'A', distanceM: 42195, goal: '3:35' }
const remark = {
  id: 'c',
  day: day('2026-03-03'),
  session: null,
  by: 'cleo' as PersonId,
  words: 'well done',
  at: 29_000_000,
}

/** Lets documents exchange all they have. */
const meet = (...docs: readonly Y.Doc[]) => {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  meet(doc, copy)
  return copy
}

describe('the plan document', () => {
  test('reads back what was written, in the order of days', () => {
    const doc = new Y.Doc()
    const later = sessionOf('a', '2026-03-05')
    const evening = sessionOf('b', '2026-03-03', { startMinute: 1080 })
    const noHour = sessionOf('c', '2026-03-03')
    for (const session of [later, noHour, evening]) expect(plan.putSession(doc, session, here)).toEqual(done)
    plan.putPhase(doc, phase, here)
    plan.putRace(doc, race, here)
    plan.putComment(doc, remark, here)
    expect(plan.readPlan(doc)).toEqual({
      ...planOf(evening, noHour, later),
      phases: [phase],
      races: [race],
      comments: [remark],
    })
  })

  test('forgets what is removed', () => {
    const doc = new Y.Doc()
    plan.putSession(doc, sessionOf('a', '2026-03-05'), here)
    plan.putPhase(doc, phase, here)
    plan.putRace(doc, race, here)
    plan.removeSession(doc, sessionOf('a', '2026-03-05').id, here)
    plan.removePhase(doc, 'p', here)
    plan.removeRace(doc, 'r', here)
    expect(plan.readPlan(doc)).toEqual(planOf())
  })

  test('merges two coaches who change other fields of one session', () => {
    const doc = new Y.Doc()
    const session = sessionOf('a', '2026-03-05')
    plan.putSession(doc, session, here)
    const other = copyOf(doc)
    plan.putSession(doc, { ...session, title: 'Relaxed run' }, here)
    plan.patchSession(other, session.id, { steps: minutesOf(70) }, here)
    meet(doc, other)
    const both = planOf({ ...session, title: 'Relaxed run', steps: minutesOf(70) })
    expect([plan.readPlan(doc), plan.readPlan(other)]).toEqual([both, both])
  })

  test('writes nothing where nothing differs', () => {
    const doc = new Y.Doc()
    plan.putSession(doc, sessionOf('a', '2026-03-05'), here)
    let updates = 0
    doc.on('update', () => updates++)
    plan.putSession(doc, sessionOf('a', '2026-03-05'), here)
    plan.patchSession(doc, sessionOf('a', '2026-03-05').id, { steps: minutesOf(50) }, here)
    expect(updates).toBe(0)
  })

  test('carries the origin of who wrote', () => {
    const doc = new Y.Doc()
    const origins: unknown[] = []
    doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin))
    plan.putSession(doc, sessionOf('a', '2026-03-05'), here)
    expect(origins).toEqual([here])
  })

  test('refuses a session that is not one, and a name that reaches into the machine', () => {
    const doc = new Y.Doc()
    const wrong = { ...sessionOf('a', '2026-03-05'), day: '2026-02-30' } as Session
    expect([
      plan.putSession(doc, wrong, here),
      plan.putSession(doc, sessionOf('__proto__', '2026-03-05'), here),
      plan.putPhase(doc, { ...phase, id: '' }, here),
      plan.patchSession(doc, sessionOf('a', '2026-03-05').id, { title: 'x' }, here),
      plan.readPlan(doc),
    ]).toEqual([
      { ok: false, error: { type: 'NotOfThisShape', at: '$.day', expected: 'a day as YYYY-MM-DD' } },
      { ok: false, error: { type: 'NotAName', name: '__proto__' } },
      { ok: false, error: { type: 'NotAName', name: '' } },
      { ok: false, error: { type: 'NoSuchEntry', name: 'a' } },
      planOf(),
    ])
  })

  test('names what cannot be read and shows the rest', () => {
    const doc = new Y.Doc()
    plan.putSession(doc, sessionOf('good', '2026-03-05'), here)
    plan.putSession(doc, sessionOf('odd', '2026-03-05'), here)
    const sessions = doc.getMap<unknown>('sessions')
    ;(sessions.get('odd') as Y.Map<unknown>).set('steps', 'a long run')
    sessions.set('text', 'Tuesday')
    sessions.set('constructor', new Y.Map())
    sessions.set('moved', new Y.Map(Object.entries(sessionOf('another', '2026-03-05'))))
    sessions.set('nested', new Y.Map([['__proto__', 1]]))
    doc.getMap('comments').set('c', new Y.Array())
    expect(plan.readPlan(doc)).toEqual({
      ...planOf(sessionOf('good', '2026-03-05')),
      unreadable: [
        'sessions/constructor',
        'sessions/moved',
        'sessions/nested',
        'sessions/odd',
        'sessions/text',
        'comments/c',
      ],
    })
  })

  test('reads a session again once a field of it changed', () => {
    const doc = new Y.Doc()
    const session = sessionOf('a', '2026-03-05')
    plan.putSession(doc, session, here)
    const before = plan.readPlan(doc).sessions
    const again = plan.readPlan(doc).sessions
    plan.patchSession(doc, session.id, { notes: 'bring water' }, here)
    expect(again[0]).toBe(before[0])
    expect(plan.readPlan(doc).sessions).toEqual([{ ...session, notes: 'bring water' }])
  })
})

describe('the athlete document', () => {
  test('reads back what was written', () => {
    const doc = new Y.Doc()
    const run = activityOf('run', '2026-03-03')
    const ride = activityOf('ride', '2026-03-02', { sport: 'ride' })
    const checkIn = { ...emptyCheckIn(day('2026-03-03')), sleepHours: 7.5, pain: { site: 'calf', level: 2 } as const }
    const event = { id: 'e', kind: 'travel', from: day('2026-03-06'), to: day('2026-03-08'), note: '' } as const
    const outcome = {
      session: sessionOf('a', '2026-03-03').id,
      said: 'done',
      activity: run.id,
      rpe: 4.5,
      comment: '',
      at: 29_000_000,
    } as const
    const profile = { ...emptyProfile('Ada'), goals: 'a sub-3:30 marathon' }
    athlete.putActivities(doc, [run, ride], here)
    putCheckIn(doc, checkIn, here)
    athlete.putLifeEvent(doc, event, here)
    athlete.putOutcome(doc, outcome, here)
    athlete.confirmDay(doc, day('2026-03-04'), here)
    putProfile(doc, profile, here)
    plan.putComment(doc, remark, here)
    expect(athlete.readAthlete(doc)).toEqual(
      athleteOf({
        profile,
        activities: [ride, run],
        checkIns: [checkIn],
        lifeEvents: [event],
        outcomes: [outcome],
        confirmedDays: [day('2026-03-04')],
        comments: [remark],
      }),
    )
  })

  test('forgets what is removed', () => {
    const doc = new Y.Doc()
    const run = activityOf('run', '2026-03-03')
    athlete.putActivities(doc, [run], here)
    athlete.confirmDay(doc, run.day, here)
    athlete.removeActivity(doc, run.id, here)
    athlete.unconfirmDay(doc, run.day, here)
    expect(athlete.readAthlete(doc)).toEqual(athleteOf({ profile: emptyProfile('') }))
  })

  test('writes all activities in one step or none', () => {
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => updates++)
    const wrong = activityOf('b', '2026-03-04', { durationS: -1 })
    const refused = athlete.putActivities(doc, [activityOf('a', '2026-03-03'), wrong], here)
    athlete.putActivities(doc, [activityOf('a', '2026-03-03'), activityOf('b', '2026-03-04')], here)
    expect([refused.ok, updates, athlete.readAthlete(doc).activities.length]).toEqual([false, 1, 2])
  })

  test('keeps the answers that two devices heard of one day while apart', () => {
    const phone = new Y.Doc()
    const laptop = new Y.Doc()
    const on = day('2026-03-03')
    putCheckIn(phone, { ...emptyCheckIn(on), sleepHours: 6 }, here)
    patchCheckIn(laptop, on, { soreness: 4, sorenessSite: 'calf' }, here)
    meet(phone, laptop)
    const both = [{ ...emptyCheckIn(on), sleepHours: 6, soreness: 4, sorenessSite: 'calf' }]
    expect([athlete.readAthlete(phone).checkIns, athlete.readAthlete(laptop).checkIns]).toEqual([both, both])
  })

  test('takes an answer back, and with the last one the check-in', () => {
    const doc = new Y.Doc()
    const on = day('2026-03-03')
    putCheckIn(doc, { ...emptyCheckIn(on), sleepHours: 6, stress: 3 }, here)
    patchCheckIn(doc, on, { stress: null }, here)
    const one = athlete.readAthlete(doc).checkIns
    putCheckIn(doc, emptyCheckIn(on), here)
    expect([one, athlete.readAthlete(doc).checkIns]).toEqual([[{ ...emptyCheckIn(on), sleepHours: 6 }], []])
  })

  test('names a day whose answers cannot be read', () => {
    const doc = new Y.Doc()
    patchCheckIn(doc, day('2026-03-03'), { stress: 2 }, here)
    const answers = doc.getMap('checkIns')
    answers.set('2026-03-04/stress', 9)
    answers.set('someday/stress', 2)
    answers.set('2026-03-05/mood', 2)
    const { checkIns, unreadable } = athlete.readAthlete(doc)
    expect({ checkIns, unreadable }).toEqual({
      checkIns: [{ ...emptyCheckIn(day('2026-03-03')), stress: 2 }],
      unreadable: ['checkIns/2026-03-04', 'checkIns/2026-03-05', 'checkIns/someday/stress'],
    })
  })

  test('gives the same lists again while nothing in them changed', () => {
    const doc = new Y.Doc()
    putProfile(doc, emptyProfile('Ada'), here)
    athlete.putActivities(doc, [activityOf('run', '2026-03-03')], here)
    patchCheckIn(doc, day('2026-03-03'), { stress: 2 }, here)
    const first = athlete.readAthlete(doc)
    const again = athlete.readAthlete(doc)
    patchCheckIn(doc, day('2026-03-04'), { stress: 3 }, here)
    const next = athlete.readAthlete(doc)
    expect(again).toBe(first)
    expect([next.activities, next.profile]).toEqual([first.activities, first.profile])
    expect([next.activities === first.activities, next.profile === first.profile]).toEqual([true, true])
    expect(next.checkIns.map(({ stress }) => stress)).toEqual([2, 3])
  })

  test('is stricter where a part of the profile cannot be read', () => {
    const doc = new Y.Doc()
    putProfile(doc, emptyProfile('Ada'), here)
    doc.getMap('profile').set('injuries', 'none')
    const { profile, unreadable } = athlete.readAthlete(doc)
    expect({ profile, unreadable }).toEqual({
      profile: { ...emptyProfile('Ada'), preset: 'coach-heavy' },
      unreadable: ['profile/injuries'],
    })
  })
})

describe('the playbook document', () => {
  test('holds the playbook in force; where it cannot be read the last good version stands', () => {
    const doc = new Y.Doc()
    const none = readPlaybook(doc)
    putPlaybook(doc, { ...defaultPlaybook, version: 2 }, here)
    const second = readPlaybook(doc)
    doc.getMap('playbook').set('current', { version: 3 })
    const good = { ...defaultPlaybook, version: 2 }
    expect([none, second, readPlaybook(doc)]).toEqual([null, good, good])
  })
})
