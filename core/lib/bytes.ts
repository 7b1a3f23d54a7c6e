/** Text and bytes, hex and base64url: the only encodings the product uses. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

export { bytesToHex as toHex, utf8ToBytes as toUtf8 }

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const valueOfLetter = new Map([...alphabet].map((letter, value) => [letter, value]))

/** Base64url without padding (RFC 4648 §5). */
export const toBase64url = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const letters = Math.min(4, bytes.length - i + 1)
    for (let j = 0; j < letters; j++) text += alphabet[(three >> (18 - 6 * j)) & 63]
  }
  return text
}

/** The bytes of a base64url text, or undefined where it is not one. */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    const value = valueOfLetter.get(letter)
    if (value === undefined) return undefined
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
    }
  }
  return bytes
}

/** The bytes of a hex text, or undefined where it is not one. */
export const fromHex = (text: string): Uint8Array | undefined =>
  /^([0-9a-f]{2})*$/.test(text) ? hexToBytes(text) : undefined

/** SHA-256 of bytes or of the UTF-8 of a text, as lower-case hex. */
export const sha256Hex = (input: Uint8Array | string): string =>
  bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input))
