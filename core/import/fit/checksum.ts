/** FIT's own checksum over a file, so that a changed byte is noticed. */

/** CRC-16/ARC (polynomial 0x8005 reflected), a byte at a time: the nibble table of the protocol's text is slow. */
const table: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = (sum & 1) !== 0 ? (sum >> 1) ^ 0xa001 : sum >> 1
  return sum
})

export const checksumOf = (bytes: Uint8Array, from: number, to: number): number => {
  let sum = 0
  for (let at = from; at < to; at++) sum = (sum >> 8) ^ table[(sum ^ bytes[at]!) & 255]!
  return sum
}
