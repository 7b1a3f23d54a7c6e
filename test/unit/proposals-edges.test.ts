/** Drafts, edge by edge: how much is left, from which day on, how near, and what nobody knows. */
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../core/model/advice.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { Swap } from '../../core/model/playbook.ts'
import type { Session } from '../../core/model/session.ts'
import type { Step, Steps } from '../../core/model/workout.ts'
import { easeAll, easeWork, growAll, retitle } from '../../core/proposals/basis/ease.ts'
import { drafting, inALine } from '../../core/proposals/basis/given.ts'
import { hardNear } from '../../core/proposals/basis/places.ts'
import { rewritten, sayAfter } from '../../core/proposals/basis/rewrite.ts'
import { daysLeft, isEqualLoad, learnedOn, pickSwap } from '../../core/proposals/basis/swap.ts'
import { proposal as easeKey } from '../../core/proposals/ease-key.ts'
import { proposal as holdWeek } from '../../core/proposals/hold-week.ts'
import { proposal as moveSession } from '../../core/proposals/move-session.ts'
import type { ProposalRule } from '../../core/proposals/proposal.ts'
import { proposal as raiseLoad } from '../../core/proposals/raise-load.ts'
import { proposal as recomputeZones } from '../../core/proposals/recompute-zones.ts'
import { proposal as returnPlan } from '../../core/proposals/return-plan.ts'
import { proposal as swapEqual } from '../../core/proposals/swap-equal.ts'
import {
  aCheckIn,
  aRun,
  aSession,
  aStep,
  daysAgo,
  type Given,
  given,
  intervals,
  notDone,
  runsSince,
  today,
} from '../../core/signals/basis/given.ts'
import { openPlaybook } from '../kit/season.ts'

const of = (unit: 's' | 'm', value: number, role: Step['role'] = 'work'): Step => ({
  ...aStep(1, 'E', role),
  amount: { unit, value },
})
const amounts = (steps: Steps) =>
  steps
    .flatMap(block => (block.type === 'repeat' ? block.steps : [block]))
    .map(({ amount }) => (amount.unit === 'lap' ? 0 : amount.value))
const drafts = (rule: ProposalRule, said: Given) => rule.draft(drafting(said)).map(inALine)
const at300 = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }
const id = (name: string) => name as SessionId

