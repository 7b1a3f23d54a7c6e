/** How a device comes by a space's keys: out of the box that was made for it alone, and those before out of the newest. */
import { fromBase64url, toBase64url, toUtf8 } from '../lib/bytes.ts'
import { parse } from '../lib/parse.ts'
import type { DeviceId } from '../model/ids.ts'
import { type Lockbox, linkSchema, type Move, type PastEpoch, rosterSchema } from '../model/member.ts'
import type { Source } from './carrier.ts'
import { isFrom, openBody, readBody, type Sealed, takeApart } from './envelope.ts'
import { type DeviceKeys, deviceIdOf, readKeys, unlock } from './keys.ts'
import { roomKey, roomName } from './pairing.ts'
import type { Members } from './roster.ts'
import { type Bytes, closeWith, joined, openWith, sameBytes } from './secret.ts'
import type { SpaceRow } from './store.ts'

/** What of a space's row the keys make up. */
export type Keyring = Pick<SpaceRow, 'epochKeys' | 'room' | 'roomSecret' | 'firstRoom'> &
  Required<Pick<SpaceRow, 'rooms'>>

/** Where boxes for devices stand, with what opens the epochs before. */
type Holder = { readonly lockboxes: readonly Lockbox[]; readonly past: readonly PastEpoch[] }

const keyBytes = 32
const newestOf = (keys: SpaceRow['epochKeys']): number => Math.max(0, ...Object.keys(keys).map(Number))

/** The room's secret of every epoch this device knows. */
export const roomsOf = ({ rooms, epochKeys, roomSecret }: SpaceRow): Readonly<Record<number, Bytes>> =>
  rooms ?? (epochKeys[1] === undefined ? {} : { 1: roomSecret })

/** What opens what everybody invited may read, the newest room's first. */
export const roomKeysOf = (row: SpaceRow): Promise<readonly Bytes[]> => {
  const rooms = roomsOf(row)
  const before = Object.keys(rooms)
    .map(Number)
    .sort((a, b) => b - a)
    .map(epoch => rooms[epoch]!)
    .filter(secret => !sameBytes(secret, row.roomSecret))
  return Promise.all([row.roomSecret, ...before].map(roomKey))
}

/** Opens what a letter in a room that was given up holds for this device. */
export const keysInMove = (
  { lockboxes }: Move,
  openers: readonly DeviceKeys[],
  row: SpaceRow,
): Promise<Keyring | undefined> => opened([{ lockboxes, past: [] }], openers, row)

const pastLabel = (space: string, epoch: number): Bytes => toUtf8(`tandem/past\n${space}\n${epoch}`) as Bytes

/** What stands in a device's box, and in a past epoch's: its key and its room's secret. */
export const keyAndRoom = (key: Bytes, roomSecret: Bytes): Bytes => joined(key, roomSecret)

/** Closes an epoch that is over with the key of the next. */
export const closePast = async (
  space: string,
  epoch: number,
  { epochKeys, roomSecret }: Pick<SpaceRow, 'epochKeys' | 'roomSecret'>,
  next: Bytes,
): Promise<PastEpoch> => {
  const box = await closeWith(next, keyAndRoom(epochKeys[epoch]!, roomSecret), pastLabel(space, epoch))
  return { epoch, box: toBase64url(box) }
}

