/** Inviting and letting in: who may, what the joiner sends, and what a yes or a no writes. */
import { err, ok, type Result } from '../lib/result.ts'
import type { DeviceId, PersonId } from '../model/ids.ts'
import type { InviteRole } from '../model/member.ts'
import type { Invite, PairingError } from './api.ts'
import { bodyOf } from './envelope.ts'
import { keyAndRoom } from './epochs.ts'
import { deviceIdOf, lockFor, readKeys } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { writeRefusal } from './loose.ts'
import { withMember } from './next-roster.ts'
import { inviteSeconds, readLetter, writeInvitation, writeLetter } from './pairing.ts'
import { isOut } from './removal.ts'
import { type Bytes, randomBytes, randomId } from './secret.ts'
import { attempt, type InviteRow, ofSpace, type RequestRow, type Store } from './store.ts'
import { sameWriter } from './update.ts'
import { vouch } from './vouching.ts'

/** People who wait with one invitation; who has leaked it to more takes it back and makes another. */
const mostAtDoor = 20

const notAllowed = (says: string): PairingError => ({ type: 'NotAllowed', says })

/** Why this device may not invite somebody in this role; undefined where it may. */
const whyNot = (ledger: Ledger, role: InviteRole): string | undefined => {
  if (!ledger.isMember) return 'you are not in yourself yet'
  if (role === 'own-device') return undefined
  if (ledger.me.id !== ledger.members.owner) return 'only the device that keeps the member list can let people in'
  if (role === 'owner') return 'a space has one owner'
  const roster = ledger.members.latest
  const hasAthlete = roster?.members.some(({ roles }) => roles.includes('athlete')) && roster.standsIn !== 'athlete'
  return role === 'athlete' && hasAthlete ? 'this space has its athlete; add their other devices instead' : undefined
}

/** Makes an invitation and keeps its secret; `seconds` since 1970-01-01 UTC. */
export const makeInvite = async (
  db: Store,
  ledger: Ledger,
  role: InviteRole,
  rendezvous: readonly string[],
  seconds: number,
): Promise<Result<Invite, PairingError>> => {
  const why = whyNot(ledger, role)
  if (why !== undefined) return err(notAllowed(why))
  const { id: space, room, roomSecret, owner } = ledger.row
  const id = randomId()
  const secret = randomBytes(32)
  const expiresAt = seconds + inviteSeconds
  const inviter = ledger.me.id
  const person = ledger.members.personOf(inviter)
  const from = ledger.members.people.find(one => one.person === person)?.name ?? ''
  const told = { space, room, roomSecret, owner, inviter, id, secret, role, expiresAt, rendezvous, from }
  const fragment = writeInvitation(told)
  const row: InviteRow = { id, space, secret, role, fragment, expiresAt, state: 'open' }
  const saved = await attempt(() => db.invites.add(row))
  return saved.ok ? ok({ id, fragment, role, expiresAt: expiresAt * 1000 }) : err({ type: 'NotSaved', why: saved.why })
}

/** Invitations somebody could still use, `seconds` since 1970-01-01 UTC. */
export const openInvites = async (db: Store, space: string, seconds: number): Promise<readonly Invite[]> => {
  const rows = await attempt(() => db.invites.where('space').equals(space).toArray())
  return (rows.ok ? rows.value : [])
    .filter(({ state, expiresAt }) => state === 'open' && expiresAt > seconds)
    .map(({ id, fragment, role, expiresAt }) => ({ id, fragment, role, expiresAt: expiresAt * 1000 }))
}

/** The letter this device still has to show at the door; null where it is in, was refused or never asked. */
export const letterOf = async (ledger: Ledger, key: Bytes): Promise<Bytes | null> => {
  const { joining, refused, person } = ledger.row
  if (joining === null || refused || ledger.isMember || isOut(ledger)) return null
  const { invite, secret, role, name } = joining
  const ask = { v: 1 as const, space: ledger.row.id, invite, keys: ledger.me.keys, person, name, role }
  return writeLetter(ledger.me, ask, secret, key)
}

/** Puts a no where the joiner finds it. */
const refuseDevice = async (db: Store, ledger: Ledger, device: DeviceId, invite: string): Promise<void> => {
  const bytes = await writeRefusal(ledger, device, invite)
  await attempt(() => db.loose.put({ space: ledger.row.id, key: `answers/${device}`, bytes, weight: 0 }))
}

