/** Who belongs to an athlete's space, as its owner signed it: people, their roles, their devices, and whose the keys are. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'
import { athleteIdSchema, deviceIdSchema, hashSchema, personIdSchema } from './ids.ts'
import { memberRoles } from './statement.ts'

const base64url = (letters: number) => v.pipe(text(letters), v.regex(/^[A-Za-z0-9_-]*$/, 'base64url'))

/** A device as others know it: `keys` are its two raw public keys (P-256, signing then agreement), base64url. */
export const memberDeviceSchema = v.strictObject({
  id: deviceIdSchema,
  keys: base64url(200),
  /** Minutes since 1970-01-01 UTC at which it was let in. */
  since: whole(0, 200_000_000),
  /** No device but a recovery file: it waits for the day on which it lets its person's next device in. */
  file: v.optional(v.literal(true)),
})
export type MemberDevice = v.InferOutput<typeof memberDeviceSchema>

/** The space's key of one epoch, closed so that only one device can open it (ECDH with a key made for this once). */
export const lockboxSchema = v.strictObject({
  epoch: whole(1, 1_000_000),
  to: deviceIdSchema,
  from: base64url(120),
  box: base64url(200),
})
export type Lockbox = v.InferOutput<typeof lockboxSchema>

export const rosterMemberSchema = v.strictObject({
  person: personIdSchema,
  name: text(100),
  roles: v.pipe(v.array(v.picklist(memberRoles)), v.maxLength(memberRoles.length)),
  devices: v.pipe(v.array(memberDeviceSchema), v.minLength(1), v.maxLength(100)),
})
export type RosterMember = v.InferOutput<typeof rosterMemberSchema>

/** A device that was let in once and is out: what it wrote counts up to its envelope number `last`, and no further. */
export const removalSchema = v.strictObject({
  device: deviceIdSchema,
  person: personIdSchema,
  last: whole(0, 1_000_000_000),
  /** Minutes since 1970-01-01 UTC. */
  at: whole(0, 200_000_000),
})
export type Removal = v.InferOutput<typeof removalSchema>

/** The key and the room's secret of an epoch that is over, closed with the key of the one after it. */
export const pastEpochSchema = v.strictObject({ epoch: whole(1, 1_000_000), box: base64url(200) })
export type PastEpoch = v.InferOutput<typeof pastEpochSchema>

/**
 * One version of the member list, signed by the device that keeps it. `prev` is the hash of the version before.
 * `owner` is that device: the one that made the space, or another of the same person that took its place and removed it.
 * `epoch` (1 where absent) counts the keys: each removal makes a new one; `past` opens those before to who holds it.
 * `standsIn` is the role the owner holds only until somebody joins in it: the athlete's for a coach whose athlete has no
 * device yet, the coach's for an athlete who coaches themselves. `assigned`: the coaches who decide for this athlete; the
 * others read and draft as an assistant does. Absent: all coaches decide. A head coach always does.
 */
export const rosterSchema = v.strictObject({
  v: v.literal(1),
  space: text(64),
  version: whole(1, 1_000_000),
  prev: v.nullable(hashSchema),
  club: text(64),
  athlete: athleteIdSchema,
  owner: deviceIdSchema,
  standsIn: v.nullable(v.picklist(['athlete', 'coach'])),
  members: v.pipe(v.array(rosterMemberSchema), v.minLength(1), v.maxLength(200)),
  lockboxes: v.pipe(v.array(lockboxSchema), v.maxLength(4000)),
  epoch: v.optional(whole(1, 1_000_000)),
  removed: v.optional(v.pipe(v.array(removalSchema), v.maxLength(2000))),
  past: v.optional(v.pipe(v.array(pastEpochSchema), v.maxLength(1000))),
  assigned: v.optional(v.pipe(v.array(personIdSchema), v.maxLength(200))),
  at: whole(0, 200_000_000),
})
export type Roster = v.InferOutput<typeof rosterSchema>

