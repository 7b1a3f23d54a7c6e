/** Who may read a circle, who may found one, and how each reader's device is told the way in. */
import { fromBase64url, toBase64url, toUtf8 } from '../lib/bytes.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import { parse } from '../lib/parse.ts'
import { type CircleKind, type CircleWord, circleKeySchema, circleWordSchema } from '../model/circle.ts'
import type { Header } from '../model/envelope.ts'
import type { DeviceId, PersonId } from '../model/ids.ts'
import type { RosterMember } from '../model/member.ts'
import type { MemberRole } from '../model/statement.ts'
import { readBody } from './envelope.ts'
import { type DeviceKeys, lockFor, readKeys, unlock } from './keys.ts'
import { inForce, mayWrite } from './roles.ts'
import type { Members } from './roster.ts'
import type { Bytes } from './secret.ts'
import type { SpaceRow } from './store.ts'

/** A circle as a device told of it. */
export type ToldCircle = CircleWord & { readonly by: DeviceId }

type What = { readonly kind: CircleKind; readonly coach: PersonId | null }

const deskRoles: readonly MemberRole[] = ['owner', 'coach', 'assistant']

/** The roles in which somebody reads a circle; none where they may not. */
const readsAs = ({ kind, coach }: What, person: PersonId, roles: readonly MemberRole[]): readonly MemberRole[] => {
  if (roles.includes('relay')) return []
  if (kind === 'club') return inForce(roles)
  if (kind === 'desk') return inForce(roles).filter(role => deskRoles.includes(role))
  if (person === coach) return inForce(roles).filter(role => role === 'owner' || role === 'coach')
  return roles.includes('athlete') ? ['athlete'] : []
}

/** Everybody who may read a circle now, with all their devices and the roles they have in it. */
export const readersOf = (what: What, members: Members): readonly RosterMember[] =>
  members.people.flatMap(({ person, name, roles, devices }) => {
    const as = readsAs(what, person, roles)
    const known = devices.flatMap(({ id, since }) => {
      const keys = members.keysOf(id)
      return keys === undefined ? [] : [{ id, keys, since }]
    })
    return as.length === 0 || known.length === 0 ? [] : [{ person, name, roles: [...as], devices: known }]
  })

/** Whether somebody with these roles may found such a circle. */
export const mayFound = (
  { kind, coach }: What,
  person: PersonId | undefined,
  roles: readonly MemberRole[],
): boolean => {
  if (kind !== 'private') return mayWrite('plan', roles)
  return (person === coach && mayWrite('plan', roles)) || (coach !== null && roles.includes('athlete'))
}

/** Reads what a device tells of a circle, or says why it does not count. */
export const toldIn = (body: Bytes, { device, roster, space }: Header, members: Members): ToldCircle | string => {
  const word = parse(circleWordSchema, readBody(body))
  if (!word.ok || word.value.space !== space) return 'it tells of no circle'
  const may = mayFound(word.value, members.personOf(device), members.rolesOf(device, roster))
  return may ? { ...word.value, by: device } : 'it founds a circle that is not its to found'
}

const boxName = (space: string, circle: string): string => `${space}/${circle}`

/** The way into a circle, closed to each of these devices. */
export const boxesFor = async (
  parent: string,
  { id, room, roomSecret, owner }: SpaceRow,
  devices: readonly { readonly keys: string }[],
): Promise<CircleWord['boxes']> => {
  const key = { v: 1, room, roomSecret: toBase64url(roomSecret), owner }
  const secret = toUtf8(canonical(key as Json)) as Bytes
  const boxes = await Promise.all(
    devices.map(async ({ keys }) => {
      const to = await readKeys(keys)
      return to === undefined ? [] : [await lockFor(to, boxName(parent, id), 1, secret)]
    }),
  )
  return boxes.flat()
}

/** The way in, where this device was given it. */
export const openBox = async (me: DeviceKeys, { space, circle, boxes }: CircleWord) => {
  const mine = boxes.filter(({ to }) => to === me.id)
  for (const box of mine) {
    const secret = await unlock(me, boxName(space, circle), box)
    const key = secret && parse(circleKeySchema, readBody(secret))
    const roomSecret = key?.ok ? fromBase64url(key.value.roomSecret) : undefined
    if (key?.ok && roomSecret?.length === 32 && key.value.room.length >= 43) return { ...key.value, roomSecret }
  }
  return undefined
}
