/** The spaces and circles of this window: listed, opened from the store when they are wanted, opened anew, and forgotten. */
import type { DeviceOptions, Presence } from './api.ts'
import { type Begun, nextSession } from './beginning.ts'
import { roomKeysOf } from './epochs.ts'
import { Family } from './family.ts'
import { Ledger } from './ledger.ts'
import type { Inside } from './link.ts'
import { type ListedSpace, Summaries, summaryOf, unseen } from './listing.ts'
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
  /** Of each space that was opened anew, the one before: a screen or an import may still be writing in it. */
  readonly #retired = new Map<string, LiveSpace>()
  readonly #family = new Family()
  readonly #with: With
  readonly #summaries: Summaries
  /** Everything the store holds, in the order in which it came. */
  #rows: readonly SpaceRow[] = []
  /** What was asked for by name, where not everything is. */
  readonly #wanted = new Set<string>()
  #ended = false
  #reading: Promise<void> = Promise.resolve()
  #goesOn = false
  #stopResting = () => {}

  constructor(options: With) {
    this.#with = options
    this.#summaries = new Summaries(options.db)
  }

  get #listed(): readonly SpaceRow[] {
    return this.#rows.filter(({ circle }) => circle === undefined)
  }

  /** Those that are open, without their circles. */
  get spaces(): readonly LiveSpace[] {
    return this.#listed.flatMap(({ id }) => this.all.get(id) ?? [])
  }

  get list(): readonly ListedSpace[] {
    return this.#listed.map(row => ({
      ...(this.#summaries.of(row.id) ?? unseen(row)),
      isOpen: this.all.has(row.id),
    }))
  }

  /** Loads one space with its circles; of a circle, its space with it. */
  async open(id: string): Promise<LiveSpace | undefined> {
    this.#wanted.add(id)
    await this.read()
    return this.all.get(id)
  }

  async openAll(): Promise<readonly LiveSpace[]> {
    for (const { id } of this.#listed) this.#wanted.add(id)
    await this.read()
    return this.spaces
  }

  /** Loads the rest behind the screen, one by one, those heard of last first: only who is loaded can be met. */
  async openRest(): Promise<void> {
    if (this.#goesOn) return
    this.#goesOn = true
    const tried = new Set<string>()
    for (;;) {
      const left = this.list.filter(({ space, isOpen }) => !isOpen && !tried.has(space))
      const [next] = left.toSorted((a, b) => (b.heard ?? Number.MAX_VALUE) - (a.heard ?? Number.MAX_VALUE))
      if (next === undefined) break
      tried.add(next.space)
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, this.#with.inside.rest)
        this.#stopResting = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      await this.#with.inside.whenFree()
      if (this.#ended) break
      await this.open(next.space)
      this.#with.changed(null)
    }
    this.#goesOn = false
  }

  /** Lists what another window made, opens what is wanted of it, closes what it forgot. */
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
    this.#rows = rows
    await this.#summaries.read()
    const spaceOf = ({ id, circle }: SpaceRow) => circle?.parent ?? id
    const wanted = new Set(rows.filter(({ id }) => this.#isWanted(id)).map(spaceOf))
    for (const row of rows)
      if (wanted.has(spaceOf(row)) && !this.all.has(row.id)) await this.#open(row, this.#with.begun.session)
    for (const [id, space] of this.all)
      if (!rows.some(row => row.id === id)) {
        this.#drop(id)
        await space.close()
      }
  }

  #isWanted(id: string): boolean {
    return this.#with.options.opens !== 'listed' || this.#wanted.has(id)
  }

  /** What a list shows of a space is kept as the space says it. */
  #note(space: LiveSpace): void {
    if (space.keeper === undefined || this.all.get(space.id) !== space) return
    this.#summaries.note(space.id, before => summaryOf(space, space.heard ?? before))
  }

  /** Why a new session: what was written under the old one and no longer counts must not be written over. */
  #reopen(id: string): void {
    this.#reading = this.#reading.then(async () => {
      const space = this.all.get(id)
      if (space === undefined || this.#ended) return
      await space.retire()
      const session = await attempt(() => nextSession(this.#with.db))
      const row = await attempt(() => this.#with.db.spaces.get(id))
      if (!session.ok || !row.ok || row.value === undefined || this.#ended) return
      await this.#open(row.value, session.value)
      const before = this.#retired.get(id)
      this.#retired.set(id, space)
      this.all.get(id)?.succeed(space)
      this.#with.changed(null)
      await before?.close()
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
      changed: () => {
        this.#note(space)
        changed(ledger)
      },
      reopen: () => this.#reopen(row.id),
    })
    this.#family.bring(space, { db, ledger, session, now, added })
    await space.open()
    this.all.set(row.id, space)
    this.#note(space)
    space.docs.athlete.on('update', () => this.#note(space))
    const online = leads()
    if (online === null) return
    const { led } = await space.lead(online)
    // Why not where it is opened to be looked at: the line then waits until it is on the screen.
    if (options.opens !== 'listed') await led
  }

  /** Removes a space with its circles from this device. */
  async forget(id: string): Promise<void> {
    await this.open(id)
    this.#wanted.delete(id)
    for (const { space } of this.#family.of(id)) await this.#forget(space)
    const space = this.all.get(id)
    if (space !== undefined) await this.#forget(space)
    else await forgetSpace(this.#with.db, id)
    await this.read()
  }

  async #forget(space: LiveSpace): Promise<void> {
    await space.close()
    await this.#retired.get(space.id)?.close()
    this.#drop(space.id)
    await forgetSpace(this.#with.db, space.id)
    await Promise.all(space.copies.map(forgetDoc))
  }

  #drop(id: string): void {
    this.all.delete(id)
    void this.#retired.get(id)?.close()
    this.#retired.delete(id)
    this.#summaries.forget(id)
    this.#family.drop(id)
  }

  async close(): Promise<void> {
    this.#ended = true
    this.#stopResting()
    await this.#reading
    await Promise.all([...this.#retired.values(), ...this.all.values()].map(space => space.close()))
    await this.#summaries.written()
  }
}
