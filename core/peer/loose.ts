/** Letters beside the chains, of which only the newest counts: how far a device has read, and a no to a request. */
import { parse } from '../lib/parse.ts'
import type { DeviceId } from '../model/ids.ts'
import { type Ack, ackSchema, type Move, moveSchema, type Refusal, refusalSchema } from '../model/member.ts'
import { bodyOf, isFrom, openBody, readBody, takeApart } from './envelope.ts'
import { deviceIdOf, readKeys } from './keys.ts'
import type { Ledger } from './ledger.ts'
import type { Bytes } from './secret.ts'

type LooseLetter = 'ack' | 'refusal' | 'move' | 'link'

const seal = async (ledger: Ledger, kind: LooseLetter, body: Bytes): Promise<Bytes> => {
  const keyEpoch = kind === 'ack' ? ledger.epoch : 0
  const roster = ledger.members.latest?.version ?? 0
  const outside = { doc: '-', seq: 0, prevHash: null, part: 1, parts: 1, keys: ledger.me.keys } as const
  return (await ledger.seal({ kind, keyEpoch, roster, ...outside }, body)).bytes
}

/** Who signed it, and the value in it; undefined where anything is wrong. */
export const openLoose = async (
  ledger: Ledger,
  bytes: Uint8Array,
  kind: LooseLetter,
  from: DeviceId,
): Promise<unknown> => {
  const sealed = takeApart(bytes)
  if (sealed === undefined) return undefined
  const { header } = sealed
  if (header.kind !== kind || header.seq !== 0 || header.space !== ledger.row.id || header.device !== from)
    return undefined
  const keysText = ledger.members.keysOf(from) ?? header.keys
  const secrets = ledger.keysOf(header.keyEpoch)
  if (keysText === null || deviceIdOf(keysText) !== from) return undefined
  const keys = await readKeys(keysText)
  if (keys === undefined || !(await isFrom(keys, sealed))) return undefined
  const body = await openBody(sealed, ...secrets)
  return body && readBody(body)
}

/** What this device has taken in of the others' chains, signed; `now` in milliseconds since 1970-01-01 UTC. */
export const writeAck = (ledger: Ledger, now: number): Promise<Bytes> => {
  const others = ledger.members.devices.filter(device => device !== ledger.me.id)
  const seen = others
    .map(device => [device, ledger.chains.head(device).seq] as const)
    .filter(([, seq]) => seq > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return seal(ledger, 'ack', bodyOf({ v: 1, seen, at: Math.max(0, Math.floor(now / 60_000)) }))
}

/** How far a member's device says it has read; undefined where it did not say so. */
export const readAck = async (ledger: Ledger, bytes: Uint8Array, from: DeviceId): Promise<Ack | undefined> => {
  if (ledger.members.keysOf(from) === undefined) return undefined
  const ack = parse(ackSchema, await openLoose(ledger, bytes, 'ack', from))
  return ack.ok ? ack.value : undefined
}

/** Acknowledgements only grow: the one that has seen more is the newer. */
export const weightOf = (ack: Ack): number => ack.seen.reduce((sum, [, seq]) => sum + seq, 0)

/** A signed no. */
export const writeRefusal = (ledger: Ledger, device: DeviceId, invite: string): Promise<Bytes> =>
  seal(ledger, 'refusal', bodyOf({ v: 1, device, invite }))

/** A no from the device that invited; undefined where it is from anybody else. */
export const readRefusal = async (
  ledger: Ledger,
  bytes: Uint8Array,
  inviter: DeviceId,
): Promise<Refusal | undefined> => {
  const refusal = parse(refusalSchema, await openLoose(ledger, bytes, 'refusal', inviter))
  return refusal.ok ? refusal.value : undefined
}

/** Where those who stay went, closed to all who knew the room as it was. */
export const writeMove = (ledger: Ledger, move: Move): Promise<Bytes> => seal(ledger, 'move', bodyOf(move))

/** Where the others went; undefined where nobody who kept the member list says so. */
export const readMove = async (ledger: Ledger, bytes: Uint8Array): Promise<Move | undefined> => {
  const from = takeApart(bytes)?.header.device
  const { members } = ledger
  if (from === undefined || !(members.mayKeep(from) || members.versions.some(({ owner }) => owner === from)))
    return undefined
  const move = parse(moveSchema, await openLoose(ledger, bytes, 'move', from))
  return move.ok && move.value.space === ledger.row.id ? move.value : undefined
}
