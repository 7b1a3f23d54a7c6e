/** A document as updates, a piece at a time: written at once, a long history would hold the page for several frames. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Steps } from '../lib/steps.ts'

/** So many of its parts are in one piece: of activities, a few milliseconds of work. */
const aPiece = 100

/** What one writer wrote from a moment of theirs on, as an update; `next` is the moment after it. */
const pieceOf = (doc: Y.Doc, client: number, from: number): { readonly update: Uint8Array; readonly next: number } => {
  const all = doc.store.clients.get(client) ?? []
  const first = Y.findIndexSS(all, from)
  const some = all.slice(first, first + aPiece)
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, some.length)
  encoder.writeClient(client)
  encoding.writeVarUint(encoder.restEncoder, from)
  // Why from within the first: what was apart when the piece before was written may have grown together since.
  for (const [at, part] of some.entries()) part.write(encoder, at === 0 ? from - part.id.clock : 0)
  encoding.writeVarUint(encoder.restEncoder, 0)
  const last = some.at(-1)!
  return { update: encoder.toUint8Array(), next: last.id.clock + last.length }
}

/** All of a document, to be applied in this order; the last piece holds what was written in it meanwhile. */
export function* inPieces(doc: Y.Doc): Steps<readonly Uint8Array[]> {
  const updates: Uint8Array[] = []
  const began = Y.encodeStateVector(doc)
  const ends = [...Y.decodeStateVector(began)].sort(([a], [b]) => b - a)
  for (const [client, end] of ends)
    for (let from = 0; from < end; ) {
      const { update, next } = pieceOf(doc, client, from)
      updates.push(update)
      from = next
      yield
    }
  // Why last: it names all that was deleted as well, and what stands in the place of that must not be missing.
  updates.push(Y.encodeStateAsUpdate(doc, began))
  return updates
}
