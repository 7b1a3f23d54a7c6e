/** What may stand without a coach: automatic changes and the athlete's own moves, also where an edit pretends. */
import { describe, expect, test } from 'vitest'
import { addDays, daysFrom } from '../../core/model/day.ts'
import type { Edit } from '../../core/model/edit.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { StandingChange } from '../../core/model/plan.ts'
import type { Session } from '../../core/model/session.ts'
import { type Ground, mayApply, mayMoveByAthlete } from '../../core/playbook/index.ts'
import {
  aCheckIn,
  aRun,
  aSession,
  aStep,
  daysAgo,
  intervals,
  notDone,
  runsSince,
  today,
} from '../../core/signals/basis/given.ts'
import { openPlaybook, type Season, situationOf } from '../kit/season.ts'

const green: Season = {
  minute: 1200,
  profile: {
    weekMinutes: [120, 120, 120, 120, 120, 180, 180],
    thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: 'test' },
  },
  activities: runsSince(170, 8).map(run =>
    run.day === daysAgo(5) ? { ...run, durationS: 2480 } : run.day === daysAgo(15) ? aRun(run.day, 16) : run,
  ),
  checkIns: daysFrom(daysAgo(20), today).map(day =>
    aCheckIn(day, { sleepQuality: 4, soreness: 1, motivation: 4, stress: 2 }),
  ),
  playbook: openPlaybook,
}
const ground = (sessions: readonly Session[], more: Season = {}, standing: readonly StandingChange[] = []): Ground => {
  const { plan, content, log, playbook, now } = situationOf({ ...green, ...more, sessions })
  return { sessions: plan.sessions, standing, plan, content, log, playbook, at: now.at }
}
const who = ({ level, because }: ReturnType<typeof mayApply>) => [level, ...because.map(({ rule }) => rule)]

const missed = intervals(today)
const said = { outcomes: [notDone(missed.id, today)] }
const swapFor = (session: Session, id: string, day = daysAgo(-1), more: Partial<Session> = {}): Edit => {
  const swap = openPlaybook.swaps.find(one => one.id === id)!
  const adds = aSession(day, {
    id: 'swap' as SessionId,
    title: swap.title,
    purpose: swap.to,
    steps: swap.steps,
    key: session.key,
    ...more,
  })
  const { purpose, steps, key } = session
  return { kind: 'swap-equal', session: session.id, before: { day: session.day, purpose, steps, key }, after: {}, adds }
}
const apply = (edit: Edit, where: Ground, rule: string | null = 'swap-equal') => who(mayApply(edit, rule, where))

describe('a swap', () => {
  test('equal, from the list, for a missed session, on a free day', () =>
    expect(apply(swapFor(missed, 'hills-8x90'), ground([missed], said))).toEqual(['auto', 'may-swap-equal']))
  test('of a session that nobody missed', () =>
    expect(apply(swapFor(missed, 'hills-8x90'), ground([missed]))).toEqual(['ask', 'no-rule']))
  test('heavier than the missed session', () =>
    expect(apply(swapFor(missed, 'hills-10x90'), ground([missed], said))).toEqual(['ask', 'raises-load']))
  test('much lighter', () =>
    expect(apply(swapFor(missed, 'hills-4x90'), ground([missed], said))).toEqual(['ask', 'no-rule']))
  test('that is not on the list', () => {
    const edit = swapFor(missed, 'hills-8x90', daysAgo(-1), { title: '8 × 90 s sprint' })
    expect(apply(edit, ground([missed], said))).toEqual(['ask', 'no-rule'])
  })
  test('to the day before another hard one', () => {
    const tempo = aSession(daysAgo(-2), { title: 'Tempo', purpose: 'tempo', steps: [aStep(20, 'T')] })
    expect(apply(swapFor(missed, 'hills-8x90'), ground([missed, tempo], said))).toEqual(['ask', 'hard-days-adjacent'])
  })
  test('to a day without time, a day that is taken, another week', () => {
    const busy = { ...green.profile, weekMinutes: [120, 120, 0, 120, 120, 180, 180] as never }
    const edit = swapFor(missed, 'hills-8x90')
    expect(apply(edit, ground([missed], { ...said, profile: busy }))).toEqual(['ask', 'not-available'])
    expect(apply(edit, ground([missed, aSession(daysAgo(-1))], said))).toEqual(['ask', 'not-available'])
    expect(apply(swapFor(missed, 'hills-8x90', daysAgo(-6)), ground([missed], said))).toEqual(['ask', 'other-week'])
  })
  test('that lowers the purpose of a key session (R1)', () => {
    const tempo = aSession(today, {
      id: missed.id,
      purpose: 'tempo',
      key: true,
      steps: [aStep(15, 'E', 'warmup'), aStep(36, 'T'), aStep(10, 'E', 'cooldown')],
    })
    expect(apply(swapFor(tempo, 'steady-40'), ground([tempo], said))).toEqual(['ask', 'key-lowered'])
    expect(apply(swapFor({ ...tempo, key: false }, 'steady-40'), ground([{ ...tempo, key: false }], said))).toEqual([
      'auto',
      'may-swap-equal',
    ])
  })
  test('as the third change of its week (R4)', () => {
    const easy = aSession(daysAgo(-3))
    const made = {
      type: 'applied',
      edit: { kind: 'ease-easy-day', session: easy.id, before: {}, after: {}, adds: null },
    } as unknown as StandingChange
    const edit = swapFor(missed, 'hills-8x90')
    expect(apply(edit, ground([missed, easy], said, [made]))).toEqual(['auto', 'may-swap-equal'])
    expect(apply(edit, ground([missed, easy], said, [made, made]))).toEqual(['ask', 'third-change'])
  })
  test('of a locked session, or by a rule whose layer is off or not named', () => {
    const edit = swapFor(missed, 'hills-8x90')
    expect(apply(edit, ground([{ ...missed, locked: true }], said))).toEqual(['ask', 'locked'])
    const off = { ...openPlaybook, layers: { ...openPlaybook.layers, 'missed-session': 'watched' as const } }
    expect(apply(edit, ground([missed], { ...said, playbook: off }))).toEqual(['ask', 'layer'])
    expect(apply(edit, ground([missed], said), null)).toEqual(['ask', 'layer'])
  })
})

