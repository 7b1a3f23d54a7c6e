/** An envelope taken apart and opened as far as this device can: shape, place, signature, body; and its parts put together. */
import type { DeviceId } from '../model/ids.ts'
import { isFrom, openBody, type Sealed, takeApart, takeApartBeside } from './envelope.ts'
import { deviceIdOf, readKeys } from './keys.ts'
import type { Members } from './roster.ts'
import { type Bytes, joined } from './secret.ts'
import type { EnvelopeRow } from './store.ts'

/** An envelope as it lies somewhere: `stored` where this device has taken it in before. */
export type Piece = { readonly bytes: Uint8Array; readonly stored: EnvelopeRow | null }

/** So many envelopes are opened at once. */
export const together = 64

export type Opened = { readonly sealed: Sealed; readonly body: Bytes | undefined; readonly hasKey: boolean }
type Prepared = Opened | { readonly fault: string }

export class Opening {
  readonly #space: string
  readonly #owner: DeviceId
  readonly #members: Members
  readonly #keysOf: (epoch: number) => readonly Bytes[]

  constructor(space: string, owner: DeviceId, members: Members, keysOf: (epoch: number) => readonly Bytes[]) {
    this.#space = space
    this.#owner = owner
    this.#members = members
    this.#keysOf = keysOf
  }

  /** Shape, place, signature and body; undefined where the device's keys are not known yet. */
  async open(device: DeviceId, piece: Piece, first: Piece): Promise<Prepared | undefined> {
    const sealed = await takeApartBeside(piece.bytes)
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
    const secrets = this.#keysOf(header.keyEpoch)
    const body = await openBody(sealed, ...secrets)
    // Why: which room's key it is closed with does not stand on it; one may still come.
    return { sealed, body, hasKey: header.keyEpoch === 0 ? body !== undefined : secrets.length > 0 }
  }

  /** Why: before the first member list is read, the owner is known by name only; the name is the hash of these keys. */
  #ownKeysOfOwner(device: DeviceId, first: Piece): string | undefined {
    const keys = device === this.#owner ? takeApart(first.bytes)?.header.keys : null
    return keys && deviceIdOf(keys) === device ? keys : undefined
  }
}

/** The parts so far of a change that takes several envelopes, and what it is. */
export type Parts = { parts: Bytes[]; what: string }

/** A change too large for one envelope comes in parts: the whole of it, null while parts are to come, else undefined. */
export const assemble = (so: Parts, { header }: Sealed, body: Bytes): Bytes | null | undefined => {
  const { part, parts } = header
  const what = `${header.kind}/${header.doc}`
  if (part === 1) {
    so.parts = []
    so.what = what
  }
  if (part !== so.parts.length + 1 || so.what !== what || part > parts) return undefined
  const all = [...so.parts, body]
  if (part === parts) return joined(...all)
  so.parts = all
  return null
}
