/** A device that signed two histories under one name: it is stopped here, and the proof is shown to the others. */
import type { DeviceId } from '../model/ids.ts'
import type { Source } from './carrier.ts'
import { isFrom, takeApart } from './envelope.ts'
import { readKeys } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { attempt, envelopesOf, type FrozenRow, type HeldRow, ofSpace, type Store } from './store.ts'
import { nothingTaken, twoHistories } from './taking.ts'

/** The two sides of the proof, by the name they lie under: what stands in this device's book, and what speaks against it. */
const names = (device: DeviceId) => [`${device}-a`, `${device}-b`] as const

/** Lays the proof against every stopped device where the others find it: either side may be the one they have. */
export const layProofs = async (db: Store, ledger: Ledger, carrier: Source): Promise<void> => {
  const space = ledger.row.id
  const frozen = await attempt(() => ofSpace<FrozenRow>(db.frozen, space))
  if (!frozen.ok || frozen.value.length === 0) return
  const held = await attempt(() => ofSpace<HeldRow>(db.quarantine, space))
  for (const row of frozen.value) {
    const device = row.device as DeviceId
    const against = (held.ok ? held.value : []).find(one => one.device === device && one.why === twoHistories)
    const sealed = against && takeApart(against.bytes)
    if (against === undefined || sealed === undefined) continue
    const { seq } = sealed.header
    const mine = await attempt(() => envelopesOf(db, space, device, Math.max(0, seq - 2)))
    const before = (mine.ok ? mine.value : []).filter(one => one.seq <= seq).at(-1)
    const [a, b] = names(device)
    if (before) carrier.putLoose('forks', a, before.bytes)
    carrier.putLoose('forks', b, against.bytes)
  }
}

/** Reads the proofs that others laid; a device they hold against is stopped here too. True where one was. */
export const readProofs = async (ledger: Ledger, carrier: Source): Promise<boolean> => {
  let any = false
  for (const device of ledger.members.devices.filter(id => id !== ledger.me.id && !ledger.chains.isFrozen(id)))
    for (const name of names(device)) {
      const bytes = carrier.looseOf('forks', name)
      const sealed = bytes && takeApart(bytes)
      if (!sealed || sealed.header.device !== device || sealed.header.space !== ledger.row.id) continue
      if (!ledger.chains.contradicts(sealed) || ledger.chains.isFrozen(device)) continue
      const keys = await readKeys(ledger.members.keysOf(device) ?? '')
      if (keys === undefined || !(await isFrom(keys, sealed))) continue
      ledger.chains.freeze(device)
      const row = { space: ledger.row.id, hash: sealed.hash, device, why: twoHistories, bytes: sealed.bytes }
      await ledger.taking.store({ ...nothingTaken, held: [row], forked: true })
      any = true
    }
  return any
}