/** A member's device vouches for another device of the same person; or hands it the key of a newer epoch. */
export const linkSchema = v.strictObject({
  v: v.literal(1),
  space: text(64),
  person: personIdSchema,
  device: memberDeviceSchema,
  lockbox: lockboxSchema,
  past: v.optional(v.pipe(v.array(pastEpochSchema), v.maxLength(1000))),
})
export type DeviceLink = v.InferOutput<typeof linkSchema>

/** A recovery file lets in the device that opened it; both are of one person. */
export const fileYesSchema = v.strictObject({ v: v.literal(1), space: text(64), device: memberDeviceSchema })

/** Roles that can be given and taken while somebody is in; the others come with the invitation. */
export const givenRoles = ['head-coach', 'coach', 'assistant', 'viewer'] as const
export type GivenRole = (typeof givenRoles)[number]

/** `decides`: whether a coach decides for this athlete. */
export type MemberChange = { readonly role: GivenRole } | { readonly decides: boolean }

/** How far a device has taken in each other device's chain. */
export const ackSchema = v.strictObject({
  v: v.literal(1),
  seen: v.pipe(v.array(v.tuple([deviceIdSchema, whole(1, 1_000_000_000)])), v.maxLength(2000)),
  /** Minutes since 1970-01-01 UTC by the clock of the device that says so. */
  at: v.optional(whole(0, 200_000_000)),
})
export type Ack = v.InferOutput<typeof ackSchema>

export const inviteRoles = [...memberRoles, 'own-device'] as const
export type InviteRole = (typeof inviteRoles)[number]

/** What somebody who opened an invitation asks for. */
export const joinAskSchema = v.strictObject({
  v: v.literal(1),
  space: text(64),
  invite: text(64),
  keys: base64url(200),
  person: personIdSchema,
  name: text(100),
  role: v.picklist(inviteRoles),
})
export type JoinAsk = v.InferOutput<typeof joinAskSchema>

/** The asking, proved twice: `mac` with the invitation's secret, `signature` with the device's own key. */
export const joinLetterSchema = v.strictObject({
  ask: joinAskSchema,
  mac: base64url(60),
  signature: base64url(120),
})
export type JoinLetter = v.InferOutput<typeof joinLetterSchema>

/**
 * Left in a room that was given up after a removal: the new key and room, for each device that stays. `from` is the epoch
 * that is over. Who was removed reads here that they were.
 */
export const moveSchema = v.strictObject({
  v: v.literal(1),
  space: text(64),
  from: whole(1, 1_000_000),
  lockboxes: v.pipe(v.array(lockboxSchema), v.maxLength(200)),
  removed: v.pipe(v.array(deviceIdSchema), v.maxLength(200)),
})
export type Move = v.InferOutput<typeof moveSchema>

/** A no to somebody who asked. A yes is the member list itself. */
export const refusalSchema = v.strictObject({ v: v.literal(1), device: deviceIdSchema, invite: text(64) })
export type Refusal = v.InferOutput<typeof refusalSchema>

/** What a device says of where its person looks; a courtesy, not signed. */
export const presenceSchema = v.strictObject({
  device: deviceIdSchema,
  person: personIdSchema,
  name: text(100),
  view: text(100),
  day: v.nullable(daySchema),
})

/** What stands in an invitation, in this order: version, space, room, its secret, owner, inviter, id, secret, role, end, where to meet, name. */
export const invitationSchema = v.strictTuple([
  v.literal(1),
  text(64),
  base64url(64),
  base64url(64),
  deviceIdSchema,
  deviceIdSchema,
  text(64),
  base64url(64),
  v.picklist(inviteRoles),
  /** Seconds since 1970-01-01 UTC after which it is void. */
  whole(0, 100_000_000_000),
  v.pipe(v.array(v.pipe(text(300), v.regex(/^wss?:\/\//))), v.maxLength(5)),
  /** As whom the one who invites is known. */
  text(100),
])
