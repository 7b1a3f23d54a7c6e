/** Every device numbers what it signs and names what it signed before, so that a missing or changed word shows. */

import { by } from '../lib/order.ts'
import type { DeviceId, StatementId } from '../model/ids.ts'
import { type LogEntry, statementId } from '../model/log.ts'

/** The last statement of a device that somebody has seen: what shows that the end of a chain was cut off. */
export type ChainHead = { readonly device: DeviceId; readonly seq: number; readonly id: StatementId }

export type ChainBreak =
  /** The entry does not stand under the hash of what was signed. */
  | { readonly type: 'Altered'; readonly device: DeviceId; readonly seq: number; readonly id: StatementId }
  /** Nothing with this number is here, though something later was seen. */
  | { readonly type: 'Missing'; readonly device: DeviceId; readonly seq: number }
  /** Two different statements of one device have one number. */
  | { readonly type: 'Forked'; readonly device: DeviceId; readonly seq: number }
  /** The entry names another before it than the one that is here, or the one seen is not the one that is here. */
  | { readonly type: 'DoesNotFollow'; readonly device: DeviceId; readonly seq: number }

type Link = { readonly id: StatementId; readonly seq: number; readonly prev: string | null }

const breaksOf = (device: DeviceId, links: readonly Link[], head: ChainHead | undefined): readonly ChainBreak[] => {
  const bySeq = new Map<number, Link>()
  const breaks: ChainBreak[] = []
  for (const link of links) {
    if (bySeq.has(link.seq)) breaks.push({ type: 'Forked', device, seq: link.seq })
    else bySeq.set(link.seq, link)
  }
  const seqs = [...bySeq.keys()]
  const last = seqs.reduce((most, seq) => Math.max(most, seq), head?.seq ?? 0)
  // Why: a chain with a hole names the first missing number of each hole, so that one false number cannot fill a disk.
  let before = 0
  for (const seq of [...seqs.toSorted((a, b) => a - b), last + 1]) {
    if (seq > before + 1) breaks.push({ type: 'Missing', device, seq: before + 1 })
    const link = bySeq.get(seq)
    const expected = seq === 1 ? null : bySeq.get(seq - 1)?.id
    const follows = expected === undefined || (link?.prev as string | null | undefined) === expected
    const isHead = head === undefined || head.seq !== seq || head.id === link?.id
    if (link !== undefined && !(follows && isHead)) breaks.push({ type: 'DoesNotFollow', device, seq })
    before = seq
  }
  return breaks
}

/**
 * Where the chains of the devices are broken, by device and number; none where every chain is whole. `heads` are the
 * last statements seen of some devices: without them, a cut at the very end of a chain cannot show.
 */
export const checkChain = (entries: readonly LogEntry[], heads: readonly ChainHead[] = []): readonly ChainBreak[] => {
  const chains = new Map<DeviceId, Link[]>(heads.map(({ device }) => [device, []]))
  const altered: ChainBreak[] = []
  for (const { id, statement } of distinct(entries)) {
    const { device, seq, prev } = statement
    if (statementId(statement) !== id) altered.push({ type: 'Altered', device, seq, id })
    const links = chains.get(device) ?? []
    links.push({ id, seq, prev })
    chains.set(device, links)
  }
  const breaks = [...chains].flatMap(([device, links]) =>
    breaksOf(
      device,
      links,
      heads.find(head => head.device === device),
    ),
  )
  return [...altered, ...breaks].toSorted(
    by(
      ({ device }) => device,
      ({ seq }) => seq,
      ({ type }) => type,
    ),
  )
}

// Why: an entry that arrived twice is one; two that differ under one name are both looked at.
const distinct = (entries: readonly LogEntry[]) => {
  const seen = new Map<string, { id: StatementId; statement: LogEntry['signed']['statement'] }>()
  for (const { id, signed } of entries)
    seen.set(`${id} ${statementId(signed.statement)}`, { id, statement: signed.statement })
  return [...seen.values()]
}
