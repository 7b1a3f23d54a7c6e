/** Laws of the visible plan: what a signed word can change, and what nothing can. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day, dayNumber, mondayOf } from '../../core/model/day.ts'
import { applyEdit, baseHash, type Edit } from '../../core/model/edit.ts'
import type { DeviceId, PersonId } from '../../core/model/ids.ts'
import type { LogEntry } from '../../core/model/log.ts'
import type { PlanContent, VisiblePlan } from '../../core/model/plan.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { contentHash, type Session } from '../../core/model/session.ts'
import type { MemberRole, Statement } from '../../core/model/statement.ts'
import { compose, patchSession, putSession, putStatement, readPlan, readStatements } from '../../core/plan/index.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import { always } from '../kit/always.ts'
import {
  activityOf,
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
  swapOf,
} from '../kit/plan.ts'

// Why: each law judges hundreds of changes by the real playbook, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const monday = day('2026-03-02')
const start = dayNumber(monday) * 1440
const free: Playbook = {
  ...defaultPlaybook,
  layers: { ...defaultPlaybook.layers, load: 'on', drafts: 'on' },
  mayApply: { 'recompute-zones': true, 'ease-easy-day': true, 'move-session': true, 'swap-equal': true },
}
const playbooks = fc.constantFrom(free, defaultPlaybook, { ...defaultPlaybook, athleteMayMove: false })
// Why: with these on file the days are covered, nothing hurts, the longest run is known and the runner has got faster
// within six weeks, so that a rule may apply something at all.
const content = athleteOf({
  activities: Array.from({ length: 16 }, (_, ago) =>
    activityOf(`done-${ago}`, addDays(monday, -3 * ago), { durationS: 3000 + 30 * ago }),
  ),
  checkIns: [{ ...emptyCheckIn(monday), sleepHours: 8, soreness: 1, fatigue: 1, stress: 1, motivation: 5 }],
})

const easyDays = [0, 1, 3, 5, 8, 10] as const
const plan = planOf(
  ...easyDays.map(ahead => sessionOf(`easy-${ahead}`, addDays(monday, ahead))),
  sessionOf('tempo', addDays(monday, 4), { purpose: 'tempo', key: true, steps: minutesOf(40, 'T') }),
)
// Why: some sessions come up more often, so that several changes meet on one.
const sessions = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...plan.sessions.slice(0, 2)) },
  fc.constantFrom(...plan.sessions),
)
const minutes = fc.integer({ min: 1, max: 14 }).map(fives => fives * 5)
const ahead = fc.integer({ min: 0, max: 12 }).map(count => addDays(monday, count))

const edits: fc.Arbitrary<(session: Session) => Edit> = fc.oneof(
  minutes.map(count => (session: Session) => editOf(session, { steps: minutesOf(count) })),
  ahead.map(on => (session: Session) => moveOf(session, on)),
  fc.constant((session: Session) => editOf(session, { title: 'Relaxed run' }, 'swap-other')),
  ahead.map(
    on => (session: Session) =>
      swapOf(session, { ...session, id: `instead-${session.id}` as Session['id'], day: on, steps: minutesOf(45) }),
  ),
)

/** One line of a made-up log: what it is, about what, by whom; it may rest on the session as it was or on something else. */
type Line = {
  readonly type: 'approved' | 'applied' | 'moved' | 'declined' | 'undone'
  readonly session: Session
  readonly edit: (session: Session) => Edit
  readonly item: string
  readonly role: MemberRole
  readonly person: string
  readonly minute: number
  readonly ok: boolean
  readonly stale: boolean
  readonly about: number
  readonly to: Day
}
const lines: fc.Arbitrary<Line> = fc.record({
  type: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<Line['type']>('approved', 'applied', 'moved') },
    fc.constantFrom<Line['type']>('declined', 'undone'),
  ),
  session: sessions,
  edit: edits,
  item: fc.integer({ min: 1, max: 12 }).map(number => `p${number}`),
  role: fc.constantFrom<MemberRole>('coach', 'coach', 'owner', 'athlete', 'assistant', 'viewer'),
  person: fc.constantFrom('cleo', 'max', 'ada'),
  minute: fc.integer({ min: 0, max: 9 }).map(tens => tens * 10),
  ok: fc.integer({ min: 0, max: 9 }).map(nine => nine > 0),
  stale: fc.integer({ min: 0, max: 9 }).map(nine => nine === 0),
  about: fc.nat({ max: 20 }),
  to: fc.integer({ min: 0, max: 6 }).map(count => addDays(monday, count)),
})

