/** A space's line to the others: what it carries, who is on it, what they acknowledged. One window of a device holds it. */
import type { DeviceId } from '../model/ids.ts'
import type { Presence } from './api.ts'
import { Beside } from './beside.ts'
import { Carrier } from './carrier.ts'
import { Forwarding } from './forwarding.ts'
import type { Ledger } from './ledger.ts'
import type { Inside, Link } from './link.ts'
import { Mail } from './mail.ts'
import { roomPassword } from './pairing.ts'
import { attempt, byDevice, envelopesOf, type Store } from './store.ts'
import { whoIsHere } from './who-is-here.ts'

/** What all windows of a device show of it. */
export type LineState = {
  readonly link: 'off' | 'searching' | 'connected'
  readonly peers: number
  /** Whether the other part of Tandem on this machine (the extension, or the app) is linked. */
  readonly beside: boolean
  readonly presence: readonly Presence[]
}
export const noLine: LineState = { link: 'off', peers: 0, beside: false, presence: [] }

export type LineOptions = {
  readonly db: Store
  readonly ledger: Ledger
  readonly inside: Inside
  readonly rendezvous: readonly string[]
  readonly iceServers: readonly RTCIceServer[]
  readonly now: () => number
  /** Something arrived and was entered or recorded. */
  readonly arrived: () => void
  readonly changed: () => void
}

const renewEvery = 2_000

export class Line {
  state: LineState = noLine
  readonly #with: LineOptions
  #carrier: Carrier
  #link: Link | undefined
  readonly #beside: Beside
  #online = false
  #ended = false
  #absorbing: Promise<void> | undefined
  #again = false
  #renewed = 0
  #renewTimer: ReturnType<typeof setTimeout> | undefined
  #where: Omit<Presence, 'mine'> | null = null
  readonly #mail: Mail
  readonly #forwarding: Forwarding
  /** The room this carrier is for. */
  #room: string

  constructor(options: LineOptions) {
    this.#with = options
    this.#mail = new Mail(options)
    this.#beside = new Beside(options, beside => this.#say({ beside }))
    this.#forwarding = new Forwarding(options)
    this.#room = options.ledger.row.room
    this.#carrier = new Carrier(options.ledger.row.generation)
  }

  /** Fills the carrier from the store and, if wanted, goes online. */
  async start(online: boolean): Promise<void> {
    await this.#lay()
    await this.setOnline(online)
  }

