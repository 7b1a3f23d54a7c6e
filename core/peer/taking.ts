/** How what was taken in reaches the disk: into the book of envelopes, or set aside with the reason, and never without end. */
import { sha256Hex } from '../lib/bytes.ts'
import type { DeviceId } from '../model/ids.ts'
import { currentSchema } from '../plan/index.ts'
import { type Sealed, takeApart } from './envelope.ts'
import { isLate } from './seasonal.ts'
import type { Bytes } from './secret.ts'
import {
  attempt,
  type EnvelopeRow,
  envelopesOf,
  type HeldRow,
  heldIn,
  ofSpace,
  type SeasonRow,
  type Store,
} from './store.ts'

/** What came of a run of envelopes: those now in the chain, those turned away, and whether they lay as their sender put them. */
export type Taken = {
  readonly rows: readonly EnvelopeRow[]
  readonly held: readonly HeldRow[]
  readonly damaged: boolean
  /** Two histories under one name: nothing more is taken from this device, and what it wrote counts up to this number. */
  readonly forked: number | null
  /** Why the next piece cannot be judged yet; null where none waits. */
  readonly waits: string | null
  /** It stood in this device's book already: what was only counted then is not counted once more. */
  readonly again: boolean
}
export const nothingTaken: Taken = { rows: [], held: [], damaged: false, forked: null, waits: null, again: false }

/** An envelope as it stands in the book; `season` is the one that runs here. */
export const rowOf = (
  space: string,
  { header, hash, bytes }: Sealed,
  held: string | null,
  season: number,
): EnvelopeRow => {
  const late = isLate(header, season) ? { late: true } : {}
  const row = { space, device: header.device, seq: header.seq, hash, bytes, kind: header.kind, held, ...late }
  return held === null ? row : { ...row, judgedIn: currentSchema }
}

/** Of what one device sent and did not pass, so much is kept to be looked at; the rest is counted. */
const mostRows = 100
const mostBytes = 2 * 1024 * 1024

/** Why the second history of a device is set aside. */
export const twoHistories = 'this device signed two different histories'
/** Why what it wrote after the two parted is set aside, on every device that knows of both. */
export const afterTheFork = 'it stands in one of two histories that its device signed, after the place where they part'
/** Why what a removed device goes on sending is set aside. */
export const cameLate = 'it came after this device was removed'
/** Of that, so many are kept to be looked at. */
export const mostLate = 20

export class Taking {
  /** Pieces that did not pass, kept or counted. */
  held = 0
  /** Why the last write did not reach the store; null where it did. */
  notStored: string | null = null
  /** Seasons that had ended for which something came, and how many pieces. */
  readonly lateIn = new Map<number, number>()
  readonly #db: Store
  readonly #space: string
  readonly #me: DeviceId
  readonly #now: () => number
  /** What was taken in and could not be written; tried again with the next. */
  #unstored: Taken[] = []

  /** `now` in milliseconds since 1970-01-01 UTC. */
  constructor(db: Store, space: string, me: DeviceId, now: () => number) {
    this.#db = db
    this.#space = space
    this.#me = me
    this.#now = now
  }

  async store(taken: Taken): Promise<void> {
    this.#unstored.push(taken)
    this.noteLate(taken.rows)
    const all = this.#unstored
    if (all.every(({ rows, held }) => rows.length + held.length === 0)) {
      this.#unstored = []
      return
    }
    const done = await attempt(() =>
      this.#db.transaction(
        'rw',
        [this.#db.envelopes, this.#db.quarantine, this.#db.frozen, this.#db.seasons],
        async () => {
          await this.#db.envelopes.bulkPut(all.flatMap(({ rows }) => rows))
          for (const one of all) if (one.held.length > 0) await this.#hold(one)
          for (const { forked, held } of all) if (forked !== null && held[0]) await this.#stop(held[0].device, forked)
        },
      ),
    )
    if (done.ok) this.#unstored = []
    this.notStored = done.ok ? null : done.why
    await this.count()
  }

  /** Call within a transaction. Seasons that ended are read anew: they may hold what counts no longer. */
  async #stop(device: string, end: number): Promise<void> {
    const before = await this.#db.frozen.get([this.#space, device])
    const row = { space: this.#space, device, at: before?.at ?? this.#now() }
    await this.#db.frozen.put({ ...row, end: Math.min(end, before?.end ?? end) })
    for (const { season } of await ofSpace<SeasonRow>(this.#db.seasons, this.#space))
      await this.#db.seasons.delete([this.#space, season])
  }

  /** Notes which of these came after their season had ended. */
  noteLate(rows: readonly EnvelopeRow[]): readonly EnvelopeRow[] {
    for (const { late, bytes } of rows) {
      if (late !== true) continue
      const season = takeApart(bytes)?.header.season ?? 1
      this.lateIn.set(season, (this.lateIn.get(season) ?? 0) + 1)
    }
    return rows
  }

  /** Call within a transaction. What is known already keeps the moment at which it first came. */
  async #hold({ held, again }: Taken): Promise<void> {
    const kept = new Map((await ofSpace<HeldRow>(this.#db.quarantine, this.#space)).map(row => [row.hash, row]))
    const room = new Map<string, { rows: number; bytes: number }>()
    const roomOf = (device: string) => {
      const so = room.get(device) ?? { rows: 0, bytes: 0 }
      room.set(device, so)
      return so
    }
    for (const { device, bytes } of kept.values()) {
      roomOf(device).rows++
      roomOf(device).bytes += bytes.length
    }
    const puts = new Map<string, HeldRow>()
    for (const row of held) {
      if (kept.has(row.hash)) continue
      const so = roomOf(row.device)
      // Why: what a person wrote here is theirs, however much it is.
      const isFull = so.rows >= mostRows || so.bytes + row.bytes.length > mostBytes
      if (isFull && row.device !== this.#me) {
        if (again) continue
        const hash = `more/${row.device}`
        const before = puts.get(hash) ?? kept.get(hash)
        const more = (before?.more ?? 0) + 1
        puts.set(hash, { ...row, hash, bytes: new Uint8Array(), at: this.#now(), more })
        continue
      }
      so.rows++
      so.bytes += row.bytes.length
      kept.set(row.hash, row)
      puts.set(row.hash, { ...row, at: this.#now() })
    }
    await this.#db.quarantine.bulkPut([...puts.values()])
  }

  /** Sets aside what was taken in of devices after the last that counts. */
  async withdraw(stale: ReadonlyMap<DeviceId, number>): Promise<void> {
    const space = this.#space
    for (const [device, last] of stale) {
      const rows = await attempt(() => envelopesOf(this.#db, space, device, last))
      const late = rows.ok ? rows.value : []
      const held = late.map(({ hash, bytes }) => ({ space, hash, device, why: cameLate, bytes }))
      await this.store({ ...nothingTaken, held })
      await attempt(() => this.#db.envelopes.bulkDelete(late.map(({ seq }) => [space, device, seq])))
    }
  }

  /** Sets aside what was written here and may not be; it goes nowhere. */
  setAside(bytes: Bytes, why: string): Promise<void> {
    const held = [{ space: this.#space, hash: sha256Hex(bytes), device: this.#me, why, bytes }]
    return this.store({ ...nothingTaken, held })
  }

  async count(): Promise<void> {
    this.held = await heldIn(this.#db, this.#space, this.held)
  }
}
