/** The only door for what other devices wrote: checked in order, applied whole, or set aside with the reason. */
import * as Y from 'yjs'
import { parse } from '../lib/parse.ts'
import type { DeviceId } from '../model/ids.ts'
import { linkSchema, rosterSchema } from '../model/member.ts'
import type { DocName } from './api.ts'
import { type ToldCircle, toldIn } from './circle-words.ts'
import { isFrom, openBody, readBody, type Sealed, takeApart } from './envelope.ts'
import { deviceIdOf, readKeys } from './keys.ts'
import { type Members, mayWrite } from './roster.ts'
import { type Bytes, joined } from './secret.ts'
import type { EnvelopeRow, HeldRow } from './store.ts'
import { checkUpdate } from './update.ts'

/** The transaction origin of what came from elsewhere. */
export const remoteOrigin = { local: false } as const

/** An envelope as it lies somewhere: `stored` where this device has taken it in before. */
export type Piece = { readonly bytes: Uint8Array; readonly stored: EnvelopeRow | null }

/** What came of a run of envelopes: those now in the chain, those turned away, and whether they lay as their sender put them. */
export type Taken = {
  readonly rows: readonly EnvelopeRow[]
  readonly held: readonly HeldRow[]
  readonly damaged: boolean
  /** Two histories under one name: nothing more is taken from this device. */
  readonly forked: boolean
}

type Chain = { hashes: string[]; roster: number; parts: Bytes[]; doc: DocName | null; frozen: boolean }

type Opened = { readonly sealed: Sealed; readonly body: Bytes | undefined; readonly hasKey: boolean }
type Prepared = Opened | { readonly fault: string }

/** What becomes of one envelope that stands rightly in its chain. */
type Fate = { readonly type: 'applied' } | { readonly type: 'wait' } | { readonly type: 'held'; readonly why: string }
const applied: Fate = { type: 'applied' }
const held = (why: string): Fate => ({ type: 'held', why })

const together = 64

