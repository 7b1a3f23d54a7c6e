/** One space on this device: its documents, its member list, and the one book in which every envelope is entered. */
import * as Y from 'yjs'
import { circleKinds } from '../model/circle.ts'
import type { DeviceId } from '../model/ids.ts'
import type { Move } from '../model/member.ts'
import { type DocName, docNames, docsIn } from './api.ts'
import type { Source } from './carrier.ts'
import { Chains } from './chains.ts'
import { type Label, type Sealed, seal } from './envelope.ts'
import { keysAhead, keysInMembers, keysInMove, roomKeysOf } from './epochs.ts'
import type { DeviceKeys } from './keys.ts'
import type { Piece } from './opening.ts'
import { Members } from './roster.ts'
import { type Entry, ownRows, sealAll } from './sealing.ts'
import type { Bytes } from './secret.ts'
import { attempt, byDevice, type EnvelopeRow, envelopesOf, type HeldRow, type SpaceRow, type Store } from './store.ts'
import { alone } from './tabs.ts'
import { nothingTaken, Taking } from './taking.ts'
import { writerId } from './update.ts'
import { Waiting } from './waiting.ts'

export type Written = { readonly ok: true } | { readonly ok: false; readonly why: string }

export class Ledger {
  readonly docs: { readonly [name in DocName]: Y.Doc }
  readonly members: Members
  readonly chains: Chains
  readonly me: DeviceKeys
  /** The client id under which statements are written (they are entered before they are shown). */
  readonly signer: number
  row: SpaceRow
  /** The documents that may be written here; the others stay empty. */
  readonly names: readonly DocName[]
  readonly taking: Taking
  /** What lies there of a device and cannot be judged yet, and why. */
  readonly waiting = new Waiting()
  /** More was taken in of a removed device than counts: the documents must be read anew. */
  mustReopen = false
  readonly #db: Store
  /** What opens what everybody invited may read, the newest room's first. */
  #roomKeys: readonly Bytes[]
  /** This device's keys, and those of the recovery file it came back with: what is closed to either opens. */
  readonly #openers: readonly DeviceKeys[]
  readonly #lock: string
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    db: Store,
    me: DeviceKeys,
    row: SpaceRow,
    roomKeys: readonly Bytes[],
    session: number,
    now: () => number,
    also: readonly DeviceKeys[] = [],
  ) {
    this.#db = db
    this.taking = new Taking(db, row.id, me.id, now)
    this.me = me
    this.#openers = [me, ...also]
    this.row = row
    this.#roomKeys = roomKeys
    this.#lock = `${db.name}/${row.id}/write`
    this.signer = writerId(me.id, 2 * session + 1)
    this.names = docsIn(row.circle?.kind ?? null)
    this.docs = Object.fromEntries(
      [...docNames, ...circleKinds].map(name => {
        const doc = new Y.Doc()
        doc.clientID = writerId(me.id, 2 * session)
        return [name, doc]
      }),
    ) as { [name in DocName]: Y.Doc }
    this.members = new Members(row.id, row.owner)
    const keysOf = (epoch: number) => this.keysOf(epoch)
    this.chains = new Chains(row.id, me.id, row.owner, this.docs, this.members, keysOf, this.names, row.season ?? 1)
    this.chains.isRelay = () => this.isRelay
  }

  /** What may open an envelope of an epoch: 0 is the key of the room, or of one given up before it. */
  keysOf(epoch: number): readonly Bytes[] {
    const key = this.row.epochKeys[epoch]
    return epoch === 0 ? this.#roomKeys : key === undefined ? [] : [key]
  }

  /** The key of the room as it is now. */
  get roomKey(): Bytes {
    return this.#roomKeys[0]!
  }

  /** The newest epoch this device holds a key of; 0 while it waits. */
  get epoch(): number {
    return Math.max(0, ...Object.keys(this.row.epochKeys).map(Number))
  }

  /** Whether this device only carries: it never holds a key, and takes on trust of the signature what it cannot open. */
  get isRelay(): boolean {
    return this.row.joining?.role === 'relay' || this.members.rolesOf(this.me.id).includes('relay')
  }

  get isMember(): boolean {
    return (this.epoch > 0 || this.isRelay) && this.members.isIn(this.me.id) && this.row.removed !== true
  }

  /** One thing at a time within this window. */
  run<T>(what: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(what, what)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** One thing at a time among all windows of this device, with what the others wrote taken in before. */
  write<T>(what: () => Promise<T>): Promise<T> {
    return this.run(() =>
      alone(this.#lock, async () => {
        await this.takeStored(this.me.id)
        return what()
      }),
    )
  }

  /** Enters what stands in the store and not yet here: at opening all, later what another window wrote. */
  async takeStored(only?: DeviceId): Promise<boolean> {
    const found = await attempt(() => envelopesOf(this.#db, this.row.id, only, only && this.chains.head(only).seq))
    if (!found.ok) return false
    const rows = this.taking.noteLate(found.value.filter(({ device, seq }) => seq > this.chains.head(device).seq))
    const asPiece = (row: EnvelopeRow): Piece => ({ bytes: row.bytes, stored: row })
    const fresh = [...byDevice(rows)].map(([device, rows]) => [device, rows.map(asPiece)] as const)
    let any = false
    const changed: HeldRow[] = []
    const first = new Map(fresh.map(([device]) => [device, this.chains.head(device).seq]))
    for (let more = true; more; ) {
      more = false
      for (const [device, pieces] of fresh) {
        const after = this.chains.head(device).seq
        const taken = await this.chains.take(device, pieces.slice(after - first.get(device)!), after)
        for (const one of taken.held) changed.push(one)
        if (taken.rows.length > 0) more = true
      }
      await this.#openKeys()
      any ||= more
    }
    await this.#dropStale()
    // Why: a byte changed on this disk is told like one changed on the way.
    if (changed.length > 0) await this.taking.store({ ...nothingTaken, held: changed, again: true })
    return any
  }

  /** Enters what a carrier brought. `damaged`: somebody wrote where only this device fills. */
  async takeCarried(carrier: Source): Promise<{ readonly any: boolean; readonly damaged: boolean }> {
    let any = false
    let damaged = carrier.damaged
    this.waiting.clear()
    await this.#openKeys(carrier)
    for (let more = true; more; ) {
      more = false
      for (const device of new Set([this.row.owner, ...this.members.devices])) {
        const { seq: read } = this.chains.head(device)
        for (const { own, envelopes } of carrier.lists(device, read)) {
          const before = this.chains.head(device)
          damaged ||= own && !carrier.isWhole(device)
          const pieces = envelopes.slice(before.seq - read).map(bytes => ({
            bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(),
            stored: null,
          }))
          if (pieces.length === 0) continue
          const taken = await this.chains.take(device, pieces, before.seq)
          await this.taking.store(taken)
          this.mustReopen ||= taken.forked !== null && before.seq > taken.forked
          damaged ||= own && taken.damaged
          this.waiting.note(device, pieces.length - taken.rows.length, taken.waits)
          if (taken.rows.length === 0) continue
          more = true
          const fresh = taken.rows.map(({ bytes }) => bytes)
          carrier.fill(device, fresh, before.seq)
        }
      }
      await this.#openKeys(carrier)
      any ||= more
    }
    await this.#dropStale()
    return { any, damaged }
  }

  /** Sets aside what was taken in of a removed device after the last that counts. */
  async #dropStale(): Promise<void> {
    if (this.chains.stale.size === 0 || this.mustReopen) return
    await this.taking.withdraw(this.chains.stale)
    this.mustReopen = true
  }

  /** Follows a letter in a room that was given up; true where it says something new to this device. */
  async follow(move: Move): Promise<boolean> {
    if (move.removed.includes(this.me.id) && this.row.removed !== true)
      return (await this.saveRow({ removed: true })).ok
    const keys = await keysInMove(move, this.#openers, this.row)
    if (keys !== undefined) await this.saveRow(keys)
    return keys !== undefined
  }

  /**
   * Seals, numbers and enters what this device wrote; answers when it has reached the disk, or why it did not. Call
   * within `write`. The documents are not touched: what is entered stands in them already, or is put there afterwards.
   */
  async enter(entries: readonly Entry[]): Promise<Written> {
    const done = await attempt(async () => {
      const sealed = await sealAll(this, entries)
      const { season = this.chains.season } = (await this.#db.spaces.get(this.row.id)) ?? {}
      await this.#db.envelopes.bulkAdd(ownRows(this.row.id, sealed, entries, season))
      for (const one of sealed) this.chains.addOwn(one)
    })
    this.taking.notStored = done.ok ? null : done.why
    return done.ok ? { ok: true } : done
  }

  /** Seals one body with this space's key of the epoch named. */
  seal(label: Omit<Label, 'v' | 'space' | 'device'>, body: Bytes): Promise<Sealed> {
    const secret = this.keysOf(label.keyEpoch)[0] ?? this.roomKey
    return seal(this.me, { v: 1, space: this.row.id, device: this.me.id, ...label }, body, secret)
  }

  /** Changes some fields of the space's row; another window's changes of other fields stay. */
  async saveRow(change: Partial<Omit<SpaceRow, 'id'>>): Promise<Written> {
    const done = await attempt(() => this.#db.spaces.update(this.row.id, change))
    // Why even so: a key that could not be kept opens what is here now, and is found again at the next opening.
    if (done.ok || change.epochKeys) this.row = { ...this.row, ...change }
    if (change.roomSecret) this.#roomKeys = await roomKeysOf(this.row)
    return done.ok ? { ok: true } : done
  }

  /** Reads the row again, after another window changed it. */
  async readRow(): Promise<void> {
    const found = await attempt(() => this.#db.spaces.get(this.row.id))
    if (!found.ok || !found.value) return
    this.row = found.value
    this.#roomKeys = await roomKeysOf(this.row)
  }

  /** Opens what was closed to this device: from the member list, or ahead of it in a carrier. */
  async #openKeys(carrier?: Source): Promise<void> {
    const inMembers = await keysInMembers(this.members, this.#openers, this.row)
    const ahead = carrier && this.epoch === 0 && !inMembers
    const keys = ahead ? await keysAhead(carrier, this.#openers, this.row, this.#roomKeys) : inMembers
    if (keys === undefined) return
    const latest = this.members.latest
    const about = latest === undefined ? {} : { club: latest.club, athlete: latest.athlete }
    await this.saveRow({ ...about, ...keys })
  }
}