describe('less of it', () => {
  test.each([
    ['s', 600, 0.7, 420, 'whole minutes from ten minutes on'],
    ['s', 610, 0.7, 480, 'up to the next minute'],
    ['s', 590, 0.7, 420, 'half minutes below'],
    ['s', 570, 0.7, 420, 'up to the next half minute'],
    ['m', 5000, 0.7, 3500, 'half kilometres from five on'],
    ['m', 5200, 0.7, 4000, 'up to the next half'],
    ['m', 4900, 0.7, 3500, 'hundreds of metres below'],
    ['m', 4800, 0.7, 3400, 'a hair above a round number stays on it'],
    ['s', 20, 0.5, 20, 'never to nothing'],
    ['s', 600, 1, 600, 'never to more'],
  ] as const)('%s %i × %f: %i (%s)', (unit, value, keep, left, _) =>
    expect(amounts(easeAll([of(unit, value)], keep, 'up'))).toEqual([left]),
  )
  test('down to the grain where a guard asks for it', () => {
    expect(amounts(easeAll([of('m', 21_000)], 0.94, 'down'))).toEqual([19_500])
    expect(amounts(easeAll([{ type: 'repeat', times: 2, steps: [of('s', 605)] }], 0.9, 'down'))).toEqual([540])
  })
  test.each([
    ['s', 600, 1.06, 600],
    ['s', 600, 1.1, 660],
    ['s', 590, 1.1, 630],
    ['m', 17_000, 1.06, 18_000],
    ['m', 4900, 1.1, 5300],
    ['m', 5000, 1.1, 5500],
  ] as const)('more of it: %s %i × %f is %i', (unit, value, factor, more) => {
    expect(amounts(growAll([of(unit, value)], factor))).toEqual([more])
    expect(amounts(growAll([{ type: 'repeat', times: 2, steps: [of(unit, value)] }], factor))).toEqual([more])
  })
  test('what ends at the lap button has no length to change', () => {
    const lap = { ...aStep(1, 'E'), amount: { unit: 'lap' as const } } as Step
    expect([easeAll([lap], 0.5, 'up'), growAll([lap], 2)]).toEqual([[lap], [lap]])
  })
  const repeat = (times: number): Steps => [
    of('s', 900, 'warmup'),
    { type: 'repeat', times, steps: [of('s', 180), of('s', 120, 'recovery')] },
    of('s', 600, 'cooldown'),
  ]
  const eased = (times: number, keep: number) => {
    const block = easeWork(repeat(times), keep)[1]!
    return block.type === 'repeat'
      ? [block.times, ...block.steps.map(({ amount }) => (amount.unit === 'lap' ? 0 : amount.value))]
      : []
  }
  test('of repeats fewer, from three on; of two the work shorter, never the rest between', () => {
    expect([eased(6, 0.75), eased(3, 0.75), eased(2, 0.75), eased(3, 0.9)]).toEqual([
      [5, 180, 120],
      [2, 180, 120],
      [2, 150, 120],
      [3, 180, 120],
    ])
    expect([easeWork(repeat(6), 0.75)[0], easeWork(repeat(6), 0.75)[2]]).toEqual([repeat(6)[0], repeat(6)[2]])
  })
  test('of one piece of work only that; where nothing is called work, everything', () => {
    expect(amounts(easeWork([of('s', 900, 'warmup'), of('s', 1200)], 0.5))).toEqual([900, 600])
    expect(amounts(easeWork([of('s', 900, 'warmup'), of('s', 600, 'cooldown')], 0.5))).toEqual([480, 300])
  })
  test.each([
    ['Easy 10 km', [of('m', 10_000)], [of('m', 7000)], 'Easy 7 km'],
    ['Easy 10km', [of('m', 10_000)], [of('m', 7000)], 'Easy 7km'],
    ['40 min easy', [of('s', 2400)], [of('s', 1680)], '28 min easy'],
    ['Run of 110 km', [of('m', 10_000)], [of('m', 7000)], 'Run of 110 km'],
    ['1.10 km', [of('m', 10_000)], [of('m', 7000)], '1.10 km'],
    ['6 × 3 min', repeat(6), repeat(5), '5 × 3 min'],
    ['6x hills', repeat(6), repeat(5), '5x hills'],
    ['Sunday', [of('m', 10_000)], [of('m', 7000)], 'Sunday'],
    ['10 km', [of('m', 10_000)], [], '10 km'],
    ['10 km', [of('m', 10_000)], repeat(2).slice(1, 2), '10 km'],
    ['10 km and 2 km', [of('m', 10_000), of('m', 2000)], [of('m', 7000), of('m', 1500)], '7 km and 1.5 km'],
  ] as const)('“%s” becomes “…”', (title, before, after, wanted) =>
    expect(retitle(title, before as Steps, after as Steps)).toBe(wanted),
  )
})

test('an edit names what changes and nothing else, and nothing is no edit', () => {
  const session = aSession(today, { title: 'Easy', steps: [aStep(30, 'E')] })
  expect(rewritten('ease-key', session, { title: 'Easy', steps: [aStep(30, 'E')] })).toBeNull()
  const edit = rewritten('ease-key', session, { title: 'Easy', steps: [aStep(20, 'E')] })!
  expect([Object.keys(edit.before), Object.keys(edit.after)]).toEqual([['steps'], ['steps']])
  expect([
    sayAfter(edit),
    sayAfter({ ...edit, after: { title: 'Rest', steps: [] } }),
    sayAfter({ ...edit, after: { title: 'x' } }),
  ]).toEqual(['20 min E', 'Rest', 'x'])
})