  async #lay(): Promise<void> {
    const { db, ledger } = this.#with
    const found = await attempt(() => envelopesOf(db, ledger.row.id))
    for (const [device, rows] of byDevice(found.ok ? found.value : []))
      this.#carrier.fill(
        device,
        rows.map(({ bytes }) => bytes),
        0,
      )
    this.#mail.startAnew()
    this.#carrier.onArrival(() => this.absorb())
    this.#carrier.awareness.on('change', () => this.#look())
    this.#carrier.awareness.setLocalStateField('at', this.#where)
    await this.look()
    this.#mail.acknowledgeSoon(() => this.#carrier)
  }

  /** Turns the link on or off; off, nothing is contacted. */
  async setOnline(online: boolean): Promise<void> {
    this.#online = online
    this.#link?.stop()
    this.#link = undefined
    const { ledger, inside, iceServers } = this.#with
    const signaling = this.#signaling()
    this.#setLink(signaling ? 'searching' : 'off', 0)
    this.#beside.link(this.#carrier, online && !this.#ended)
    if (signaling === null) return this.#forwarding.stop()
    const carrier = this.#carrier
    const password = await roomPassword(ledger.row.roomSecret)
    if (carrier !== this.#carrier || !this.#online || this.#ended || this.#link !== undefined) return
    this.#link = inside.connect({
      room: ledger.row.room,
      password,
      signaling,
      iceServers,
      doc: carrier.doc,
      awareness: carrier.awareness,
      onStatus: ({ link, peers }) => {
        if (carrier === this.#carrier && this.#link !== undefined) this.#setLink(link, peers)
      },
    })
  }

  /** Where to meet; null where nobody is to be contacted. */
  #signaling(): readonly string[] | null {
    const { rendezvous, ledger, inside } = this.#with
    const signaling = [...new Set([...rendezvous, ...ledger.row.rendezvous])]
    return this.#online && !this.#ended && (signaling.length > 0 || !inside.needsRendezvous) ? signaling : null
  }

  #setLink(link: LineState['link'], peers: number): void {
    this.#say({ link, peers, presence: whoIsHere(this.#carrier.awareness, this.#with.ledger.members) })
  }

  #say(change: Partial<LineState>): void {
    this.state = { ...this.state, ...change }
    this.#with.changed()
  }

  /** Tells only what changed for a person, so that a flood of strangers' words redraws nothing. */
  #look(): void {
    const presence = whoIsHere(this.#carrier.awareness, this.#with.ledger.members)
    if (JSON.stringify(presence) !== JSON.stringify(this.state.presence)) this.#say({ presence })
  }

  setPresence(where: Omit<Presence, 'mine'>): void {
    this.#where = where
    this.#carrier.awareness.setLocalStateField('at', where)
  }

  /** Lays down what was entered since: written here, or brought by another link. */
  async topUp(): Promise<void> {
    const { db, ledger } = this.#with
    const carrier = this.#carrier
    for (const device of new Set([ledger.me.id, ...ledger.members.devices])) {
      const after = carrier.count(device)
      if (after >= ledger.chains.head(device).seq) continue
      const rows = await attempt(() => envelopesOf(db, ledger.row.id, device, after))
      if (!rows.ok || this.#ended) return
      carrier.fill(
        device,
        rows.value.map(({ bytes }) => bytes),
        after,
      )
    }
    if (carrier.damaged) this.#renew()
  }

  /** Something was taken in by another way than this line: what is carried and acknowledged follows. */
  acknowledge(): void {
    this.#mail.acknowledgeSoon(() => this.#carrier)
  }

  /** Reads what arrived; more than one arrival at a time is read together. */
  absorb(): void {
    if (this.#ended) return
    this.#again = true
    this.#absorbing ??= this.#absorbAll()
  }

  async #absorbAll(): Promise<void> {
    while (this.#again && !this.#ended) {
      this.#again = false
      const { ledger, arrived } = this.#with
      const carrier = this.#carrier
      const held = ledger.taking.held
      const { any, damaged } = await ledger.run(() => ledger.takeCarried(carrier))
      const more = await this.#mail.read(carrier)
      if (any) this.#mail.acknowledgeSoon(() => this.#carrier)
      // Why: somebody may be here before the list in which they stand has come.
      if (any) this.#look()
      if (any || more || held !== ledger.taking.held) arrived()
      else this.#with.changed()
      if (damaged && carrier === this.#carrier) this.#renew()
      await this.#follow()
    }
    // Why here: between the last look and a later moment, something may arrive.
    this.#absorbing = undefined
  }

  /** Goes where the others went after a removal, and tells it to whoever still looks where they were. */
  async #follow(): Promise<void> {
    const signaling = this.#signaling()
    if (this.#room !== this.#with.ledger.row.room) {
      this.#room = this.#with.ledger.row.room
      // Why not here: what reads this carrier now has to end before it goes.
      setTimeout(() => void this.#layAnew())
    } else if (signaling !== null) await this.#forwarding.look(signaling)
  }

  /** Throws a damaged carrier away and lays a new one under new names. Why not at once again: whoever did it may go on. */
  #renew(): void {
    if (this.#renewTimer !== undefined || this.#ended) return
    const wait = Math.max(0, this.#renewed + renewEvery - Date.now())
    this.#renewTimer = setTimeout(() => {
      this.#renewTimer = undefined
      this.#renewed = Date.now()
      void this.#startAnew()
    }, wait)
  }

  async #startAnew(): Promise<void> {
    const { ledger } = this.#with
    await ledger.saveRow({ generation: ledger.row.generation + 1 })
    await this.#layAnew()
  }

  async #layAnew(): Promise<void> {
    if (this.#ended) return
    const { ledger } = this.#with
    const online = this.#online
    await this.setOnline(false)
    this.#carrier.destroy()
    this.#carrier = new Carrier(ledger.row.generation)
    await this.start(online)
  }

  /** Looks again at what this device has to say outside its chain, and lays that down. */
  async look(): Promise<void> {
    await this.#mail.lay(this.#carrier)
    this.absorb()
  }

  /** A device's envelopes as they lie here. */
  envelopesOf(device: DeviceId): readonly unknown[] {
    return this.#carrier.lists(device).find(({ own }) => own)?.envelopes ?? []
  }

  async stop(): Promise<void> {
    this.#ended = true
    this.#mail.stop()
    clearTimeout(this.#renewTimer)
    this.#link?.stop()
    this.#link = undefined
    this.#beside.stop()
    this.#forwarding.stop()
    await this.#absorbing
    this.#carrier.destroy()
  }
}
