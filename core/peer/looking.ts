/** Who waits at the door, which invitations are out, who has read what, who was stopped: as the store holds it. */
import type { Confirmation, Invite, JoinRequest, StoppedDevice, WaitingChain } from './api.ts'
import { openInvites } from './door.ts'
import { confirmations, stoppedDevices } from './held-pieces.ts'
import { fingerprintOf } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { attempt, type HeldRow, ofSpace, type RequestRow, type Store } from './store.ts'
import { cameLate } from './taking.ts'

export type Seen = {
  readonly requests: readonly JoinRequest[]
  readonly invites: readonly Invite[]
  readonly confirmations: readonly Confirmation[]
  readonly stopped: readonly StoppedDevice[]
  readonly waiting: readonly WaitingChain[]
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
  const { mine, waiting } = await confirmations(db, ledger)
  const stopped = await stoppedDevices(db, ledger)
  return { requests, invites, confirmations: mine, stopped, waiting, late: await lateOf(db, ledger) }
}

const lateOf = async (db: Store, { row, members }: Ledger): Promise<ReadonlyMap<string, number>> => {
  const late = new Map<string, number>()
  if (members.removed.length === 0) return late
  const held = await attempt(() => ofSpace<HeldRow>(db.quarantine, row.id))
  for (const { device, why, more } of held.ok ? held.value : [])
    if (why === cameLate) late.set(device, (late.get(device) ?? 0) + (more ?? 1))
  return late
}
