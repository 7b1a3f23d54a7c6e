/** What was set aside, who was stopped, and what still waits: for a person to look at. */
import type { DeviceId, PersonId } from '../model/ids.ts'
import type { Confirmation, HeldPiece, StoppedDevice, WaitingChain } from './api.ts'
import { takeApart } from './envelope.ts'
import { fingerprintOf } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { readAck } from './loose.ts'
import type { Members } from './roster.ts'
import { attempt, type FrozenRow, type HeldRow, type LooseRow, ofSpace, type Store } from './store.ts'

const whoIs = (members: Members, device: DeviceId) => {
  const [person, keys] = [members.personOf(device), members.keysOf(device)]
  const former = members.removed.find(one => one.device === device)
  const name = members.people.find(one => one.person === person)?.name ?? former?.name ?? ''
  return {
    device,
    person: person ?? (null as PersonId | null),
    name,
    fingerprint: keys === undefined ? '' : fingerprintOf(keys),
  }
}

/** Everything set aside, the newest first. */
export const heldPieces = async (db: Store, { row, members }: Ledger): Promise<readonly HeldPiece[]> => {
  const held = await attempt(() => ofSpace<HeldRow>(db.quarantine, row.id))
  return (held.ok ? held.value : [])
    .map(({ hash, device, why, bytes, at, more }): HeldPiece => {
      const header = takeApart(bytes)?.header
      const number = header === undefined || header.seq === 0 ? null : header.seq
      return {
        ...whoIs(members, device as DeviceId),
        id: hash,
        why,
        at: at ?? null,
        number,
        about: header?.kind === 'update' ? header.doc : (header?.kind ?? null),
        pieces: more ?? 1,
        bytes: bytes.length,
      }
    })
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
}

/** The devices that signed two histories and were stopped. */
export const stoppedDevices = async (db: Store, { row, members }: Ledger): Promise<readonly StoppedDevice[]> => {
  const frozen = await attempt(() => ofSpace<FrozenRow>(db.frozen, row.id))
  return (frozen.ok ? frozen.value : []).map(({ device, at }) => ({
    ...whoIs(members, device as DeviceId),
    at: at ?? null,
    isRemoved: members.lastOf(device as DeviceId) !== undefined,
  }))
}

/** What each device said, signed, that it has of everybody's writing. */
export const confirmations = async (
  db: Store,
  ledger: Ledger,
): Promise<{ readonly mine: readonly Confirmation[]; readonly waiting: readonly WaitingChain[] }> => {
  const { members, me, chains, row } = ledger
  const loose = await attempt(() => ofSpace<LooseRow>(db.loose, row.id))
  const wrote = chains.head(me.id).seq
  const mine: Confirmation[] = []
  const known = new Map<DeviceId, { pieces: number; from: DeviceId }>()
  for (const { key, bytes } of loose.ok ? loose.value : []) {
    const from = key.slice('acks/'.length) as DeviceId
    if (!key.startsWith('acks/') || from === me.id) continue
    const ack = await readAck(ledger, bytes, from)
    if (ack === undefined) continue
    const has = ack.seen.find(([of]) => of === me.id)?.[1] ?? 0
    mine.push({ device: from, upTo: Math.min(has, wrote), of: wrote, at: ack.at ?? null })
    for (const [of, seq] of ack.seen)
      if (of !== me.id && members.isIn(of) && seq > (known.get(of)?.pieces ?? chains.head(of).seq))
        known.set(of, { pieces: seq, from })
  }
  const waiting = members.devices
    .filter(device => device !== me.id)
    .flatMap((device): readonly WaitingChain[] => {
      const lies = ledger.waiting.of(device)
      const elsewhere = known.get(device)
      const missing = Math.max(lies?.pieces ?? 0, (elsewhere?.pieces ?? 0) - chains.head(device).seq)
      if (missing <= 0) return []
      return [{ ...whoIs(members, device), pieces: missing, why: lies?.why ?? null, has: elsewhere?.from ?? null }]
    })
  return { mine, waiting }
}
