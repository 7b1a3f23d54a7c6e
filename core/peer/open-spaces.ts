/** The spaces and circles that are open in this window: opened from the store, opened anew, and forgotten. */
import type { DeviceOptions, Presence } from './api.ts'
import { type Begun, nextSession } from './beginning.ts'
import { Family } from './circles.ts'
import { roomKeysOf } from './epochs.ts'
import { Ledger } from './ledger.ts'
import type { Inside } from './link.ts'
import { forgetDoc } from './persistence.ts'
import { LiveSpace } from './space.ts'
import { attempt, forgetSpace, type SpaceRow, type Store } from './store.ts'
import type { Word } from './tabs.ts'

type With = {
  readonly db: Store
  readonly options: DeviceOptions
  readonly inside: Inside
  readonly begun: Begun
  /** Whether this window holds the line, and whether the links are on; null where another window holds it. */
  readonly leads: () => boolean | null
  readonly tell: (word: Word) => void
  readonly who: () => { readonly person: Presence['person']; readonly name: string }
  readonly changed: (ledger: Ledger | null) => void
  readonly added: (id: string) => Promise<unknown>
}

export class OpenSpaces {
  /** Circles too. */
  readonly all = new Map<string, LiveSpace>()
  readonly #family = new Family()
  readonly #with: With
  #ended = false
  #reading: Promise<void> = Promise.resolve()

  constructor(options: With) {
    this.#with = options
  }

  /** The spaces without their circles. */
  get spaces(): readonly LiveSpace[] {
    return [...this.all.values()].filter(({ keeper }) => keeper !== undefined)
  }

  /** Opens those that another window made, closes those it forgot. */
  read(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read())
    return this.#reading
  }

  async #read(): Promise<void> {
    const found = await attempt(() => this.#with.db.spaces.orderBy('id').toArray())
    if (!found.ok || this.#ended) return
    const keys = await attempt(() => this.#with.db.device.get('this'))
    // Why: where even the keys are gone, nobody forgot these spaces; the storage was removed, and is written anew.
    if (!keys.ok || keys.value === undefined) return
    const rows = found.value.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
    for (const row of rows) if (!this.all.has(row.id)) await this.#open(row, this.#with.begun.session)
    for (const [id, space] of this.all)
      if (!rows.some(row => row.id === id)) {
        this.#drop(id)
        await space.close()
      }
  }

  /** Why a new session: what was written under the old one and no longer counts must not be written over. */
  #reopen(id: string): void {
    this.#reading = this.#reading.then(async () => {
      const space = this.all.get(id)
      if (space === undefined || this.#ended) return
      await space.close()
      const session = await attempt(() => nextSession(this.#with.db))
      const row = await attempt(() => this.#with.db.spaces.get(id))
      if (!session.ok || !row.ok || row.value === undefined || this.#ended) return
      await this.#open(row.value, session.value)
      this.#with.changed(null)
    })
  }

  async #open(row: SpaceRow, session: number): Promise<void> {
    const { db, options, inside, begun, leads, tell, who, changed, added } = this.#with
    const { rendezvous, iceServers, now } = options
    const file = await attempt(() => db.device.get('file'))
    const also = file.ok && file.value ? [file.value] : []
    const ledger = new Ledger(db, begun.keys, row, await roomKeysOf(row), session, now, also)
    const space = new LiveSpace({
      db,
      ledger,
      inside,
      rendezvous,
      iceServers,
      now,
      tell,
      who,
      changed: () => changed(ledger),
      reopen: () => this.#reopen(row.id),
    })
    this.#family.bring(space, { db, ledger, session, now, added })
    await space.open()
    this.all.set(row.id, space)
    const online = leads()
    if (online !== null) await space.lead(online)
  }

  /** Removes a space with its circles from this device. */
  async forget(id: string): Promise<void> {
    for (const { space } of this.#family.of(id)) await this.#forget(space)
    const space = this.all.get(id)
    if (space !== undefined) await this.#forget(space)
  }

  async #forget(space: LiveSpace): Promise<void> {
    const { db, options } = this.#with
    await space.close()
    this.#drop(space.id)
    await forgetSpace(db, space.id)
    await Promise.all(Object.keys(space.docs).map(name => forgetDoc(`${options.store}/${space.id}/${name}`)))
  }

  #drop(id: string): void {
    this.all.delete(id)
    this.#family.drop(id)
  }

  async close(): Promise<void> {
    this.#ended = true
    await this.#reading
    await Promise.all([...this.all.values()].map(space => space.close()))
  }
}
