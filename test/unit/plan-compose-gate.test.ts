import { describe, expect, test } from 'vitest'
import { advise } from '../../core/engine.ts'
import type { JudgedProposal } from '../../core/model/advice.ts'
import { dayNumber } from '../../core/model/day.ts'
import { baseHash } from '../../core/model/edit.ts'
import type { AthleteId, PersonId } from '../../core/model/ids.ts'
import type { LogEntry } from '../../core/model/log.ts'
import type { VisiblePlan } from '../../core/model/plan.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { contentHash, type Session } from '../../core/model/session.ts'
import type { Statement } from '../../core/model/statement.ts'
import { compose } from '../../core/plan/compose.ts'
import { defaultPlaybook, playbookHash } from '../../core/playbook/index.ts'
import { sampleSeason } from '../../core/sample/index.ts'
import {
  approvalOf,
  athleteOf,
  day,
  editOf,
  entryOf,
  minutesOf,
  moveEntryOf,
  moveOf,
  planOf,
  sessionOf,
  statementOf,
} from '../kit/plan.ts'

const at = (on: string, hour: number): number => dayNumber(day(on)) * 1440 + hour * 60
const ada = { by: 'ada' as PersonId, role: 'athlete' } as const
const said = (type: Statement['type'], item: string, when: number, more: Partial<Statement> = {}): LogEntry =>
  entryOf(statementOf({ type, item, at: when, ...more }))
const glance = ({ sessions, refused }: VisiblePlan) => ({
  sessions: sessions.map(({ session, state }) => [session.id, session.day, state]),
  refused: refused.map(({ why }) => why.type),
})

describe('the athlete’s own move', () => {
  const easy = sessionOf('easy', '2026-03-03')
  const tempo = sessionOf('tempo', '2026-03-05', { purpose: 'tempo', steps: minutesOf(40, 'T') })
  const plan = planOf(easy, tempo)
  const see = (log: readonly LogEntry[], playbook: Playbook = defaultPlaybook, of = plan): VisiblePlan =>
    compose(of, athleteOf(), log, playbook)
  const move = moveEntryOf(easy, '2026-03-04', at('2026-03-02', 9))

  test('within the week stands where the playbook lets it', () => {
    expect(glance(see([move]))).toEqual({
      sessions: [
        ['easy', '2026-03-04', 'by-athlete'],
        ['tempo', '2026-03-05', 'planned'],
      ],
      refused: [],
    })
  })

  test('changes nothing where the playbook does not, or into another week, or beside a hard day', () => {
    const intervals = sessionOf('intervals', '2026-03-03', { purpose: 'intervals', steps: minutesOf(40, 'I') })
    expect([
      glance(see([move], { ...defaultPlaybook, athleteMayMove: false })).refused,
      glance(see([moveEntryOf(easy, '2026-03-10', at('2026-03-02', 9))])).refused,
      glance(
        see([moveEntryOf(intervals, '2026-03-04', at('2026-03-02', 9))], defaultPlaybook, planOf(intervals, tempo)),
      ).refused,
    ]).toEqual([['NotAllowed'], ['NotAllowed'], ['NotAllowed']])
  })

  test('is the athlete’s alone to sign', () => {
    expect(glance(see([moveEntryOf(easy, '2026-03-04', at('2026-03-02', 9), { role: 'coach' })])).refused).toEqual([
      'NotAllowed',
    ])
  })

  test('and a coach’s new steps, written meanwhile, both stand', () => {
    const steps = minutesOf(70)
    const both = see([move], defaultPlaybook, planOf({ ...easy, steps, title: 'Relaxed run' }, tempo))
    expect([both.sessions[0]?.session, both.sessions[0]?.state]).toEqual([
      { ...easy, steps, title: 'Relaxed run', day: '2026-03-04' },
      'by-athlete',
    ])
  })

  test('of a day that the coach changed meanwhile is for an earlier version', () => {
    expect(glance(see([move], defaultPlaybook, planOf({ ...easy, day: day('2026-03-06') }, tempo)))).toEqual({
      sessions: [
        ['tempo', '2026-03-05', 'planned'],
        ['easy', '2026-03-06', 'planned'],
      ],
      refused: ['EarlierVersion'],
    })
  })

  test('before an approval makes the approval one of an earlier version; after it, the content is another', () => {
    const ease = editOf(easy, { steps: minutesOf(35) })
    const early = approvalOf(easy, ease, at('2026-03-02', 8))
    const late = approvalOf(easy, ease, at('2026-03-02', 10))
    expect([glance(see([early, move])).sessions[0], glance(see([move, late]))]).toEqual([
      ['easy', '2026-03-04', 'changed-since-approval'],
      {
        sessions: [
          ['easy', '2026-03-04', 'by-athlete'],
          ['tempo', '2026-03-05', 'planned'],
        ],
        refused: ['EarlierVersion'],
      },
    ])
  })

  test('can be followed by another and taken back by the athlete, the last one first', () => {
    const on = { ...easy, day: day('2026-03-04') }
    const again = entryOf(
      statementOf({
        ...ada,
        type: 'moved',
        item: 'again',
        at: at('2026-03-02', 10),
        edit: moveOf(on, '2026-03-07'),
        baseHash: baseHash(moveOf(on, '2026-03-07'), on),
      }),
    )
    const undone = said('undone', again.id, at('2026-03-02', 11), ada)
    expect([
      glance(see([move, again])).sessions.at(-1),
      glance(see([move, again, undone])).sessions[0],
      glance(see([move, again, said('undone', move.id, at('2026-03-02', 11), ada)])),
    ]).toEqual([
      ['easy', '2026-03-07', 'by-athlete'],
      ['easy', '2026-03-04', 'by-athlete'],
      { ...glance(see([])), refused: ['Undone', 'EarlierVersion'] },
    ])
  })
})

