import { describe, expect, test } from 'vitest'
import { matchPlan, toHistory } from '../../core/history/history.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { LifeEvent, Outcome } from '../../core/model/athlete.ts'
import type { ActivityId, SessionId } from '../../core/model/ids.ts'
import type { Session } from '../../core/model/session.ts'
import { activity, dayAfter } from '../kit/activities.ts'

const session = (day: number, more: Partial<Session> = {}): Session => ({
  id: `s${day}` as SessionId,
  day: dayAfter(day),
  sport: 'run',
  title: 'Easy hour',
  purpose: 'easy',
  steps: [
    { type: 'step', role: 'work', amount: { unit: 's', value: 3600 }, target: { type: 'zone', zone: 'E' }, cue: null },
  ],
  key: false,
  locked: false,
  notes: '',
  startMinute: null,
  ...more,
})
const run = (day: number, more: Partial<Activity> = {}) =>
  activity({ id: `a${day}` as ActivityId, day: dayAfter(day), ...more })
const says = (day: number, said: Outcome['said'], at = 0, of: string | null = null): Outcome => ({
  session: `s${day}` as SessionId,
  said,
  activity: of as ActivityId | null,
  rpe: null,
  comment: '',
  at,
})

type Case = {
  readonly sessions: readonly Session[]
  readonly activities?: readonly Activity[]
  readonly outcomes?: readonly Outcome[]
  readonly life?: readonly LifeEvent[]
  readonly today: number
}
/** Long before, so that the source had begun to speak. */
const before = run(-9)

/** `s2 done a3` for each session. */
const match = ({ sessions, activities = [], outcomes = [], life = [], today }: Case) =>
  matchPlan(sessions, toHistory(activities, []), outcomes, life, dayAfter(today)).map(
    ({ session, state, activity, said }) =>
      `${session} ${state}${activity ? ` ${activity}` : ''}${said ? ' said' : ''}`,
  )

describe('with the athlete’s word on the match', () => {
  test('a run said to be none of the planned is no match, and stays so when others come', () => {
    const sessions = [session(0)]
    expect(match({ sessions, activities: [run(0, { offPlan: true })], today: 2 })).toEqual(['s0 unknown'])
    expect(match({ sessions, activities: [run(0, { offPlan: true }), run(1)], today: 2 })).toEqual(['s0 done a1'])
  })

  test('named for a session it counts for that one', () => {
    const given = { sessions: [session(0)], activities: [run(0, { offPlan: true })], today: 2 }
    expect(match({ ...given, outcomes: [says(0, 'done', 0, 'a0')] })).toEqual(['s0 done a0 said'])
  })

  test('a richer recording of it does not bring the match back', () => {
    const phone = run(0, { offPlan: true })
    const watch = run(0, { id: 'richer' as ActivityId, hrSeconds: [[140, 3600]], utc: phone.utc })
    expect(match({ sessions: [session(0)], activities: [phone, watch], today: 2 })).toEqual(['s0 unknown'])
  })
})

describe('without a word from the athlete', () => {
  test('a session done on its day, a day early and a day late is done', () => {
    const sessions = [session(0), session(3), session(6)]
    expect(match({ sessions, activities: [run(0), run(2), run(7)], today: 9 })).toEqual([
      's0 done a0',
      's3 done a2',
      's6 done a7',
    ])
  })

  test('two days away it is missed, once a source has covered the day', () => {
    expect(match({ sessions: [session(2)], activities: [run(0), run(4)], today: 5 })).toEqual(['s2 missed'])
  })

  test('until a source has spoken it is unknown, also before its first delivery', () => {
    expect(match({ sessions: [session(2)], activities: [run(4)], today: 5 })).toEqual(['s2 unknown'])
    expect(match({ sessions: [session(2)], activities: [run(0)], today: 5 })).toEqual(['s2 unknown'])
  })

  test('today and later it is upcoming, and yesterday’s run does not use it up', () => {
    expect(match({ sessions: [session(4), session(5)], activities: [run(3)], today: 4 })).toEqual([
      's4 upcoming',
      's5 upcoming',
    ])
  })

  test('what is done today is done today', () => {
    expect(match({ sessions: [session(4)], activities: [run(4)], today: 4 })).toEqual(['s4 done a4'])
  })

  test('each activity counts once, and its own day goes first', () => {
    expect(match({ sessions: [session(1), session(2)], activities: [before, run(2), run(5)], today: 6 })).toEqual([
      's1 missed',
      's2 done a2',
    ])
  })

  test('of two on one day the one as long as planned counts', () => {
    const short = run(2, {
      id: 'short' as ActivityId,
      minute: 1000,
      durationS: 1500,
      elapsedS: 1500,
      distanceM: 4000,
    } as Partial<Activity>)
    expect(match({ sessions: [session(2)], activities: [short, run(2)], today: 6 })).toEqual(['s2 done a2'])
  })

  test('shorter than planned on its day is done; a jog a day later is not', () => {
    const jog = (day: number) => run(day, { durationS: 1500, elapsedS: 1500, distanceM: 4000 })
    expect(match({ sessions: [session(2)], activities: [jog(2), run(5)], today: 6 })).toEqual(['s2 done a2'])
    expect(match({ sessions: [session(2)], activities: [before, jog(3), run(5)], today: 6 })).toEqual(['s2 missed'])
  })

  test('another sport does not do it', () => {
    expect(match({ sessions: [session(2)], activities: [run(2, { sport: 'ride' }), run(5)], today: 6 })).toEqual([
      's2 missed',
    ])
  })

  test('intervals are not made up for by a steady run of the same length a day later', () => {
    const hard = session(2, { purpose: 'intervals', key: true })
    const steady = run(3, { bestEfforts: [{ distanceM: 400, durationS: 140 }] })
    const fast = run(3, { bestEfforts: [{ distanceM: 400, durationS: 100 }] })
    expect(match({ sessions: [hard], activities: [before, steady, run(5)], today: 6 })).toEqual(['s2 missed'])
    expect(match({ sessions: [hard], activities: [fast, run(5)], today: 6 })).toEqual(['s2 done a3'])
  })

  test('a race is run on its day', () => {
    expect(
      match({ sessions: [session(2, { purpose: 'race' })], activities: [before, run(3), run(5)], today: 6 }),
    ).toEqual(['s2 missed'])
  })

  test('planned metres are compared with metres', () => {
    const tenK = session(2, {
      steps: [
        { type: 'step', role: 'work', amount: { unit: 'm', value: 10_000 }, target: { type: 'free' }, cue: null },
      ],
    })
    expect(match({ sessions: [tenK], activities: [run(3), run(5)], today: 6 })).toEqual(['s2 done a3'])
  })

  test('a rest day is kept by resting', () => {
    expect(
      match({ sessions: [session(2, { purpose: 'rest', steps: [] })], activities: [run(0), run(5)], today: 6 }),
    ).toEqual(['s2 done'])
  })
})

