/** What a watch recorded, packed to a third of its size: a second later most figures are nearly the same. */
import type { ActivityId } from './ids.ts'
import type { Recorded, Streams } from './streams.ts'

/** The packed streams of one activity: what is handed from the reading worker to the store. */
export type PackedRecording = { readonly activity: ActivityId; readonly packed: Uint8Array<ArrayBuffer> }

/** Raise it when the layout changes; what bears another number is not read. */
const layout = 1
/** More entries than this are not believed. */
const longest = 1_000_000
/** A difference takes at most so many bytes. */
const widest = 5

/**
 * Each column as differences from the entry before, zigzag (0, −1, 1, −2 … become 0, 1, 2, 3 …), seven bits a byte, the
 * lowest first (LEB128). First the layout, the number of samples and the number of ends of pauses.
 */
export const packStreams = ({ seconds, decimetres, altitude, hr, pauses }: Streams): Uint8Array<ArrayBuffer> => {
  const columns = [seconds, decimetres, altitude, hr, pauses]
  const bytes = new Uint8Array(1 + widest * (2 + columns.reduce((sum, column) => sum + column.length, 0)))
  let at = 0
  const put = (value: number) => {
    let left = value
    while (left > 127) {
      bytes[at++] = (left & 127) | 128
      left >>>= 7
    }
    bytes[at++] = left
  }
  put(layout)
  put(seconds.length)
  put(pauses.length)
  for (const column of columns) {
    let before = 0
    for (let i = 0; i < column.length; i++) {
      // Why `| 0`: what was not recorded stands at the end of the range, one step below nothing.
      const step = (column[i]! - before) | 0
      before = column[i]!
      put(((step << 1) ^ (step >> 31)) >>> 0)
    }
  }
  return bytes.slice(0, at)
}

export const packed = ({ activity, streams }: Recorded): PackedRecording => ({
  activity,
  packed: packStreams(streams),
})

/** The streams again; undefined where the bytes are of another layout or were cut short. */
export const unpackStreams = (bytes: Uint8Array): Streams | undefined => {
  let at = 0
  const take = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128 || shift >= 7 * (widest - 1)) return value >>> 0
    }
  }
  if (take() !== layout) return undefined
  const [count, ends] = [take(), take()]
  if (count > longest || ends > longest) return undefined
  const into = <T extends { [at: number]: number; readonly length: number }>(column: T): T => {
    let value = 0
    for (let i = 0; i < column.length; i++) {
      const folded = take()
      value = (value + ((folded >>> 1) ^ -(folded & 1))) | 0
      column[i] = value
    }
    return column
  }
  const streams: Streams = {
    seconds: into(new Uint32Array(count)),
    decimetres: into(new Uint32Array(count)),
    altitude: into(new Int16Array(count)),
    hr: into(new Uint8Array(count)),
    pauses: into(new Uint32Array(ends)),
  }
  return at === bytes.length ? streams : undefined
}
