/** Who waits at the door, which invitations are out, and who has read everything: as the store holds it. */
import type { DeviceId } from '../model/ids.ts'
import type { Invite, JoinRequest } from './api.ts'
import { openInvites } from './door.ts'
import { fingerprintOf } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { readAck } from './loose.ts'
import { attempt, type HeldRow, type LooseRow, ofSpace, type RequestRow, type Store } from './store.ts'
import { cameLate } from './taking.ts'

export type Seen = {
  readonly requests: readonly JoinRequest[]
  readonly invites: readonly Invite[]
  readonly acknowledgedBy: readonly DeviceId[]
  /** How many envelopes of each device were turned away after it was removed. */
  readonly late: ReadonlyMap<string, number>
}

/** `now` in milliseconds since 1970-01-01 UTC. */
export const lookAround = async (db: Store, ledger: Ledger, now: number): Promise<Seen> => {
  const space = ledger.row.id
  const invites = await openInvites(db, space, Math.floor(now / 1000))
  const open = new Set(invites.map(({ id }) => id))
  const asked = await attempt(() => ofSpace<RequestRow>(db.requests, space))
  const requests = (asked.ok ? asked.value : [])
    .filter(({ state, invite }) => state === 'waiting' && open.has(invite))
    .map(({ device, name, role, keys }) => ({ id: device, name, role, device, fingerprint: fingerprintOf(keys) }))
  return { requests, invites, acknowledgedBy: await acknowledgedBy(db, ledger), late: await lateOf(db, ledger) }
}

const lateOf = async (db: Store, { row, members }: Ledger): Promise<ReadonlyMap<string, number>> => {
  const late = new Map<string, number>()
  if (members.removed.length === 0) return late
  const held = await attempt(() => ofSpace<HeldRow>(db.quarantine, row.id))
  for (const { device, why, more } of held.ok ? held.value : [])
    if (why === cameLate) late.set(device, (late.get(device) ?? 0) + (more ?? 1))
  return late
}

/** The devices that signed that they have all that this one has written. */
const acknowledgedBy = async (db: Store, ledger: Ledger): Promise<readonly DeviceId[]> => {
  const mine = ledger.me.id
  const wrote = ledger.chains.head(mine).seq
  const loose = await attempt(() => ofSpace<LooseRow>(db.loose, ledger.row.id))
  const devices: DeviceId[] = []
  for (const { key, bytes } of loose.ok && wrote > 0 ? loose.value : []) {
    const device = key.slice('acks/'.length) as DeviceId
    if (!key.startsWith('acks/') || device === mine) continue
    const ack = await readAck(ledger, bytes, device)
    if (ack?.seen.some(([of, seq]) => of === mine && seq >= wrote)) devices.push(device)
  }
  return devices
}
