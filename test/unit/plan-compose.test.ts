import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../core/model/ids.ts'
import type { LogEntry } from '../../core/model/log.ts'
import type { PlanContent, VisiblePlan } from '../../core/model/plan.ts'
import { contentHash, type Session } from '../../core/model/session.ts'
import type { Statement } from '../../core/model/statement.ts'
import { compose } from '../../core/plan/compose.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import {
  approvalOf,
  athleteOf,
  day,
  editOf,
  entryOf,
  minutesOf,
  planOf,
  sessionOf,
  statementOf,
  swapOf,
} from '../kit/plan.ts'

const easy = sessionOf('easy', '2026-03-03')
const intervals = sessionOf('intervals', '2026-03-10', { purpose: 'intervals', key: true, steps: minutesOf(40, 'I') })
const hills = sessionOf('hills', '2026-03-11', { purpose: 'hills', key: true, steps: minutesOf(38, 'I') })
const plan = planOf(easy, intervals)
const eased = { ...easy, steps: minutesOf(35) }
const ease = editOf(easy, { steps: minutesOf(35) })

const see = (log: readonly LogEntry[], of: PlanContent = plan): VisiblePlan =>
  compose(of, athleteOf(), log, defaultPlaybook)
const asWritten = see([]).sessions
/** What one sees of a plan at a glance. */
const glance = ({ sessions, refused }: VisiblePlan) => ({
  sessions: sessions.map(({ session, state }) => [session.id, session.day, state]),
  refused: refused.map(({ entry, why }) => [entry.signed.statement.item, why.type]),
})
const said = (type: Statement['type'], item: string, at: number, more: Partial<Statement> = {}): LogEntry =>
  entryOf(statementOf({ type, item, at, ...more }))
const athlete = { by: 'ada' as PersonId, role: 'athlete' } as const

test('a plan nobody changed reads as it was written', () => {
  expect(see([])).toEqual({
    sessions: plan.sessions.map(session => ({
      session,
      written: session,
      state: 'planned',
      changes: [],
      replaces: null,
      replacedBy: null,
    })),
    phases: [],
    races: [],
    refused: [],
  })
})

describe('an approval', () => {
  test('shows the session as the coach approved it, with who, when and in which words', () => {
    const entry = approvalOf(easy, ease, 100, { words: 'sleep first', rule: 'ease-easy-day' })
    expect(see([entry])).toEqual({
      sessions: [
        {
          session: eased,
          written: easy,
          state: 'approved',
          changes: [
            {
              id: entry.id,
              item: 'proposal-1',
              type: 'approved',
              rule: 'ease-easy-day',
              edit: ease,
              by: 'cleo',
              role: 'coach',
              at: 100,
              words: 'sleep first',
              holds: true,
            },
          ],
          replaces: null,
          replacedBy: null,
        },
        asWritten[1],
      ],
      phases: [],
      races: [],
      refused: [],
    })
  })

  test('puts a session in the place of a missed one, which keeps its day', () => {
    const shown = see([approvalOf(intervals, swapOf(intervals, hills), 100)])
    expect([glance(shown).sessions, shown.sessions.map(({ replaces, replacedBy }) => [replaces, replacedBy])]).toEqual([
      [
        ['easy', '2026-03-03', 'planned'],
        ['intervals', '2026-03-10', 'planned'],
        ['hills', '2026-03-11', 'approved'],
      ],
      [
        [null, null],
        [null, 'hills'],
        ['intervals', null],
      ],
    ])
  })

  test('counts for nothing where its signature or its role does not hold', () => {
    const forged = entryOf(approvalOf(easy, ease, 100).signed.statement, { type: 'SignatureDoesNotMatch' })
    const athletes = approvalOf(easy, ease, 101, athlete)
    const assistants = approvalOf(easy, ease, 102, { role: 'assistant' })
    const shown = see([forged, athletes, assistants])
    expect([shown.sessions, shown.refused]).toEqual([
      asWritten,
      [
        { entry: forged, why: { type: 'NotVerified', why: { type: 'SignatureDoesNotMatch' } } },
        { entry: athletes, why: { type: 'NotAllowed', says: 'only a coach approves' } },
        { entry: assistants, why: { type: 'NotAllowed', says: 'only a coach approves' } },
      ],
    ])
  })

  test('of an earlier version is shown and not applied', () => {
    const entry = approvalOf(easy, ease, 100)
    const shown = see([entry], planOf({ ...easy, steps: minutesOf(60) }))
    expect([shown.sessions.map(({ session }) => session.steps), shown.refused]).toEqual([
      [minutesOf(60)],
      [{ entry, why: { type: 'EarlierVersion' } }],
    ])
  })

  test('of an earlier title is not applied either where it writes the title', () => {
    const titled = editOf(easy, { title: 'Short run', steps: minutesOf(35) })
    const shown = see([approvalOf(easy, titled, 100)], planOf({ ...easy, title: 'Run with the club' }))
    expect(glance(shown)).toEqual({
      sessions: [['easy', '2026-03-03', 'planned']],
      refused: [['proposal-1', 'EarlierVersion']],
    })
  })

  test('falls back to "changed since approval" once the content is another', () => {
    const shown = see([approvalOf(easy, ease, 100)], planOf({ ...easy, title: 'Run with the club' }))
    expect(shown.sessions.map(({ session, state, changes }) => [session.title, state, changes[0]?.holds])).toEqual([
      ['Run with the club', 'changed-since-approval', false],
    ])
  })

  test('stays an approval when only notes or a start are added', () => {
    const shown = see([approvalOf(easy, ease, 100)], planOf({ ...easy, notes: 'bring water', startMinute: 1080 }))
    expect(glance(shown).sessions).toEqual([['easy', '2026-03-03', 'approved']])
  })

  test('with other words for its content than its edit is not shown as approved', () => {
    const shown = see([approvalOf(easy, ease, 100, { contentHash: contentHash(easy) })])
    expect(glance(shown).sessions[0]).toEqual(['easy', '2026-03-03', 'changed-since-approval'])
  })

  test('that says no one change is refused', () => {
    const odd = [
      approvalOf(easy, ease, 1, { edit: null }),
      approvalOf(easy, { ...ease, after: {}, before: {} }, 2),
      approvalOf(easy, { ...ease, before: {} }, 3),
      approvalOf(easy, editOf(easy, { day: day('2026-03-04'), title: 'x' }, 'move-session'), 4),
      approvalOf(easy, { ...swapOf(easy, easy) }, 5),
      approvalOf(easy, { ...ease, adds: hills }, 6),
    ]
    const shown = see(odd)
    expect([shown.sessions, new Set(shown.refused.map(({ why }) => JSON.stringify(why)))]).toEqual([
      asWritten,
      new Set(['{"type":"NotAllowed","says":"it does not say one change"}']),
    ])
  })

  test('of a session that is gone changes nothing', () => {
    expect(glance(see([approvalOf(easy, ease, 100)], planOf()))).toEqual({
      sessions: [],
      refused: [['proposal-1', 'NoSuchSession']],
    })
  })

  test('stands once, whoever else signs the same proposal', () => {
    const second = approvalOf(easy, editOf(easy, { steps: minutesOf(20) }), 200)
    const shown = see([second, approvalOf(easy, ease, 100)])
    expect([shown.sessions[0]?.session.steps, glance(shown).refused]).toEqual([
      minutesOf(35),
      [['proposal-1', 'SameChange']],
    ])
  })

  test('cannot put two sessions in one place, nor one session in two', () => {
    const first = approvalOf(intervals, swapOf(intervals, hills), 100)
    const other = approvalOf(intervals, swapOf(intervals, { ...hills, id: 'more' as Session['id'] }), 101, {
      item: 'b',
    })
    const again = approvalOf(easy, swapOf(easy, hills), 102, { item: 'c' })
    expect(glance(see([first, other, again])).refused).toEqual([
      ['b', 'NotAllowed'],
      ['c', 'SameChange'],
    ])
  })
})