/** Looks at a letter that lies at the door: a good one waits for a person, a void one is refused, a stranger's ignored. */
export const answerLetter = async (
  db: Store,
  ledger: Ledger,
  key: Bytes,
  closed: Uint8Array,
  device: DeviceId,
  seconds: number,
): Promise<boolean> => {
  const space = ledger.row.id
  const letter = await readLetter(closed, space, key)
  if (letter === undefined || deviceIdOf(letter.ask.keys) !== device || ledger.members.isIn(device)) return false
  const { invite: id, keys, person, name, role } = letter.ask
  const found = await attempt(async () => [await db.invites.get(id), await db.requests.get([space, device])] as const)
  if (!found.ok) return false
  const [invite, before] = found.value
  if (invite === undefined || invite.space !== space || invite.role !== role || !(await letter.holds(invite.secret)))
    return false
  // Why: what a removed device wrote ends at a number; under the same name it could not go on.
  const wasRemoved = ledger.members.lastOf(device) !== undefined
  const isVoid = invite.state !== 'open' || invite.expiresAt <= seconds || wasRemoved
  if (isVoid || (before?.state === 'refused' && before.invite === id)) {
    await refuseDevice(db, ledger, device, id)
    return true
  }
  if (before?.state === 'waiting' && before.invite === id && before.name === name) return false
  const waiting = await attempt(() => ofSpace<RequestRow>(db.requests, space))
  const others = (waiting.ok ? waiting.value : []).filter(
    one => one.invite === id && one.state === 'waiting' && one.device !== device,
  )
  if (!waiting.ok || others.length >= mostAtDoor) return false
  const request: RequestRow = { space, device, invite: id, keys, person, name, role, state: 'waiting' }
  return (await attempt(() => db.requests.put(request))).ok
}

/** A person said no. */
export const refuseRequest = async (db: Store, ledger: Ledger, device: DeviceId): Promise<void> => {
  const found = await attempt(() => db.requests.get([ledger.row.id, device]))
  if (!found.ok || found.value === undefined) return
  const request = found.value
  await attempt(() => db.requests.put({ ...request, state: 'refused' }))
  await refuseDevice(db, ledger, device, request.invite)
}

/** A person said yes. Call within `ledger.write`. Everybody else who holds the same invitation is refused. */
export const acceptRequest = async (
  db: Store,
  ledger: Ledger,
  device: DeviceId,
  seconds: number,
): Promise<Result<null, PairingError>> => {
  const space = ledger.row.id
  const found = await attempt(async () => {
    const request = await db.requests.get([space, device])
    return { request, invite: request && (await db.invites.get(request.invite)) }
  })
  if (!found.ok) return err({ type: 'NotSaved', why: found.why })
  const { request, invite } = found.value
  if (request === undefined || invite === undefined || request.state === 'refused')
    return err({ type: 'NotAnInvitation' })
  if (ledger.members.keysOf(device) !== undefined || invite.state === 'used') return err({ type: 'AlreadyUsed' })
  if (invite.state === 'revoked') return err(notAllowed('this invitation was taken back'))
  if (invite.expiresAt <= seconds) return err({ type: 'Expired' })
  const entered = await letIn(ledger, request, Math.floor(seconds / 60))
  if (!entered.ok) return entered
  await attempt(async () => {
    await db.invites.put({ ...invite, state: 'used' })
    await db.requests.put({ ...request, state: 'accepted' })
  })
  const others = await attempt(() => ofSpace<RequestRow>(db.requests, space))
  for (const other of others.ok ? others.value : [])
    if (other.invite === invite.id && other.device !== device) await refuseRequest(db, ledger, other.device)
  return ok(null)
}

const letIn = async (ledger: Ledger, request: RequestRow, at: number): Promise<Result<null, PairingError>> => {
  const why = whyNot(ledger, request.role)
  if (why !== undefined) return err(notAllowed(why))
  if (ledger.members.devices.some(id => sameWriter(id, request.device)))
    return err(notAllowed('this device cannot be told from another; let it make new keys'))
  const [keys, secret] = [await readKeys(request.keys), ledger.keysOf(ledger.epoch)[0]]
  const [roster, mine] = [ledger.members.latest, ledger.members.personOf(ledger.me.id)]
  if (keys === undefined || secret === undefined || roster === undefined || mine === undefined)
    return err({ type: 'NotAnInvitation' })
  const space = ledger.row.id
  const device = { id: request.device, keys: request.keys, since: at }
  if (request.role === 'own-device') {
    const written = await vouch(ledger, device)
    return written.ok ? ok(null) : err({ type: 'NotSaved', why: written.why })
  }
  // INVARIANT: a relay is given no key; it has the room by its invitation, and carries what it cannot open.
  const isRelay = request.role === 'relay'
  const lockbox = isRelay ? null : await lockFor(keys, space, ledger.epoch, keyAndRoom(secret, ledger.row.roomSecret))
  // Why: a name that is taken already could be claimed by anybody; who comes again with new keys is somebody new.
  const isTaken = roster.members.some(({ person }) => person === request.person)
  const person = isTaken ? (randomId() as PersonId) : request.person
  const member = { person, name: request.name, roles: [request.role], devices: [device] }
  const next = withMember(roster, member, lockbox, at)
  const written = await ledger.enter([{ kind: 'roster', doc: '-', body: bodyOf(next) }])
  if (!written.ok) return err({ type: 'NotSaved', why: written.why })
  const fault = ledger.members.add(next, ledger.me.id)
  return fault === undefined ? ok(null) : err(notAllowed(fault))
}