export class Chains {
  readonly #space: string
  readonly #me: DeviceId
  readonly #owner: DeviceId
  readonly #docs: { readonly [name in DocName]: Y.Doc }
  readonly #members: Members
  readonly #keyOf: (epoch: number) => Bytes | undefined
  readonly #names: readonly DocName[]
  readonly #chains = new Map<DeviceId, Chain>()
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
    keyOf: (epoch: number) => Bytes | undefined,
    names: readonly DocName[],
  ) {
    this.#space = space
    this.#me = me
    this.#owner = owner
    this.#docs = docs
    this.#members = members
    this.#keyOf = keyOf
    this.#names = names
  }

  /** How far a device's chain was taken in, and the hash it ends with. */
  head(device: DeviceId): { readonly seq: number; readonly hash: string | null; readonly roster: number } {
    const { hashes, roster } = this.#chainOf(device)
    return { seq: hashes.length, hash: hashes.at(-1) ?? null, roster }
  }

  freeze(device: DeviceId): void {
    this.#chainOf(device).frozen = true
  }

  /** Adds an envelope this device has just written itself; its content stands in the documents already. */
  addOwn(sealed: Sealed): void {
    const chain = this.#chainOf(sealed.header.device)
    chain.hashes.push(sealed.hash)
    chain.roster = Math.max(chain.roster, sealed.header.roster)
  }

  /** Takes in a run of envelopes of one device, of which the first should be number `after` + 1. */
  async take(device: DeviceId, pieces: readonly Piece[], after: number): Promise<Taken> {
    const chain = this.#chainOf(device)
    const rows: EnvelopeRow[] = []
    const turnedAway: HeldRow[] = []
    const turnAway = (bytes: Uint8Array, hash: string, why: string) =>
      turnedAway.push({ space: this.#space, hash, device, why, bytes: new Uint8Array(bytes.slice(0, 70_000)) })
    const answer = (damaged = false, forked = false): Taken => ({ rows, held: turnedAway, damaged, forked })

    for (let from = 0; from < pieces.length; from += together) {
      const run = pieces.slice(from, from + together)
      const prepared = await Promise.all(run.map(piece => this.#prepare(device, piece, pieces[0]!)))
      for (const [i, one] of prepared.entries()) {
        if (chain.frozen) return answer()
        const piece = run[i]!
        const seq = after + from + i + 1
        if (one === undefined) return answer()
        if ('fault' in one) {
          turnAway(piece.bytes, `${device}/${seq}`, one.fault)
          if (piece.stored === null || device !== this.#me) return answer(true)
          // Why: another's envelope is fetched again; this device's own next one must still follow the one it wrote.
          chain.hashes.push(piece.stored.hash)
          continue
        }
        const { sealed } = one
        if (sealed.header.seq !== seq) {
          turnAway(piece.bytes, sealed.hash, 'it is out of its place')
          return answer(true)
        }
        const known = chain.hashes[seq - 1]
        if (known === sealed.hash) continue
        if (known !== undefined || sealed.header.prevHash !== (chain.hashes.at(-1) ?? null)) {
          chain.frozen = true
          turnAway(piece.bytes, sealed.hash, 'this device signed two different histories')
          return answer(false, true)
        }
        const fate = this.#judge(chain, one, piece.stored)
        if (fate.type === 'wait') return answer()
        const why = fate.type === 'held' ? fate.why : null
        if (why !== null) turnAway(piece.bytes, sealed.hash, why)
        chain.hashes.push(sealed.hash)
        chain.roster = Math.max(chain.roster, sealed.header.roster)
        const { hash, bytes, header } = sealed
        rows.push({ space: this.#space, device, seq, hash, bytes, kind: header.kind, held: why })
      }
    }
    return answer()
  }

  /** Shape, place, signature and body; undefined where the device's keys are not known yet. */
  async #prepare(device: DeviceId, piece: Piece, first: Piece): Promise<Prepared | undefined> {
    const sealed = takeApart(piece.bytes)
    if (sealed === undefined) return { fault: 'it is no envelope' }
    const { header } = sealed
    if (header.space !== this.#space || header.device !== device || header.seq === 0)
      return { fault: 'it belongs somewhere else' }
    const keysText = this.#members.keysOf(device) ?? this.#ownKeysOfOwner(device, first)
    if (keysText === undefined) return undefined
    const keys = await readKeys(keysText)
    // Why: what lies in this device's own store was checked when it came in; its hash was kept beside it.
    if (piece.stored !== null && piece.stored.hash !== sealed.hash) return { fault: 'it was changed on this device' }
    if (piece.stored === null && (keys === undefined || !(await isFrom(keys, sealed))))
      return { fault: 'its signature does not match' }
    const secret = this.#keyOf(header.keyEpoch)
    const body = secret === undefined ? undefined : await openBody(sealed, secret)
    return { sealed, body, hasKey: secret !== undefined }
  }

  /** Why: before the first member list is read, the owner is known by name only; the name is the hash of these keys. */
  #ownKeysOfOwner(device: DeviceId, first: Piece): string | undefined {
    const keys = device === this.#owner ? takeApart(first.bytes)?.header.keys : null
    return keys && deviceIdOf(keys) === device ? keys : undefined
  }

  #judge(chain: Chain, { sealed, body, hasKey }: Opened, stored: EnvelopeRow | null): Fate {
    const { header } = sealed
    if (stored?.held) return held(stored.held)
    if (!hasKey || header.roster > (this.#members.latest?.version ?? 0)) return { type: 'wait' }
    if (header.roster < chain.roster) return held('it names an older member list than the one before it')
    if (body === undefined) return held('it cannot be opened')
    if (header.kind === 'update') return this.#judgeUpdate(chain, sealed, body)
    if (header.kind === 'circle') {
      const told = toldIn(body, header, this.#members)
      if (typeof told !== 'string') this.circles.push(told)
      return typeof told === 'string' ? held(told) : applied
    }
    if (header.keyEpoch !== 0) return held('it is closed with the wrong key')
    if (header.kind === 'roster') {
      const roster = parse(rosterSchema, readBody(body))
      const fault = roster.ok ? this.#members.add(roster.value, header.device) : 'it is no member list'
      // Why: whoever signed a member list has seen it; a role it took from them cannot be used after it.
      if (roster.ok && fault === undefined) chain.roster = roster.value.version
      return fault === undefined ? applied : held(fault)
    }
    if (header.kind !== 'link') return held('it does not belong in a chain')
    const link = parse(linkSchema, readBody(body))
    const fault = link.ok ? this.#members.addLink(link.value, header.device) : 'it names no device'
    return fault === undefined ? applied : held(fault)
  }

  #judgeUpdate(chain: Chain, { header }: Sealed, body: Bytes): Fate {
    const name = this.#names.find(name => name === header.doc)
    if (name === undefined || header.keyEpoch === 0) return held('it is for no document')
    if (!mayWrite(name, this.#members.rolesOf(header.device, header.roster)))
      return held(`its writer may not write in the document \`${name}\``)
    if (header.part === 1) {
      chain.parts = []
      chain.doc = name
    }
    if (header.part !== chain.parts.length + 1 || chain.doc !== name || header.part > header.parts)
      return held('parts of it are missing')
    const parts = [...chain.parts, body]
    if (header.part === header.parts) {
      const fate = this.#apply(name, header.device, joined(...parts), header.roster)
      if (fate.type !== 'wait') chain.parts = []
      return fate
    }
    chain.parts = parts
    return applied
  }

  #apply(name: DocName, device: DeviceId, update: Bytes, roster: number): Fate {
    const doc = this.#docs[name]
    const checked = checkUpdate(doc, name, device, update)
    if (checked.type !== 'fine') return checked
    try {
      Y.transact(
        doc,
        transaction => {
          Y.applyUpdate(doc, update, remoteOrigin)
          if (name === 'statements')
            for (const ids of transaction.changed.values())
              for (const id of ids) if (id !== null) this.rosterOfStatement.set(id, roster)
        },
        remoteOrigin,
        false,
      )
      return applied
    } catch {
      return held('it could not be applied')
    }
  }

  #chainOf(device: DeviceId): Chain {
    const before = this.#chains.get(device)
    if (before) return before
    const chain: Chain = { hashes: [], roster: 0, parts: [], doc: null, frozen: false }
    this.#chains.set(device, chain)
    return chain
  }
}
