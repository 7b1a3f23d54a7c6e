/** FIT's own checksum over a file, so that a changed byte is noticed. */

/** CRC-16/ARC (polynomial 0x8005 reflected) of one byte: the nibble table of the protocol's text is slow. */
const ofByte = (byte: number): number => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = (sum & 1) !== 0 ? (sum >> 1) ^ 0xa001 : sum >> 1
  return sum
}

const last = Uint16Array.from({ length: 256 }, (_, byte) => ofByte(byte))
/** The same of a byte that is followed by one, two and three zeros, so that four bytes are taken at a time. */
const third = last.map(sum => (sum >> 8) ^ last[sum & 255]!)
const second = third.map(sum => (sum >> 8) ^ last[sum & 255]!)
const first = second.map(sum => (sum >> 8) ^ last[sum & 255]!)

export const checksumOf = (bytes: Uint8Array, from: number, to: number): number => {
  let sum = 0
  let at = from
  for (; at + 4 <= to; at += 4)
    sum =
      first[(sum ^ bytes[at]!) & 255]! ^
      second[((sum >> 8) ^ bytes[at + 1]!) & 255]! ^
      third[bytes[at + 2]!]! ^
      last[bytes[at + 3]!]!
  for (; at < to; at++) sum = (sum >> 8) ^ last[(sum ^ bytes[at]!) & 255]!
  return sum
}
