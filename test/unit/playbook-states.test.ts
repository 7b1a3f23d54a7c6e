/** States and alerts, edge by edge: when each begins and ends, what nobody knows, and what an answer quiets for how long. */
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../core/lib/reading.ts'
import { known } from '../../core/lib/reading.ts'
import type { Finding, FindingKind } from '../../core/model/advice.ts'
import { dayNumber } from '../../core/model/day.ts'
import { verdictOn } from '../../core/playbook/admits.ts'
import { green } from '../../core/playbook/basis/given.ts'
import { answersIn, causesOf, escalationOf } from '../../core/playbook/escalation.ts'
import { judge } from '../../core/playbook/index.ts'
import type { Case, Rule, StateName } from '../../core/playbook/rule.ts'
import { statesOf } from '../../core/playbook/states.ts'
import { aCheckIn, aRun, daysAgo, type Given, given, runsSince, today } from '../../core/signals/basis/given.ts'
import { stated } from '../kit/season.ts'

const word = (answer: Reading<unknown>) => (!answer.known ? 'unknown' : answer.value === false ? 'no' : 'yes')
const state = (name: StateName, said: Given, days = [today], by: Case['by'] = 'rule') =>
  word(statesOf(given(said), null, by, days)[name])

describe('states', () => {
  const phase = (kind: 'peak' | 'taper', from: number, to: number): Given => ({
    phases: [{ id: 'p', kind, from: daysAgo(from), to: daysAgo(to), objective: '', measure: '' }],
  })
  test.each([
    ['on its first day', phase('peak', 0, -3), 'yes'],
    ['on its last', phase('peak', 3, 0), 'yes'],
    ['the day before', phase('peak', -1, -3), 'no'],
    ['the day after', phase('peak', 3, 1), 'no'],
    ['not in another', phase('taper', 3, -3), 'no'],
  ] as const)('peak %s', (_, said, wanted) => expect(state('peak', said)).toBe(wanted))
  test('counts on any of the days a change writes', () => {
    expect(state('taper', phase('taper', -4, -6), [today, daysAgo(-4)])).toBe('yes')
    expect(state('taper', phase('taper', -4, -6), [today, daysAgo(-3)])).toBe('no')
  })
  const race = (priority: 'A' | 'B' | 'C', ago: number): Given => ({
    races: [{ id: 'r', day: daysAgo(ago), name: 'City', priority, distanceM: 10_000, goal: '' }] as never,
  })
  test.each([
    ['B', -3, 'yes'],
    ['B', -4, 'no'],
    ['B', 0, 'yes'],
    ['C', 0, 'no'],
    ['A', -7, 'yes'],
  ] as const)('race week: a %s race %i days ago: %s', (priority, ago, wanted) =>
    expect(state('race-week', race(priority, ago))).toBe(wanted),
  )
  test('race week counts on any of the days a change writes', () => {
    expect(state('race-week', race('B', -6), [today, daysAgo(-3)])).toBe('yes')
  })
  test('illness and life on any of those days too', () => {
    const lifeEvents = [{ id: 'a', kind: 'sick' as const, from: daysAgo(-2), to: daysAgo(-2), note: '' }]
    expect([state('ill', { lifeEvents }, [today, daysAgo(-2)]), state('ill', { lifeEvents })]).toEqual(['yes', 'no'])
    expect(state('travel', { lifeEvents }, [daysAgo(-2)])).toBe('no')
  })
  test('the preset is a state', () => {
    expect([state('coach-heavy', { profile: { preset: 'coach-heavy' } }), state('coach-heavy', {})]).toEqual([
      'yes',
      'no',
    ])
  })
  test('a week without a word on pain is not knowing, and no more the athlete’s than a rule’s to say', () => {
    expect([state('pain', {}), state('pain', {}, [today], 'athlete')]).toEqual(['unknown', 'no'])
    const well = { checkIns: [aCheckIn(daysAgo(1), { soreness: 1 })] }
    expect(state('pain', well)).toBe('no')
    const hurts = (level: number, ago: number) => ({
      checkIns: [aCheckIn(daysAgo(ago), { pain: { site: 'calf', level } }), aCheckIn(today, { soreness: 1 })],
    })
    expect([state('pain', hurts(2, 1)), state('pain', hurts(1, 1)), state('pain', hurts(3, 8))]).toEqual([
      'yes',
      'no',
      'no',
    ])
  })
  test('a marked holiday explains silence, and what nobody spoke of stays thin', () => {
    const lifeEvents = [{ id: 'h', kind: 'holiday' as const, from: daysAgo(6), to: today, note: '' }]
    const silent = { activities: runsSince(40, 8).filter(({ day }) => day < daysAgo(6)), lifeEvents }
    const well = [...Array(30).keys()].map(ago => aCheckIn(daysAgo(ago), { soreness: 1 }))
    expect(state('thin-data', { ...silent, checkIns: well })).toBe('yes')
    expect(state('thin-data', { activities: [...runsSince(40, 8), aRun(today, 8)], checkIns: well })).toBe('no')
  })
  describe('a plateau', () => {
    const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }
    /** Eight kilometres every other day for 130 days, `lately` as long in the last six weeks; the best runs by day. */
    const training = (lately: number, best: Readonly<Record<number, number>>): Given => ({
      profile: pace,
      activities: runsSince(130, 8)
        .map(run => (run.day > daysAgo(42) ? aRun(run.day, lately) : run))
        .map(run => {
          const ago = Object.keys(best).find(ago => run.day === daysAgo(Number(ago)))
          return ago === undefined ? run : aRun(run.day, 8, { durationS: best[Number(ago)]! })
        }),
      confirmedDays: [today],
    })
    test.each([
      ['no better while load held', training(8, { 59: 2300, 5: 2300 }), 'yes'],
      ['a little worse while load rose', training(9, { 59: 2300, 5: 2320 }), 'yes'],
      ['better', training(8, { 59: 2300, 5: 2280 }), 'no'],
      ['no better while load fell', training(6, { 59: 2300, 5: 2300 }), 'no'],
      ['the better one the day before the six weeks is before', training(8, { 43: 2280, 59: 2300, 5: 2290 }), 'yes'],
      ['the better one on their first day is lately', training(8, { 41: 2280, 59: 2300 }), 'no'],
      ['nothing on file', {}, 'unknown'],
    ] as const)('%s: %s', (_, said, wanted) => expect(state('plateau', said as Given)).toBe(wanted))
    test('is not known while the load is not, and not asked of the athlete’s own move', () => {
      const silent = training(8, { 59: 2300, 5: 2300 })
      const gone = {
        ...silent,
        activities: silent.activities!.filter(({ day }) => day < daysAgo(60) || day > daysAgo(6)),
      }
      const unsaid = {
        ...gone,
        activities: gone.activities.map(run => ({ ...run, sources: [{ ...run.sources[0]!, kind: 'typed' as const }] })),
      }
      expect(state('plateau', { ...unsaid, profile: {} })).not.toBe('yes')
      expect(state('plateau', {}, [today], 'athlete')).toBe('no')
      expect(state('thin-data', {}, [today], 'athlete')).toBe('no')
    })
  })
})

