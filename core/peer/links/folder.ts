/** A shared folder as a link: each device writes only its own directory, files that never change, and reads the others'. */
import type { DeviceId } from '../../model/ids.ts'
import { markOf, takeApart } from '../envelope.ts'
import { type Parcel, readParcels, writeParcel } from '../parcel.ts'

/** A space's part of a folder. Every call may fail: a stick is pulled, a permission ends, a sync program holds a file. */
export type Place = {
  /** The directories in it, each named after a device. */
  devices(): Promise<readonly string[]>
  files(device: string): Promise<readonly string[]>
  read(device: string, file: string): Promise<Uint8Array>
  /** Puts a new file there whole or not at all; never called for one that is there. */
  write(device: string, file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
}

export type FolderOptions = {
  readonly place: Place
  readonly me: DeviceId
  readonly space: string
  /** What this device holds beyond what the folder has, by its mark, with its own letters. */
  readonly pack: (has: (mark: string) => boolean) => Promise<Parcel>
  /** Takes a file's content in; false where it rests on something that is not here yet. */
  readonly take: (parcel: Parcel) => Promise<boolean>
  /** Names how far this device has read; a letter that says the same again is not written again. */
  readonly weight: () => Promise<string>
  /** The weight of the last letter written, kept beyond this opening. */
  readonly told: { read(): Promise<string | undefined>; keep(weight: string): Promise<void> }
}

/** What one look brought: files that hold nothing readable (yet), such as one still being copied, are counted. */
export type Exchanged = { readonly read: number; readonly written: number; readonly unreadable: number }

const fileName = /^\d{8}-[0-9a-z]{1,12}\.tandem$/
/** Envelopes in one file. Why so few: a reader holds a file whole, and a sync program copies it whole. */
const mostInOne = 500

/** The marks of the envelopes a file holds. Why not whose and which: an altered copy names the same and is another. */
type Seen = readonly string[]

/** One device's way through a folder; `exchange` reads what is new and writes what the folder lacks. */
export const folderLink = ({ place, me, space, pack, take, weight, told }: FolderOptions) => {
  const seen = new Map<string, Seen>()
  /** Files that rest on something not here yet, with what was here when they were tried. */
  const early = new Map<string, string>()
  /** The weight at which the folder was seen to lack nothing. */
  let filled: string | null = null
  let number = 0

  const look = async (device: string, file: string): Promise<'read' | 'early' | 'unreadable'> => {
    const parcels = readParcels(await place.read(device, file))
    const parcel = parcels.ok ? parcels.value.find(one => one.space === space) : undefined
    if (parcel === undefined) return 'unreadable'
    if (device !== me && !(await take(parcel))) return 'early'
    const pieces = parcel.envelopes.flatMap(bytes => {
      const sealed = takeApart(bytes)
      return sealed === undefined ? [] : [markOf(sealed)]
    })
    seen.set(`${device}/${file}`, pieces)
    return 'read'
  }

  const all = async (): Promise<readonly (readonly [string, string])[]> => {
    const found: (readonly [string, string])[] = []
    for (const device of (await place.devices()).toSorted())
      for (const file of (await place.files(device)).toSorted()) if (fileName.test(file)) found.push([device, file])
    return found
  }

  const readAll = async (): Promise<{ readonly read: number; readonly unreadable: number }> => {
    const files = await all()
    for (const [device, file] of files) if (device === me) number = Math.max(number, Number(file.slice(0, 8)))
    // Why: what somebody cleared away is missing for whoever comes later, and is laid down again.
    const there = new Set(files.map(([device, file]) => `${device}/${file}`))
    for (const name of [...seen.keys(), ...early.keys()])
      if (!there.has(name)) {
        if (seen.delete(name)) filled = null
        early.delete(name)
      }
    let [read, unreadable] = [0, 0]
    for (let more = true; more; ) {
      more = false
      unreadable = 0
      for (const [device, file] of files) {
        const name = `${device}/${file}`
        if (seen.has(name)) continue
        const before = await weight()
        if (early.get(name) === before) continue
        // Why: one file that cannot be read now must not keep the others from being read.
        const found = await look(device, file).catch(() => 'unreadable' as const)
        if (found === 'read') read++
        if (found === 'unreadable') unreadable++
        if (found === 'early') early.set(name, await weight())
        else early.delete(name)
        if ((await weight()) !== before) more = early.size > 0
      }
    }
    return { read, unreadable: unreadable + early.size }
  }

  const writeNew = async (): Promise<number> => {
    const now = await weight()
    if (now === filled) return 0
    const has = new Set([...seen.values()].flat())
    const parcel = await pack(mark => has.has(mark))
    filled = now
    if (parcel.envelopes.length === 0 && (await told.read()) === now) return 0
    filled = null
    let written = 0
    for (let from = 0; from === 0 || from < parcel.envelopes.length; from += mostInOne) {
      const part = { ...parcel, envelopes: parcel.envelopes.slice(from, from + mostInOne) }
      // Why chance: two windows or a copy of this browser must never write under one name.
      const file = `${String(number + 1).padStart(8, '0')}-${randomMark()}.tandem`
      await place.write(me, file, writeParcel(part))
      number++
      written++
      await look(me, file)
    }
    await told.keep(now)
    filled = now
    return written
  }

  return {
    exchange: async (): Promise<Exchanged> => {
      const { read, unreadable } = await readAll()
      return { read, unreadable, written: await writeNew() }
    },
  }
}

const randomMark = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map(byte => (byte % 36).toString(36)).join('')
