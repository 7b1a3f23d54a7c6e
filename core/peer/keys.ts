/** A device's own keys: what it signs with, what others close things to it with, and the name both give it. */
import { fromBase64url, sha256Hex, toBase64url, toUtf8 } from '../lib/bytes.ts'
import type { DeviceId } from '../model/ids.ts'
import type { Lockbox, MemberDevice } from '../model/member.ts'
import { type Bytes, closeWith, joined, openWith, stretch } from './secret.ts'
import { words } from './words.ts'

/** `alg` is tagged so that another curve can follow. The private halves can be used here and never read out. */
export type DeviceKeys = {
  readonly alg: 'P-256'
  readonly id: DeviceId
  /** The two raw public keys, signing then agreement, 65 bytes each, base64url. */
  readonly keys: string
  readonly signing: CryptoKeyPair
  readonly agreement: CryptoKeyPair
}

/** What is known of another device. */
export type PublicKeys = {
  readonly id: DeviceId
  readonly keys: string
  readonly signing: CryptoKey
  readonly agreement: CryptoKey
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const
const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const
const withSha256 = { name: 'ECDSA', hash: 'SHA-256' } as const
const rawKeyBytes = 65

const hashBytes = (text: string): Uint8Array =>
  Uint8Array.from(sha256Hex(text).match(/../g) ?? [], pair => Number.parseInt(pair, 16))

/** A device is named by its keys: nobody else can sign under the name. 22 letters, 132 bits. */
export const deviceIdOf = (keys: string): DeviceId =>
  toBase64url(hashBytes(`tandem/device\n${keys}`)).slice(0, 22) as DeviceId

/** Six words to compare by voice: 48 bits of the keys. */
export const fingerprintOf = (keys: string): string =>
  [...hashBytes(`tandem/fingerprint\n${keys}`).slice(0, 6)].map(byte => words[byte]).join(' ')

/** New keys, made here; the private halves cannot leave the platform's key store. */
export const makeDeviceKeys = async (): Promise<DeviceKeys> => {
  const signing = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify'])
  const agreement = await crypto.subtle.generateKey(ecdh, false, ['deriveBits'])
  const raw = await Promise.all([signing, agreement].map(pair => crypto.subtle.exportKey('raw', pair.publicKey)))
  const keys = toBase64url(joined(...raw.map(key => new Uint8Array(key))))
  return { alg: 'P-256', id: deviceIdOf(keys), keys, signing, agreement }
}

const read = new Map<string, Promise<PublicKeys | undefined>>()

/** The public keys in a text, or undefined where it holds none. */
export const readKeys = (keys: string): Promise<PublicKeys | undefined> => {
  const before = read.get(keys)
  if (before) return before
  const now = importKeys(keys)
  // Why: strangers can show any number of keys, and a cache is no place to keep them.
  if (read.size > 500) read.clear()
  read.set(keys, now)
  return now
}

const importKeys = async (keys: string): Promise<PublicKeys | undefined> => {
  const raw = fromBase64url(keys)
  if (raw === undefined || raw.length !== 2 * rawKeyBytes || toBase64url(raw) !== keys) return undefined
  try {
    const signing = await crypto.subtle.importKey('raw', raw.slice(0, rawKeyBytes), ecdsa, true, ['verify'])
    const agreement = await crypto.subtle.importKey('raw', raw.slice(rawKeyBytes), ecdh, true, [])
    return { id: deviceIdOf(keys), keys, signing, agreement }
  } catch {
    return undefined
  }
}

/** Signs bytes that already carry their domain tag (ES256, 64 bytes). */
export const signBytes = async (mine: DeviceKeys, bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign(withSha256, mine.signing.privateKey, bytes))

/** Whether a device signed these bytes. */
export const verifyBytes = async (by: PublicKeys, signature: Bytes, bytes: Bytes): Promise<boolean> => {
  try {
    return await crypto.subtle.verify(withSha256, by.signing, signature, bytes)
  } catch {
    return false
  }
}

const lockInfo = (space: string, to: DeviceId, epoch: number): string => `tandem/lockbox\n${space}\n${to}\n${epoch}`

const agreed = async (privateKey: CryptoKey, publicKey: CryptoKey, info: string): Promise<Bytes> => {
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)
  return stretch(new Uint8Array(bits), info)
}

/** Closes a space's key so that one device can open it, with a key made for this once and forgotten. */
export const lockFor = async (to: PublicKeys, space: string, epoch: number, secret: Bytes): Promise<Lockbox> => {
  const once = await crypto.subtle.generateKey(ecdh, false, ['deriveBits'])
  const from = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey))
  const info = lockInfo(space, to.id, epoch)
  const box = await closeWith(await agreed(once.privateKey, to.agreement, info), secret, toUtf8(info) as Bytes)
  return { epoch, to: to.id, from: toBase64url(from), box: toBase64url(box) }
}

/** Opens what was closed to this device; undefined where it was not, or was altered. */
export const unlock = async (mine: DeviceKeys, space: string, lockbox: Lockbox): Promise<Bytes | undefined> => {
  const from = fromBase64url(lockbox.from)
  const box = fromBase64url(lockbox.box)
  if (lockbox.to !== mine.id || from === undefined || box === undefined) return undefined
  try {
    const publicKey = await crypto.subtle.importKey('raw', from, ecdh, false, [])
    const info = lockInfo(space, mine.id, lockbox.epoch)
    return openWith(await agreed(mine.agreement.privateKey, publicKey, info), box, toUtf8(info) as Bytes)
  } catch {
    return undefined
  }
}

/** The keys of a recovery file, as text: the private halves are PKCS 8, base64url. */
export type FileKeys = { readonly keys: string; readonly signing: string; readonly agreement: string }

/** Keys that leave this device once, into a recovery file; `since` in minutes since 1970-01-01 UTC. */
export const makeFileKeys = async (
  since: number,
): Promise<{ readonly device: MemberDevice; readonly key: FileKeys }> => {
  const signing = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const agreement = await crypto.subtle.generateKey(ecdh, true, ['deriveBits'])
  const raw = await Promise.all([signing, agreement].map(pair => crypto.subtle.exportKey('raw', pair.publicKey)))
  const secret = await Promise.all([signing, agreement].map(pair => crypto.subtle.exportKey('pkcs8', pair.privateKey)))
  const keys = toBase64url(joined(...raw.map(key => new Uint8Array(key))))
  const [sign, agree] = secret.map(key => toBase64url(new Uint8Array(key)))
  return { device: { id: deviceIdOf(keys), keys, since, file: true }, key: { keys, signing: sign!, agreement: agree! } }
}

/** The keys of a recovery file as a device's own, from here on not to be read out; undefined where they do not fit. */
export const readFileKeys = async ({ keys, signing, agreement }: FileKeys): Promise<DeviceKeys | undefined> => {
  const known = await readKeys(keys)
  const [sign, agree] = [fromBase64url(signing), fromBase64url(agreement)]
  if (known === undefined || sign === undefined || agree === undefined) return undefined
  try {
    const mine: DeviceKeys = {
      alg: 'P-256',
      id: known.id,
      keys,
      signing: {
        publicKey: known.signing,
        privateKey: await crypto.subtle.importKey('pkcs8', sign, ecdsa, false, ['sign']),
      },
      agreement: {
        publicKey: known.agreement,
        privateKey: await crypto.subtle.importKey('pkcs8', agree, ecdh, false, ['deriveBits']),
      },
    }
    const bytes = toUtf8('tandem/file') as Bytes
    return (await verifyBytes(known, await signBytes(mine, bytes), bytes)) ? mine : undefined
  } catch {
    return undefined
  }
}
