/** A recovery file lets in every device that opens it: by letters beside the chains, so that two write no second history. */
import { parse } from '../lib/parse.ts'
import type { DeviceId } from '../model/ids.ts'
import { fileYesSchema, type MemberDevice } from '../model/member.ts'
import type { Source } from './carrier.ts'
import { bodyOf, seal, takeApart } from './envelope.ts'
import type { DeviceKeys } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { openLoose } from './loose.ts'
import { roomKey } from './pairing.ts'
import { attempt, type LooseRow, ofSpace, type SpaceRow, type Store } from './store.ts'

const begins = 'file-'
/** Under which name it lies among the answers to those who ask to come in. */
const nameFor = (device: DeviceId): string => `${begins}${device}`

/** The yes of a file to the device that opened it; the file and its device belong to one person. */
export const writeFileYes = async (row: SpaceRow, file: DeviceKeys, device: MemberDevice): Promise<LooseRow> => {
  const label = { v: 1, space: row.id, device: file.id, doc: '-', seq: 0, prevHash: null, roster: 0 } as const
  const whole = { part: 1, parts: 1, keyEpoch: 0, kind: 'link', keys: file.keys } as const
  const body = bodyOf({ v: 1, space: row.id, device })
  const { bytes } = await seal(file, { ...label, ...whole }, body, await roomKey(row.roomSecret))
  return { space: row.id, key: `answers/${nameFor(device.id)}`, bytes, weight: 0 }
}

/** Takes a letter in; true where it let somebody in. */
const take = async (ledger: Ledger, name: string, bytes: Uint8Array): Promise<boolean> => {
  const file = takeApart(bytes)?.header.device
  if (file === undefined) return false
  const yes = parse(fileYesSchema, await openLoose(ledger, bytes, 'link', file))
  if (!yes.ok || yes.value.space !== ledger.row.id || name !== nameFor(yes.value.device.id)) return false
  return ledger.members.addFromFile(yes.value.device, file, bytes)
}

/** Those that the store holds; true where one let somebody in. */
export const readKeptYeses = async (db: Store, ledger: Ledger): Promise<boolean> => {
  const kept = await attempt(() => ofSpace<LooseRow>(db.loose, ledger.row.id))
  let any = false
  for (const { key, bytes } of kept.ok ? kept.value : [])
    if (key.startsWith(`answers/${begins}`)) any = (await take(ledger, key.slice('answers/'.length), bytes)) || any
  return any
}

/** Those that lie in a carrier, of files that are known here. Kept, so that whoever meets only this device hears of them. */
export const readCarriedYeses = async (
  db: Store,
  ledger: Ledger,
  carrier: Source,
  isNew: (name: string, bytes: Uint8Array) => boolean,
): Promise<boolean> => {
  let any = false
  for (const [name, bytes] of carrier.loose('answers')) {
    const file = name.startsWith(begins) ? takeApart(bytes)?.header.device : undefined
    // Why first: what cannot be judged yet is looked at again.
    if (file === undefined || ledger.members.keysOf(file) === undefined || !isNew(name, bytes)) continue
    if (!(await take(ledger, name, bytes))) continue
    const row = { space: ledger.row.id, key: `answers/${name}`, bytes: new Uint8Array(bytes), weight: 0 }
    await attempt(() => db.loose.put(row))
    any = true
  }
  if (any) await ledger.run(() => ledger.takeCarried(carrier))
  return any
}

/** The letters that let devices in here, as the store holds them. */
export const yesesIn = ({ row, members }: Ledger): readonly LooseRow[] =>
  [...members.fromFiles].map(([device, bytes]) => ({
    space: row.id,
    key: `answers/${nameFor(device)}`,
    bytes: new Uint8Array(bytes),
    weight: 0,
  }))