describe('an edit that pretends', () => {
  const easing = (session: Session, after: Edit['after']): Edit => {
    const before = Object.fromEntries(Object.keys(after).map(field => [field, session[field as keyof Session]]))
    return { kind: 'ease-easy-day', session: session.id, before, after, adds: null }
  }
  const easy = aSession(daysAgo(-1), { steps: [aStep(50, 'E')] })
  const ease = (session: Session, after: Edit['after']) =>
    apply(easing(session, after), ground([session]), 'ease-easy-day')
  test('an honest easing of an easy day', () =>
    expect(ease(easy, { title: 'Easy', steps: [aStep(35, 'E')] })).toEqual(['auto', 'may-ease-easy-day']))
  test('to almost nothing', () => expect(ease(easy, { steps: [aStep(10, 'E')] })).toEqual(['ask', 'no-rule']))
  test('shorter but harder', () => expect(ease(easy, { steps: [aStep(49, 'R')] })).toEqual(['ask', 'raises-load']))
  test('of a key session', () =>
    expect(ease({ ...easy, key: true }, { steps: [aStep(35, 'E')] })).toEqual(['ask', 'always-asks', 'key-lowered']))
  test('that also moves the day', () =>
    expect(ease(easy, { steps: [aStep(35, 'E')], day: daysAgo(-2) })).toEqual(['ask', 'always-asks']))
  test('a move that also writes steps', () => {
    const edit: Edit = { ...easing(easy, { steps: [aStep(35, 'E')], day: daysAgo(-2) }), kind: 'move-session' }
    expect(who(mayMoveByAthlete(edit, ground([easy])))).toEqual(['ask', 'always-asks'])
  })
})

describe('the athlete’s own move', () => {
  const easy = aSession(daysAgo(-1))
  const move = (session: Session, day: Session['day'], where: Ground = ground([session])) =>
    who(
      mayMoveByAthlete(
        { kind: 'move-session', session: session.id, before: { day: session.day }, after: { day }, adds: null },
        where,
      ),
    )
  test('within the week', () => expect(move(easy, daysAgo(-3))).toEqual(['auto', 'athlete-may-move']))
  test('with nothing on file at all: who moves it knows', () => {
    const bare = ground([easy], { activities: [], checkIns: [], profile: {} })
    expect(move(easy, daysAgo(-3), bare)).toEqual(['auto', 'athlete-may-move'])
  })
  test('to another week', () => expect(move(easy, daysAgo(-6))).toEqual(['ask', 'other-week']))
  test('of a race, or of what the coach locked', () => {
    expect(move({ ...easy, purpose: 'race' }, daysAgo(-3))).toEqual(['ask', 'locked'])
    expect(move({ ...easy, locked: true }, daysAgo(-3))).toEqual(['ask', 'locked'])
  })
  test('of a hard session beside another', () => {
    const hard = intervals(daysAgo(-5))
    expect(move(hard, daysAgo(-3), ground([hard, intervals(daysAgo(-2))]))).toEqual(['ask', 'hard-days-adjacent'])
  })
  test('onto a day they marked as travel, or without time', () => {
    const away = [{ id: 't', kind: 'travel' as const, from: daysAgo(-3), to: daysAgo(-3), note: '' }]
    expect(move(easy, daysAgo(-3), ground([easy], { lifeEvents: away }))).toEqual(['ask', 'not-available', 'travel'])
  })
  test('while something hurts', () => {
    const checkIns = [aCheckIn(today, { pain: { site: 'knee', level: 3 } })]
    expect(move(easy, daysAgo(-3), ground([easy], { checkIns }))).toEqual(['ask', 'pain'])
  })
  test('where the coach does not allow it', () => {
    const strict = { ...openPlaybook, athleteMayMove: false }
    expect(move(easy, daysAgo(-3), ground([easy], { playbook: strict }))).toEqual(['ask', 'no-rule'])
  })
  test('is judged as of its own day: what hurts later does not undo it', () => {
    const where = ground([easy], { checkIns: [aCheckIn(addDays(today, 2), { pain: { site: 'knee', level: 5 } })] })
    expect(move(easy, daysAgo(-3), where)).toEqual(['auto', 'athlete-may-move'])
  })
})
