/** Numbers, chains and seals what a device wrote, one after the other; a large change goes in parts. */
import type { DocName } from './api.ts'
import { cut, type Label, type Sealed } from './envelope.ts'
import type { Ledger } from './ledger.ts'
import { isLate, seasonal, seasonLabel } from './seasonal.ts'
import type { Bytes } from './secret.ts'
import { endsOf } from './sent.ts'
import type { EnvelopeRow } from './store.ts'

/** What is to be entered: the kind, the document, the plain body. */
export type Entry = {
  readonly kind: 'update' | 'roster' | 'link' | 'circle'
  readonly doc: DocName | '-'
  readonly body: Bytes
  /** Of which season, where it is not the one that is open. */
  readonly season?: number
}

/** The envelopes that follow this device's last one. A change larger than one envelope takes several in a row. */
export const sealAll = async (ledger: Ledger, entries: readonly Entry[]): Promise<readonly Sealed[]> => {
  const sealed: Sealed[] = []
  let { seq, hash } = ledger.chains.head(ledger.me.id)
  const roster = ledger.members.latest?.version ?? 0
  for (const { kind, doc, body, season = ledger.chains.season } of entries) {
    const bodies = cut(body)
    const of = kind === 'update' && seasonal.has(doc) ? seasonLabel(season) : {}
    const keyEpoch = kind === 'update' || kind === 'circle' ? ledger.epoch : 0
    for (const [i, part] of bodies.entries()) {
      const keys = seq === 0 ? ledger.me.keys : null
      const place = { seq: seq + 1, prevHash: hash as Label['prevHash'], part: i + 1, parts: bodies.length }
      const one = await ledger.seal({ kind, doc, ...of, keyEpoch, roster, keys, ...place }, part)
      sealed.push(one)
      seq++
      hash = one.hash
    }
  }
  return sealed
}

/** What this device wrote as it is kept, with how far its changes go; `running` is the season that runs in the store. */
export const ownRows = (
  space: string,
  sealed: readonly Sealed[],
  entries: readonly Entry[],
  running: number,
): readonly EnvelopeRow[] => {
  const ends = new Map(entries.filter(({ kind }) => kind === 'update').map(({ doc, body }) => [doc, endsOf(body)]))
  return sealed.map(({ header, hash, bytes }): EnvelopeRow => {
    const { device, seq, kind, doc } = header
    // Why: what is written while a season turns lands in the one that ended, and that is read anew.
    const late = isLate(header, running) ? { late: true } : {}
    const [row, end] = [{ space, device, seq, hash, bytes, kind, held: null, ...late }, ends.get(doc)]
    return doc === '-' || kind !== 'update' || end === undefined ? row : { ...row, doc, ends: end }
  })
}
