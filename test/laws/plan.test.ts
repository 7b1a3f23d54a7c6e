/** Laws of the plan documents: merging, writing twice, the chain of the log, and undo. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addDays, type Day } from '../../core/model/day.ts'
import type { DeviceId, StatementId } from '../../core/model/ids.ts'
import type { LogEntry } from '../../core/model/log.ts'
import type { Session } from '../../core/model/session.ts'
import type { Statement } from '../../core/model/statement.ts'
import { type ChainHead, checkChain } from '../../core/plan/chain.ts'
import {
  confirmDay,
  makeUndo,
  patchCheckIn,
  patchSession,
  putActivities,
  putRace,
  putSession,
  putStatement,
  readAthlete,
  readPlan,
  readPlaybook,
  readStatements,
  removeSession,
  schemaOf,
} from '../../core/plan/index.ts'
import { always } from '../kit/always.ts'
import { activityOf, day, entryOf, minutesOf, sessionOf, statementOf } from '../kit/plan.ts'

// Why: each law merges hundreds of documents, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const here = { local: true }
const days = fc.integer({ min: 0, max: 13 }).map(ahead => addDays(day('2026-03-02'), ahead))
const ids = fc.constantFrom('a', 'b', 'c', 'd')
const minutes = fc.integer({ min: 1, max: 24 }).map(fives => fives * 5)

/** Something a person does to a document. */
type Act =
  | { readonly does: 'put'; readonly session: Session }
  | { readonly does: 'patch'; readonly id: string; readonly patch: Partial<Omit<Session, 'id'>> }
  | { readonly does: 'remove'; readonly id: string }
  | { readonly does: 'race'; readonly day: Day }
  | { readonly does: 'run'; readonly id: string; readonly day: Day; readonly minutes: number }
  | { readonly does: 'feel'; readonly day: Day; readonly stress: number | null }
  | { readonly does: 'sleep'; readonly day: Day; readonly hours: number }
  | { readonly does: 'confirm'; readonly day: Day }
  | { readonly does: 'say'; readonly item: string; readonly at: number }

const patches = fc.oneof(
  days.map(day => ({ day })),
  minutes.map(count => ({ steps: minutesOf(count) })),
  fc.constantFrom('Easy', 'Relaxed', 'With the club').map(title => ({ title })),
  fc.boolean().map(locked => ({ locked })),
)
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(ids, days, minutes).map(([id, on, count]): Act => put(id, on, count)) },
  { weight: 4, arbitrary: fc.tuple(ids, patches).map(([id, patch]): Act => ({ does: 'patch', id, patch })) },
  ids.map((id): Act => ({ does: 'remove', id })),
  days.map((day): Act => ({ does: 'race', day })),
  fc.tuple(ids, days, minutes).map(([id, day, count]): Act => ({ does: 'run', id, day, minutes: count })),
  fc.tuple(days, fc.constantFrom(1, 3, 5, null)).map(([day, stress]): Act => ({ does: 'feel', day, stress })),
  fc.tuple(days, fc.integer({ min: 4, max: 9 })).map(([day, hours]): Act => ({ does: 'sleep', day, hours })),
  days.map((day): Act => ({ does: 'confirm', day })),
  fc.tuple(ids, fc.integer({ min: 1, max: 9 })).map(([item, at]): Act => ({ does: 'say', item, at })),
)
const put = (id: string, on: Day, count: number): Act => ({
  does: 'put',
  session: sessionOf(id, on, { steps: minutesOf(count) }),
})

/** All kinds of entries in one document: names of roots do not meet. */
const doIt = (doc: Y.Doc, act: Act): unknown => {
  switch (act.does) {
    case 'put':
      return putSession(doc, act.session, here)
    case 'patch':
      return patchSession(doc, act.id as Session['id'], act.patch, here)
    case 'remove':
      return removeSession(doc, act.id as Session['id'], here)
    case 'race':
      return putRace(doc, { id: 'race', day: act.day, name: 'City', priority: 'A', distanceM: null, goal: '' }, here)
    case 'run':
      return putActivities(doc, [activityOf(act.id, act.day, { durationS: act.minutes * 60 })], here)
    case 'feel':
      return patchCheckIn(doc, act.day, { stress: act.stress }, here)
    case 'sleep':
      return patchCheckIn(doc, act.day, { sleepHours: act.hours }, here)
    case 'confirm':
      return confirmDay(doc, act.day, here)
    case 'say':
      return putStatement(doc, entryOf(statementOf({ type: 'seen', item: act.item, at: act.at })).signed, here)
  }
}
const read = (doc: Y.Doc): string => JSON.stringify([readPlan(doc), readAthlete(doc), readStatements(doc)])

/** A peer that keeps every update it makes, as a carrier would. */
const peer = (start: Uint8Array, clientID: number) => {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, start)
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === here) sent.push(update)
  })
  return { doc, sent }
}

