/** Keeps a space in step with a folder a person chose, and says how that stands. One window of a device does it. */
import { markOf } from './envelope.ts'
import { folderLink } from './links/folder.ts'
import { type Packing, packFor, readSoFar } from './packing.ts'
import type { Parcel } from './parcel.ts'
import { attempt, settingOf } from './store.ts'

/**
 * A folder a person chose as a link. `ask`: the browser wants the person's word again. `lost`: it is not there, or what is
 * needed cannot be written. `at` is when both were last in step, minutes since 1970-01-01 UTC. `unreadable` files may
 * still be on their way.
 */
export type FolderState = {
  readonly state: 'none' | 'on' | 'paused' | 'ask' | 'lost'
  readonly name: string
  readonly at: number | null
  readonly unreadable: number
}

export const noFolder: FolderState = { state: 'none', name: '', at: null, unreadable: 0 }

type KeeperOptions = Packing & {
  /** Where the store keeps which folder was chosen. */
  readonly setting: string
  readonly take: (parcel: Parcel) => Promise<boolean>
  readonly changed: () => void
}

export class FolderKeeper {
  state: FolderState = noFolder
  readonly #with: KeeperOptions
  #link: ReturnType<typeof folderLink> | undefined
  #chosen: unknown
  #online = false
  #ended = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #again = false

  constructor(options: KeeperOptions) {
    this.#with = options
  }

  /** Reads again which folder was chosen, here or in another window. */
  async look(online = this.#online): Promise<void> {
    this.#online = online
    const found = await attempt(() => settingOf(this.#with.db, this.#with.setting))
    if (!found.ok || this.#ended) return
    if (found.value === undefined) {
      this.#chosen = undefined
      this.#link = undefined
      return this.#say(noFolder)
    }
    if (this.#chosen === undefined || !this.#isSame(found.value)) {
      this.#chosen = found.value
      this.#link = undefined
    }
    this.now()
  }

  /** Why by name only: the store gives another object for the same folder each time. */
  #isSame(chosen: unknown): boolean {
    return this.#nameOf(chosen) === this.#nameOf(this.#chosen)
  }

  #nameOf(chosen: unknown): string {
    return (chosen as { readonly name?: string } | undefined)?.name ?? ''
  }

  /** Exchanges soon; what is written within one look is exchanged together. */
  now(): void {
    if (this.#ended || this.#chosen === undefined) return
    clearTimeout(this.#timer)
    this.#again = true
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
      if (!this.#ended && this.#chosen !== undefined)
        this.#timer = setTimeout(() => this.now(), this.#with.inside.folder.every)
    })
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#ended && this.#chosen !== undefined) {
      this.#again = false
      const { inside, ledger, take } = this.#with
      const name = this.#nameOf(this.#chosen)
      if (!this.#online) return this.#say({ ...this.state, name, state: 'paused' })
      try {
        const may = await inside.folder.mayUse(this.#chosen)
        if (may !== 'granted') return this.#say({ ...this.state, name, state: 'ask' })
        this.#link ??= folderLink({
          place: inside.folder.placeIn(this.#chosen, ledger.row.id),
          me: ledger.me.id,
          space: ledger.row.id,
          pack: has => packFor(this.#with, row => has(markOf(row))),
          take,
          weight: () => readSoFar(this.#with),
          told: this.#told(),
        })
        const { unreadable } = await this.#link.exchange()
        this.#say({ state: 'on', name, at: Math.floor(this.#with.now() / 60_000), unreadable })
      } catch {
        this.#say({ ...this.state, name, state: 'lost' })
      }
    }
  }

  #told() {
    const { db, ledger, setting } = this.#with
    const key = `${setting}/told/${ledger.row.id}`
    return {
      read: async () => {
        const found = await attempt(() => settingOf(db, key))
        return found.ok ? (found.value as string | undefined) : undefined
      },
      keep: async (value: string) => void (await attempt(() => db.settings.put({ key, value }))),
    }
  }

  #say(state: FolderState): void {
    if (JSON.stringify(state) === JSON.stringify(this.state)) return
    this.state = state
    this.#with.changed()
  }

  setOnline(online: boolean): void {
    this.#online = online
    this.now()
  }

  async stop(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#timer)
    await this.#running
  }
}
