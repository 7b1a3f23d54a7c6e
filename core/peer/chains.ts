/** The only door for what other devices wrote: checked in order, applied whole, or set aside with the reason. */
import type * as Y from 'yjs'
import { parse } from '../lib/parse.ts'
import type { Header } from '../model/envelope.ts'
import type { DeviceId } from '../model/ids.ts'
import { linkSchema, rosterSchema } from '../model/member.ts'
import { currentSchema } from '../plan/index.ts'
import type { DocName } from './api.ts'
import { type Chain, contradicts, newChain, partsAfter } from './chain.ts'
import { type ToldCircle, toldIn } from './circle-words.ts'
import { readBody, type Sealed } from './envelope.ts'
import { applied, type Fate, held, wait } from './fate.ts'
import { Lost } from './lost.ts'
import { assemble, type Opened, Opening, type Piece, together } from './opening.ts'
import type { Members } from './roster.ts'
import { fateElsewhere } from './seasonal.ts'
import type { Bytes } from './secret.ts'
import { Sent } from './sent.ts'
import { Shadow } from './shadow.ts'
import type { EnvelopeRow, HeldRow } from './store.ts'
import { afterTheFork, cameLate, mostLate, nothingTaken, rowOf, type Taken, twoHistories } from './taking.ts'
import { checkUpdate, isWriter } from './update.ts'

/** The transaction origin of what came from elsewhere. */
export const remoteOrigin = { local: false } as const

export class Chains {
  readonly season: number
  readonly #space: string
  readonly #me: DeviceId
  readonly #docs: { readonly [name in DocName]: Y.Doc }
  readonly #members: Members
  readonly #names: readonly DocName[]
  readonly #opening: Opening
  readonly #shadows: ReadonlyMap<DocName, Shadow>
  readonly #chains = new Map<DeviceId, Chain>()
  readonly #lost = new Lost()
  /** Devices of which more was taken in than counts, found out by their removal: the documents must be read anew. */
  readonly stale = new Map<DeviceId, number>()
  /** Devices whose next envelope rests on something that is not here yet, with its number. */
  readonly waiting = new Map<DeviceId, number>()
  readonly sent = new Sent()
  /** Whether this device only carries. */
  isRelay = (): boolean => false
  /** Under which version of the member list a statement came, by its id. */
  readonly rosterOfStatement = new Map<string, number>()
  /** The circles that were told of here, in the order they came. */
  readonly circles: ToldCircle[] = []

  constructor(
    space: string,
    me: DeviceId,
    owner: DeviceId,
    docs: { readonly [name in DocName]: Y.Doc },
    members: Members,
    keysOf: (epoch: number) => readonly Bytes[],
    names: readonly DocName[],
    season: number,
  ) {
    this.season = season
    this.#space = space
    this.#me = me
    this.#docs = docs
    this.#members = members
    this.#names = names
    this.#shadows = new Map(names.map(name => [name, new Shadow(docs[name], name)]))
    this.#opening = new Opening(space, owner, members, keysOf)
  }

  /** How far a device's chain was taken in, and with which hash. */
  head(device: DeviceId): { readonly seq: number; readonly hash: string | null; readonly roster: number } {
    const { hashes, roster } = this.of(device)
    return { seq: hashes.length, hash: hashes.at(-1) ?? null, roster }
  }

