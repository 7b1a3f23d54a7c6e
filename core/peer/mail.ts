/** What lies beside the envelopes in a carrier: letters of people who ask to come in, answers, acknowledgements. */
import type { DeviceId } from '../model/ids.ts'
import type { Carrier, Source } from './carrier.ts'
import { answerLetter, letterOf } from './door.ts'
import { readCarriedYeses } from './file-yes.ts'
import { layProofs, readProofs } from './forks.ts'
import type { LineOptions } from './line.ts'
import { readAck, readMove, readRefusal, weightOf, writeAck } from './loose.ts'
import { closeDoor } from './removal.ts'
import type { Bytes } from './secret.ts'
import { attempt, type LooseRow, ofSpace } from './store.ts'

/** Letters of people at the door looked at in one go; the others at the next arrival. */
const mostLetters = 100

type MailOptions = Pick<LineOptions, 'db' | 'ledger' | 'now' | 'inside'>

export class Mail {
  readonly #with: MailOptions
  #read = new Map<string, Uint8Array>()
  #acked = -1
  #letter: Bytes | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #ended = false

  constructor(options: MailOptions) {
    this.#with = options
  }

  /** A new carrier holds none of it. */
  startAnew(): void {
    this.#read = new Map()
    this.#acked = -1
  }

  /** Lays down what this device has to say outside its chain. */
  async lay(carrier: Source): Promise<void> {
    const { db, ledger } = this.#with
    const { row, me } = ledger
    // Why kept: a letter written anew is another one, and who reads it would have to look again.
    this.#letter = ledger.isMember || row.refused ? null : (this.#letter ?? (await letterOf(ledger, ledger.roomKey)))
    const kept = await attempt(() => ofSpace<LooseRow>(db.loose, row.id))
    await layProofs(db, ledger, carrier)
    if (this.#ended) return
    if (this.#letter === null) carrier.removeLoose('requests', me.id)
    else carrier.putLoose('requests', me.id, this.#letter)
    for (const { key, bytes } of kept.ok ? kept.value : []) {
      if (key === `acks/${me.id}`) carrier.putLoose('acks', me.id, bytes)
      for (const kind of ['answers', 'moves'] as const)
        if (key.startsWith(`${kind}/`)) carrier.putLoose(kind, key.slice(kind.length + 1), bytes)
    }
  }

  /** Reads what is new; true where it was worth keeping. */
  async read(carrier: Source): Promise<boolean> {
    const { ledger, db, now } = this.#with
    const seconds = Math.floor(now() / 1000)
    let any = false
    for (const device of ledger.members.devices) {
      const bytes = carrier.looseOf('acks', device)
      if (bytes && this.#isOf('acks', device, bytes)) any = (await this.#readAck(device, bytes)) || any
    }
    const letters = carrier.loose('requests').filter(([device, bytes]) => !this.#wasRead('requests', device, bytes))
    for (const [device, bytes] of letters.slice(0, mostLetters))
      if (this.#isOf('requests', device, bytes))
        any = (await answerLetter(db, ledger, ledger.roomKey, bytes, device, seconds)) || any
    any = (await readProofs(ledger, carrier)) || any
    any = (await readCarriedYeses(db, ledger, carrier, (name, bytes) => this.#isOf('answers', name, bytes))) || any
    for (const [name, bytes] of carrier.loose('moves'))
      if (this.#isOf('moves', name, bytes)) any = (await this.#readMove(name, bytes)) || any
    if (any) await this.lay(carrier)
    // Why: somebody else may have written over it.
    else if (this.#letter !== null) carrier.putLoose('requests', ledger.me.id, this.#letter)
    return (await this.#readAnswer(carrier)) || any
  }

  /** Whether it is another's and was not read before; what comes from a stranger is read once. */
  #isOf(place: string, device: string, bytes: Uint8Array): device is DeviceId {
    if (this.#wasRead(place, device, bytes) || device === this.#with.ledger.me.id) return false
    this.#read.set(`${place}/${device}`, bytes)
    return true
  }

  #wasRead(place: string, device: string, bytes: Uint8Array): boolean {
    return this.#read.get(`${place}/${device}`) === bytes
  }

  async #readAck(device: DeviceId, bytes: Uint8Array): Promise<boolean> {
    const { db, ledger } = this.#with
    const place = [ledger.row.id, `acks/${device}`] as [string, string]
    const ack = await readAck(ledger, bytes, device)
    const before = await attempt(() => db.loose.get(place))
    if (ack === undefined || !before.ok || (before.value?.weight ?? -1) >= weightOf(ack)) return false
    const row = { space: place[0], key: place[1], bytes: new Uint8Array(bytes), weight: weightOf(ack) }
    return (await attempt(() => db.loose.put(row))).ok
  }

  /** Why kept: who stays tells it on to whoever still looks in the old room. */
  async #readMove(name: string, bytes: Uint8Array): Promise<boolean> {
    const { db, ledger } = this.#with
    const move = await readMove(ledger, bytes)
    if (move === undefined || !new RegExp(`^m${move.from}-\\d{1,3}$`).test(name)) return false
    const news = await ledger.follow(move)
    const row = { space: ledger.row.id, key: `moves/${name}`, bytes: new Uint8Array(bytes), weight: move.from }
    await attempt(() => db.loose.put(row))
    if (news) await closeDoor(db, ledger.row.id)
    return news
  }

  async #readAnswer(carrier: Source): Promise<boolean> {
    const { ledger } = this.#with
    const { joining, refused } = ledger.row
    const answer = carrier.looseOf('answers', ledger.me.id)
    if (answer === undefined || joining === null || refused || ledger.isMember) return false
    const refusal = await readRefusal(ledger, answer, joining.inviter)
    if (refusal?.device !== ledger.me.id || refusal.invite !== joining.invite) return false
    return (await ledger.saveRow({ refused: true })).ok
  }

  /** Signs how far this device has read, in a while: several arrivals are acknowledged together. */
  acknowledgeSoon(carrier: () => Carrier): void {
    if (this.#ended || this.#timer !== undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#acknowledge(carrier)
    }, this.#with.inside.acknowledge)
  }

  async #acknowledge(carrier: () => Carrier): Promise<void> {
    const { db, ledger } = this.#with
    // INVARIANT: what is acknowledged has reached the disk.
    if (!ledger.isMember || this.#ended || ledger.taking.notStored !== null) return
    const bytes = await writeAck(ledger, this.#with.now())
    const ack = await readAck(ledger, bytes, ledger.me.id)
    const weight = ack === undefined ? 0 : weightOf(ack)
    if (weight === 0 || weight === this.#acked) return
    this.#acked = weight
    await attempt(() => db.loose.put({ space: ledger.row.id, key: `acks/${ledger.me.id}`, bytes, weight }))
    if (!this.#ended) carrier().putLoose('acks', ledger.me.id, bytes)
  }

  stop(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }
}
