/** Signed statements as a device knows them: each with its own id and what its signature turned out to be. */

import type { Json } from '../lib/canonical.ts'
import { hashOf } from '../lib/hash.ts'
import { by } from '../lib/order.ts'
import type { StatementId } from './ids.ts'
import type { SignedStatement, Statement } from './statement.ts'

/** Why a statement counts for nothing. */
export type NotVerified =
  | { readonly type: 'SignatureDoesNotMatch' }
  | { readonly type: 'DeviceNotInRoster' }
  | { readonly type: 'RoleNotHeld' }
  | { readonly type: 'OfAnotherAthlete' }
  | { readonly type: 'ChainBroken' }
  /** It is dated before something its device had said, or said that it had seen. */
  | { readonly type: 'DatedBack' }

/** One statement in the log. Only a verified one may change what is seen; the others are shown as what they are. */
export type LogEntry = {
  readonly id: StatementId
  readonly signed: SignedStatement
  readonly verified: { readonly ok: true } | { readonly ok: false; readonly why: NotVerified }
}

const named = new WeakMap<Statement, StatementId>()

/** The statement's own name: the hash of what was signed. A statement is never changed, so each is hashed once. */
export const statementId = (statement: Statement): StatementId => {
  const before = named.get(statement)
  if (before !== undefined) return before
  const id = hashOf('statement', statement as Json) as unknown as StatementId
  named.set(statement, id)
  return id
}

/**
 * The order in which statements count: by time, and within one minute as each device said them; what was judged as the
 * second of two stays the second everywhere.
 */
export const asSaid = by<{ readonly id: string; readonly signed: SignedStatement }>(
  ({ signed }) => signed.statement.at,
  ({ signed }) => signed.statement.device,
  ({ signed }) => signed.statement.seq,
  ({ id }) => id,
)
