/** A line's way to the other part of Tandem on this machine: the app's to the extension, or back. */
import type { Carrier } from './carrier.ts'
import type { Ledger } from './ledger.ts'
import type { Inside, Link } from './link.ts'

type BesideOptions = { readonly ledger: Ledger; readonly inside: Inside }

export class Beside {
  readonly #with: BesideOptions
  readonly #changed: (linked: boolean) => void
  #link: Link | undefined
  #carrier: Carrier | undefined

  constructor(options: BesideOptions, changed: (linked: boolean) => void) {
    this.#with = options
    this.#changed = changed
  }

  /** Links a carrier, or (`on` false) none; nothing outside this machine is contacted for that. */
  link(carrier: Carrier, on: boolean): void {
    this.stop()
    const { ledger, inside } = this.#with
    this.#changed(false)
    if (inside.beside === undefined || !on) return
    this.#carrier = carrier
    this.#link = inside.beside({
      // Why not the room: after a removal the two would be in different ones until somebody told them.
      room: ledger.row.id,
      password: '',
      signaling: [],
      iceServers: [],
      doc: carrier.doc,
      awareness: carrier.awareness,
      onStatus: ({ link }) => {
        if (carrier === this.#carrier) this.#changed(link === 'connected')
      },
    })
  }

  stop(): void {
    this.#carrier = undefined
    this.#link?.stop()
    this.#link = undefined
  }
}
