/** A short name for content: the same content has the same hash on every device. */
import type { Brand } from './brand.ts'
import { sha256Hex } from './bytes.ts'
import { canonical, type Json } from './canonical.ts'

export type Hash = Brand<string, 'Hash'>

/** SHA-256 over a domain tag and canonical text, so that hashes of different kinds never meet. Hex, 64 letters. */
export const hashOf = (domain: string, value: Json): Hash => sha256Hex(`tandem/${domain}\n${canonical(value)}`) as Hash
