/** A device that signed two histories under one name: it is stopped, and everybody agrees where the two part. */
import type { DeviceId } from '../model/ids.ts'
import { copyEntries, wasEver, writerOf } from '../plan/index.ts'
import { localOrigin } from './api.ts'
import type { Source } from './carrier.ts'
import { contradicts, partsAfter } from './chain.ts'
import { isFrom, type Sealed, takeApart } from './envelope.ts'
import { readKeys } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { readParcels, writeParcel } from './parcel.ts'
import { attempt, type EnvelopeRow, envelopesOf, type FrozenRow, type HeldRow, ofSpace, type Store } from './store.ts'
import { nothingTaken, twoHistories } from './taking.ts'
import { isWriter } from './update.ts'

/** Bytes of a stopped device's writing that one proof shows, going back from where the two histories are known to differ. */
const mostShown = 60_000

/** Under which name a device lays what it has of a stopped one. */
const proofName = (stopped: DeviceId, by: DeviceId): string => `${stopped}/${by}`

/** Before the store is read: who was stopped, and up to where each counts. */
export const readStopped = async (db: Store, { row, chains }: Ledger): Promise<void> => {
  const frozen = await attempt(() => ofSpace<FrozenRow>(db.frozen, row.id))
  for (const { device, end = Number.POSITIVE_INFINITY } of frozen.ok ? frozen.value : [])
    chains.freeze(device as DeviceId, end)
}

/** What speaks against a stopped device, as it was set aside here. */
const against = async (db: Store, space: string, device: string): Promise<readonly Uint8Array[]> => {
  const held = await attempt(() => ofSpace<HeldRow>(db.quarantine, space))
  return (held.ok ? held.value : [])
    .filter(one => one.device === device && one.why === twoHistories)
    .map(one => one.bytes)
}

/** The last of these that fit into one proof. */
const lastOnes = (rows: readonly EnvelopeRow[], more: readonly Uint8Array[]): readonly Uint8Array[] => {
  let room = mostShown
  return [...rows.map(({ bytes }) => bytes), ...more].toReversed().filter(bytes => {
    room -= bytes.length + 5
    return room >= 0
  })
}

/**
 * Lays before the others what this device has of each stopped one, up to just after the place where the two histories are
 * known to part. Whoever had the other history finds there an earlier difference, and lays that; so all come to the first.
 */
export const layProofs = async (db: Store, ledger: Ledger, carrier: Pick<Source, 'putLoose'>): Promise<void> => {
  const { row, chains, me } = ledger
  for (const [device, end] of chains.ends) {
    const mine = await attempt(() => envelopesOf(db, row.id, device))
    const upTo = (mine.ok ? mine.value : []).filter(({ seq }) => seq <= end + 1)
    const envelopes = lastOnes(upTo, (await against(db, row.id, device)).slice(-1))
    carrier.putLoose('forks', proofName(device, me.id), writeParcel({ space: row.id, envelopes, letters: [] }))
  }
}

/** All envelopes of a device that the others lay as proof; also as an app of before laid them, each by itself. */
const shown = (ledger: Ledger, carrier: Source, device: DeviceId): readonly Sealed[] => {
  const { members, row } = ledger
  const parcels = members.devices.flatMap(by => carrier.looseOf('forks', proofName(device, by)) ?? [])
  const single = ['a', 'b'].flatMap(side => carrier.looseOf('forks', `${device}-${side}`) ?? [])
  const inside = parcels.flatMap(bytes => {
    const read = readParcels(bytes)
    return read.ok ? read.value.flatMap(({ envelopes }) => envelopes) : []
  })
  return [...inside, ...single].flatMap(bytes => {
    const sealed = takeApart(bytes)
    return sealed?.header.device === device && sealed.header.space === row.id ? [sealed] : []
  })
}

/** Reads what the others laid; whoever it speaks against is stopped here too, and counts no further. True where one was. */
export const readProofs = async (ledger: Ledger, carrier: Source): Promise<boolean> => {
  let any = false
  const { chains, members, me, row } = ledger
  for (const device of members.devices.filter(id => id !== me.id))
    for (const sealed of shown(ledger, carrier, device)) {
      const end = partsAfter(chains.of(device), sealed)
      if (!contradicts(chains.of(device), sealed) || end >= (chains.ends.get(device) ?? Number.POSITIVE_INFINITY))
        continue
      const keys = await readKeys(members.keysOf(device) ?? '')
      if (keys === undefined || !(await isFrom(keys, sealed))) continue
      chains.freeze(device, end)
      const held = { space: row.id, hash: sealed.hash, device, why: twoHistories, bytes: sealed.bytes }
      await ledger.taking.store({ ...nothingTaken, held: [held], forked: end })
      ledger.mustReopen ||= chains.head(device).seq > end
      any = true
    }
  return any
}

/** A row of an app of before does not say where the two histories part; what was set aside then does. */
export const settleStopped = async (db: Store, ledger: Ledger): Promise<void> => {
  const { chains, row } = ledger
  for (const [device, end] of chains.ends) {
    const sealed = end < Number.POSITIVE_INFINITY ? [] : await against(db, row.id, device)
    const parts = sealed.flatMap(bytes => takeApart(bytes) ?? []).map(one => partsAfter(chains.of(device), one))
    if (parts.length === 0) continue
    chains.freeze(device, Math.min(...parts))
    await attempt(() => db.frozen.update([row.id, device], { end: Math.min(...parts) }))
    ledger.mustReopen = true
  }
}

/**
 * Writes again what this device itself had entered in documents that were read anew, where that went with what no longer
 * counts: a piece that rests on something turned away is turned away with all that followed it in that opening.
 */
export const writeAgain = (before: Ledger, now: Ledger): void => {
  if (!before.mustReopen || before.chains.season !== now.chains.season || !now.isMember) return
  for (const name of now.names.filter(one => one !== 'statements' && now.members.mayWrite(one, now.me.id)))
    copyEntries(before.docs[name], now.docs[name], localOrigin, (_, target, entry, source) => {
      const client = writerOf(source, entry)
      return client !== undefined && isWriter(now.me.id, client) && !wasEver(target, entry)
    })
}
