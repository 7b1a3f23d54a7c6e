/** Signed statements as a device knows them: each with its own id and what its signature turned out to be. */

import type { Json } from '../lib/canonical.ts'
import { hashOf } from '../lib/hash.ts'
import type { StatementId } from './ids.ts'
import type { SignedStatement, Statement } from './statement.ts'

/** Why a statement counts for nothing. */
export type NotVerified =
  | { readonly type: 'SignatureDoesNotMatch' }
  | { readonly type: 'DeviceNotInRoster' }
  | { readonly type: 'RoleNotHeld' }
  | { readonly type: 'OfAnotherAthlete' }
  | { readonly type: 'ChainBroken' }

/** One statement in the log. Only a verified one may change what is seen; the others are shown as what they are. */
export type LogEntry = {
  readonly id: StatementId
  readonly signed: SignedStatement
  readonly verified: { readonly ok: true } | { readonly ok: false; readonly why: NotVerified }
}

/** The statement's own name: the hash of what was signed. */
export const statementId = (statement: Statement): StatementId =>
  hashOf('statement', statement as Json) as unknown as StatementId
