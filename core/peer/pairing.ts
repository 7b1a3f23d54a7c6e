/** How somebody comes in: an invitation with a secret, a letter that proves it was held, and a person's yes. */
import { fromBase64url, toBase64url, toUtf8 } from '../lib/bytes.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import { parse, parseJson } from '../lib/parse.ts'
import type { DeviceId } from '../model/ids.ts'
import { type InviteRole, invitationSchema, type JoinAsk, joinLetterSchema } from '../model/member.ts'
import { readBody } from './envelope.ts'
import { type DeviceKeys, readKeys, signBytes, verifyBytes } from './keys.ts'
import { type Bytes, closeWith, openWith, proof, sameBytes, stretch } from './secret.ts'

export type Invitation = {
  readonly space: string
  readonly room: string
  readonly roomSecret: Bytes
  readonly owner: DeviceId
  readonly inviter: DeviceId
  readonly id: string
  readonly secret: Bytes
  readonly role: InviteRole
  /** Seconds since 1970-01-01 UTC. */
  readonly expiresAt: number
  readonly rendezvous: readonly string[]
  /** As whom the one who invites is known to themselves; nobody vouches for it before six words were compared. */
  readonly from: string
}

/** How long an invitation is good for, in seconds: three days. */
export const inviteSeconds = 3 * 24 * 3600

/** The invitation as the text after `#join=`. A browser never sends that part of an address to a server. */
export const writeInvitation = (invitation: Invitation): string => {
  const { space, room, roomSecret, owner, inviter, id, secret, role, expiresAt, rendezvous, from } = invitation
  const entries = [1, space, room, toBase64url(roomSecret), owner, inviter, id, toBase64url(secret), role, expiresAt]
  return toBase64url(toUtf8(JSON.stringify([...entries, rendezvous, from])))
}

/** Reads an invitation from its text, or from a whole pasted address; undefined where it is none or is cut short. */
export const readInvitation = (pasted: string): Invitation | undefined => {
  const text = pasted.trim().replace(/^.*#join=/s, '')
  const bytes = text.length > 4000 ? undefined : fromBase64url(text)
  const json = bytes && parseJson(new TextDecoder().decode(bytes))
  const read = json?.ok ? parse(invitationSchema, json.value) : undefined
  if (!read?.ok) return undefined
  const [, space, room, roomText, owner, inviter, id, secretText, role, expiresAt, rendezvous, from] = read.value
  const roomSecret = fromBase64url(roomText)
  const secret = fromBase64url(secretText)
  if (roomSecret?.length !== 32 || secret?.length !== 32 || room.length < 43) return undefined
  return { space, room, roomSecret, owner, inviter, id, secret, role, expiresAt, rendezvous, from }
}

/** The key for what everybody invited must read: member lists, requests and refusals. */
export const roomKey = (roomSecret: Bytes): Promise<Bytes> => stretch(roomSecret, 'tandem/room key')
/** The password the link closes its signalling with; the rendezvous sees neither it nor the room's secret. */
export const roomPassword = async (roomSecret: Bytes): Promise<string> =>
  toBase64url(await stretch(roomSecret, 'tandem/room password'))

/** The name of a room made after a removal: whoever holds its secret finds it, and nobody else. */
export const roomName = async (roomSecret: Bytes): Promise<string> =>
  toBase64url(await stretch(roomSecret, 'tandem/room name'))

const askBytes = (ask: JoinAsk): Bytes => toUtf8(`tandem/ask\n${canonical(ask as Json)}`) as Bytes
const letterLabel = (space: string): Bytes => toUtf8(`tandem/letter\n${space}`) as Bytes

/** The letter that asks to be let in: proved with the invitation's secret, signed by the device, closed to the room. */
export const writeLetter = async (mine: DeviceKeys, ask: JoinAsk, secret: Bytes, key: Bytes): Promise<Bytes> => {
  const bytes = askBytes(ask)
  const [mac, signature] = await Promise.all([proof(secret, bytes), signBytes(mine, bytes)])
  const letter = { ask, mac: toBase64url(mac), signature: toBase64url(signature) }
  return closeWith(key, toUtf8(canonical(letter as Json)) as Bytes, letterLabel(ask.space))
}

/** What a letter asks, with a test of the invitation's secret; undefined where the device did not sign it. */
export const readLetter = async (
  closed: Uint8Array,
  space: string,
  key: Bytes,
): Promise<{ readonly ask: JoinAsk; holds(secret: Bytes): Promise<boolean> } | undefined> => {
  const body = await openWith(key, new Uint8Array(closed), letterLabel(space))
  const letter = body && parse(joinLetterSchema, readBody(body))
  if (!letter?.ok || letter.value.ask.space !== space) return undefined
  const { ask } = letter.value
  const keys = await readKeys(ask.keys)
  const mac = fromBase64url(letter.value.mac)
  const signature = fromBase64url(letter.value.signature)
  const bytes = askBytes(ask)
  if (keys === undefined || mac === undefined || signature === undefined) return undefined
  if (!(await verifyBytes(keys, signature, bytes))) return undefined
  return { ask, holds: async secret => sameBytes(await proof(secret, bytes), mac) }
}
