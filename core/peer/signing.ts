/** A word a person stands by: chained to their last, signed by their device, and on the disk before anybody sees it. */
import * as Y from 'yjs'
import { toBase64url } from '../lib/bytes.ts'
import { parse } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { StatementId } from '../model/ids.ts'
import { type LogEntry, statementId } from '../model/log.ts'
import { type MemberRole, type SignedStatement, statementSchema } from '../model/statement.ts'
import { isReadOnly, putStatement, readStatements } from '../plan/index.ts'
import { localOrigin, type SignError, type StatementDraft } from './api.ts'
import { standAfter } from './dated-back.ts'
import { signBytes } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { roleFor, statementBytes } from './log.ts'
import { maySignAs, mayWrite } from './roles.ts'
import type { Bytes } from './secret.ts'
import { encodeVector } from './update.ts'

/** The transaction origin of what was entered before it was put into the document. */
const enteredOrigin = { entered: true } as const

/**
 * Signs a statement and enters it. Call within `ledger.write`. `minute` is the clock in minutes since 1970; a statement is
 * never dated before its device's last one, nor before one this device has verified, so that no clock set back can slip
 * a word in between; unless somebody else's is dated more than a day ahead.
 */
export const signStatement = async (
  ledger: Ledger,
  log: readonly LogEntry[],
  draft: StatementDraft,
  as: MemberRole | undefined,
  minute: number,
): Promise<Result<StatementId, SignError>> => {
  const { me, members, chains, docs } = ledger
  const roles = members.rolesOf(me.id)
  const role = as === undefined ? roleFor(draft.type, roles) : maySignAs(as, roles) ? as : undefined
  const roster = members.latest
  const by = members.personOf(me.id)
  const may = mayWrite('statements', roles)
  if (!ledger.isMember || !may || role === undefined || roster === undefined || by === undefined)
    return err({ type: 'NotAMember' })
  const mine = readStatements(docs.statements)
    .signed.map(({ statement }) => statement)
    .filter(({ device }) => device === me.id)
  const last = mine.reduce<(typeof mine)[number] | undefined>((a, b) => (a && a.seq > b.seq ? a : b), undefined)
  const { after, at } = standAfter(me.id, log, minute)
  const parsed = parse(statementSchema, {
    ...draft,
    v: 1,
    club: roster.club,
    athlete: roster.athlete,
    by,
    device: me.id,
    role,
    seq: (last?.seq ?? 0) + 1,
    prev: last === undefined ? null : statementId(last),
    at: Math.max(at, last?.at ?? 0),
    ...(after.length === 0 ? {} : { after }),
  })
  if (!parsed.ok) return err({ type: 'NotSaved', why: `this cannot be signed (${parsed.error.at})` })
  const statement = parsed.value
  const signature = toBase64url(await signBytes(me, statementBytes(statement)))
  const beside = besideOf(ledger)
  const update = updateWith(docs.statements, beside, { statement, alg: 'ES256', signature })
  if (update === undefined) return err({ type: 'NotSaved', why: 'the log was written by a newer app; update this one' })
  const written = await ledger.enter([{ kind: 'update', doc: 'statements', body: update }])
  if (!written.ok) {
    // Why: what is in it now never came to be; the next one begins again from what was entered.
    besides.delete(ledger)
    return err({ type: 'NotSaved', why: written.why })
  }
  const id = statementId(statement)
  chains.rosterOfStatement.set(id, roster.version)
  Y.applyUpdate(docs.statements, update, enteredOrigin)
  return ok(id)
}

const besides = new WeakMap<Ledger, Y.Doc>()

/** A document with only what this window signed. Why beside: what could not be saved must not be seen either. */
const besideOf = (ledger: Ledger): Y.Doc => {
  const before = besides.get(ledger)
  if (before !== undefined) return before
  const { statements } = ledger.docs
  const others = Y.decodeStateVector(Y.encodeStateVector(statements))
  others.delete(ledger.signer)
  const beside = new Y.Doc()
  Y.applyUpdate(beside, Y.encodeStateAsUpdate(statements, encodeVector(others)))
  // Why only now: Yjs takes another id where it reads writing under its own.
  beside.clientID = ledger.signer
  besides.set(ledger, beside)
  return beside
}

/** The update that adds a statement, made beside the document. */
const updateWith = (doc: Y.Doc, beside: Y.Doc, signed: SignedStatement): Bytes | undefined => {
  let update: Bytes | undefined
  const take = (added: Uint8Array) => {
    update = new Uint8Array(added)
  }
  beside.on('update', take)
  const put = isReadOnly(doc) ? undefined : putStatement(beside, signed, localOrigin)
  beside.off('update', take)
  return put?.ok ? update : undefined
}