describe('P2: writing the same edit twice is writing it once', () => {
  test('in a document, nothing is sent the second time', () => {
    always(
      fc.property(fc.array(acts, { maxLength: 12 }), acts, (before, act) => {
        const { doc, sent } = peer(Y.encodeStateAsUpdate(new Y.Doc()), 1)
        for (const one of before) doIt(doc, one)
        doIt(doc, act)
        const once = { sent: sent.length, reads: read(doc) }
        doIt(doc, act)
        expect({ sent: sent.length, reads: read(doc) }).toEqual(once)
      }),
    )
  })
})

describe('P3: peers that have exchanged everything read the same', () => {
  test('whatever order the updates of three or four peers arrived in, and however often', () => {
    const work = fc.array(fc.array(acts, { minLength: 1, maxLength: 8 }), { minLength: 3, maxLength: 4 })
    always(
      fc.property(fc.array(acts, { maxLength: 6 }), work, fc.infiniteStream(fc.nat()), (before, works, luck) => {
        const first = peer(Y.encodeStateAsUpdate(new Y.Doc()), 99)
        for (const act of before) doIt(first.doc, act)
        const start = Y.encodeStateAsUpdate(first.doc)
        const peers = works.map((_, at) => peer(start, at + 1))
        for (const [at, acted] of works.entries()) for (const act of acted) doIt(peers[at]!.doc, act)
        const updates = peers.flatMap(({ sent }) => sent)
        for (const { doc } of peers) {
          const shuffled = [...updates, ...updates.slice(0, 3)]
            .map(update => ({ update, place: luck.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
          for (const { update } of shuffled) Y.applyUpdate(doc, update, 'network')
        }
        const reads = peers.map(({ doc }) => read(doc))
        expect(new Set(reads).size).toBe(1)
        expect(reads[0]).toContain('"unreadable":[]')
      }),
    )
  })

  test('and answers of one day that no two peers gave differently are all there', () => {
    always(
      fc.property(days, fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 5 }), (on, hours, stress) => {
        const [phone, laptop] = [peer(Y.encodeStateAsUpdate(new Y.Doc()), 1), peer(new Uint8Array([0, 0]), 2)]
        patchCheckIn(phone.doc, on, { sleepHours: hours }, here)
        patchCheckIn(laptop.doc, on, { stress }, here)
        for (const update of laptop.sent) Y.applyUpdate(phone.doc, update, 'network')
        expect(readAthlete(phone.doc).checkIns).toMatchObject([{ day: on, sleepHours: hours, stress }])
      }),
    )
  })
})

describe('whatever a peer wrote', () => {
  const rootNames = fc.constantFrom(
    ...['meta', 'sessions', 'phases', 'races', 'comments', 'profile', 'activities', 'checkIns', 'lifeEvents'],
    ...['outcomes', 'confirmedDays', 'importedCheckIns', 'statements', 'playbook'],
  )
  const names = fc.oneof(
    fc.constantFrom('a', 'current', 'schema', '2026-03-02', '2026-03-02/stress', '__proto__', 'constructor', ''),
    fc.string(),
  )
  const fields = fc.dictionary(fc.constantFrom('id', 'day', 'steps', 'title', 'from', '__proto__'), fc.jsonValue())
  const values = fc.oneof(
    fc.jsonValue(),
    fields.map(record => ({ map: record })),
    fc.constant({ list: true }),
  )

  test('reading gives content and names the rest, and never fails', () => {
    always(
      fc.property(fc.array(acts, { maxLength: 5 }), fc.array(fc.tuple(rootNames, names, values)), (before, rubbish) => {
        const doc = new Y.Doc()
        for (const act of before) doIt(doc, act)
        for (const [root, name, value] of rubbish) {
          const shared =
            typeof value === 'object' && value !== null && 'map' in value
              ? new Y.Map(Object.entries(value.map as object))
              : typeof value === 'object' && value !== null && 'list' in value
                ? new Y.Array()
                : value
          doc.getMap(root).set(name, shared)
        }
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        expect(read(copy)).toBe(read(doc))
        readPlaybook(copy)
        schemaOf(copy)
        const known = Object.values(JSON.parse(read(copy))).map(part => (part as { unreadable: string[] }).unreadable)
        expect(known.every(Array.isArray)).toBe(true)
        for (const act of before) doIt(copy, act)
      }),
    )
  })
})

/** Chains of one to three devices, so many statements each. */
const chains = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }).map(lengths =>
  lengths.map((length, at) => {
    const chain: LogEntry[] = []
    for (let seq = 1; seq <= length; seq++) {
      const prev = (chain.at(-1)?.id ?? null) as Statement['prev']
      chain.push(entryOf(statementOf({ type: 'seen', item: `${seq}`, at: seq, device: deviceOf(at), seq, prev })))
    }
    return chain
  }),
)
const deviceOf = (at: number): DeviceId => `device-${at}` as DeviceId
const headsOf = (all: readonly (readonly LogEntry[])[]): readonly ChainHead[] =>
  all.map((chain, at) => ({ device: deviceOf(at), seq: chain.length, id: chain.at(-1)?.id as StatementId }))

