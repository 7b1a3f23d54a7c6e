/** Reads the signed statements and says of each whether it is what it claims to be. */
import { fromBase64url, toUtf8 } from '../lib/bytes.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import type { AthleteId, StatementId } from '../model/ids.ts'
import { type LogEntry, type NotVerified, statementId } from '../model/log.ts'
import type { MemberRole, SignedStatement, Statement, StatementType } from '../model/statement.ts'
import { checkChain } from '../plan/index.ts'
import { datedBack } from './dated-back.ts'
import { readKeys, verifyBytes } from './keys.ts'
import { maySignAs } from './roles.ts'
import type { Members } from './roster.ts'
import type { Bytes } from './secret.ts'

/** What a device signs: the same bytes whose hash names the statement. */
export const statementBytes = (statement: Statement): Bytes =>
  toUtf8(`tandem/statement\n${canonical(statement as Json)}`) as Bytes

const coachFirst: readonly MemberRole[] = ['coach', 'owner', 'athlete', 'assistant', 'viewer']
const athleteFirst: readonly MemberRole[] = ['athlete', 'coach', 'owner', 'assistant', 'viewer']
const headFirst: readonly MemberRole[] = ['head-coach', ...coachFirst]
const orderOf = (type: StatementType) =>
  type === 'moved' ? athleteFirst : type === 'published' ? headFirst : coachFirst

/**
 * In which of their roles a person says something: a move is the athlete's own, the playbook the head coach's, all else
 * the coach's if they are one.
 */
export const roleFor = (type: StatementType, roles: readonly MemberRole[]): MemberRole | undefined =>
  orderOf(type).find(role => maySignAs(role, roles))

export type Whose = { readonly athlete: AthleteId; readonly club: string }

/** Reads a log; remembers each signature it has checked. */
export class Log {
  readonly #signatures = new Map<StatementId, { readonly signature: string; readonly holds: boolean }>()

  /** Every statement with what it turned out to be, in the order given. `rosterOf`: under which list it came. */
  async read(
    signed: readonly SignedStatement[],
    whose: Whose,
    members: Members,
    rosterOf: ReadonlyMap<string, number>,
  ): Promise<readonly LogEntry[]> {
    const broken = brokenIn(signed)
    const entries: readonly LogEntry[] = await Promise.all(
      signed.map(async one => {
        const id = statementId(one.statement)
        const why = broken.has(id)
          ? { type: 'ChainBroken' as const }
          : await this.#fault(id, one, whose, members, rosterOf)
        return { id, signed: one, verified: why === undefined ? { ok: true as const } : { ok: false as const, why } }
      }),
    )
    const back = datedBack(entries)
    const why = { type: 'DatedBack' as const }
    return entries.map(entry => (back.has(entry.id) ? { ...entry, verified: { ok: false, why } } : entry))
  }

  async #fault(
    id: StatementId,
    { statement, signature }: SignedStatement,
    whose: Whose,
    members: Members,
    rosterOf: ReadonlyMap<string, number>,
  ): Promise<NotVerified | undefined> {
    if (statement.athlete !== whose.athlete || statement.club !== whose.club) return { type: 'OfAnotherAthlete' }
    const keys = members.keysOf(statement.device)
    if (keys === undefined || members.personOf(statement.device) !== statement.by) return { type: 'DeviceNotInRoster' }
    if (!(await this.#holds(id, signature, statement, keys))) return { type: 'SignatureDoesNotMatch' }
    const version = rosterOf.get(id)
    // Why: a statement that came in no envelope stands in no chain, whoever signed it.
    if (version === undefined) return { type: 'ChainBroken' }
    const roles = members.rolesOf(statement.device, version)
    // Why the hash: a published race plan names no playbook, and is any coach's to sign.
    const isPlaybook = statement.type === 'published' && statement.playbookHash !== null
    const may = !isPlaybook || !members.hasHead(version) || statement.role === 'head-coach'
    return may && maySignAs(statement.role, roles) ? undefined : { type: 'RoleNotHeld' }
  }

  async #holds(id: StatementId, signature: string, statement: Statement, keysText: string): Promise<boolean> {
    const before = this.#signatures.get(id)
    if (before?.signature === signature) return before.holds
    const keys = await readKeys(keysText)
    const bytes = fromBase64url(signature)
    const holds =
      keys !== undefined && bytes !== undefined && (await verifyBytes(keys, bytes, statementBytes(statement)))
    this.#signatures.set(id, { signature, holds })
    return holds
  }
}

/** The statements that do not follow the one before of their device: one was removed, put in between, or said twice. */
const brokenIn = (signed: readonly SignedStatement[]): ReadonlySet<StatementId> => {
  const entries = signed.map(one => ({ id: statementId(one.statement), signed: one, verified: { ok: true as const } }))
  const broken = new Set<StatementId>()
  const breaks = checkChain(entries)
  for (const device of new Set(breaks.map(one => one.device))) {
    const ofDevice = entries.filter(({ signed: { statement } }) => statement.device === device)
    const seqs = ofDevice.map(({ signed: { statement } }) => statement.seq).sort((a, b) => a - b)
    // Why: where one is missing, it is the next one that hangs in the air.
    const places = new Set(
      breaks
        .filter(one => one.device === device)
        .map(({ type, seq }) => (type === 'Missing' ? seqs.find(other => other > seq) : seq)),
    )
    for (const { id, signed } of ofDevice) if (places.has(signed.statement.seq)) broken.add(id)
  }
  return broken
}