  /** Takes nothing more of a device that signed two histories; what it wrote after a number counts no longer. */
  freeze(device: DeviceId, end: number): void {
    const chain = this.of(device)
    chain.frozen = true
    chain.end = Math.min(chain.end, end)
  }
  /** The devices that were stopped, each with the number after which it counts no longer. */
  get ends(): ReadonlyMap<DeviceId, number> {
    return new Map([...this.#chains].flatMap(([device, { frozen, end }]) => (frozen ? [[device, end]] : [])))
  }

  /** Adds an envelope this device has just written itself; its content stands in the documents already. */
  addOwn(sealed: Sealed): void {
    const chain = this.of(sealed.header.device)
    chain.hashes.push(sealed.hash)
    chain.roster = Math.max(chain.roster, sealed.header.roster)
  }

  /** Takes in a run of envelopes of one device, of which the first should be number `after` + 1. */
  async take(device: DeviceId, pieces: readonly Piece[], after: number): Promise<Taken> {
    const chain = this.of(device)
    const rows: EnvelopeRow[] = []
    const turnedAway: HeldRow[] = []
    const turnAway = (bytes: Uint8Array, hash: string, why: string) =>
      turnedAway.push({ space: this.#space, hash, device, why, bytes: new Uint8Array(bytes.slice(0, 70_000)) })
    const answer = (more: Partial<Taken> = {}): Taken => ({ ...nothingTaken, rows, held: turnedAway, ...more })
    const last = device === this.#me ? undefined : this.#members.lastOf(device)
    const isLate = last !== undefined && after >= last
    if (isLate && Math.min(pieces.length, mostLate) <= chain.late) return answer()
    for (let from = 0; from < pieces.length; from += together) {
      const run = pieces.slice(from, from + together)
      const prepared = await Promise.all(run.map(piece => this.#opening.open(device, piece, pieces[0]!)))
      for (const [i, one] of prepared.entries()) {
        const piece = run[i]!
        if (chain.frozen && piece.stored === null) return answer()
        const seq = after + from + i + 1
        if (piece.stored !== null && device === this.#me)
          this.sent.note(piece.stored, one !== undefined && 'fault' in one)
        if (one === undefined) return answer({ waits: 'it is of a device that is in no list yet' })
        if ('fault' in one) {
          turnAway(piece.bytes, `${device}/${seq}`, one.fault)
          if (piece.stored === null || device !== this.#me) return answer({ damaged: true })
          // Why: another's envelope is fetched again; this device's own next one must still follow the one it wrote.
          chain.hashes.push(piece.stored.hash)
          continue
        }
        const { sealed } = one
        if (sealed.header.seq !== seq) {
          turnAway(piece.bytes, sealed.hash, 'it is out of its place')
          return answer({ damaged: true })
        }
        if (last !== undefined && seq > last) {
          turnAway(piece.bytes, sealed.hash, cameLate)
          chain.late = Math.max(chain.late, seq - last)
          if (chain.late < mostLate) continue
          return answer()
        }
        if (chain.hashes[seq - 1] === sealed.hash) continue
        if (contradicts(chain, sealed)) {
          this.freeze(device, partsAfter(chain, sealed))
          turnAway(piece.bytes, sealed.hash, twoHistories)
          return answer({ forked: chain.end })
        }
        const fate = this.#judge(chain, one, piece.stored)
        if (fate.type === 'wait') this.waiting.set(device, seq)
        else this.waiting.delete(device)
        if (fate.type === 'wait') return answer({ waits: fate.why })
        const why = fate.type === 'held' ? fate.why : null
        if (why !== null) turnAway(piece.bytes, sealed.hash, why)
        chain.hashes.push(sealed.hash)
        chain.roster = Math.max(chain.roster, sealed.header.roster)
        rows.push(rowOf(this.#space, sealed, why, this.season))
      }
    }
    return answer()
  }

  #judge(chain: Chain, { sealed, body, hasKey }: Opened, stored: EnvelopeRow | null): Fate {
    const { header } = sealed
    // Why not member lists: of the device that keeps them one history must go on, or nobody could remove it.
    if (header.seq > chain.end && header.kind === 'update') {
      const whole = body && assemble(chain, sealed, body)
      if (whole) this.#lost.add(whole)
      return held(afterTheFork)
    }
    // Why: what an older app could not read, a newer one may.
    if (stored?.held && (stored.judgedIn ?? currentSchema) === currentSchema) {
      const whole = header.kind === 'update' && body !== undefined && assemble(chain, sealed, body)
      if (whole) this.#lost.add(whole)
      return held(stored.held)
    }
    if (header.roster > (this.#members.latest?.version ?? 0)) return wait('it names a member list that is not here yet')
    if (!hasKey) return this.isRelay() ? applied : wait('the key it is closed with is not here yet')
    if (header.roster < chain.roster) return held('it names an older member list than the one before it')
    if (body === undefined) return held('it cannot be opened')
    const withRoomKey = header.kind !== 'update' && header.kind !== 'circle'
    if (withRoomKey && header.keyEpoch !== 0) return held('it is closed with the wrong key')
    const whole = assemble(chain, sealed, body)
    if (whole === undefined) return held('parts of it are missing')
    if (whole === null) return applied
    const fate =
      header.kind === 'update' ? this.#judgeUpdate(sealed, whole, stored) : this.#judgeWord(chain, sealed, whole)
    if (fate.type !== 'wait') chain.parts = []
    if (fate.type === 'held' && header.kind === 'update') this.#lost.add(whole)
    return fate
  }

  #judgeWord(chain: Chain, { header }: Sealed, body: Bytes): Fate {
    if (header.kind === 'circle') {
      const told = toldIn(body, header, this.#members)
      if (typeof told !== 'string') this.circles.push(told)
      return typeof told === 'string' ? held(told) : applied
    }
    const value = readBody(body)
    if (header.kind === 'roster') {
      const roster = parse(rosterSchema, value)
      const fault = roster.ok ? this.#members.add(roster.value, header.device) : 'it is no member list'
      if (!roster.ok || fault !== undefined) return held(fault ?? 'it is no member list')
      // Why: whoever signed a member list has seen it; a role it took from them cannot be used after it.
      chain.roster = roster.value.version
      for (const { device, last } of this.#members.ends)
        if (device !== this.#me && this.head(device).seq > last) this.stale.set(device, last)
      return applied
    }
    if (header.kind !== 'link') return held('it does not belong in a chain')
    const link = parse(linkSchema, value)
    const fault = link.ok ? this.#members.addLink(link.value, header.device) : 'it names no device'
    return fault === undefined ? applied : held(fault)
  }

  #judgeUpdate({ header }: Sealed, update: Bytes, stored: EnvelopeRow | null): Fate {
    const name = this.#names.find(name => name === header.doc)
    if (name === undefined || header.keyEpoch === 0) return held('it is for no document')
    if (!this.#members.mayWrite(name, header.device, header.roster))
      return held(`its writer may not write in the document \`${name}\``)
    return fateElsewhere(header, this.season, stored) ?? this.#apply(name, header, update, stored)
  }

  /** Whether a piece of writing can never be here: it was turned away, or its device was removed before it. */
  #isLost({ client, clock }: Y.ID): boolean {
    if (this.#lost.has(client, clock)) return true
    // Why also what is not here: what rests on the other history of a stopped device may come from somebody who had that.
    for (const [one, last] of this.ends) if (isWriter(one, client) && this.head(one).seq >= last) return true
    const end = this.#members.ends.find(({ device }) => isWriter(device, client))
    return end !== undefined && end.device !== this.#me && this.head(end.device).seq >= end.last
  }

  #apply(name: DocName, { device, roster }: Header, update: Bytes, stored: EnvelopeRow | null): Fate {
    const doc = this.#docs[name]
    const checked = checkUpdate(doc, name, device, update)
    if (checked.type === 'wait')
      return checked.on !== null && this.#isLost(checked.on)
        ? held('it rests on what was turned away')
        : wait(checked.on === null ? 'a newer app wrote it' : 'it rests on changes that are not here yet')
    if (checked.type === 'held') return checked
    // Why not what was taken in before: it was tried then, and a season is opened often.
    const isNew = stored?.held !== null || stored.late === true
    const fault = this.#shadows.get(name)!.put(update, remoteOrigin, isNew, ({ changed }) => {
      if (name === 'statements')
        for (const ids of changed.values())
          for (const id of ids) if (id !== null) this.rosterOfStatement.set(id, roster)
    })
    return fault === undefined ? applied : held(fault)
  }

  of(device: DeviceId): Chain {
    const chain = this.#chains.get(device) ?? newChain()
    this.#chains.set(device, chain)
    return chain
  }
}
