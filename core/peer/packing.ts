/** What goes into a file for somebody, and what came of a file that was taken in. */
import type { DeviceId, PersonId } from '../model/ids.ts'
import { letterOf } from './door.ts'
import { layProofs } from './forks.ts'
import type { Ledger } from './ledger.ts'
import type { LineOptions } from './line.ts'
import { readAck, writeAck } from './loose.ts'
import { Mail } from './mail.ts'
import { type Letter, type Parcel, parcelSource } from './parcel.ts'
import { attempt, type EnvelopeRow, envelopesOf, type LooseRow, ofSpace } from './store.ts'

export type Packing = Pick<LineOptions, 'db' | 'ledger' | 'now' | 'inside'>

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

/** What this device itself has to say outside its chain: a request, its answers, and how far it has read. */
const ownLetters = async ({ db, ledger, now }: Packing): Promise<readonly Letter[]> => {
  const kept = await attempt(() => ofSpace<LooseRow>(db.loose, ledger.row.id))
  const answers = (kept.ok ? kept.value : []).filter(({ key }) => key.startsWith('answers/'))
  const asking = await letterOf(ledger, ledger.roomKey)
  const name = ledger.me.id
  const proofs: Letter[] = []
  const putLoose = (kind: Letter['kind'], of: string, bytes: Uint8Array) => void proofs.push({ kind, name: of, bytes })
  await layProofs(db, ledger, { putLoose })
  return [
    ...proofs,
    ...answers.map(({ key, bytes }) => ({ kind: 'answers' as const, name: key.slice('answers/'.length), bytes })),
    ...(asking === null ? [] : [{ kind: 'requests' as const, name, bytes: asking }]),
    ...(ledger.isMember ? [{ kind: 'acks' as const, name, bytes: await writeAck(ledger, now()) }] : []),
  ]
}

/** The same as one text, without the signatures, which differ each time. */
export const readSoFar = async ({ db, ledger }: Packing): Promise<string> => {
  const kept = await attempt(() => ofSpace<LooseRow>(db.loose, ledger.row.id))
  const answers = (kept.ok ? kept.value : []).map(({ key }) => key).filter(key => key.startsWith('answers/'))
  const read = ledger.members.devices.map(device => `${device} ${ledger.chains.head(device).seq}`)
  const { joining, refused } = ledger.row
  const stopped = [...ledger.chains.ends].map(([device, end]) => `${device} ${end}`)
  return [ledger.isMember, refused, joining?.invite ?? '', ...answers, ...read, ...stopped].join('\n')
}

/** What this device holds of a space beyond what somebody has, with its own letters. */
export const packFor = async (given: Packing, has: (row: EnvelopeRow) => boolean): Promise<Parcel> => {
  const { db, ledger } = given
  const rows = await attempt(() => envelopesOf(db, ledger.row.id))
  const lacking = (rows.ok ? rows.value : []).filter(row => !has(row))
  return { space: ledger.row.id, envelopes: lacking.map(({ bytes }) => bytes), letters: await ownLetters(given) }
}

/** All that this device holds of a space, or only what one person's devices have not confirmed yet; and what others said they have. */
export const pack = async (given: Packing, person: PersonId | null): Promise<Parcel> => {
  const { db, ledger } = given
  const from = person === null ? () => 0 : await confirmedBy(given, person)
  const parcel = await packFor(given, ({ device, seq }) => seq <= from(device))
  const kept = await attempt(() => ofSpace<LooseRow>(db.loose, ledger.row.id))
  const acks = (kept.ok ? kept.value : []).filter(({ key }) => key.startsWith('acks/') && !key.endsWith(ledger.me.id))
  const theirs = acks.map(({ key, bytes }) => ({ kind: 'acks' as const, name: key.slice('acks/'.length), bytes }))
  return { ...parcel, letters: [...parcel.letters, ...theirs] }
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
