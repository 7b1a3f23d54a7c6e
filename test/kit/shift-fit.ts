/** A FIT file moved in time: every moment in it later by so many seconds, as if it had been run on another day. */

/** Fields that hold a moment, by message: 253 in all of them, starts in sessions and laps, creation, the local clock. */
const moments: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [4]],
  [18, [2]],
  [19, [2]],
  [34, [5]],
])

/** Only plain headers; the checksum is left out, which claims nothing. */
export const shiftFit = (original: Uint8Array, seconds: number): Uint8Array => {
  const bytes = original.slice()
  const view = new DataView(bytes.buffer)
  const end = Math.min(bytes.length, bytes[0]! + view.getUint32(4, true))
  const definitions = new Map<number, { size: number; little: boolean; at: readonly number[] }>()
  let at = bytes[0]!
  while (at < end) {
    const head = bytes[at]!
    if ((head & 0x40) !== 0) {
      const little = bytes[at + 2] === 0
      const own = moments.get(view.getUint16(at + 3, little)) ?? []
      const count = bytes[at + 5]!
      const developerAt = at + 6 + 3 * count
      const places: number[] = []
      let size = 0
      for (let i = at + 6; i < developerAt; i += 3) {
        if (bytes[i + 1] === 4 && (bytes[i] === 253 || own.includes(bytes[i]!))) places.push(size)
        size += bytes[i + 1]!
      }
      const developers = (head & 0x20) === 0 ? 0 : bytes[developerAt]!
      for (let i = 0; i < developers; i++) size += bytes[developerAt + 2 + 3 * i]!
      definitions.set(head & 15, { size, little, at: places })
      at = developerAt + ((head & 0x20) === 0 ? 0 : 1 + 3 * developers)
    } else {
      const definition = definitions.get(head & 15)
      if (definition === undefined || (head & 0x80) !== 0) break
      for (const place of definition.at) {
        const value = view.getUint32(at + 1 + place, definition.little)
        if (value !== 0xffffffff) view.setUint32(at + 1 + place, value + seconds, definition.little)
      }
      at += 1 + definition.size
    }
  }
  if (end + 2 <= bytes.length) view.setUint16(end, 0, true)
  return bytes
}
