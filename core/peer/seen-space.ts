/** A space as a person sees it: who is in it, what was signed, who waits, and how it is stored and connected. */
import type { Result } from '../lib/result.ts'
import type { AthleteId, DeviceId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import type { InviteRole } from '../model/member.ts'
import type { MemberRole } from '../model/statement.ts'
import { readStatements } from '../plan/index.ts'
import type {
  FolderState,
  HeldPiece,
  Invite,
  JoinRequest,
  Member,
  PairingError,
  Presence,
  RemovedDevice,
  Space,
  SpaceStatus,
} from './api.ts'
import { makeInvite } from './door.ts'
import type { Drafts } from './drafts.ts'
import { noFolder } from './folder-keeper.ts'
import { heldPieces } from './held-pieces.ts'
import { fingerprintOf } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { type Line, type LineOptions, type LineState, noLine } from './line.ts'
import { Log } from './log.ts'
import { lookAround, type Seen } from './looking.ts'
import { isOut } from './removal.ts'
import { type Kept, rowsIn } from './rescue.ts'
import { attempt } from './store.ts'
import type { Word } from './tabs.ts'

export type SpaceOptions = Omit<LineOptions, 'arrived' | 'changed'> & {
  readonly tell: (word: Word) => void
  readonly who: () => { readonly person: Presence['person']; readonly name: string }
  readonly changed: () => void
  /** Opens this space anew: more was read in it than counts. */
  readonly reopen: () => void
}

/** What the window that holds the line tells the others of it. */
export type SharedState = LineState & { readonly folder: FolderState }

export abstract class SeenSpace {
  readonly id: string
  readonly docs: Ledger['docs']
  protected readonly options: SpaceOptions
  protected readonly ledger: Ledger
  protected abstract readonly drafts: Drafts
  protected line: Line | undefined
  /** How the line is, where another window holds it. */
  protected shared: SharedState = { ...noLine, folder: noFolder }
  protected looking: Promise<void> | undefined
  protected ended = false
  readonly #reader = new Log()
  protected readonly listeners = new Set<() => void>()
  #log: readonly LogEntry[] = []
  #statementsRead = 0
  #logOf = ''
  #logReading = Promise.resolve()
  #seen: Seen = { requests: [], invites: [], confirmations: [], stopped: [], waiting: [], late: new Map() }
  #lookAgain = false

  constructor(options: SpaceOptions) {
    this.options = options
    this.ledger = options.ledger
    this.id = options.ledger.row.id
    this.docs = options.ledger.docs
    this.docs.statements.on('update', () => {
      this.#statementsRead++
      this.refresh()
    })
  }

  get athlete(): AthleteId {
    return (this.ledger.members.latest?.athlete ?? this.ledger.row.athlete) as AthleteId
  }

  get club(): string {
    return this.ledger.members.latest?.club ?? this.ledger.row.club
  }

  get membership(): Space['membership'] {
    if (this.ledger.isMember) return 'member'
    return isOut(this.ledger) ? 'removed' : this.ledger.row.refused ? 'refused' : 'waiting'
  }

  get members(): readonly Member[] {
    return this.ledger.members.people
  }

  get removed(): readonly RemovedDevice[] {
    const { members } = this.ledger
    return members.removed.map(({ device, person, name, at, last }) => {
      const fingerprint = fingerprintOf(members.keysOf(device) ?? '')
      return { device, person, name, at, last, fingerprint, late: this.#seen.late.get(device) ?? 0 }
    })
  }

  heldApart(): Promise<readonly HeldPiece[]> {
    return heldPieces(this.options.db, this.ledger)
  }

  get owner(): DeviceId {
    return this.ledger.members.owner
  }

  get keeps(): Space['keeps'] {
    const { members, me, isMember } = this.ledger
    if (!isMember || !members.mayKeep(me.id)) return 'no'
    return members.owner === me.id ? 'yes' : 'could'
  }

  get myRoles(): readonly MemberRole[] {
    return this.ledger.members.rolesOf(this.ledger.me.id)
  }

  get requests(): readonly JoinRequest[] {
    return this.#seen.requests
  }

  get invites(): readonly Invite[] {
    return this.#seen.invites
  }

  get presence(): readonly Presence[] {
    return this.#lineState.presence
  }

  get log(): readonly LogEntry[] {
    return this.#log
  }

  get #lineState(): LineState {
    return this.line?.state ?? this.shared
  }

  get status(): SpaceStatus {
    const { link, peers, beside } = this.#lineState
    const { confirmations, stopped, waiting } = this.#seen
    const why = this.drafts.why ?? this.ledger.taking.notStored
    const saved = why !== null ? 'not-saved' : this.drafts.unsaved ? 'saving' : 'saved'
    return {
      link,
      peers,
      beside,
      saved,
      notSavedWhy: why,
      held: this.ledger.taking.held,
      waiting: this.ledger.chains.waiting.size,
      acknowledgedBy: confirmations.filter(({ upTo, of }) => of > 0 && upTo === of).map(({ device }) => device),
      confirmations,
      stopped,
      onTheWay: waiting,
    }
  }

  /** All that this window holds of the space's book; nothing where another window holds the line. */
  kept(): Kept {
    const { line, ledger } = this
    return { ledger, rows: line === undefined ? [] : rowsIn(ledger, device => line.envelopesOf(device)) }
  }

  protected tell(): void {
    for (const listener of this.listeners) listener()
    this.options.changed()
  }

  /** Reads everything a person sees anew, and tells them; several at a time are one. */
  refresh(): void {
    this.#lookAgain = true
    this.looking ??= this.#lookAll()
  }

  async #lookAll(): Promise<void> {
    while (this.#lookAgain && !this.ended) {
      this.#lookAgain = false
      await this.look()
    }
    // Why here: between the last look and a later moment, somebody may ask once more.
    this.looking = undefined
  }

  protected async look(): Promise<void> {
    await this.readLog()
    this.#seen = await lookAround(this.options.db, this.ledger, this.options.now())
    this.tell()
  }

  /** Reads the log anew where a statement or the member list changed. */
  protected readLog(): Promise<void> {
    const { members, chains } = this.ledger
    const now = `${this.#statementsRead}/${members.latest?.version}/${members.links.length}/${chains.rosterOfStatement.size}`
    if (now !== this.#logOf) {
      this.#logOf = now
      this.#logReading = this.#logReading.then(() => this.#readLogNow())
    }
    return this.#logReading
  }

  async #readLogNow(): Promise<void> {
    const { members, chains } = this.ledger
    const whose = { athlete: this.athlete, club: this.club }
    const { signed } = readStatements(this.docs.statements)
    this.#log = await this.#reader.read(signed, whose, members, chains.rosterOfStatement)
  }

  async invite(as: InviteRole): Promise<Result<Invite, PairingError>> {
    const { db, rendezvous, now } = this.options
    const addresses = [...new Set([...rendezvous, ...this.ledger.row.rendezvous])].slice(0, 5)
    const made = await makeInvite(db, this.ledger, as, addresses, Math.floor(now() / 1000))
    await this.look()
    return made
  }

  async revoke(invite: string): Promise<void> {
    await attempt(() => this.options.db.invites.update(invite, { state: 'revoked' }))
    await this.look()
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
