/** What goes into a file for somebody, and what came of a file that was taken in. */
import type { DeviceId, PersonId } from '../model/ids.ts'
import type { LooseKind } from './carrier.ts'
import { letterOf } from './door.ts'
import type { Ledger } from './ledger.ts'
import type { LineOptions } from './line.ts'
import { readAck, writeAck } from './loose.ts'
import { Mail } from './mail.ts'
import { type Letter, type Parcel, parcelSource } from './parcel.ts'
import { attempt, envelopesOf, type LooseRow, ofSpace } from './store.ts'

type Packing = Pick<LineOptions, 'db' | 'ledger' | 'now' | 'inside'>

/** From which number on a person's other devices lack each device's envelopes; a device they have not heard of: from 0. */
const confirmedBy = async ({ db, ledger }: Packing, person: PersonId): Promise<(writer: DeviceId) => number> => {
  const devices = ledger.members.people.find(one => one.person === person)?.devices ?? []
  const theirs = devices.map(({ id }) => id).filter(id => id !== ledger.me.id)
  const seen = new Map<DeviceId, ReadonlyMap<DeviceId, number>>()
  for (const device of theirs) {
    const kept = await attempt(() => db.loose.get([ledger.row.id, `acks/${device}`]))
    const ack = kept.ok && kept.value ? await readAck(ledger, kept.value.bytes, device) : undefined
    seen.set(device, new Map(ack?.seen ?? []))
  }
  return writer => {
    const readers = theirs.filter(device => device !== writer)
    return Math.min(...readers.map(device => seen.get(device)?.get(writer) ?? 0))
  }
}

/**
 * All that this device holds of a space, or only what one person's devices have not confirmed yet; with the letters that
 * lie beside it, among them how far this device has read.
 */
export const pack = async (given: Packing, person: PersonId | null): Promise<Parcel> => {
  const { db, ledger } = given
  const space = ledger.row.id
  const from = person === null ? () => 0 : await confirmedBy(given, person)
  const rows = await attempt(() => envelopesOf(db, space))
  const kept = await attempt(() => ofSpace<LooseRow>(db.loose, space))
  const letters: Letter[] = (kept.ok ? kept.value : []).flatMap(({ key, bytes }) => {
    const [kind, name] = key.split('/') as [LooseKind, string]
    return key === `acks/${ledger.me.id}` ? [] : [{ kind, name, bytes }]
  })
  const asking = await letterOf(ledger, ledger.roomKey)
  if (asking !== null) letters.push({ kind: 'requests', name: ledger.me.id, bytes: asking })
  if (ledger.isMember) letters.push({ kind: 'acks', name: ledger.me.id, bytes: await writeAck(ledger) })
  const envelopes = (rows.ok ? rows.value : []).filter(({ device, seq }) => seq > from(device))
  return { space, envelopes: envelopes.map(({ bytes }) => bytes), letters }
}

/** What a parcel brought: of so many envelopes so many were new, and whose chains lack something before what it holds. */
export type Unpacked = {
  readonly pieces: number
  readonly fresh: number
  readonly missing: readonly DeviceId[]
}

const total = (ledger: Ledger): number =>
  [ledger.row.owner, ...ledger.members.devices.filter(id => id !== ledger.row.owner)]
    .map(device => ledger.chains.head(device).seq)
    .reduce((sum, seq) => sum + seq, 0)

/** Takes a parcel in by the same door as everything else; what is there already changes nothing. */
export const unpack = async (given: Packing, parcel: Parcel): Promise<Unpacked> => {
  const { ledger } = given
  const source = parcelSource(parcel)
  const before = total(ledger)
  await ledger.run(() => ledger.takeCarried(source))
  await new Mail(given).read(source)
  const missing = [...source.heads].filter(([device, seq]) => ledger.chains.head(device).seq < seq)
  return {
    pieces: parcel.envelopes.length,
    fresh: total(ledger) - before,
    missing: missing.map(([device]) => device),
  }
}
