/** One sealed piece of what a device wrote: closed to all but the members, numbered, chained and signed. */
import { sha256Hex, toBase64url, toHex, toUtf8 } from '../lib/bytes.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import type { Hash } from '../lib/hash.ts'
import { parse, parseJson } from '../lib/parse.ts'
import { type Header, headerSchema } from '../model/envelope.ts'
import { type DeviceKeys, type PublicKeys, signBytes, verifyBytes } from './keys.ts'
import { type Bytes, closeWith, joined, openWith } from './secret.ts'

/** A plain body is cut into parts of at most this many bytes, so that an envelope stays under 64 KiB. */
export const maxBody = 60_000
export const maxEnvelope = 65_536
const tag = toUtf8('tandem/envelope\n')
const signatureBytes = 64
const versionByte = 1

/** An envelope taken apart, nothing checked yet but its shape. `hash` names what was signed, not the signature. */
export type Sealed = {
  readonly bytes: Bytes
  readonly header: Header
  readonly hash: Hash
  readonly known: Bytes
  readonly closed: Bytes
  readonly signed: Bytes
  readonly signature: Bytes
}

/** What its sender decides; the length follows from the body. */
export type Label = Omit<Header, 'length'>

/** Seals a plain body: [1] [header length, 2 bytes] [header] [12 bytes] [closed body] [64 bytes signature]. */
export const seal = async (mine: DeviceKeys, label: Label, body: Bytes, secret: Bytes): Promise<Sealed> => {
  const header: Header = { ...label, length: body.length + 28 }
  const text = toUtf8(canonical(header as Json))
  const known = joined(Uint8Array.of(versionByte, text.length >> 8, text.length & 255), text)
  const closed = await closeWith(secret, body, known)
  const signed = joined(tag, known, closed)
  const signature = await signBytes(mine, signed)
  return {
    bytes: joined(known, closed, signature),
    header,
    hash: hashOf(known, closed),
    known,
    closed,
    signed,
    signature,
  }
}

// Why: a signature can be made anew over the same bytes; an envelope is the same one all the same.
const hashOf = (known: Bytes, closed: Bytes): Hash => sha256Hex(joined(known, closed)) as Hash

/** Names an envelope with its signature: two of one mark are the same bytes. */
export const markOf = ({ hash, bytes }: { readonly hash: string; readonly bytes: Uint8Array }): string =>
  `${hash}/${toBase64url(bytes.subarray(-signatureBytes))}`

const decoder = new TextDecoder('utf-8', { fatal: true })
const textOf = (bytes: Bytes): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

const cutUp = (bytes: Uint8Array): Omit<Sealed, 'hash'> | undefined => {
  if (bytes.length > maxEnvelope || bytes.length < 3 || bytes[0] !== versionByte) return undefined
  const own = new Uint8Array(bytes)
  const bodyAt = 3 + ((own[1]! << 8) | own[2]!)
  const text = textOf(own.slice(3, bodyAt))
  const json = text === undefined ? undefined : parseJson(text)
  const header = json?.ok ? parse(headerSchema, json.value) : undefined
  if (!header?.ok || canonical(header.value as Json) !== text) return undefined
  if (own.length !== bodyAt + header.value.length + signatureBytes) return undefined
  const known = own.slice(0, bodyAt)
  const closed = own.slice(bodyAt, own.length - signatureBytes)
  const signature = own.slice(own.length - signatureBytes)
  const signed = joined(tag, known, closed)
  return { bytes: own, header: header.value, known, closed, signed, signature }
}

/** Takes an envelope apart, or undefined where the bytes are none: too large, cut short, or a label of another shape. */
export const takeApart = (bytes: Uint8Array): Sealed | undefined => {
  const parts = cutUp(bytes)
  return parts && { ...parts, hash: hashOf(parts.known, parts.closed) }
}

/** The same where many are read at once: the platform hashes them beside each other, and many times as fast. */
export const takeApartBeside = async (bytes: Uint8Array): Promise<Sealed | undefined> => {
  const parts = cutUp(bytes)
  if (parts === undefined) return undefined
  const digest = await crypto.subtle.digest('SHA-256', joined(parts.known, parts.closed))
  return { ...parts, hash: toHex(new Uint8Array(digest)) as Hash }
}

/** Whether the device it names signed it. */
export const isFrom = (by: PublicKeys, sealed: Sealed): Promise<boolean> =>
  by.id === sealed.header.device ? verifyBytes(by, sealed.signature, sealed.signed) : Promise.resolve(false)

/** The plain body, or undefined where none of the keys is the one or anything was altered. */
export const openBody = async (sealed: Sealed, ...secrets: readonly Bytes[]): Promise<Bytes | undefined> => {
  for (const secret of secrets) {
    const body = await openWith(secret, sealed.closed, sealed.known)
    if (body !== undefined) return body
  }
  return undefined
}

/** A body that is one value, as canonical text. */
export const bodyOf = (value: unknown): Bytes => toUtf8(canonical(value as Json)) as Bytes

/** The value in a body of canonical text, or undefined. */
export const readBody = (body: Bytes): unknown => {
  const text = textOf(body)
  const json = text === undefined ? undefined : parseJson(text)
  return json?.ok ? json.value : undefined
}

/** A body cut into parts that fit, in order; an empty one is one part. */
export const cut = (body: Bytes): readonly Bytes[] =>
  Array.from({ length: Math.max(1, Math.ceil(body.length / maxBody)) }, (_, i) =>
    body.slice(i * maxBody, (i + 1) * maxBody),
  )