describe('an equal swap', () => {
  test('is no heavier, and lighter by no more than the coach allows', () => {
    expect([100, 100.1, 85, 84.9].map(after => isEqualLoad(100, after, 15))).toEqual([true, false, true, false])
  })
  const swap = (name: string, to: Swap['to'], minutes: number, zone: 'E' | 'I' | 'T' = 'I'): Swap => ({
    id: name,
    from: 'intervals',
    to,
    title: name,
    steps: [aStep(minutes, zone)],
    offered: true,
  })
  const missed = aSession(today, { purpose: 'intervals', key: false, steps: [aStep(30, 'I')] })
  const pick = (...swaps: readonly Swap[]) =>
    pickSwap(missed, given({ profile: at300, playbook: { swaps: [...swaps] } }))?.id
  test('as hard first, then the heaviest, then by name', () => {
    expect(pick(swap('a', 'steady', 30), swap('b', 'hills', 27))).toBe('b')
    expect(pick(swap('a', 'hills', 27), swap('b', 'hills', 29))).toBe('b')
    expect(pick(swap('b', 'hills', 29), swap('a', 'hills', 29))).toBe('a')
    expect(pick(swap('a', 'hills', 29), swap('b', 'hills', 29))).toBe('a')
    expect([pick(swap('a', 'hills', 31)), pick(swap('a', 'hills', 10))]).toEqual([undefined, undefined])
  })
  test('from a session of the same purpose, where it is offered', () => {
    expect(pick({ ...swap('a', 'hills', 29), from: 'tempo' })).toBeUndefined()
    expect(pick({ ...swap('a', 'hills', 29), offered: false })).toBeUndefined()
  })
  test('the lightest, where nobody knows what was missed', () => {
    const lap = { ...aStep(1, 'I'), amount: { unit: 'lap' as const } } as Step
    const context = given({
      profile: at300,
      playbook: { swaps: [swap('heavy', 'hills', 40), swap('light', 'hills', 20)] },
    })
    expect(pickSwap({ ...missed, steps: [lap] }, context)?.id).toBe('light')
  })
})

describe('when it was known that a session was missed', () => {
  const monday = aSession(daysAgo(1))
  const learned = (said: Given) => learnedOn(monday, given({ sessions: [monday], ...said }))
  const typed = (ago: number) => aRun(daysAgo(ago), 5, { sources: [{ kind: 'typed', name: 'x', id: null }] })
  test('when it was said, or by the first recording after it, or the day after', () => {
    expect(learned({ outcomes: [notDone(monday.id, daysAgo(1))] })).toBe(daysAgo(1))
    expect(learned({ outcomes: [{ ...notDone(monday.id, daysAgo(1)), said: 'done' }] })).toBe(today)
    expect(learned({ activities: [aRun(daysAgo(1), 5), typed(0), aRun(daysAgo(-1), 5)], day: daysAgo(-1) })).toBe(
      daysAgo(-1),
    )
    expect(learned({ activities: [aRun(daysAgo(1), 5)] })).toBe(today)
  })
  test('its place is from then, after its own day, to Sunday', () => {
    const left = (said: Given) => daysLeft(monday, given({ sessions: [monday], ...said }))
    expect(left({ outcomes: [notDone(monday.id, daysAgo(1))] })).toEqual([today, daysAgo(-5)])
    expect(left({ outcomes: [notDone(monday.id, daysAgo(-2))], day: daysAgo(-2) })).toEqual([daysAgo(-2), daysAgo(-5)])
  })
})

