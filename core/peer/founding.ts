/** A new space: its keys, its first member list, and who stands in for whom until the other joins. */
import { toBase64url } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { CircleKind } from '../model/circle.ts'
import type { AthleteId, PersonId } from '../model/ids.ts'
import type { Roster, RosterMember } from '../model/member.ts'
import type { SignError } from './api.ts'
import { bodyOf } from './envelope.ts'
import { keyAndRoom, roomKeysOf } from './epochs.ts'
import { type DeviceKeys, lockFor, readKeys } from './keys.ts'
import { Ledger } from './ledger.ts'
import type { Invitation } from './pairing.ts'
import { randomBytes, randomId } from './secret.ts'
import { attempt, type SpaceRow, type Store } from './store.ts'

type Person = { readonly id: PersonId; readonly name: string }

/**
 * The first member list. Who makes a space owns it and holds all roles: a coach stands in for an athlete who has no
 * device yet, an athlete coaches themselves. The role stood in for passes to whoever joins in it.
 */
const firstRoster = (row: SpaceRow, me: DeviceKeys, person: Person, as: 'coach' | 'athlete', at: number): Roster => ({
  v: 1,
  space: row.id,
  version: 1,
  prev: null,
  club: row.club,
  athlete: row.athlete as AthleteId,
  owner: me.id,
  standsIn: as === 'coach' ? 'athlete' : 'coach',
  members: [
    {
      person: person.id,
      name: person.name,
      roles: ['owner', 'coach', 'athlete'],
      devices: [{ id: me.id, keys: me.keys, since: at }],
    },
  ],
  lockboxes: [],
  at,
})

/** Makes a space and keeps it; answers its id. `now` in milliseconds since 1970-01-01 UTC. */
export const foundSpace = async (
  db: Store,
  me: DeviceKeys,
  person: Person,
  as: 'coach' | 'athlete',
  now: number,
  session: number,
): Promise<Result<string, SignError>> => {
  const row: SpaceRow = {
    id: randomId(),
    club: person.id,
    athlete: randomId(),
    owner: me.id,
    room: toBase64url(randomBytes(32)),
    roomSecret: randomBytes(32),
    rendezvous: [],
    epochKeys: { 1: randomBytes(32) },
    joining: null,
    person: person.id,
    refused: false,
    generation: 0,
    since: now,
  }
  const body = bodyOf(firstRoster(row, me, person, as, Math.floor(now / 60_000)))
  const ledger = new Ledger(db, me, row, await roomKeysOf(row), session, () => now)
  const entered = await ledger.write(() => ledger.enter([{ kind: 'roster', doc: '-', body }]))
  if (!entered.ok) return err({ type: 'NotSaved', why: entered.why })
  const saved = await attempt(() => db.spaces.add(row))
  return saved.ok ? ok(row.id) : err({ type: 'NotSaved', why: saved.why })
}

/** A circle's row: it meets in a room of its own, and is closed with a key of its own. `now` as above. */
export const circleRow = (
  parent: SpaceRow,
  me: DeviceKeys,
  person: PersonId,
  { kind, coach }: { readonly kind: CircleKind; readonly coach: PersonId | null },
  now: number,
): SpaceRow => ({
  id: randomId(),
  club: parent.club,
  athlete: parent.athlete,
  owner: me.id,
  room: toBase64url(randomBytes(32)),
  roomSecret: randomBytes(32),
  rendezvous: parent.rendezvous,
  epochKeys: { 1: randomBytes(32) },
  joining: null,
  person,
  refused: false,
  generation: 0,
  since: now,
  circle: { kind, parent: parent.id, coach },
})

/** Founds a circle with its first readers, and keeps it. */
export const foundCircle = async (
  db: Store,
  me: DeviceKeys,
  row: SpaceRow,
  parent: Roster,
  readers: readonly RosterMember[],
  now: number,
  session: number,
): Promise<Result<null, SignError>> => {
  const others = readers.flatMap(({ devices }) => devices).filter(({ id }) => id !== me.id)
  const boxes = await Promise.all(
    others.map(async ({ keys }) => {
      const to = await readKeys(keys)
      return to === undefined ? [] : [await lockFor(to, row.id, 1, keyAndRoom(row.epochKeys[1]!, row.roomSecret))]
    }),
  )
  const { club, athlete } = parent
  const first: Roster = {
    v: 1,
    space: row.id,
    version: 1,
    prev: null,
    club,
    athlete,
    owner: me.id,
    standsIn: null,
    members: [...readers],
    lockboxes: boxes.flat(),
    at: Math.floor(now / 60_000),
  }
  const ledger = new Ledger(db, me, row, await roomKeysOf(row), session, () => now)
  const entered = await ledger.write(() => ledger.enter([{ kind: 'roster', doc: '-', body: bodyOf(first) }]))
  if (!entered.ok) return err({ type: 'NotSaved', why: entered.why })
  const saved = await attempt(() => db.spaces.add(row))
  return saved.ok ? ok(null) : err({ type: 'NotSaved', why: saved.why })
}

/** A space as somebody knows it who has only the invitation. */
export const rowToJoin = (invitation: Invitation, person: Person, now: number): SpaceRow => {
  const { space, room, roomSecret, owner, inviter, id, secret, role, rendezvous } = invitation
  return {
    id: space,
    club: '',
    athlete: '',
    owner,
    room,
    roomSecret,
    rendezvous,
    epochKeys: {},
    joining: { invite: id, secret, inviter, role, name: person.name },
    person: person.id,
    refused: false,
    generation: 0,
    since: now,
  }
}