describe('a change made by a rule', () => {
  const today = day('2026-05-13')
  const { content, plan } = sampleSeason(1, today)
  const free: Playbook = {
    ...defaultPlaybook,
    mayApply: { 'recompute-zones': true, 'ease-easy-day': true, 'move-session': true, 'swap-equal': true },
  }
  const now = { day: today, minute: 480, at: at('2026-05-13', 8) }
  const athlete = 'athlete' as AthleteId
  const drafts = (playbook: Playbook): readonly JudgedProposal[] =>
    advise({ athlete, content, plan, log: [], playbook, now }).proposals
  const written = (id: Session['id']): Session => plan.sessions.find(session => session.id === id) as Session
  const applied = ({ id, rule, edit, baseHash: base }: JudgedProposal, more: Partial<Statement> = {}): LogEntry =>
    said('applied', id, now.at, {
      ...ada,
      rule,
      edit,
      baseHash: base,
      contentHash: contentHash(edit.adds ?? { ...written(edit.session), ...(edit.after as Partial<Session>) }),
      playbookHash: playbookHash(free),
      ...more,
    })
  const changed = (log: readonly LogEntry[], playbook: Playbook = free) => {
    const { sessions, refused } = compose(plan, content, log, playbook)
    return {
      stands: sessions
        .filter(({ changes }) => changes.length > 0)
        .map(({ session, state, replaces }) => [session.purpose, session.day, state, replaces]),
      refused: refused.map(({ why }) => why.type),
    }
  }
  const swap = drafts(free).find(({ rule }) => rule === 'swap-equal') as JudgedProposal
  const ease = drafts(free).find(({ rule }) => rule === 'ease-easy-day') as JudgedProposal
  const hills = ['hills', '2026-05-13', 'by-rule', 'sample-2026-05-12-intervals']
  const shorter = ['easy', '2026-05-14', 'by-rule', null]

  test('stands where the playbook says auto: Tuesday’s missed intervals become Wednesday’s hills', () => {
    expect([swap.verdict.level, changed([applied(swap)])]).toEqual(['auto', { stands: [hills], refused: [] }])
  })

  test('once, though two devices applied it while apart', () => {
    const other = applied(swap, { at: now.at + 5, by: 'cleo' as PersonId, role: 'coach' })
    expect(changed([other, applied(swap)])).toEqual({ stands: [hills], refused: ['SameChange'] })
  })

  test('changes nothing where the playbook asks, whoever signed it', () => {
    expect([
      changed([applied(swap)], defaultPlaybook),
      changed([applied(ease, { role: 'coach' })], defaultPlaybook),
    ]).toEqual([
      { stands: [], refused: ['NotAllowed'] },
      { stands: [], refused: ['NotAllowed'] },
    ])
  })

  test('is nobody else’s to sign', () => {
    expect([changed([applied(swap, { role: 'viewer' })]), changed([applied(swap, { role: 'assistant' })])]).toEqual([
      { stands: [], refused: ['NotAllowed'] },
      { stands: [], refused: ['NotAllowed'] },
    ])
  })

  test('changes nothing where it is not what the rule may do: more load, a key session, another rule’s name', () => {
    const session = written(ease.edit.session)
    const harder = { ...ease.edit, after: { steps: minutesOf(200) }, before: { steps: session.steps } }
    const long = plan.sessions.find(({ day, purpose }) => day > today && purpose === 'long') as Session
    const keyEased = editOf(long, { steps: minutesOf(60) })
    expect([
      changed([applied(ease, { edit: harder })]).stands,
      changed([applied(ease, { edit: keyEased, baseHash: baseHash(keyEased, long) })]).stands,
      changed([applied(ease, { rule: null })]).stands,
      changed([applied(ease, { rule: 'no-such-rule' })]).stands,
    ]).toEqual([[], [], [], []])
  })

  test('is taken back in one step, by the athlete too', () => {
    const entry = applied(swap)
    expect(changed([entry, said('undone', entry.id, now.at + 5, ada)])).toEqual({ stands: [], refused: ['Undone'] })
  })

  describe('in one week stands twice at most (R4)', () => {
    const saturday = plan.sessions.find(({ day }) => day === '2026-05-16') as Session
    const third = editOf(saturday, { steps: minutesOf(40) })
    const thirdEntry = applied(ease, {
      item: 'third',
      edit: third,
      baseHash: baseHash(third, saturday),
      at: now.at + 9,
    })
    const [first, second] = [applied(swap), applied(ease, { at: now.at + 5 })]

    test('the third waits for the coach, though it would stand alone', () => {
      expect([changed([thirdEntry]).stands, changed([thirdEntry, second, first])]).toEqual([
        [['easy', '2026-05-16', 'by-rule', null]],
        { stands: [hills, shorter], refused: ['NotAllowed'] },
      ])
    })

    test('and does not appear by itself when another is taken back later', () => {
      const undone = said('undone', first.id, now.at + 20)
      expect(changed([first, second, thirdEntry, undone])).toEqual({
        stands: [shorter],
        refused: ['Undone', 'NotAllowed'],
      })
    })

    test('but stands when the other was taken back before', () => {
      const undone = said('undone', first.id, now.at + 7)
      expect(changed([first, second, thirdEntry, undone])).toEqual({
        stands: [shorter, ['easy', '2026-05-16', 'by-rule', null]],
        refused: ['Undone'],
      })
    })
  })
})
