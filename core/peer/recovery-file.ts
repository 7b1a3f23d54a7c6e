/** A recovery file: everything a device holds, closed with a passphrase; whoever has the file alone reads nothing. */
import { fromBase64url, toBase64url, toUtf8 } from '../lib/bytes.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import { parse, parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { type RecoveryBody, recoveryBodySchema, recoveryHeadSchema, recoveryVersion } from '../model/recovery.ts'
import type { RestoreError } from './api.ts'
import { type Bytes, closeWith, joined, openWith, randomBytes } from './secret.ts'

const mark = 'tandem-recovery '
/** PBKDF2-HMAC-SHA-256 (RFC 8018): about a second on a phone; OWASP's least is 600,000 (2023). */
export const usualRounds = 1_000_000
const mostHead = 1000

const keyFrom = async (passphrase: string, salt: Bytes, iterations: number): Promise<Bytes> => {
  const secret = toUtf8(passphrase.normalize('NFKC').trim()) as Bytes
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits'])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256))
}

/** `tandem-recovery {head}` and a line's end, then the body closed with the passphrase, the head authenticated beside it. */
export const writeRecovery = async (body: RecoveryBody, passphrase: string, rounds: number): Promise<Bytes> => {
  const salt = randomBytes(16)
  const head = { v: recoveryVersion, kdf: 'PBKDF2-SHA-256', rounds, salt: toBase64url(salt), made: body.made }
  const line = toUtf8(`${mark}${canonical(head as Json)}\n`) as Bytes
  const plain = toUtf8(JSON.stringify(body)) as Bytes
  return joined(line, await closeWith(await keyFrom(passphrase, salt, rounds), plain, line))
}

/** Whether a file begins as a recovery file does. */
export const looksLikeRecovery = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, mark.length)) === mark

/** Opens a recovery file; nothing is changed anywhere. */
export const readRecovery = async (
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<RecoveryBody, RestoreError>> => {
  const end = bytes.subarray(0, mostHead).indexOf(10)
  if (!looksLikeRecovery(bytes) || end < 0) return err({ type: 'NotARecoveryFile' })
  const line = new Uint8Array(bytes.slice(0, end + 1))
  const json = parseJson(new TextDecoder().decode(line.subarray(mark.length)))
  const version = json.ok ? (json.value as { v?: unknown } | null)?.v : undefined
  if (typeof version === 'number' && version > recoveryVersion) return err({ type: 'NewerVersion' })
  const head = json.ok ? parse(recoveryHeadSchema, json.value) : undefined
  const salt = head?.ok ? fromBase64url(head.value.salt) : undefined
  if (!head?.ok || salt === undefined) return err({ type: 'Damaged' })
  const key = await keyFrom(passphrase, salt as Bytes, head.value.rounds)
  const plain = await openWith(key, new Uint8Array(bytes.slice(end + 1)), line)
  if (plain === undefined) return err({ type: 'CannotOpen' })
  const inside = parseJson(new TextDecoder().decode(plain))
  const body = inside.ok ? parse(recoveryBodySchema, inside.value) : undefined
  return body?.ok ? ok(body.value) : err({ type: 'Damaged' })
}