describe('the athlete’s word', () => {
  test('outranks what is on file, and the last one counts', () => {
    const activities = [run(2), run(5)]
    const sessions = [session(2)]
    expect(match({ sessions, activities, outcomes: [says(2, 'not-done')], today: 6 })).toEqual(['s2 missed said'])
    expect(match({ sessions, activities, outcomes: [says(2, 'done', 9), says(2, 'not-done', 5)], today: 6 })).toEqual([
      's2 done a2 said',
    ])
  })

  test('makes a session missed the same evening', () => {
    expect(match({ sessions: [session(4)], outcomes: [says(4, 'not-done')], today: 4 })).toEqual(['s4 missed said'])
  })

  test('done without a recording is done', () => {
    expect(match({ sessions: [session(2)], outcomes: [says(2, 'done')], today: 4 })).toEqual(['s2 done said'])
  })

  test('names the activity, also one that was merged into a richer recording', () => {
    const twin = run(4, { id: 'twin' as ActivityId, hrSeconds: [[150, 3600]] })
    const outcomes = [says(2, 'done', 0, 'a4')]
    expect(
      match({ sessions: [session(2), session(4)], activities: [run(4), twin, run(8)], outcomes, today: 9 }),
    ).toEqual(['s2 done twin said', 's4 missed'])
  })
})

describe('life', () => {
  const sick: LifeEvent = { id: 'l', kind: 'sick', from: dayAfter(1), to: dayAfter(3), note: '' }

  test('excuses what was not done in it', () => {
    const sessions = [session(2), session(3), session(4)]
    expect(
      match({ sessions, activities: [run(0), run(8)], outcomes: [says(3, 'not-done')], life: [sick], today: 9 }),
    ).toEqual(['s2 excused', 's3 excused said', 's4 missed'])
  })

  test('does not hide what was done all the same', () => {
    expect(match({ sessions: [session(2)], activities: [run(2), run(8)], life: [sick], today: 9 })).toEqual([
      's2 done a2',
    ])
  })
})

describe('the same session asked about again', () => {
  test.each([-1, 0, 1])('sees what changed %i days away, and a run taken off the plan there', away => {
    const sessions = [session(0)]
    const asked = (there: readonly Activity[]) => match({ sessions, activities: [before, ...there, run(8)], today: 9 })
    const done = [`s0 done a${away}`]
    expect(asked([])).toEqual(['s0 missed'])
    expect(asked([run(away)])).toEqual(done)
    expect(asked([run(away, { durationS: 36_000 })])).toEqual(['s0 missed'])
    expect(asked([run(away)])).toEqual(done)
    expect(asked([run(away, { offPlan: true })])).toEqual(['s0 missed'])
  })

  test('is matched with the day before only once its own day is over', () => {
    const sessions = [session(0)]
    const onDay = (today: number) => match({ sessions, activities: [before, run(-1)], today })
    expect([onDay(0), onDay(1), onDay(0)]).toEqual([['s0 upcoming'], ['s0 done a-1'], ['s0 upcoming']])
  })
})
