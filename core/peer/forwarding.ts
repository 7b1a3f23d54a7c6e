/** After a removal: somebody stays by the room that was given up and tells whoever looks for the others where they went. */
import { Carrier } from './carrier.ts'
import { takeApart } from './envelope.ts'
import { roomsOf } from './epochs.ts'
import type { LineOptions } from './line.ts'
import type { Link } from './link.ts'
import { roomName, roomPassword } from './pairing.ts'
import { attempt, type LooseRow, ofSpace } from './store.ts'

/** Minutes after which nobody is waited for any more in a room that was given up: half a year. */
const longest = 183 * 24 * 60

/** The letters that lie in one room that was given up, and the epoch that is over there. */
type Old = { readonly epoch: number; readonly letters: readonly LooseRow[] }

export class Forwarding {
  readonly #with: LineOptions
  readonly #open = new Map<number, { readonly carrier: Carrier; readonly link: Link }>()

  constructor(options: LineOptions) {
    this.#with = options
  }

  /** Stays by every old room in which somebody may still look, and leaves the others. */
  async look(signaling: readonly string[]): Promise<void> {
    const old = await this.#stillLooked()
    for (const [epoch, { link, carrier }] of this.#open)
      if (!old.some(one => one.epoch === epoch)) {
        this.#open.delete(epoch)
        link.stop()
        carrier.destroy()
      }
    for (const one of old) if (!this.#open.has(one.epoch)) await this.#stay(one, signaling)
  }

  /** INVARIANT: whoever acknowledged with a newer key has left the room; where all did, nobody is waited for. */
  async #stillLooked(): Promise<readonly Old[]> {
    const { db, ledger, now } = this.#with
    if (!ledger.isMember) return []
    const { members, me } = ledger
    const kept = await attempt(() => ofSpace<LooseRow>(db.loose, ledger.row.id))
    const loose = kept.ok ? kept.value : []
    const epochOf = new Map(
      loose
        .filter(({ key }) => key.startsWith('acks/'))
        .map(({ key, bytes }) => [key.slice('acks/'.length), takeApart(bytes)?.header.keyEpoch ?? 0]),
    )
    const since = Math.max(0, ...members.removed.map(({ at }) => at))
    const tooLong = now() / 60_000 > since + longest
    const behind = members.devices.filter(device => device !== me.id && members.isIn(device))
    const letters = loose.filter(({ key }) => key.startsWith('moves/'))
    return [...new Set(letters.map(({ weight }) => weight))]
      .filter(epoch => !tooLong && behind.some(device => (epochOf.get(device) ?? 0) <= epoch))
      .map(epoch => ({ epoch, letters: letters.filter(({ weight }) => weight === epoch) }))
  }

  async #stay({ epoch, letters }: Old, signaling: readonly string[]): Promise<void> {
    const { ledger, inside, iceServers } = this.#with
    const secret = roomsOf(ledger.row)[epoch]
    const room = epoch === 1 ? ledger.row.firstRoom : secret && (await roomName(secret))
    if (secret === undefined || room === undefined) return
    const password = await roomPassword(secret)
    if (this.#open.has(epoch)) return
    const carrier = new Carrier(0)
    for (const { key, bytes } of letters) carrier.putLoose('moves', key.slice('moves/'.length), bytes)
    const { doc, awareness } = carrier
    const link = inside.connect({ room, password, signaling, iceServers, doc, awareness, onStatus: () => {} })
    this.#open.set(epoch, { carrier, link })
  }

  stop(): void {
    for (const { link, carrier } of this.#open.values()) {
      link.stop()
      carrier.destroy()
    }
    this.#open.clear()
  }
}
