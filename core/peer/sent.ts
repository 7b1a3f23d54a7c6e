/** How far this device's own writing went out, by document: what stands behind an altered envelope is not sent twice. */
import * as Y from 'yjs'
import type { DocName } from './api.ts'
import type { Bytes } from './secret.ts'
import type { EnvelopeRow } from './store.ts'
import { encodeVector } from './update.ts'

/** Where one change ends, by writer: kept beside its envelope, in case that is altered on the disk. */
export const endsOf = (update: Bytes): NonNullable<EnvelopeRow['ends']> => [...Y.parseUpdateMeta(update).to]

export class Sent {
  /** Whether an envelope of this device's own was changed where it is kept: the others have it as it was. */
  isAltered = false
  /** Whether one of those does not say how far it went. */
  #isUnsure = false
  readonly #ends = new Map<string, Map<number, number>>()

  /** An envelope of this device's own, as it stands in its book. */
  note({ kind, doc, ends }: EnvelopeRow, isAltered: boolean): void {
    this.isAltered ||= isAltered
    this.#isUnsure ||= isAltered && kind === 'update' && ends === undefined
    const known = this.#ends.get(doc ?? '') ?? new Map<number, number>()
    for (const [client, clock] of ends ?? []) known.set(client, Math.max(clock, known.get(client) ?? 0))
    this.#ends.set(doc ?? '', known)
  }

  /** What of a change found unsent truly was: null where nothing, or where that cannot be told. */
  beyond(name: DocName, unsent: Uint8Array): Uint8Array | null {
    if (!this.isAltered) return unsent
    if (this.#isUnsure) return null
    const rest = Y.diffUpdate(unsent, encodeVector(this.#ends.get(name) ?? new Map()))
    const { structs, ds } = Y.decodeUpdate(rest)
    return structs.length > 0 || ds.clients.size > 0 ? rest : null
  }
}