/** The statement says something else now; it stands where it stood, or under its new name. */
const altered = (entry: LogEntry, change: Partial<Statement>, renamed: boolean): LogEntry => {
  const next = entryOf({ ...entry.signed.statement, ...change })
  return renamed ? next : { ...next, id: entry.id }
}

describe('P5: removing, reordering or altering a log entry is detected', () => {
  test('a log nobody touched has no break, in any order and twice over', () => {
    always(
      fc.property(chains, fc.nat(), (all, luck) => {
        const log = all.flat()
        const turned = [...log.slice(luck % log.length), ...log.slice(0, luck % log.length), ...log.slice(0, 2)]
        expect(checkChain(turned, headsOf(all))).toEqual([])
      }),
    )
  })

  test('whichever entry is removed', () => {
    always(
      fc.property(chains, fc.nat(), (all, luck) => {
        const log = all.flat()
        const without = log.filter((_, at) => at !== luck % log.length)
        expect(checkChain(without, headsOf(all))).not.toEqual([])
      }),
    )
  })

  test('whichever entry is altered, under its old name or a new one', () => {
    const change = fc.constantFrom<Partial<Statement>>(
      { item: 'z' },
      { type: 'approved' },
      { at: 77 },
      { role: 'owner' },
      { words: 'never said' },
      { seq: 9 },
      { device: deviceOf(0), item: 'z' },
    )
    always(
      fc.property(chains, fc.nat(), change, fc.boolean(), (all, luck, differs, renamed) => {
        const log = all.flat()
        const at = luck % log.length
        const touched = log.map((entry, place) => (place === at ? altered(entry, differs, renamed) : entry))
        expect(checkChain(touched, headsOf(all))).not.toEqual([])
      }),
    )
  })

  test('whichever two neighbours change places', () => {
    always(
      fc.property(chains, fc.nat(), fc.boolean(), (all, luck, renamed) => {
        const long = all.filter(chain => chain.length > 1)
        fc.pre(long.length > 0)
        const chain = long[luck % long.length]!
        const at = luck % (chain.length - 1)
        const log = all.flat().map(entry => {
          const { seq, prev } = entry.signed.statement
          if (entry === chain[at])
            return altered(entry, { seq: seq + 1, prev: chain[at + 1]!.signed.statement.prev }, renamed)
          return entry === chain[at + 1]
            ? altered(entry, { seq: seq - 1, prev: at === 0 ? null : prev }, renamed)
            : entry
        })
        expect(checkChain(log, headsOf(all))).not.toEqual([])
      }),
    )
  })

  test('a document does not give out an entry whose text was altered', () => {
    always(
      fc.property(chains, fc.nat(), fc.nat(), (all, luck, place) => {
        const doc = new Y.Doc()
        const log = all.flat()
        for (const { signed } of log) putStatement(doc, signed, here)
        const { id } = log[luck % log.length]!
        const text = doc.getMap('statements').get(id) as string
        const at = place % text.length
        doc.getMap('statements').set(id, `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`)
        const read = readStatements(doc)
        // Why: the signature is no part of the entry's name; whether it holds, the device says.
        const isOfSignature = at > text.indexOf('"signature"') && at < text.indexOf('"statement"')
        expect(read.signed.length).toBe(isOfSignature ? read.signed.length : log.length - 1)
        expect(read.signed.length + read.unreadable.length).toBe(log.length)
      }),
    )
  })
})

describe('P6: an edit undone leaves the plan as it was', () => {
  test('one’s own last step, whatever came before it', () => {
    always(
      fc.property(fc.array(acts, { maxLength: 8 }), acts, (before, act) => {
        fc.pre(act.does !== 'say')
        const doc = new Y.Doc()
        for (const one of before) doIt(doc, one)
        const undo = makeUndo(doc, here)
        const was = read(doc)
        doIt(doc, act)
        const is = read(doc)
        undo.undo()
        expect(read(doc)).toBe(was)
        undo.redo()
        expect(read(doc)).toBe(is)
      }),
    )
  })

  test('all of one’s own steps, one by one', () => {
    always(
      fc.property(fc.array(acts, { maxLength: 8 }), fc.array(acts, { minLength: 1, maxLength: 8 }), (before, mine) => {
        const doc = new Y.Doc()
        for (const one of before) doIt(doc, one)
        const undo = makeUndo(doc, here)
        const reads = [read(doc)]
        for (const act of mine.filter(({ does }) => does !== 'say')) {
          doIt(doc, act)
          if (read(doc) !== reads.at(-1)) reads.push(read(doc))
        }
        for (const was of reads.toReversed().slice(1)) {
          undo.undo()
          expect(read(doc)).toBe(was)
        }
        expect(undo.canUndo()).toBe(false)
      }),
    )
  })
})
