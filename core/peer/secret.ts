/** Shared secrets of a space: made at random, stretched for one use each, and never shown to a server. */
import { toBase64url, toUtf8 } from '../lib/bytes.ts'

/** Bytes the platform's cryptography takes. */
export type Bytes = Uint8Array<ArrayBuffer>

export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count))
/** A fresh name: 22 letters, 128 bits and more. */
export const randomId = (): string => toBase64url(randomBytes(17)).slice(0, 22)

export const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

/** Another secret of 32 bytes for one named use (HKDF, RFC 5869), from which the first cannot be told. */
export const stretch = async (secret: Bytes, use: string): Promise<Bytes> => {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: toUtf8(use) as Bytes }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
}

const keysOf = new WeakMap<Bytes, Promise<CryptoKey>>()

const aesKey = (secret: Bytes): Promise<CryptoKey> => {
  const before = keysOf.get(secret)
  if (before) return before
  const key = crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt'])
  keysOf.set(secret, key)
  return key
}

/** AES-256-GCM: 12 random bytes, then the closed text with its tag. `known` is authenticated beside it. */
export const closeWith = async (secret: Bytes, plain: Bytes, known: Bytes): Promise<Bytes> => {
  const iv = randomBytes(12)
  const how = { name: 'AES-GCM', iv, additionalData: known }
  return joined(iv, new Uint8Array(await crypto.subtle.encrypt(how, await aesKey(secret), plain)))
}

/** The plain bytes, or undefined where the key is another or one bit was altered. */
export const openWith = async (secret: Bytes, closed: Bytes, known: Bytes): Promise<Bytes | undefined> => {
  if (closed.length < 28) return undefined
  const how = { name: 'AES-GCM', iv: closed.slice(0, 12), additionalData: known }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, await aesKey(secret), closed.slice(12)))
  } catch {
    return undefined
  }
}

/** A proof that whoever made it holds the secret (HMAC-SHA-256). */
export const proof = async (secret: Bytes, bytes: Bytes): Promise<Bytes> => {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))
}
