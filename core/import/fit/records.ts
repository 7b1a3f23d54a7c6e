/** A FIT file's samples read straight from its bytes, because they are nearly all of it; the library reads the rest. */
import { mostSamples } from '../importer.ts'
import type { Sample } from '../summary/recording.ts'
import type { Part } from './frame.ts'

/** The records as the watch wrote them, and the ranges of the bytes (from, to) that hold everything else that is read. */
export type Parted = {
  readonly records: readonly Sample[]
  readonly rest: readonly (readonly [number, number])[]
}

/** Seconds from 1970 to the epoch of FIT, 1989-12-31. */
const epochS = 631_065_600
/** Numbers of the messages that are read beside records: file, sport, session, lap, event, activity, developer fields. */
const kept: ReadonlySet<number> = new Set([0, 12, 18, 19, 21, 34, 206, 207])
const recordMessage = 20

/** Field numbers of a record with their base types (FIT profile 21), and where each stands in `at`. */
const fields: ReadonlyMap<number, { readonly as: number; readonly baseType: number; readonly size: number }> = new Map([
  [253, { as: 0, baseType: 0x86, size: 4 }],
  [5, { as: 1, baseType: 0x86, size: 4 }],
  [3, { as: 2, baseType: 0x02, size: 1 }],
  [2, { as: 3, baseType: 0x84, size: 2 }],
  [78, { as: 4, baseType: 0x86, size: 4 }],
  [6, { as: 5, baseType: 0x84, size: 2 }],
  [73, { as: 6, baseType: 0x86, size: 4 }],
  [13, { as: 7, baseType: 0x01, size: 1 }],
])
/** Speed and distance in three bytes, of the first foot pods: left to the library. */
const compressedSpeedDistance = 8

type Definition = {
  readonly message: number
  readonly size: number
  readonly little: boolean
  /** Where each field of a record begins; -1 where it has none. */
  readonly at: readonly number[]
}

/**
 * Parts the bytes of one file up to `end`. Undefined where something in it is unusual (short timestamps, a field of
 * another type): then the library reads all of it. too-long: more than any recording holds.
 */
export const partRecords = (bytes: Uint8Array, part: Part, end: number): Parted | 'too-long' | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const definitions = new Map<number, Definition>()
  const records: Sample[] = []
  const rest: [number, number][] = []
  const keep = (from: number, to: number): void => {
    const last = rest.at(-1)
    if (last !== undefined && last[1] === from) last[1] = to
    else rest.push([from, to])
  }
  let at = part.from + part.header
  keep(part.from, at)
  while (at < end) {
    const head = bytes[at]!
    if ((head & 0x80) !== 0) return undefined
    if ((head & 0x40) !== 0) {
      const read = definitionAt(bytes, view, at, end)
      if (read === undefined) return undefined
      definitions.set(head & 0x0f, read.definition)
      if (kept.has(read.definition.message)) keep(at, read.next)
      at = read.next
      continue
    }
    const definition = definitions.get(head & 0x0f)
    if (definition === undefined || (head & 0x30) !== 0) return undefined
    const next = at + 1 + definition.size
    if (next > end) return undefined
    if (definition.message === recordMessage) {
      const record = recordAt(view, at + 1, definition)
      if (record !== undefined && records.push(record) > mostSamples) return 'too-long'
    } else if (kept.has(definition.message)) keep(at, next)
    at = next
  }
  return { records, rest }
}

const definitionAt = (
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): { readonly definition: Definition; readonly next: number } | undefined => {
  if (at + 6 > end) return undefined
  const little = bytes[at + 2] === 0
  const message = view.getUint16(at + 3, little)
  const count = bytes[at + 5]!
  const developerAt = at + 6 + count * 3
  const hasDeveloper = (bytes[at]! & 0x20) !== 0
  const developers = hasDeveloper ? (bytes[developerAt] ?? 255) : 0
  const next = developerAt + (hasDeveloper ? 1 + developers * 3 : 0)
  if (next > end) return undefined
  const places = Array.from({ length: 8 }, () => -1)
  let size = 0
  for (let i = at + 6; i < developerAt; i += 3) {
    const number = bytes[i]!
    if (message === recordMessage) {
      const field = fields.get(number)
      if (number === compressedSpeedDistance) return undefined
      if (field && (bytes[i + 1] !== field.size || bytes[i + 2] !== field.baseType)) return undefined
      if (field) places[field.as] = size
    }
    size += bytes[i + 1]!
  }
  for (let i = 0; i < developers; i++) size += bytes[developerAt + 2 + i * 3]!
  return { definition: { message, size, little, at: places }, next }
}

/** What is not there or not recorded, among figures that are never below zero. */
const none = -1

const four = (view: DataView, from: number, place: number, little: boolean): number => {
  if (place < 0) return none
  const value = view.getUint32(from + place, little)
  return value === 0xffffffff ? none : value
}
const two = (view: DataView, from: number, place: number, little: boolean): number => {
  if (place < 0) return none
  const value = view.getUint16(from + place, little)
  return value === 0xffff ? none : value
}

/** The record whose fields begin here; undefined where it has no time. Why so plain: a history has millions of them. */
const recordAt = (view: DataView, from: number, { at, little }: Definition): Sample | undefined => {
  const time = four(view, from, at[0]!, little)
  if (time === none) return undefined
  const centimetres = four(view, from, at[1]!, little)
  const hr = at[2]! < 0 ? 255 : view.getUint8(from + at[2]!)
  // Why: altitude and speed come twice, the second (enhanced) with room for more; older devices write only the first.
  const enhancedAltitude = four(view, from, at[4]!, little)
  const altitude = enhancedAltitude === none ? two(view, from, at[3]!, little) : enhancedAltitude
  const enhancedSpeed = four(view, from, at[6]!, little)
  const speed = enhancedSpeed === none ? two(view, from, at[5]!, little) : enhancedSpeed
  const temperature = at[7]! < 0 ? 127 : view.getInt8(from + at[7]!)
  return {
    t: time + epochS,
    distanceM: centimetres === none ? null : centimetres / 100,
    hr: hr === 255 ? null : hr,
    altitudeM: altitude === none ? null : altitude / 5 - 500,
    speed: speed === none ? null : speed / 1000,
    temperatureC: temperature === 127 ? null : temperature,
  }
}