/** Writes the lines as a log. Where it fits, the role is made to fit too, so that much of it counts. */
const logOf = (all: readonly Line[]): readonly LogEntry[] => {
  const log: LogEntry[] = []
  for (const [place, line] of all.entries()) {
    const edit = line.type === 'moved' ? moveOf(line.session, line.to) : line.edit(line.session)
    const carries = line.type !== 'declined' && line.type !== 'undone'
    const target = log[line.about % Math.max(1, log.length)]
    const rests = line.stale ? { ...line.session, steps: minutesOf(99), day: addDays(monday, 13) } : line.session
    const statement = statementOf({
      type: line.type,
      item: line.type === 'undone' ? (target?.id ?? 'nothing') : line.item,
      rule: line.type === 'applied' ? 'ease-easy-day' : null,
      at: start + 600 + line.minute,
      role: line.type === 'moved' && line.role !== 'viewer' ? 'athlete' : line.role,
      by: line.person as PersonId,
      device: `device-${place}` as DeviceId,
      edit: carries ? edit : null,
      baseHash: carries ? baseHash(edit, rests) : null,
      contentHash: carries ? contentHash(edit.adds ?? applyEdit(edit, line.session)) : null,
    })
    log.push(entryOf(statement, line.ok ? null : { type: 'SignatureDoesNotMatch' }))
  }
  return log
}
const logs = fc.array(lines, { minLength: 4, maxLength: 12 }).map(logOf)
const see = (log: readonly LogEntry[], playbook: Playbook = free, of: PlanContent = plan): VisiblePlan =>
  compose(of, content, log, playbook)
