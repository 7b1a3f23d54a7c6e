/** A document written a piece at a time is the document, whatever is written in it between two pieces. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { atOnce } from '../../core/lib/steps.ts'
import { inPieces } from '../../core/peer/pieces.ts'

const written = (doc: Y.Doc, from: number, to: number) =>
  doc.transact(() => {
    for (let i = from; i < to; i++) doc.getMap('runs').set(`${i}`, { km: i, says: 'ü'.repeat(i % 7) })
    doc.getText('note').insert(0, `${from} to ${to}, `)
  })

/** Two writers, words that stand between each other's, and some that are gone. */
const twoWriters = (): Y.Doc => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  written(one, 0, 450)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  written(other, 300, 720)
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  written(one, 700, 730)
  one.getText('note').delete(3, 9)
  one.getMap('runs').delete('12')
  return one
}

const from = (pieces: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const piece of pieces) Y.applyUpdate(doc, piece)
  return doc
}
const contentOf = (doc: Y.Doc) => [doc.getMap('runs').toJSON(), doc.getText('note').toString()]

test('all of a document is in its pieces, and the same document gives the same ones', () => {
  const doc = twoWriters()
  const pieces = atOnce(inPieces(doc))
  const copy = from(pieces)
  expect(pieces.length).toBeGreaterThan(8)
  expect(contentOf(copy)).toEqual(contentOf(doc))
  expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))).toBe(true)
  expect(atOnce(inPieces(doc))).toEqual(pieces)
  expect(contentOf(from(atOnce(inPieces(new Y.Doc()))))).toEqual([{}, ''])
})

test('what is written and deleted between two pieces is in the last of them', () => {
  const doc = twoWriters()
  const steps = inPieces(doc)
  let count = 0
  let step = steps.next()
  while (!step.done) {
    written(doc, 40 * count, 40 * count + 60)
    doc.getText('note').delete(count % 5, 4)
    count += 1
    step = steps.next()
  }
  const copy = from(step.value)
  expect(copy.store.pendingStructs).toBeNull()
  expect(contentOf(copy)).toEqual(contentOf(doc))
})
