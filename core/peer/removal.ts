/** Taking devices out of a space: how far each still counts, a new key and a new room for those who stay. */
import { err, ok, type Result } from '../lib/result.ts'
import type { DeviceId } from '../model/ids.ts'
import type { Lockbox, Roster, RosterMember } from '../model/member.ts'
import type { MemberRole } from '../model/statement.ts'
import type { PairingError } from './api.ts'
import { bodyOf } from './envelope.ts'
import { closePast, keyAndRoom, roomsOf } from './epochs.ts'
import { lockFor, readKeys } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { writeMove } from './loose.ts'
import { roomName } from './pairing.ts'
import { type Members, rosterHash } from './roster.ts'
import { type Bytes, randomBytes } from './secret.ts'
import { attempt, ofSpace, type RequestRow, type Store } from './store.ts'

/** Boxes in one letter: few enough for one envelope. */
const boxesInLetter = 150

const no = (says: string): Result<never, PairingError> => err({ type: 'NotAllowed', says })

/** Whether this device was let in once and is out. */
export const isOut = ({ row, members, me }: Ledger): boolean =>
  row.removed === true || members.lastOf(me.id) !== undefined

/** Why these devices cannot be taken out here; undefined where they can. */
const whyNot = ({ members, me, isMember }: Ledger, gone: readonly DeviceId[]): string | undefined => {
  if (!isMember || !members.mayKeep(me.id)) return 'only the person who made this space can remove anybody'
  if (gone.length === 0 || gone.some(device => !members.isIn(device))) return 'this device is not in the list any more'
  if (gone.includes(me.id)) return 'a device cannot remove itself; use another one of yours'
  if (members.owner !== me.id && !gone.includes(members.owner))
    return 'another of your devices keeps the member list: remove there, or remove that one first'
  return undefined
}

/** Those who stay, with every device they vouched for; whoever keeps the list takes over a role nobody holds any more. */
const remaining = (roster: Roster, members: Members, gone: readonly DeviceId[], keeper: DeviceId) => {
  const stay = roster.members
    .map((member): RosterMember => {
      const devices = members.devicesOf(member.person).filter(({ id }) => !gone.includes(id))
      return { ...member, devices: [...devices] }
    })
    .filter(({ devices }) => devices.length > 0)
  const holds = (roles: readonly MemberRole[], role: MemberRole) =>
    roles.includes(role) || (role === 'coach' && roles.includes('head-coach'))
  const missing = (['athlete', 'coach'] as const).filter(role => !stay.some(({ roles }) => holds(roles, role)))
  const isKeeper = ({ devices }: RosterMember) => devices.some(({ id }) => id === keeper)
  return {
    members: stay.map(one => (isKeeper(one) ? { ...one, roles: [...one.roles, ...missing] } : one)),
    standsIn: missing[0] ?? roster.standsIn,
  }
}

/**
 * Removes devices, with `seconds` since 1970-01-01 UTC. Call within `ledger.write`. What this device has taken in of each
 * counts; what comes later is refused everywhere. Open invitations lead to the old room, so they are taken back.
 */
export const removeDevices = async (
  db: Store,
  ledger: Ledger,
  gone: readonly DeviceId[],
  seconds: number,
): Promise<Result<null, PairingError>> => {
  const why = whyNot(ledger, gone)
  const roster = ledger.members.latest
  if (why !== undefined || roster === undefined) return no(why ?? 'there is no member list yet')
  const { me, members, row } = ledger
  const at = Math.floor(seconds / 60)
  const [epoch, key, roomSecret] = [members.epoch + 1, randomBytes(32), randomBytes(32)]
  const left = remaining(roster, members, gone, me.id)
  const lockboxes = await boxesFor(ledger, left.members, epoch, key, roomSecret)
  if (lockboxes === undefined || row.epochKeys[epoch - 1] === undefined)
    return no('the keys of a member cannot be read')
  const next: Roster = {
    ...roster,
    ...left,
    version: roster.version + 1,
    prev: rosterHash(roster),
    owner: me.id,
    lockboxes,
    epoch,
    removed: [
      ...(roster.removed ?? []),
      ...gone.map(device => ({ device, person: members.personOf(device)!, last: ledger.chains.head(device).seq, at })),
    ],
    past: [...(roster.past ?? []), await closePast(row.id, epoch - 1, row, key)],
    at: Math.max(at, roster.at),
  }
  // INVARIANT: the list and the letter are closed with the room's key as it was; whoever stays opens them with it.
  const letters = await lettersTo(ledger, epoch - 1, lockboxes, gone)
  const written = await ledger.enter([{ kind: 'roster', doc: '-', body: bodyOf(next) }])
  if (!written.ok) return err({ type: 'NotSaved', why: written.why })
  const fault = members.add(next, me.id)
  if (fault !== undefined) return no(fault)
  await attempt(() => db.loose.bulkPut(letters))
  await ledger.saveRow({
    epochKeys: { ...row.epochKeys, [epoch]: key },
    rooms: { ...roomsOf(row), [epoch]: roomSecret },
    roomSecret,
    room: await roomName(roomSecret),
    firstRoom: row.firstRoom ?? row.room,
  })
  await closeDoor(db, row.id)
  return ok(null)
}

const boxesFor = async (
  { row }: Ledger,
  members: readonly RosterMember[],
  epoch: number,
  key: Bytes,
  roomSecret: Bytes,
): Promise<Lockbox[] | undefined> => {
  const boxes = await Promise.all(
    members.flatMap(({ roles, devices }) =>
      devices.map(async ({ keys }) => {
        const to = await readKeys(keys)
        // INVARIANT: a relay learns where the others meet, and no key.
        return to && lockFor(to, row.id, epoch, roles.includes('relay') ? roomSecret : keyAndRoom(key, roomSecret))
      }),
    ),
  )
  return boxes.some(box => box === undefined) ? undefined : boxes.flatMap(box => box ?? [])
}

/** What is left in the room that is given up, for whoever looks for the others there. */
const lettersTo = (ledger: Ledger, from: number, lockboxes: readonly Lockbox[], removed: readonly DeviceId[]) => {
  const count = Math.ceil(lockboxes.length / boxesInLetter)
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const boxes = lockboxes.slice(i * boxesInLetter, (i + 1) * boxesInLetter)
      const bytes = await writeMove(ledger, {
        v: 1,
        space: ledger.row.id,
        from,
        lockboxes: boxes,
        removed: [...removed],
      })
      return { space: ledger.row.id, key: `moves/m${from}-${i}`, bytes, weight: from }
    }),
  )
}

/** Nobody is let in through the old room any more. */
export const closeDoor = async (db: Store, space: string): Promise<void> => {
  await attempt(async () => {
    await db.invites.where('space').equals(space).modify({ state: 'revoked' })
    for (const request of await ofSpace<RequestRow>(db.requests, space))
      if (request.state === 'waiting') await db.requests.put({ ...request, state: 'refused' })
  })
}