const mixed = (log: readonly LogEntry[], luck: readonly number[]): readonly LogEntry[] =>
  log
    .map((entry, at) => ({ entry, place: luck[at % Math.max(1, luck.length)] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry)

const mayMake: Readonly<Record<'approved' | 'applied' | 'moved', readonly MemberRole[]>> = {
  approved: ['coach', 'owner'],
  applied: ['coach', 'owner', 'athlete'],
  moved: ['athlete'],
}

test('the made-up logs are worth something: much of what they say stands, much is refused', () => {
  const seen = new Map<string, number>()
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  always(
    fc.property(logs, log => {
      const { sessions, refused } = see(log)
      for (const { state, replaces } of sessions) count(replaces === null ? state : `replaces ${state}`)
      for (const { why } of refused) count(why.type)
    }),
    { seed: 1, numRuns: 150 },
  )
  for (const what of ['by-rule', 'approved', 'changed-since-approval', 'by-athlete', 'replaces approved'])
    expect([what, seen.get(what) ?? 0]).toEqual([what, expect.toSatisfy((n: number) => n >= 5)])
  for (const what of ['NotVerified', 'EarlierVersion', 'NotAllowed', 'Declined', 'Undone', 'SameChange'])
    expect([what, seen.get(what) ?? 0]).toEqual([what, expect.toSatisfy((n: number) => n >= 5)])
})

describe('P1: every change in the plan has, in the log, an auto verdict or a valid approval', () => {
  test('what is seen is what was written with exactly the changes that the log signs for', () => {
    always(
      fc.property(logs, playbooks, (log, playbook) => {
        const { sessions } = see(log, playbook)
        const byId = new Map(log.map(entry => [entry.id, entry]))
        const shown = sessions.flatMap(({ changes }) => changes)
        for (const change of shown) {
          const entry = byId.get(change.id)
          expect(entry?.verified.ok).toBe(true)
          expect(mayMake[change.type]).toContain(entry?.signed.statement.role)
          expect(entry?.signed.statement).toMatchObject({ type: change.type, edit: change.edit, item: change.item })
        }
        expect(new Set(shown.map(({ item }) => item)).size).toBe(shown.length)
        for (const { session, written, changes, replaces } of sessions) {
          const original = written ?? (changes[0]?.edit.adds as Session)
          const rest = written === null ? changes.slice(1) : changes
          expect(session).toEqual(rest.reduce((now, { edit }) => applyEdit(edit, now), original))
          expect(written === null).toBe(replaces !== null)
        }
        expect(new Set(sessions.flatMap(({ written }) => written ?? []))).toEqual(new Set(plan.sessions))
      }),
    )
  })

  test('a log of which nothing is verified changes nothing', () => {
    always(
      fc.property(logs, log => {
        const none = log.map(entry => entryOf(entry.signed.statement, { type: 'DeviceNotInRoster' }))
        expect(see(none).sessions).toEqual(see([]).sessions)
      }),
    )
  })

  test('no rule changes anything where the playbook applies nothing, and no athlete moves where it does not let them', () => {
    always(
      fc.property(logs, log => {
        const { sessions } = see(log, { ...defaultPlaybook, athleteMayMove: false })
        expect(sessions.flatMap(({ changes }) => changes).filter(({ type }) => type !== 'approved')).toEqual([])
      }),
    )
  })

  test('no more than two changes made by rules stand in one week (R4)', () => {
    const byRule = fc.record({ session: sessions, count: fc.integer({ min: 6, max: 9 }), minute: fc.nat({ max: 50 }) })
    always(
      fc.property(fc.array(byRule, { minLength: 3, maxLength: 8 }), made => {
        const log = made.map(({ session, count, minute }, place) =>
          approvalOf(session, editOf(session, { steps: minutesOf(count * 5) }), start + 600 + minute, {
            type: 'applied',
            rule: 'ease-easy-day',
            item: `p${place}`,
          }),
        )
        const weeks = new Map<string, number>()
        for (const { session, changes } of see(log).sessions)
          weeks.set(mondayOf(session.day), (weeks.get(mondayOf(session.day)) ?? 0) + changes.length)
        expect([...weeks.values()].filter(count => count > 2)).toEqual([])
      }),
    )
  })
})

describe('P2: the same edit twice is the same edit once', () => {
  test('a log that arrived twice, or one change that two devices signed, changes no more', () => {
    always(
      fc.property(logs, sessions, minutes, (log, session, count) => {
        expect(see([...log, ...log])).toEqual(see(log))
        const edit = editOf(session, { steps: minutesOf(count) })
        const one = approvalOf(session, edit, start + 601, { item: 'twice' })
        const other = approvalOf(session, edit, start + 605, { item: 'twice', device: 'cleo-laptop' as DeviceId })
        expect(see([one, other]).sessions).toEqual(see([one]).sessions)
      }),
    )
  })
})

describe('P3: peers that have exchanged everything see the same plan', () => {
  test('in whatever order the log arrived, byte for byte', () => {
    always(
      fc.property(logs, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (log, luck) => {
        const other = see(mixed([...log, ...log.slice(0, 4)], luck))
        expect(JSON.stringify(other)).toBe(JSON.stringify(see(log)))
      }),
    )
  })

  test('three devices that wrote plan and statements apart, merged in any order and more than once', () => {
    always(
      fc.property(
        logs,
        sessions,
        minutes,
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (log, one, count, luck) => {
          const base = new Y.Doc()
          for (const session of plan.sessions) putSession(base, session, 'x')
          const devices = [1, 2, 3].map(clientID => {
            const doc = new Y.Doc()
            doc.clientID = clientID
            Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
            return doc
          })
          for (const [at, entry] of log.entries()) putStatement(devices[at % 3]!, entry.signed, 'x')
          patchSession(devices[0]!, one.id, { steps: minutesOf(count) }, 'x')
          patchSession(devices[1]!, one.id, { title: 'With the club' }, 'x')
          const updates = devices.map(doc => Y.encodeStateAsUpdate(doc))
          const trust = new Map(log.map(entry => [JSON.stringify(entry.signed), entry]))
          const views = devices.map((doc, at) => {
            const order = [...updates, ...updates].map((update, i) => ({ update, place: luck[at * 6 + i] ?? 0 }))
            for (const { update } of order.sort((a, b) => a.place - b.place)) Y.applyUpdate(doc, update)
            const known = readStatements(doc).signed.map(({ statement }) => entryOf(statement))
            const entries = known.map(entry => trust.get(JSON.stringify(entry.signed)) ?? entry)
            return JSON.stringify(see(entries, free, readPlan(doc)))
          })
          expect(new Set(views).size).toBe(1)
          expect(views[0]).toContain('With the club')
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('P4: an approval covers exactly the edit it was signed for', () => {
  const steps = (session: Session, count: number): Edit => editOf(session, { steps: minutesOf(count) })

  test('it shows exactly that edit, as approved', () => {
    always(
      fc.property(sessions, edits, (session, make) => {
        const edit = make(session)
        const { sessions, refused } = see([approvalOf(session, edit, start + 600)])
        const result = edit.adds ?? applyEdit(edit, session)
        expect(refused).toEqual([])
        expect(sessions.filter(({ changes }) => changes.length > 0)).toMatchObject([
          { session: result, state: 'approved' },
        ])
        const others = sessions.filter(({ session, written }) => session !== written && session.id !== result.id)
        expect(others).toEqual([])
      }),
    )
  })

  test('an approval whose edit was exchanged afterwards is not shown as approved', () => {
    always(
      fc.property(sessions, minutes, minutes, (session, count, other) => {
        fc.pre(count !== other)
        const { statement } = approvalOf(session, steps(session, count), start + 600).signed
        const exchanged = entryOf({ ...statement, edit: steps(session, other) })
        const shown = see([exchanged]).sessions.find(({ written }) => written?.id === session.id)
        expect(shown?.state).not.toBe('approved')
      }),
    )
  })

  test('whatever else changes the content afterwards, it no longer reads approved', () => {
    const later = fc.constantFrom<Partial<Session>>(
      { title: 'Something else' },
      { key: true },
      { purpose: 'steady' },
      { steps: minutesOf(77) },
      { day: addDays(monday, 12) },
      { sport: 'ride' },
    )
    always(
      fc.property(sessions, minutes, later, (session, count, change) => {
        fc.pre(Object.entries(change).some(([field, value]) => session[field as keyof Session] !== value))
        const changed = planOf(...plan.sessions.map(each => (each.id === session.id ? { ...each, ...change } : each)))
        const shown = see([approvalOf(session, steps(session, count), start + 600)], free, changed)
        expect(shown.sessions.find(({ written }) => written?.id === session.id)?.state).not.toBe('approved')
      }),
    )
  })

  test('an approval of one item, athlete or session does nothing to another session', () => {
    always(
      fc.property(sessions, edits, (session, make) => {
        const { sessions } = see([approvalOf(session, make(session), start + 600)])
        const others = sessions.filter(({ written }) => written !== null && written.id !== session.id)
        expect(others.every(({ session, written, state }) => session === written && state === 'planned')).toBe(true)
      }),
    )
  })
})

describe('P6: an edit undone leaves the plan as it was', () => {
  test('a coach takes back the last change, whatever came before it', () => {
    always(
      fc.property(logs, playbooks, sessions, edits, (log, playbook, session, make) => {
        const before = see(log, playbook)
        const now = before.sessions.find(({ written }) => written?.id === session.id)?.session ?? session
        const last = approvalOf(now, make(now), start + 900, { item: 'last' })
        const undone: Statement = statementOf({ type: 'undone', item: last.id, at: start + 950 })
        const after = see([...log, last, entryOf(undone)], playbook)
        expect(after.sessions).toEqual(before.sessions)
      }),
    )
  })

  test('a change taken back, and the undo taken back, is the change again', () => {
    always(
      fc.property(logs, log => {
        fc.pre(log.length > 0)
        const target = log.at(-1)!
        const undone = entryOf(statementOf({ type: 'undone', item: target.id, at: start + 950 }))
        const again = entryOf(statementOf({ type: 'undone', item: undone.id, at: start + 960 }))
        expect(see([...log, undone, again]).sessions).toEqual(see(log).sessions)
      }),
    )
  })
})

describe('a coach and an athlete who work apart', () => {
  test('a coach’s new steps and title and the athlete’s move of the day both stand', () => {
    always(
      fc.property(fc.constantFrom(...plan.sessions.slice(0, 3)), minutes, ahead, (session, count, to) => {
        fc.pre(to !== session.day)
        const move = moveEntryOf(session, to, start + 600)
        const alone = see([move], defaultPlaybook)
        fc.pre(alone.refused.length === 0)
        const steps = minutesOf(count)
        const changed = planOf(
          ...plan.sessions.map(each => (each.id === session.id ? { ...each, steps, title: 'New' } : each)),
        )
        const both = see([move], defaultPlaybook, changed)
        expect(both.sessions.find(({ written }) => written?.id === session.id)).toMatchObject({
          session: { ...session, steps, title: 'New', day: to },
          state: 'by-athlete',
        })
      }),
    )
  })
})
