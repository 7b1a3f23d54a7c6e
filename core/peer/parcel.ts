/** Sealed envelopes as one file: for e-mail, a stick, a shared folder. Whoever carries it can read nothing. */
import { fromBase64url, toBase64url, toUtf8 } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { DeviceId } from '../model/ids.ts'
import { type LooseKind, looseKinds, type Source } from './carrier.ts'
import { takeApart } from './envelope.ts'
import { type Bytes, joined } from './secret.ts'

/** A letter outside the chains (a join request, an answer, an acknowledgement) under the name it lies by. */
export type Letter = { readonly kind: LooseKind; readonly name: string; readonly bytes: Uint8Array }

/** What one file holds: envelopes of any devices of one space, and letters beside them. */
export type Parcel = {
  readonly space: string
  readonly envelopes: readonly Uint8Array[]
  readonly letters: readonly Letter[]
}

export type ParcelError = { readonly type: 'NotAParcel' } | { readonly type: 'CutShort' }

const mark = toUtf8('tandem/parcel/1\n')
/** How a parcel begins where it is text, as in a message or in a file that must be called `.txt` to be shared. */
const textMark = 'tandem-parcel-1:'
/** More than any relationship holds (a year is about 300 KB); a file that claims more is not read. */
const mostBytes = 512 * 1024 * 1024
const mostPieces = 2_000_000
const mostName = 64

const number = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
const named = (text: string): Uint8Array => {
  const bytes = toUtf8(text)
  return joined(Uint8Array.of(bytes.length), bytes)
}

/** [mark] [space] [how many] then of each: [0, or 1 + its kind] [name, of a letter] [length, 4 bytes] [bytes]. */
export const writeParcel = ({ space, envelopes, letters }: Parcel): Bytes => {
  const pieces = [
    ...envelopes.flatMap(bytes => [Uint8Array.of(0), number(bytes.length), bytes]),
    ...letters.flatMap(({ kind, name, bytes }) => [
      Uint8Array.of(1 + looseKinds.indexOf(kind)),
      named(name),
      number(bytes.length),
      bytes,
    ]),
  ]
  return laid([mark, named(space), number(envelopes.length + letters.length), ...pieces])
}

/** Why not `joined`: a function takes only so many arguments, and a season has more envelopes than that. */
const laid = (pieces: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The same as text, where only text may travel. */
export const parcelToText = (bytes: Uint8Array): string => `${textMark}${toBase64url(bytes)}\n`

/** Whether something begins as a parcel does, in either form. */
export const looksLikeParcel = (bytes: Uint8Array): boolean => begins(bytes, mark) || begins(bytes, toUtf8(textMark))

const begins = (bytes: Uint8Array, with_: Uint8Array): boolean => with_.every((byte, i) => bytes[i] === byte)

const plain = (bytes: Uint8Array): Uint8Array | undefined =>
  begins(bytes, toUtf8(textMark))
    ? fromBase64url(new TextDecoder().decode(bytes.subarray(textMark.length)).trim())
    : bytes

/** Reads a file, in which several parcels may lie one after the other; nothing in it is believed yet but its shape. */
export const readParcels = (file: Uint8Array): Result<readonly Parcel[], ParcelError> => {
  if (file.length > mostBytes || !looksLikeParcel(file)) return err({ type: 'NotAParcel' })
  const bytes = plain(file)
  if (bytes === undefined) return err({ type: 'CutShort' })
  const cursor = reader(bytes)
  const parcels: Parcel[] = []
  while (parcels.length === 0 || cursor.left() > 0) {
    const parcel = readOne(cursor)
    if (!parcel.ok) return parcel
    parcels.push(parcel.value)
  }
  return ok(parcels)
}

const readOne = (cursor: Cursor): Result<Parcel, ParcelError> => {
  const begin = cursor.bytes(mark.length)
  if (begin === undefined) return err({ type: 'CutShort' })
  if (!begins(begin, mark)) return err({ type: 'NotAParcel' })
  const space = cursor.name()
  const count = cursor.number()
  if (space === undefined || count === undefined) return err({ type: 'CutShort' })
  if (count > mostPieces) return err({ type: 'NotAParcel' })
  const envelopes: Uint8Array[] = []
  const letters: Letter[] = []
  for (let i = 0; i < count; i++) {
    const kind = cursor.byte()
    if (kind !== undefined && kind > looseKinds.length) return err({ type: 'NotAParcel' })
    const name = kind === undefined || kind === 0 ? '' : cursor.name()
    const piece = cursor.bytes(cursor.number())
    if (kind === undefined || name === undefined || piece === undefined) return err({ type: 'CutShort' })
    if (kind === 0) envelopes.push(piece)
    else letters.push({ kind: looseKinds[kind - 1]!, name, bytes: piece })
  }
  return ok({ space, envelopes, letters })
}

type Cursor = ReturnType<typeof reader>

/** Reads on from a place; undefined where the file ends before. */
const reader = (file: Uint8Array) => {
  let at = 0
  const bytes = (length: number | undefined): Uint8Array | undefined => {
    if (length === undefined || at + length > file.length) return undefined
    at += length
    return file.slice(at - length, at)
  }
  const byte = (): number | undefined => bytes(1)?.[0]
  return {
    bytes,
    byte,
    left: (): number => file.length - at,
    number: (): number | undefined => {
      const four = bytes(4)
      return four && new DataView(four.buffer).getUint32(0)
    },
    name: (): string | undefined => {
      const length = byte()
      const text = length !== undefined && length <= mostName ? bytes(length) : undefined
      return text && String.fromCharCode(...text)
    },
  }
}

/** A parcel as the ledger reads a carrier: of each device the run that follows what is there already. */
export const parcelSource = ({ space, envelopes, letters }: Parcel): Source & { readonly heads: Heads } => {
  const byDevice = new Map<DeviceId, Map<number, Uint8Array>>()
  const heads = new Map<DeviceId, number>()
  for (const bytes of envelopes) {
    const header = takeApart(bytes)?.header
    if (header === undefined || header.space !== space) continue
    const ofDevice = byDevice.get(header.device) ?? new Map<number, Uint8Array>()
    byDevice.set(header.device, ofDevice)
    if (!ofDevice.has(header.seq)) ofDevice.set(header.seq, bytes)
    // Why one by one: a function takes only so many arguments, and a file may hold more pieces than that.
    heads.set(header.device, Math.max(heads.get(header.device) ?? 0, header.seq))
  }
  return {
    heads,
    damaged: false,
    isWhole: () => true,
    fill: () => {},
    putLoose: () => {},
    removeLoose: () => {},
    lists: (device, after = 0) => {
      const run: Uint8Array[] = []
      const some = byDevice.get(device)
      for (let bytes = some?.get(after + 1); bytes; bytes = some?.get(after + run.length + 1)) run.push(bytes)
      return [{ own: true, envelopes: run }]
    },
    looseOf: (kind, name) => letters.find(one => one.kind === kind && one.name === name)?.bytes,
    loose: kind => letters.filter(one => one.kind === kind).map(({ name, bytes }) => [name, bytes] as const),
  }
}

/** The highest number a parcel holds of each device. */
export type Heads = ReadonlyMap<DeviceId, number>
