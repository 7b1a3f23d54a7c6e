/** A month of the playbook: what was shown and what became of it, what was only watched, and what a coach makes of it. */
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../core/model/day.ts'
import type { LogEntry } from '../../core/model/log.ts'
import { layerNames, type Playbook } from '../../core/model/playbook.ts'
import type { Statement } from '../../core/model/statement.ts'
import { defaultPlaybook, differences, type outcomes, withOutcome } from '../../core/playbook/index.ts'
import { proposals } from '../../core/proposals/index.ts'
import { howItDid, nextLayer } from '../../core/reports/basis/how-it-did.ts'
import { noteOf, sayMonth } from '../../pwa/views/how-it-did/rule-row.tsx'
import { sayMonthAll } from '../../pwa/views/how-it-did/summary.tsx'
import { day, entryOf, statementOf } from '../kit/plan.ts'

const said = (type: Statement['type'], item: string, on: string, more: Partial<Statement> = {}): LogEntry =>
  entryOf(statementOf({ type, item, at: dayNumber(day(on)) * 1440 + (type === 'raised' ? 720 : 780), ...more }))
const rule = 'ease-easy-day'
const coach = { role: 'coach', rule } as const
const approvedThenUndone = said('approved', 'b', '2026-05-06', coach)
const log: readonly LogEntry[] = [
  said('raised', 'a', '2026-05-04'),
  said('approved', 'a', '2026-05-05', coach),
  said('raised', 'b', '2026-05-06'),
  approvedThenUndone,
  said('undone', approvedThenUndone.id, '2026-05-07', { role: 'coach', rule }),
  said('raised', 'c', '2026-05-08'),
  said('declined', 'c', '2026-05-08', { ...coach, words: 'She slept on a train' }),
  said('raised', 'd', '2026-05-09'),
  said('raised', 'e', '2026-05-10'),
  said('applied', 'f', '2026-05-11', { rule: 'recompute-zones' }),
  said('raised', 'april', '2026-04-30'),
  { ...said('approved', 'forged', '2026-05-12', coach), verified: { ok: false, why: { type: 'RoleNotHeld' } } },
]
const given = { log, playbook: defaultPlaybook, from: day('2026-05-01'), to: day('2026-05-31') }
const drafted = [
  { item: 'd', rule, day: day('2026-05-09'), says: 'Saturday easier' },
  { item: 'w1', rule: 'raise-load', day: day('2026-05-10'), says: 'Sunday longer' },
  { item: 'w1', rule: 'raise-load', day: day('2026-05-11'), says: 'Sunday longer' },
  { item: 'w0', rule: 'raise-load', day: day('2026-04-20'), says: 'Sunday longer' },
]
const of = (id: string, { rules }: ReturnType<typeof howItDid>) => rules.find(one => one.rule === id)!

describe('a month', () => {
  test('counts each draft once, by its rule, and nothing that is not verified or of another month', () => {
    const did = howItDid({ ...given, drafted })
    expect(of(rule, did)).toEqual({
      rule,
      title: proposals.find(({ id }) => id === rule)!.title,
      layer: 'easy-day',
      shown: 4,
      approved: 1,
      declined: 1,
      applied: 0,
      undone: 1,
      unanswered: 2,
      watched: [],
      whyNot: ['She slept on a train'],
    })
    expect(of('recompute-zones', did)).toMatchObject({ shown: 1, applied: 1, unanswered: 0 })
    expect([did.ofUnknownRule, did.answers, did.medianAnswerMinutes]).toEqual([1, 3, 60])
  })
  test('not tried on the past, a draft that nobody answered has no rule, and is said so rather than left out', () => {
    const did = howItDid({ ...given, drafted: null })
    expect([of(rule, did).shown, did.ofUnknownRule]).toEqual([3, 2])
    expect(sayMonthAll(did)).toBe(
      '6 changes shown, 1 approved, 1 applied at once, 1 declined, 1 taken back. Half of 3 answers came within 1 h. Minutes saved are measured for no rule yet.',
    )
  })
  test('a layer that only watches is counted with the days, once a draft and only of the month', () => {
    const playbook: Playbook = { ...defaultPlaybook, layers: { ...defaultPlaybook.layers, load: 'watched' } }
    expect(
      of('raise-load', howItDid({ ...given, playbook, drafted })).watched.map(({ item, day: on }) => [item, on]),
    ).toEqual([['w1', '2026-05-11']])
    expect(of('raise-load', howItDid({ ...given, drafted })).watched).toEqual([])
  })
  test('is said in words, what did not happen left out, and the note says what was decided', () => {
    const month = of(rule, howItDid({ ...given, drafted }))
    expect(sayMonth(month)).toBe('4 shown · 1 approved · 1 declined · 1 taken back · 2 not answered')
    expect(noteOf(month, 'keep', 'May 2026')).toBe(
      'May 2026, an easier easy day: 4 shown, 1 approved, 1 declined, 1 taken back, 2 not answered. Kept as it is.',
    )
  })
})

