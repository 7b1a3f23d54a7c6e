import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { currentSchema, schemaOf } from '../../core/plan/document.ts'
import { patchSession, putSession, readPlan, removeSession } from '../../core/plan/plan-document.ts'
import { makeUndo } from '../../core/plan/undo.ts'
import { minutesOf, planOf, sessionOf } from '../kit/plan.ts'

const here = { local: true }
const session = sessionOf('a', '2026-03-05')

test('takes back one step at a time and does it again', () => {
  const doc = new Y.Doc()
  const undo = makeUndo(doc, here)
  putSession(doc, session, here)
  patchSession(doc, session.id, { title: 'Relaxed run' }, here)
  const seen = [undo.canUndo(), undo.canRedo()]
  undo.undo()
  const first = readPlan(doc)
  undo.undo()
  const none = readPlan(doc)
  const schema = schemaOf(doc)
  undo.redo()
  undo.redo()
  expect([seen, first, none, schema, readPlan(doc), undo.canRedo()]).toEqual([
    [true, false],
    planOf(session),
    planOf(),
    currentSchema,
    planOf({ ...session, title: 'Relaxed run' }),
    false,
  ])
})

test('brings a removed session back as it was', () => {
  const doc = new Y.Doc()
  const undo = makeUndo(doc, here)
  putSession(doc, session, here)
  removeSession(doc, session.id, here)
  undo.undo()
  expect(readPlan(doc)).toEqual(planOf(session))
})

test('leaves alone what the other person did', () => {
  const doc = new Y.Doc()
  const undo = makeUndo(doc, here)
  putSession(doc, session, here)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  patchSession(doc, session.id, { title: 'Relaxed run' }, here)
  patchSession(other, session.id, { steps: minutesOf(70) }, here)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'from the other')
  undo.undo()
  expect(readPlan(doc)).toEqual(planOf({ ...session, steps: minutesOf(70) }))
})

test('what is undone carries the origin of who undid it, so that it is sent', () => {
  const doc = new Y.Doc()
  const undo = makeUndo(doc, here)
  const origins: unknown[] = []
  putSession(doc, session, here)
  doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin))
  undo.undo()
  undo.redo()
  expect(origins).toEqual([here, here])
})

test('tells when a step can be taken back, until it is closed', () => {
  const doc = new Y.Doc()
  const undo = makeUndo(doc, here)
  const seen: boolean[][] = []
  undo.onChange(() => seen.push([undo.canUndo(), undo.canRedo()]))
  putSession(doc, session, here)
  undo.undo()
  undo.close()
  putSession(doc, session, here)
  expect([seen[0], seen.at(-1)]).toEqual([
    [true, false],
    [false, true],
  ])
})
