/** A file compressed on its own, as services hand them out: `run.fit.gz`. */
import { Gunzip } from 'fflate'
import { err, ok } from '../lib/result.ts'
import {
  type ByteSource,
  bombRatio,
  deepest,
  type Example,
  type FileReport,
  fileLimit,
  type ImportContext,
  type Importer,
  refused,
  sourceOf,
  startsWith,
  type Unpacked,
} from './importer.ts'

/** Pieces pushed at once: small, because each may unpack a thousandfold before it can be stopped. */
const pieceBytes = 16 * 1024

async function* read(source: ByteSource, context: ImportContext): AsyncGenerator<FileReport> {
  const { name, size } = source
  if (context.depth >= deepest) return yield refused(name, { type: 'NestedTooDeep' })
  if (size > fileLimit) return yield refused(name, { type: 'TooLarge', size, limit: fileLimit })
  const unpacked = gunzip(name, await source.read(0, size), context)
  if (!unpacked.ok) return yield refused(name, unpacked.error)
  yield* context.open(unpacked.value, { ...context, depth: context.depth + 1 })
}

/** Unpacks, and stops as soon as it is more than any recording or than there is room for. What was cut short is kept. */
const gunzip = (name: string, bytes: Uint8Array, { room, freeBytes }: ImportContext): Unpacked => {
  const pieces: Uint8Array[] = []
  let size = 0
  const stream = new Gunzip(piece => {
    pieces.push(piece)
    size += piece.length
  })
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      stream.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
      if (size > bombRatio * bytes.length) return err({ type: 'Bomb', ratio: Math.round(size / bytes.length) })
      if (size > room.left) return err({ type: 'NotEnoughRoom', needs: size, free: freeBytes ?? 0 })
      if (size > fileLimit) return err({ type: 'TooLarge', size, limit: fileLimit })
    }
  } catch {
    // Why: the library throws at the end of a stream that was cut short; what came before it is good.
    if (size === 0) return err({ type: 'Damaged' })
  }
  room.left -= size
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return ok(sourceOf(name, whole))
}

export const importer: Importer = {
  id: 'gz',
  title: 'Compressed file',
  recognises: head => startsWith(head, 0x1f, 0x8b),
  read,
}

export const examples: readonly Example[] = [
  { name: 'a compressed FIT', file: 'run.fit.gz', head: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3] },
  { name: 'a compressed file without a telling name', file: '4711', head: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3] },
]