describe('alerts', () => {
  const found = (kind: FindingKind, ago = 0, says = kind as string): Finding => ({
    kind,
    day: daysAgo(ago),
    session: null,
    says,
    evidence: [`${daysAgo(ago + 1)}: something`],
    trust: 'ours',
  })
  const codes = (...all: readonly Finding[]) => causesOf(given({}), all).map(({ code }) => code)
  test('an unusual heart alerts twice, or beside a high one at rest; neither alone', () => {
    const [heart, rest] = [found('heart-rate-unusual'), found('resting-hr-high')]
    expect([codes(heart), codes(rest), codes(heart, found('heart-rate-unusual', 3)), codes(heart, rest)]).toEqual([
      [],
      [],
      ['U'],
      ['U'],
    ])
    const [cause] = causesOf(given({}), [heart, rest])
    expect(cause).toMatchObject({ says: 'heart-rate-unusual, resting-hr-high', since: daysAgo(1), latest: today })
  })
  test('three signs of a worn athlete are one cause, and low motivation is part of it', () => {
    const [sleep, sore, low] = [found('sleep-dipping'), found('soreness-rising'), found('motivation-falling')]
    expect([codes(sleep, sore, low), codes(sleep, low), codes(sleep, sore), codes(low)]).toEqual([
      ['T'],
      ['M'],
      [],
      ['M'],
    ])
  })
  test('what rests on lines without a day is as old as the finding', () => {
    const [cause] = causesOf(given({}), [{ ...found('life-stress', 2), evidence: ['said so'] }])
    expect([cause?.since, cause?.latest]).toEqual([daysAgo(2), daysAgo(2)])
  })
  const comment = (ago: number, words: string) =>
    ({ id: `${ago}${words}`, session: null, day: daysAgo(ago), by: 'ana', role: 'athlete', words, at: 0 }) as never
  test('words count for seven days, and a clock may be a day ahead', () => {
    const worried = (...agos: readonly number[]) =>
      causesOf(given({ comments: agos.map(ago => comment(ago, `I panic ${ago}`)) }), []).flatMap(
        ({ evidence }) => evidence,
      )
    expect([7, 6, -1, -2].map(ago => worried(ago).length)).toEqual([0, 1, 1, 0])
    expect(worried(0, 3, 1)).toEqual([3, 1, 0].map(ago => `${daysAgo(ago)}: “I panic ${ago}”`))
  })
  test('what an activity’s comment says counts as well', () => {
    const activities = [aRun(daysAgo(1), 8, { comment: 'I want to quit' })]
    expect(causesOf(given({ activities }), []).map(({ code, says }) => [code, says])).toEqual([
      ['W', 'they wrote: “I want to quit”'],
    ])
  })
  test('strong pain from four on', () => {
    const pain = (level: number) =>
      causesOf(given({ checkIns: [aCheckIn(today, { pain: { site: 'knee', level } })] }), []).map(({ code }) => code)
    expect([pain(4), pain(3)]).toEqual([['H'], []])
    const days = [daysAgo(1), today].map(day => aCheckIn(day, { pain: { site: 'knee', level: 4 } }))
    expect(causesOf(given({ checkIns: days }), []).map(({ says, evidence }) => [says, evidence.length])).toEqual([
      ['strong pain: knee pain 4 of 5', 2],
    ])
  })

  const noon = dayNumber(today) * 1440 + 720
  const stressed = found('life-stress')
  const answered = (at: number, more: object = {}) =>
    stated({ type: 'answered', item: 'alert-L', role: 'coach', at, rule: 'talk', ...more })
  const open = (at: number, log: readonly ReturnType<typeof stated>[], finding = stressed) =>
    escalationOf(given({}), [finding], log, at)?.id ?? null
  test('an answer quiets its cause for the playbook’s hours, though it shows again', () => {
    const goesOn = found('life-stress', -5)
    const openAfter = (minutes: number) => open(noon + minutes, [answered(noon)], goesOn)
    expect([openAfter(0), openAfter(48 * 60 - 1), openAfter(48 * 60)]).toEqual([null, null, 'alert-L'])
  })
  test('and for good what did not show after its day', () => {
    expect(open(noon + 9000, [answered(noon)])).toBeNull()
    expect(open(noon + 9000, [answered(noon)], found('life-stress', -1))).toBe('alert-L')
  })
  test('no other cause, nobody else’s word, none taken back, none of a day ahead', () => {
    expect(open(noon, [answered(noon, { item: 'alert-P' })])).toBe('alert-L')
    expect(open(noon, [answered(noon, { item: 'alert-PL' })])).toBeNull()
    expect(open(noon, [answered(noon, { role: 'athlete' })])).toBe('alert-L')
    expect(open(noon, [answered(noon, { role: 'owner' })])).toBeNull()
    expect(open(noon, [answered(noon, { item: 'draft-L' })])).toBe('alert-L')
    expect(open(noon, [{ ...answered(noon), verified: { ok: false, why: { type: 'ChainBroken' } } }])).toBe('alert-L')
    expect([open(noon, [answered(noon + 1440)]), open(noon, [answered(noon + 1441)])]).toEqual([null, 'alert-L'])
    const said = answered(noon)
    const back = (role: 'coach' | 'athlete') => stated({ type: 'undone', item: said.id, role, at: noon + 1, seq: 9 })
    expect([open(noon + 2, [said, back('coach')]), open(noon + 2, [said, back('athlete')])]).toEqual(['alert-L', null])
    expect(
      answersIn([said, back('athlete'), stated({ type: 'seen', item: 'alert-L', role: 'coach', at: noon })], noon),
    ).toEqual([said])
  })
  test('the alert is named by its causes and dates from the first of them', () => {
    const alert = escalationOf(given({}), [found('pain-recurring', 4), stressed], [], noon)
    expect([alert?.id, alert?.since]).toEqual(['alert-LP', daysAgo(5)])
  })
})

test('a change of a session that is not in the plan asks, and says so', () => {
  const edit = { kind: 'ease-easy-day' as const, session: 'gone' as never, before: {}, after: {}, adds: null }
  const verdict = verdictOn(edit, 'rule', { context: given({}), escalation: null, standing: [] })
  expect([verdict.level, verdict.because.map(({ rule }) => rule)]).toEqual(['ask', ['no-session']])
})

describe('the gate', () => {
  const rule = (id: string, level: Rule['level']): Rule =>
    ({ id, title: id, level, applies: () => known('so') }) as Rule
  test('lists the rules that decided, by name', () => {
    const because = judge([rule('b', 'ask'), rule('a', 'ask'), rule('c', 'auto')], green).because
    expect(because.map(one => one.rule)).toEqual(['a', 'b'])
  })
  test('where nothing speaks, asking is the answer', () => expect(judge([], green).level).toBe('ask'))
})