describe('what a coach makes of a rule', () => {
  const say = (playbook: Playbook, id: string, outcome: (typeof outcomes)[number]) => {
    const next = withOutcome(playbook, id, outcome)
    return next && differences(playbook, next).map(({ brief }) => brief)
  }
  test('tightened it speaks more rarely, loosened sooner; never past a bound', () => {
    expect(say(defaultPlaybook, rule, 'tighten')).toEqual(['three poor nights → four'])
    expect(say(defaultPlaybook, rule, 'loosen')).toEqual(['three poor nights → two'])
    for (const { id } of proposals)
      for (const direction of ['tighten', 'loosen'] as const) {
        let playbook = defaultPlaybook
        for (let step = 0; step < 20; step++) playbook = withOutcome(playbook, id, direction) ?? playbook
        expect(withOutcome(playbook, id, direction), `${id} ${direction}`).toBeNull()
      }
  })
  test('leave to act alone goes first when tightened, and comes last when loosened', () => {
    const free = { ...defaultPlaybook, mayApply: { ...defaultPlaybook.mayApply, 'ease-easy-day': true } }
    expect(say(free, rule, 'tighten')).toEqual(['may be applied at once → waits for the coach'])
    const soonest = { ...defaultPlaybook, thresholds: { ...defaultPlaybook.thresholds, sleepShortNights: 2 } }
    expect(say(soonest, rule, 'loosen')).toEqual(['waits for the coach → may be applied at once'])
  })
  test('kept it changes nothing; watched and off are its layer’s, and no outcome is offered that changes nothing', () => {
    expect(say(defaultPlaybook, rule, 'keep')).toEqual([])
    expect([say(defaultPlaybook, rule, 'watch'), say(defaultPlaybook, rule, 'off')]).toEqual([
      ['on → watched'],
      ['on → off'],
    ])
    expect(say(defaultPlaybook, 'raise-load', 'off')).toBeNull()
    expect(say(defaultPlaybook, 'return-plan', 'tighten')).toBeNull()
  })
})

describe('the next layer', () => {
  const on = (...names: readonly string[]): Playbook => ({
    ...defaultPlaybook,
    layers: Object.fromEntries(
      layerNames.map(name => [name, names.includes(name) ? 'on' : 'off']),
    ) as Playbook['layers'],
  })
  test('is offered when the one before it has run four weeks', () => {
    const now = 100_000
    const since = (days: number | null) => () => (days === null ? null : now - days * 1440)
    const next = (days: number | null, playbook = on('summary')) => nextLayer(layerNames, playbook, since(days), now)
    expect(next(null)).toEqual({ layer: 'reminders', waitsDays: 0 })
    expect(next(27)).toEqual({ layer: 'reminders', waitsDays: 1 })
    expect(next(28)).toEqual({ layer: 'reminders', waitsDays: 0 })
    expect(next(1, on('summary', 'reminders', 'load'))).toEqual({ layer: 'compliance', waitsDays: 27 })
    expect(next(1, on(...layerNames))).toBeNull()
  })
})