test('hard days near: the nearest later one first, two days away is far enough', () => {
  const hard = (ago: number, name: string) => aSession(daysAgo(ago), { id: id(name), purpose: 'tempo' })
  const near = (on: number, ...sessions: readonly Session[]) =>
    hardNear(daysAgo(on), id('mine'), given({ sessions }))?.id
  expect([
    near(0, hard(1, 'before'), hard(-1, 'after')),
    near(0, hard(1, 'before')),
    near(0, hard(0, 'there')),
  ]).toEqual(['after', 'before', 'there'])
  expect([near(0, hard(2, 'b')), near(0, hard(-2, 'a')), near(0, hard(0, 'mine'))]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

describe('a move', () => {
  const tempo = aSession(daysAgo(-1), { title: 'Tempo', purpose: 'tempo', steps: [aStep(20, 'T')] })
  const blocked = (ago: number) => [
    { id: 'b', kind: 'blocked' as const, from: daysAgo(ago), to: daysAgo(ago), note: '' },
  ]
  const to = (said: Given) => moveSession.draft(drafting(said)).map(({ edit }) => edit.after.day)
  const week = (...minutes: readonly (number | null)[]) => ({ weekMinutes: minutes as never })
  test('goes to the nearest free day, of two the later', () => {
    const easy = aSession(daysAgo(-3), { steps: [aStep(30, 'E')] })
    expect(to({ sessions: [easy], lifeEvents: blocked(-3) })).toEqual([daysAgo(-4)])
    const taken = aSession(daysAgo(-4), { id: id('x') })
    expect(to({ sessions: [easy, taken], lifeEvents: blocked(-3) })).toEqual([daysAgo(-2)])
  })
  test('from tomorrow to the end of its week, and no day twice', () => {
    const friday = aSession(daysAgo(-3), { id: id('f') })
    const saturday = aSession(daysAgo(-4), { id: id('s') })
    const lifeEvents = [{ id: 'b', kind: 'blocked' as const, from: daysAgo(-2), to: daysAgo(-4), note: '' }]
    expect(to({ sessions: [friday, saturday], lifeEvents })).toEqual([daysAgo(-5), daysAgo(-1)])
    expect(to({ sessions: [aSession(daysAgo(-7))], lifeEvents: blocked(-7) })).toEqual([daysAgo(-8)])
    expect(to({ sessions: [aSession(daysAgo(-6))], lifeEvents: blocked(-6) })).toEqual([daysAgo(-7)])
    expect(to({ sessions: [aSession(daysAgo(-8))], lifeEvents: blocked(-8) })).toEqual([])
    expect(to({ sessions: [aSession(today)], lifeEvents: blocked(0) })).toEqual([])
  })
  test('to a day with room for it', () => {
    const profile = { ...at300, ...week(60, 60, 0, 20, 19, 60, 60) }
    expect(to({ profile, sessions: [{ ...tempo, purpose: 'steady' }] })).toEqual([daysAgo(-2)])
    const longer = { ...tempo, purpose: 'steady' as const, steps: [of('s', 1201)] }
    expect(to({ profile, sessions: [longer] })).toEqual([daysAgo(-4)])
    expect(to({ profile: { ...at300, ...week(60, 60, 1, 60, 60, 60, 60) }, sessions: [tempo] })).toEqual([])
  })
  test('not for a race, nor for rest', () => {
    for (const purpose of ['race', 'rest'] as const)
      expect(to({ sessions: [{ ...tempo, purpose }], lifeEvents: blocked(-1) })).toEqual([])
  })
})

describe('after missed volume', () => {
  const lastWeek = [8, 6, 4].map(ago => aSession(daysAgo(ago), { steps: [aStep(40, 'E')] }))
  const base = (...sessions: readonly Session[]): Given => ({
    sessions: [...lastWeek, ...sessions],
    activities: [aRun(daysAgo(8), 7), aRun(daysAgo(6), 7), aRun(daysAgo(1), 2)],
    outcomes: [notDone(lastWeek[2]!.id, daysAgo(4))],
  })
  const steady = (ago: number, minutes: number, name: string, more: Partial<Session> = {}) =>
    aSession(daysAgo(ago), {
      id: id(name),
      title: `Run ${minutes} min`,
      purpose: 'steady',
      steps: [aStep(minutes, 'E')],
      ...more,
    })
  const held = (...sessions: readonly Session[]) => holdWeek.draft(drafting(base(...sessions)))
  test('the longest session that is neither hard nor key gives what the week has more', () => {
    const [draft] = held(steady(-1, 60, 'a'), steady(-4, 90, 'b'))
    expect(inALine(draft!)).toBe('2026-05-16 hold-week (missed-volume): Run 60 min: 1 h E')
    expect(draft!.why).toBe(
      '33 % of last week’s planned time was missed, and this week plans 30 minutes more. It is held at what last week was to be.',
    )
    expect(draft!.findings.map(({ kind, session }) => [kind, session])).toEqual([['session-missed', lastWeek[2]!.id]])
    expect(held(steady(-1, 60, 'a'), steady(-4, 90, 'b', { key: true }))[0]?.edit.session).toBe('a')
    expect(held(steady(-1, 60, 'a'), steady(-4, 90, 'b', { purpose: 'tempo' }))[0]?.edit.session).toBe('a')
  })
  test('of two as long the first by name; of one session at most two fifths', () => {
    expect(held(steady(-1, 75, 'b'), steady(-4, 75, 'a'))[0]?.edit.session).toBe('a')
    expect(held(steady(-1, 75, 'a'), steady(-4, 75, 'b'))[0]?.edit.session).toBe('a')
    expect(inALine(held(steady(-4, 300, 'a'))[0]!)).toContain('3 h E')
  })
  test('not where the week plans no more, nor from the week after', () => {
    expect([held(steady(-1, 60, 'a'), steady(-4, 60, 'b')), held(steady(-6, 300, 'a'))]).toEqual([[], []])
    expect(held(steady(-5, 300, 'a'))).toHaveLength(1)
  })
  const withThreshold = (missedVolumePercent: number): Given => ({
    ...base(steady(-1, 60, 'a'), steady(-4, 90, 'b'), intervals(daysAgo(-2))),
    playbook: { thresholds: { ...openPlaybook.thresholds, missedVolumePercent } },
  })
  test('from the coach’s share on', () => {
    const variants = (percent: number) => [
      drafts(holdWeek, withThreshold(percent)).length,
      drafts(easeKey, withThreshold(percent)).filter(line => line.includes('missed-volume')).length,
    ]
    expect([variants(33), variants(34)]).toEqual([
      [1, 1],
      [0, 0],
    ])
  })
  test('the next hard session is smaller, for what was missed last week alone', () => {
    const earlier = aSession(daysAgo(9), { id: id('old'), steps: [aStep(40, 'E')] })
    const said = base(intervals(daysAgo(-2)), intervals(daysAgo(-4), { id: id('later') }), earlier)
    const outcomes = [...said.outcomes!, notDone(earlier.id, daysAgo(9))]
    const [draft, ...more] = easeKey.draft(drafting({ ...said, outcomes }))
    expect([draft?.edit.session, more]).toEqual([intervals(daysAgo(-2)).id, []])
    expect(draft?.findings.map(({ session }) => session)).toEqual([lastWeek[2]!.id])
    expect(draft?.why).toMatch(/^33 % of last week’s planned time was missed/)
  })
})

describe('a smaller key session', () => {
  const night = (ago: number, sleepQuality: number) => aCheckIn(daysAgo(ago), { sleepQuality })
  const short = [night(3, 2), night(2, 4), night(1, 1), night(0, 2)]
  const month = [...runsSince(29, 8), aRun(daysAgo(10), 18)]
  const long = (metres: number, more: Partial<Session> = {}) =>
    aSession(daysAgo(-1), { title: 'Long', purpose: 'long', steps: [of('m', metres)], ...more })
  test('one session gets one draft, and the guard that can be measured comes first', () => {
    const lines = drafts(easeKey, { activities: month, checkIns: short, sessions: [long(21_000)] })
    expect(lines).toEqual(['2026-05-13 ease-key (run-spike): Long: 19.5 km E'])
  })
  test('a long run is one piece, of hard work only the work', () => {
    expect(drafts(easeKey, { checkIns: short, sessions: [long(10_000)] })).toEqual([
      '2026-05-13 ease-key (worn): Long: 7.5 km E',
    ])
    const tempo = aSession(daysAgo(-1), {
      title: 'Tempo',
      purpose: 'tempo',
      steps: [of('s', 900, 'warmup'), aStep(20, 'T')],
    })
    expect(drafts(easeKey, { checkIns: short, sessions: [tempo] })).toEqual([
      '2026-05-13 ease-key (worn): Tempo: 15 min E · 15 min T',
    ])
  })
  test('not one that has begun', () => {
    const at = (minute: number) =>
      drafts(easeKey, { checkIns: short, minute, sessions: [long(10_000, { day: today, startMinute: 600 })] }).length
    expect([at(599), at(600)]).toEqual([1, 0])
  })
  test('only tomorrow’s or today’s, and no easy day', () => {
    expect(drafts(easeKey, { checkIns: short, sessions: [long(10_000, { day: daysAgo(-2) })] })).toEqual([])
    expect(drafts(easeKey, { checkIns: short, sessions: [aSession(daysAgo(-1))] })).toEqual([])
  })
  test('a run at the guard stays; one past it within the week comes down to it, and not to nothing', () => {
    const spike = (metres: number, ago: number) =>
      drafts(easeKey, { activities: month, sessions: [long(metres, { day: daysAgo(ago) })] }).length
    expect([spike(19_800, -5), spike(19_900, -5), spike(21_000, -7), spike(21_000, -8)]).toEqual([0, 1, 1, 0])
  })
})

describe('a longer long run', () => {
  const pace = { thresholds: { ...at300.thresholds, thresholdPaceSPerKm: 330 } }
  const month = [...runsSince(60, 8).filter(({ day }) => day !== daysAgo(9)), aRun(daysAgo(9), 18)]
  const done = month
    .filter(({ day }) => day >= daysAgo(20))
    .map(({ day }) => aSession(day, { steps: [aStep(44, 'E')] }))
  const long = (metres: number, more: Partial<Session> = {}) =>
    aSession(daysAgo(-5), { title: 'Long', purpose: 'long', steps: [of('m', metres)], ...more })
  const raised = (session: Session, more: Given = {}, before = done) =>
    drafts(raiseLoad, { profile: pace, activities: month, sessions: [...before, session], ...more }).length
  test('no longer than the longest now, and within the guard after', () => {
    expect([raised(long(18_000)), raised(long(18_100)), raised(long(17_000))]).toEqual([1, 0, 1])
    const steep = { playbook: { thresholds: { ...openPlaybook.thresholds, raiseLoadPercent: 15 } } }
    expect([raised(long(17_000), steep), raised(long(18_000), steep)]).toEqual([1, 0])
  })
  test('only a long run, not locked, not today’s', () => {
    expect([
      raised(long(17_000, { purpose: 'steady' })),
      raised(long(17_000, { locked: true })),
      raised(long(17_000, { day: today })),
    ]).toEqual([0, 0, 0])
  })
  test('after three weeks with six sessions, nine in ten done, and nothing noticed', () => {
    expect([raised(long(17_000), {}, done.slice(-6)), raised(long(17_000), {}, done.slice(-5))]).toEqual([1, 0])
    const lost = aSession(daysAgo(2), { id: id('lost') })
    const unknown = [...done, lost]
    expect(raised(long(17_000), { outcomes: [notDone(lost.id, daysAgo(2))] }, unknown)).toBe(0)
    const rest = aSession(daysAgo(2), { id: id('rest'), purpose: 'rest', steps: [] })
    expect(raised(long(17_000), {}, [...done, rest])).toBe(1)
    expect(raised(long(17_000), { checkIns: [aCheckIn(today, { stress: 5 })] })).toBe(0)
  })
})

describe('back in steps', () => {
  const ill = (from: number, to: number) => [
    { id: 'i', kind: 'sick' as const, from: daysAgo(from), to: daysAgo(to), note: '' },
  ]
  const runsTo = (ago: number) => runsSince(60, 8).filter(({ day }) => day < daysAgo(ago))
  const easy = (ago: number, minutes = 40) =>
    aSession(daysAgo(ago), { title: `Easy ${minutes} min`, steps: [aStep(minutes, 'E')] })
  test('six days off and more, counted between two runs or to today', () => {
    const off = (days: number) => {
      const activities = [...runsSince(90, 8).filter(({ day }) => day < daysAgo(days + 1)), aRun(daysAgo(days + 1), 8)]
      return returnPlan
        .draft(drafting({ activities, lifeEvents: ill(days, 1), sessions: [easy(0)] }))
        .map(({ variant }) => variant)
    }
    expect([off(5), off(6), off(8)]).toEqual([[], ['after-6-days'], ['after-8-days']])
  })
  test('counts from the day running began again, also today', () => {
    const lines = (activities: Given['activities']) =>
      drafts(returnPlan, { activities: activities!, lifeEvents: ill(8, 1), sessions: [easy(-1)] })
    const [first] = returnPlan.draft(
      drafting({ activities: [...runsTo(8), aRun(today, 3)], lifeEvents: ill(8, 1), sessions: [easy(-1)] }),
    )
    expect(first?.why).toMatch(/^8 days without a run, back on Tuesday 12 May\. Wednesday 13 May at 50 % and easy/)
    expect(lines([...runsTo(8), aRun(today, 3)])).toEqual([
      '2026-05-13 return-plan (after-8-days): Easy 20 min: 20 min E',
    ])
  })
  test('rides are no runs, and a day nobody spoke for is no day off', () => {
    const ride = aRun(daysAgo(4), 20, { id: 'ride' as never, sport: 'ride' })
    const said = { activities: [...runsTo(8), ride], sessions: [easy(0)] }
    expect(returnPlan.draft(drafting({ ...said, lifeEvents: ill(8, 1) }))).toHaveLength(1)
    expect(returnPlan.draft(drafting({ ...said, lifeEvents: ill(8, 3) }))).toEqual([])
    expect(
      returnPlan.draft(drafting({ ...said, lifeEvents: ill(3, 1), confirmedDays: [8, 7, 6, 5].map(daysAgo) })),
    ).toHaveLength(1)
  })
  test('never shorter than ten minutes, hard work becomes easy, and what life holds stays', () => {
    const said = { activities: runsTo(8), lifeEvents: ill(8, 1) }
    const hard = aSession(today, { title: 'Tempo', purpose: 'tempo', steps: [aStep(12, 'T')] })
    expect(drafts(returnPlan, { ...said, sessions: [hard] })).toEqual([
      '2026-05-12 return-plan (after-8-days): Easy 10 min: 10 min E',
    ])
    expect(drafts(returnPlan, { ...said, lifeEvents: ill(8, 0), sessions: [easy(0)] })).toEqual([])
  })
})

describe('new paces', () => {
  const own = { thresholds: at300.thresholds }
  const race = aSession(daysAgo(2), { title: '10 km race', purpose: 'race' })
  const activities = [
    ...runsSince(20, 8).filter(({ day }) => day !== daysAgo(2)),
    aRun(daysAgo(2), 10, { durationS: 2880 }),
  ]
  const from = (...sessions: readonly Session[]) =>
    recomputeZones
      .draft(drafting({ profile: own, activities, sessions: [race, ...sessions] }))
      .map(({ day, title }) => [day, title])
  test('from the next run on that they would be run in, within a fortnight', () => {
    expect(from(aSession(daysAgo(-14)))[0]?.[0]).toBe(daysAgo(-14))
    expect(from(aSession(daysAgo(-15)))).toEqual([])
    expect(from(aSession(today))).toEqual([])
    expect(from(aSession(daysAgo(-1)), aSession(daysAgo(-2)))).toEqual([
      [daysAgo(-1), 'Training paces from Wednesday 13 May on: threshold 5:00 → 4:54 per\u00a0km'],
    ])
  })
  test('not from a race, a rest day or another sport', () => {
    const next = aSession(daysAgo(-3), { id: id('next') })
    for (const more of [{ purpose: 'race' }, { purpose: 'rest' }, { sport: 'ride' }] as const)
      expect(from(aSession(daysAgo(-1), more as Partial<Session>), next)[0]?.[0]).toBe(daysAgo(-3))
  })
})

describe('a missed session’s swap', () => {
  const missed = intervals(today)
  const base = { minute: 1200, playbook: openPlaybook, outcomes: [notDone(missed.id, today)] }
  const lines = (said: Given) =>
    swapEqual.draft(drafting({ ...base, ...said })).map(({ day, variant }) => [day, variant])
  const week = (...minutes: readonly number[]) => ({ ...at300, weekMinutes: minutes as never })
  test('goes to a day with room for all of it', () => {
    const hills =
      openPlaybook.swaps.find(
        ({ id: name }) => name === swapEqual.draft(drafting({ ...base, sessions: [missed] }))[0]!.edit.adds!.title,
      ) ?? null
    const need = Math.ceil(
      swapEqual
        .draft(drafting({ ...base, sessions: [missed], profile: at300 }))[0]!
        .edit.adds!.steps.flatMap(block =>
          block.type === 'repeat' ? Array.from({ length: block.times }, () => block.steps).flat() : [block],
        )
        .reduce((sum, { amount }) => sum + (amount.unit === 's' ? amount.value : 0), 0) / 60,
    )
    expect(hills).toBeNull()
    expect(lines({ profile: week(0, 60, need, 0, 0, 0, 0), sessions: [missed] })).toEqual([
      [daysAgo(-1), 'next-free-day'],
    ])
    expect(lines({ profile: week(0, 60, need - 1, 0, 0, 0, 0), sessions: [missed] })).toEqual([])
  })
  test('two missed ones do not share a day', () => {
    const other = intervals(daysAgo(1), { id: id('monday') })
    const outcomes = [...base.outcomes, notDone(other.id, daysAgo(1))]
    const days = lines({ sessions: [other, missed], outcomes }).map(([day]) => day)
    expect(new Set(days).size).toBe(days.length)
    expect(days.length).toBeGreaterThan(0)
  })
  test('says how its load compares, where that is known', () => {
    const why = (profile: NonNullable<Given['profile']>) =>
      swapEqual.draft(drafting({ ...base, sessions: [missed], profile }))[0]?.why
    expect(why(at300)).toMatch(/equal in purpose, at \d+ % of the load\.$/)
  })
  test('other findings make none', () => {
    const said = drafting({ ...base, sessions: [missed] })
    const findings = said.findings.map((one): Finding => ({ ...one, kind: 'missed-in-a-row' }))
    expect(swapEqual.draft({ ...said, findings })).toEqual([])
  })
})