/** The keys in what was made for this device that it does not hold yet; undefined where there is none. */
export const opened = async (
  holders: readonly Holder[],
  openers: readonly DeviceKeys[],
  row: SpaceRow,
): Promise<Keyring | undefined> => {
  const [keys, rooms]: Record<number, Bytes>[] = [{ ...row.epochKeys }, { ...roomsOf(row) }]
  const before = newestOf(roomsOf(row))
  const keep = (epoch: number, pair: Bytes | undefined) => {
    // Why: a relay's box holds the room's secret alone.
    if (pair?.length === keyBytes) rooms![epoch] = pair
    if (pair?.length !== 2 * keyBytes) return
    keys![epoch] = pair.slice(0, keyBytes)
    rooms![epoch] = pair.slice(keyBytes)
  }
  for (const { lockboxes, past } of holders) {
    for (const box of lockboxes) {
      const mine = openers.find(({ id }) => id === box.to)
      if (mine && keys![box.epoch] === undefined && rooms![box.epoch] === undefined)
        keep(box.epoch, await unlock(mine, row.id, box))
    }
    for (const { epoch, box } of past.toSorted((a, b) => b.epoch - a.epoch)) {
      const [next, closed] = [keys![epoch + 1], fromBase64url(box)]
      if (keys![epoch] === undefined && next !== undefined && closed !== undefined)
        keep(epoch, await openWith(next, closed as Bytes, pastLabel(row.id, epoch)))
    }
  }
  const isSame = (a: object, b: object) => Object.keys(a).length === Object.keys(b).length
  if (isSame(keys!, row.epochKeys) && isSame(rooms!, roomsOf(row))) return undefined
  const newest = newestOf(rooms!)
  // Why: a relay has no epoch by which the room it was invited to is known, and reads the member list with it.
  if (Object.keys(keys!).length === 0) rooms![0] ??= row.roomSecret
  const roomSecret = rooms![newest]!
  if (newest <= Math.max(1, before)) return { epochKeys: keys!, rooms: rooms!, roomSecret, room: row.room }
  const left = before > 0 ? { firstRoom: row.firstRoom ?? row.room } : {}
  return { epochKeys: keys!, rooms: rooms!, roomSecret, room: await roomName(roomSecret), ...left }
}

/** Looks through the member list and the links taken in. */
export const keysInMembers = (
  members: Members,
  openers: readonly DeviceKeys[],
  row: SpaceRow,
): Promise<Keyring | undefined> =>
  opened(
    [
      ...members.versions.map(({ lockboxes, past }) => ({ lockboxes, past: past ?? [] })),
      ...members.links.map(({ lockbox, past }) => ({ lockboxes: [lockbox], past: past ?? [] })),
    ],
    openers,
    row,
  )

/**
 * Looks ahead in a carrier. Why: what was written before a device was let in stands before its box in the chain, and
 * is closed with the key in that box. Only the owner and the device that invited are believed: both were named in the
 * invitation. Nothing else of what is read here counts before its turn comes.
 */
export const keysAhead = async (
  carrier: Pick<Source, 'lists'>,
  openers: readonly DeviceKeys[],
  row: SpaceRow,
  roomKeys: readonly Bytes[],
): Promise<Keyring | undefined> => {
  for (const device of new Set([row.owner, row.joining?.inviter ?? row.owner]))
    for (const { envelopes } of carrier.lists(device)) {
      const all = envelopes.filter(bytes => bytes instanceof Uint8Array).map(takeApart)
      const first = all[0]
      const sealed = all.filter(
        one => one?.header.keyEpoch === 0 && one.header.device === device && one.header.space === row.id,
      )
      const bodies = await Promise.all(sealed.map(one => bodyOf(one!, first, device, roomKeys)))
      const keys = await opened(holdersIn(sealed, bodies), openers, row)
      if (keys !== undefined) return keys
    }
  return undefined
}

/** The body of what a device signed for all who were invited; undefined where it cannot be opened, or is not its own. */
const bodyOf = async (
  sealed: Sealed,
  first: Sealed | undefined,
  device: DeviceId,
  roomKeys: readonly Bytes[],
): Promise<Bytes | undefined> => {
  const keysText = first?.header.keys ?? null
  const keys = keysText !== null && deviceIdOf(keysText) === device ? await readKeys(keysText) : undefined
  if (keys === undefined || !(await isFrom(keys, sealed))) return undefined
  return openBody(sealed, ...roomKeys)
}

/** The boxes in a run of member lists and links, of which a long list takes several envelopes. */
const holdersIn = (
  sealed: readonly (Sealed | undefined)[],
  bodies: readonly (Bytes | undefined)[],
): readonly Holder[] => {
  const holders: Holder[] = []
  let parts: Bytes[] = []
  for (const [i, one] of sealed.entries()) {
    const body = bodies[i]
    const { part, parts: of } = one!.header
    if (part === 1) parts = []
    if (body === undefined || part !== parts.length + 1) continue
    parts.push(body)
    if (part < of) continue
    const value = readBody(joined(...parts))
    const roster = parse(rosterSchema, value)
    if (roster.ok) holders.push({ lockboxes: roster.value.lockboxes, past: roster.value.past ?? [] })
    const link = parse(linkSchema, value)
    if (link.ok) holders.push({ lockboxes: [link.value.lockbox], past: link.value.past ?? [] })
  }
  return holders
}