describe('a decline', () => {
  const approval = approvalOf(easy, ease, 100)

  test('stands over an approval of another coach, before or after it', () => {
    for (const at of [50, 100, 150]) {
      const shown = see([approval, said('declined', 'proposal-1', at, { by: 'max' as PersonId })])
      expect(glance(shown)).toEqual({ ...glance(see([])), refused: [['proposal-1', 'Declined']] })
    }
  })

  test('gives way to a later approval of the same coach', () => {
    const states = [50, 100, 150].map(at => see([approval, said('declined', 'proposal-1', at)]).sessions[0]?.state)
    expect(states).toEqual(['approved', 'planned', 'planned'])
  })

  test('by somebody who may not decide declines nothing', () => {
    expect(glance(see([approval, said('declined', 'proposal-1', 150, athlete)]))).toEqual({
      ...glance(see([approval])),
      refused: [['proposal-1', 'NotAllowed']],
    })
  })

  test('that a coach takes back declines nothing', () => {
    const declined = said('declined', 'proposal-1', 150, { by: 'max' as PersonId })
    expect(glance(see([approval, declined, said('undone', declined.id, 160)]))).toEqual(glance(see([approval])))
  })
})

describe('an undo', () => {
  const approval = approvalOf(easy, ease, 100)

  test('takes a change back and leaves the plan as it was', () => {
    const shown = see([approval, said('undone', approval.id, 150)])
    expect([shown.sessions, shown.refused]).toEqual([asWritten, [{ entry: approval, why: { type: 'Undone' } }]])
  })

  test('can be taken back itself', () => {
    const undone = said('undone', approval.id, 150)
    expect(see([approval, undone, said('undone', undone.id, 160)])).toEqual(see([approval]))
  })

  test('lets the coach approve the same proposal again', () => {
    const again = approvalOf(easy, ease, 200)
    expect(glance(see([approval, said('undone', approval.id, 150), again]))).toEqual({
      ...glance(see([approval])),
      refused: [['proposal-1', 'Undone']],
    })
  })

  test('by the athlete leaves a coach’s decision as it is', () => {
    const undone = said('undone', approval.id, 150, athlete)
    const byCoach = said('undone', approval.id, 160)
    const again = said('undone', byCoach.id, 170, athlete)
    expect([see([approval, undone]).sessions, see([approval, byCoach, again]).sessions]).toEqual([
      see([approval]).sessions,
      asWritten,
    ])
  })

  test('that is not verified, or of something that is not here, says so', () => {
    const forged = entryOf(said('undone', approval.id, 150).signed.statement, { type: 'RoleNotHeld' })
    const lost = said('undone', 'nothing', 160)
    expect(see([approval, forged, lost]).refused).toEqual([
      { entry: forged, why: { type: 'NotVerified', why: { type: 'RoleNotHeld' } } },
      { entry: lost, why: { type: 'NotAllowed', says: 'the change it takes back is not here' } },
    ])
  })
})

test('words that change nothing are not listed as refused', () => {
  expect(
    see([said('raised', 'a', 1), said('seen', 'a', 2), said('answered', 'a', 3), said('published', 'a', 4)]),
  ).toEqual(see([]))
})
