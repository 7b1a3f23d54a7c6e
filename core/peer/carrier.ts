/** What the links carry: sealed envelopes, in order, device by device. Whoever carries them can read nothing. */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { sha256Hex } from '../lib/bytes.ts'
import type { DeviceId } from '../model/ids.ts'

/** The transaction origin of what this device lays into a carrier. */
const fillOrigin = { fills: true } as const

/** Not in any chain: join requests, refusals, acknowledgements; by name, the newest counts. */
export const looseKinds = ['requests', 'answers', 'acks', 'moves', 'forks'] as const
export type LooseKind = (typeof looseKinds)[number]
const mostLoose = 1000
/** More than any space holds before it is read: beyond it somebody who knows the room fills it with junk. */
const mostJunkBytes = 64 * 1024 * 1024
const deviceName = /^[A-Za-z0-9_-]{1,64}$/

/** Where envelopes and letters may come from: a carrier kept in step by a link, or a file. */
export type Source = Pick<
  Carrier,
  'damaged' | 'isWhole' | 'lists' | 'fill' | 'looseOf' | 'loose' | 'putLoose' | 'removeLoose'
>

/**
 * A Y.Doc with one list of envelopes per device. Every device lays the same envelopes down with the same item ids (the
 * writer's id comes from the envelopes' device, the clock is their number), so that what two carriers have in common
 * is never sent again, and a carrier filled anew from the store is the same carrier.
 * `generation` rises when a carrier was damaged and thrown away: the new one uses other names, so that what was
 * deleted or forged under the old ones cannot touch it. Lists of every generation are read.
 */
export class Carrier {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly generation: number
  #damaged = false
  readonly #mostJunk: number
  /** Bytes that came from elsewhere, and those of them that turned out to be envelopes of members. */
  #received = 0
  #accepted = 0

  constructor(generation: number, mostJunk = mostJunkBytes) {
    this.generation = generation
    this.#mostJunk = mostJunk
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fillOrigin) this.#received += update.length
    })
  }

  /** Whether more lies here that is nothing than a window should hold; what Yjs keeps waiting counts too. */
  get #isFull(): boolean {
    const { pendingStructs, pendingDs } = this.doc.store
    const waits = (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0)
    return this.#received - this.#accepted + waits > this.#mostJunk
  }

  /** Whether somebody wrote, or deleted, where only envelopes are laid down, or filled the room with junk. */
  get damaged(): boolean {
    return this.#damaged || this.#isFull
  }

  /** Whether a device's list is whole: as many envelopes as were ever laid into it. */
  isWhole(device: DeviceId): boolean {
    return this.count(device) === Y.getState(this.doc.store, this.#writerOf(device))
  }

  /** Calls when something came from elsewhere. */
  onArrival(listener: () => void): void {
    this.doc.on('afterTransaction', transaction => {
      if (transaction.origin !== fillOrigin && (transaction.changed.size > 0 || this.#isFull)) listener()
    })
  }

  /** Lays down one device's envelopes from number `after` + 1 on; those that lie there already are left alone. */
  fill(device: DeviceId, envelopes: readonly Uint8Array[], after: number): void {
    const list = this.doc.getArray<Uint8Array>(this.#listName(device))
    const writer = this.#writerOf(device)
    const mine = this.doc.clientID
    const there = Y.getState(this.doc.store, writer)
    if (there < after || !this.isWhole(device)) {
      this.#damaged = true
      return
    }
    this.#accepted += envelopes.slice(0, there - after).reduce((sum, { length }) => sum + length, 0)
    const missing = envelopes.slice(there - after)
    if (missing.length === 0) return
    // Why: Yjs names new items after the document's client id at that moment.
    this.doc.clientID = writer
    this.doc.transact(() => list.push([...missing]), fillOrigin)
    this.doc.clientID = mine
  }

  /** Every list in which envelopes of a device lie, this generation's first; each in order from number `after` + 1. */
  lists(device: DeviceId, after = 0): readonly { readonly own: boolean; readonly envelopes: readonly unknown[] }[] {
    const own = this.#listName(device)
    const names = [...this.doc.share.keys()].filter(name => name.endsWith(`/${device}`) && /^e\d{1,6}\//.test(name))
    return [...new Set([own, ...names])].flatMap(name => {
      try {
        return [{ own: name === own, envelopes: this.doc.getArray(name).toArray().slice(after) }]
      } catch {
        return []
      }
    })
  }

  /** How many envelopes of a device lie in this generation's list. */
  count(device: DeviceId): number {
    return this.doc.getArray(this.#listName(device)).length
  }

  putLoose(kind: LooseKind, name: string, bytes: Uint8Array): void {
    const map = this.doc.getMap<Uint8Array>(kind)
    const before = map.get(name)
    if (before instanceof Uint8Array && before.length === bytes.length && before.every((byte, i) => byte === bytes[i]))
      return
    this.doc.transact(() => map.set(name, bytes), fillOrigin)
  }

  removeLoose(kind: LooseKind, name: string): void {
    const map = this.doc.getMap(kind)
    if (map.has(name)) this.doc.transact(() => map.delete(name), fillOrigin)
  }

  /** What lies under one name; undefined where nothing does that could be a letter. */
  looseOf(kind: LooseKind, name: string): Uint8Array | undefined {
    const bytes = this.doc.getMap(kind).get(name)
    return bytes instanceof Uint8Array && bytes.length <= 70_000 ? bytes : undefined
  }

  /** Letters from anybody, the newest names first, so that a heap of junk does not bury who comes now. */
  loose(kind: LooseKind): readonly (readonly [string, Uint8Array])[] {
    return [...this.doc.getMap(kind).keys()]
      .filter(name => deviceName.test(name))
      .reverse()
      .slice(0, mostLoose)
      .flatMap(name => {
        const bytes = this.looseOf(kind, name)
        return bytes === undefined ? [] : [[name, bytes] as const]
      })
  }

  destroy(): void {
    this.awareness.destroy()
    this.doc.destroy()
  }

  #listName(device: DeviceId): string {
    return `e${this.generation}/${device}`
  }

  #writerOf(device: DeviceId): number {
    return Number.parseInt(sha256Hex(`tandem/carrier\n${this.generation}\n${device}`).slice(0, 12), 16)
  }
}
