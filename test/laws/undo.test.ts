/** Undo takes back a person's own steps, and never what another device or a rule wrote; every change says whose it is. */
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Day } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { remoteOrigin } from '../../core/peer/chains.ts'
import { keepDraft, publishDrafts, unpublish } from '../../core/peer/desk.ts'
import { makeUndo, patchSession, putSession, readPlan, removeSession } from '../../core/plan/index.ts'
import { aRun, household, network, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const ids = ['a', 'b'] as SessionId[]
const fields = ['title', 'notes'] as const
const edit = fc.record({
  who: fc.constantFrom('me', 'me', 'other', 'rule'),
  id: fc.constantFrom(...ids),
  field: fc.constantFrom(...fields),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

/** Writes each edit as who wrote it would, under a text of its own; answers the document and an undo of my steps. */
const written = (edits: readonly Edit[]) => {
  const doc = new Y.Doc()
  const other = new Y.Doc()
  for (const id of ids) valueIn(putSession(other, aRun(id, '2026-05-05', { title: 'start', notes: 'start' }), 'other'))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), remoteOrigin)
  const undo = makeUndo(doc, localOrigin)
  for (const [i, { who, id, field }] of edits.entries()) {
    const to = who === 'other' ? other : doc
    const origin = who === 'me' ? localOrigin : { by: who }
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'sync')
    valueIn(patchSession(to, id, { [field]: `${i} ${who}` }, origin))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), remoteOrigin)
  }
  return { doc, undo }
}

test('whatever is undone, what another device or a rule wrote last stands', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.nat(12), (edits, steps) => {
      const { doc, undo } = written(edits)
      for (let i = 0; i < steps && undo.canUndo(); i++) undo.undo()
      const sessions = readPlan(doc).sessions
      for (const id of ids)
        for (const field of fields) {
          const last = edits.findLastIndex(one => one.id === id && one.field === field)
          const who = edits[last]?.who
          if (who === undefined || who === 'me') continue
          expect(sessions.find(one => one.id === id)?.[field]).toBe(`${last} ${who}`)
        }
    }),
  )
})

test('all of my steps undone and done again is the plan as it was', () => {
  fc.assert(
    fc.property(
      fc.array(
        edit.filter(({ who }) => who === 'me'),
        { minLength: 1, maxLength: 8 },
      ),
      edits => {
        const { doc, undo } = written(edits)
        const before = readPlan(doc)
        while (undo.canUndo()) undo.undo()
        expect(readPlan(doc).sessions.map(({ title, notes }) => title + notes)).toEqual(['startstart', 'startstart'])
        while (undo.canRedo()) undo.redo()
        expect(readPlan(doc)).toEqual(before)
      },
    ),
  )
})

test('every change of every document says whose it is', async () => {
  const net = network()
  const hers = valueIn(await (await open(net, 'Ann')).createSpace('coach'))
  const his = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  const nameless: string[] = []
  const origins = new Set<unknown>()
  const listen = (name: string, doc: Y.Doc) =>
    doc.on('afterTransaction', ({ origin, changed }) => {
      if (changed.size === 0) return
      origins.add(origin)
      if (typeof origin !== 'object' || origin === null) nameless.push(`${name}: ${String(origin)}`)
    })
  for (const space of [hers, his]) for (const [name, doc] of Object.entries(space.docs)) listen(name, doc)
  const undo = makeUndo(hers.docs.plan, localOrigin)
  const session = aRun('s', '2026-05-05')
  valueIn(putSession(hers.docs.plan, session, localOrigin))
  undo.undo()
  undo.redo()
  valueIn(await keepDraft(hers, aRun('d', '2026-05-06')))
  for (const { kind, doc } of hers.circles) listen(kind, doc)
  valueIn(await unpublish(hers, valueIn(publishDrafts(hers, '2026-05-06' as Day, '2026-05-06' as Day))))
  await until('Cas has it', () => readPlan(his.docs.plan).sessions.length === 1)
  valueIn(removeSession(his.docs.plan, session.id, localOrigin))
  await until('Ann has it', () => readPlan(hers.docs.plan).sessions.length === 0)
  const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
  valueIn(await (hers as Space).sign({ ...blank, type: 'seen', item: 'x' }))
  await until('Cas reads it', () => his.log.length === 1)
  expect(nameless).toEqual([])
  expect(origins.size).toBeGreaterThan(3)
})
