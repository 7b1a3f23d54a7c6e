/** How a device that was let in comes by the space's key: out of the box that was made for it alone. */
import { parse } from '../lib/parse.ts'
import type { DeviceId } from '../model/ids.ts'
import { type Lockbox, linkSchema, rosterSchema } from '../model/member.ts'
import type { Source } from './carrier.ts'
import { isFrom, openBody, readBody, type Sealed, takeApart } from './envelope.ts'
import { type DeviceKeys, deviceIdOf, readKeys, unlock } from './keys.ts'
import type { Members } from './roster.ts'
import type { Bytes } from './secret.ts'
import type { SpaceRow } from './store.ts'

export type EpochKeys = SpaceRow['epochKeys']

/** The keys in the boxes made for this device that it does not hold yet; undefined where there is none. */
const opened = async (
  boxes: readonly Lockbox[],
  me: DeviceKeys,
  { id, epochKeys }: SpaceRow,
): Promise<EpochKeys | undefined> => {
  const found: Record<number, Bytes> = {}
  for (const box of boxes) {
    if (box.to !== me.id || epochKeys[box.epoch] !== undefined) continue
    const secret = await unlock(me, id, box)
    if (secret?.length === 32) found[box.epoch] = secret
  }
  return Object.keys(found).length > 0 ? { ...epochKeys, ...found } : undefined
}

/** Looks through the member list and the links taken in. */
export const keysInMembers = (members: Members, me: DeviceKeys, row: SpaceRow): Promise<EpochKeys | undefined> =>
  opened([...(members.latest?.lockboxes ?? []), ...members.links.map(({ lockbox }) => lockbox)], me, row)

/**
 * Looks ahead in a carrier. Why: what was written before a device was let in stands before its box in the chain, and
 * is closed with the key in that box. Only the owner and the device that invited are believed: both were named in the
 * invitation. Nothing else of what is read here counts before its turn comes.
 */
export const keysAhead = async (
  carrier: Source,
  me: DeviceKeys,
  row: SpaceRow,
  roomKey: Bytes,
): Promise<EpochKeys | undefined> => {
  for (const device of new Set([row.owner, row.joining?.inviter ?? row.owner]))
    for (const { envelopes } of carrier.lists(device)) {
      const sealed = envelopes
        .filter(bytes => bytes instanceof Uint8Array)
        .map(takeApart)
        .filter(one => one?.header.keyEpoch === 0 && one.header.device === device && one.header.space === row.id)
      const boxes = await Promise.all(sealed.map(one => boxesIn(one!, sealed[0]!, device, roomKey)))
      const keys = await opened(boxes.flat(), me, row)
      if (keys !== undefined) return keys
    }
  return undefined
}

const boxesIn = async (
  sealed: Sealed,
  first: Sealed,
  device: DeviceId,
  roomKey: Bytes,
): Promise<readonly Lockbox[]> => {
  const keysText = first.header.keys
  const keys = keysText !== null && deviceIdOf(keysText) === device ? await readKeys(keysText) : undefined
  if (keys === undefined || !(await isFrom(keys, sealed))) return []
  const body = await openBody(sealed, roomKey)
  const value = body && readBody(body)
  const roster = parse(rosterSchema, value)
  if (roster.ok) return roster.value.lockboxes
  const link = parse(linkSchema, value)
  return link.ok ? [link.value.lockbox] : []
}
