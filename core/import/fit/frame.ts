/** The frame of a FIT file: its parts, where each one ends, and how far a part that was cut short can still be read. */

/** One FIT file inside the bytes. `whole` is false where fewer bytes are here than its header promises. */
export type Part = { readonly from: number; readonly header: number; readonly dataEnd: number; readonly whole: boolean }

export const isFitAt = (bytes: Uint8Array, at: number): boolean =>
  bytes.length >= at + 12 &&
  (bytes[at] === 12 || bytes[at] === 14) &&
  [0x2e, 0x46, 0x49, 0x54].every((letter, i) => bytes[at + 8 + i] === letter)

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Several files may be chained, each with a header of its own; what follows the last one and is none is left alone. */
export const partsOf = (bytes: Uint8Array): { readonly parts: readonly Part[]; readonly rest: number } => {
  const parts: Part[] = []
  let from = 0
  while (isFitAt(bytes, from)) {
    const header = bytes[from]!
    const length = view(bytes).getUint32(from + 4, true)
    const end = from + header + length
    // Why: a recorder that dies leaves its length at 0; then everything that follows is its data.
    const whole = length > 0 && end <= bytes.length
    parts.push({ from, header, dataEnd: whole ? end : bytes.length, whole })
    if (!whole) return { parts, rest: 0 }
    from = end + 2
  }
  return { parts, rest: Math.max(0, bytes.length - from) }
}

/**
 * Where the last whole message of a part ends, so that the rest can be cut off. Walks the definitions (FIT protocol
 * 2.0, record headers: bit 7 compressed timestamp, bit 6 definition, bit 5 developer fields).
 */
export const lastWholeMessage = (bytes: Uint8Array, part: Part): number => {
  const sizes = new Map<number, { data: number; timestamp: number }>()
  let at = part.from + part.header
  while (at < part.dataEnd) {
    const head = bytes[at]!
    let next: number
    if ((head & 0x80) === 0 && (head & 0x40) !== 0) {
      const fields = bytes[at + 5] ?? 255
      const developerAt = at + 6 + fields * 3
      const developer = (head & 0x20) !== 0 ? (bytes[developerAt] ?? 255) : 0
      next = developerAt + ((head & 0x20) !== 0 ? 1 + developer * 3 : 0)
      if (next > part.dataEnd) return at
      let data = 0
      for (let i = 0; i < fields; i++) data += bytes[at + 6 + i * 3 + 1]!
      for (let i = 0; i < developer; i++) data += bytes[developerAt + 1 + i * 3 + 1]!
      const timestamp = fields > 0 && bytes[at + 6] === 253 ? bytes[at + 7]! : 0
      sizes.set(head & 0x0f, { data, timestamp })
    } else {
      const compressed = (head & 0x80) !== 0
      const size = sizes.get(compressed ? (head >> 5) & 3 : head & 0x0f)
      if (!size || (!compressed && (head & 0x30) !== 0)) return at
      next = at + 1 + size.data - (compressed ? size.timestamp : 0)
      if (next > part.dataEnd) return at
    }
    at = next
  }
  return at
}

/** Ranges of bytes, the first of them a header, as a file of its own whose header promises no more than is there. */
export const asFile = (
  bytes: Uint8Array,
  { header }: Part,
  ranges: readonly (readonly [number, number])[],
): Uint8Array<ArrayBuffer> => {
  const file = new Uint8Array(ranges.reduce((sum, [from, to]) => sum + to - from, 0))
  let at = 0
  for (const [from, to] of ranges) {
    file.set(bytes.subarray(from, to), at)
    at += to - from
  }
  view(file).setUint32(4, file.length - header, true)
  return file
}
