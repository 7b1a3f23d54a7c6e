/** The list of activities of a Garmin account, an entry at a time: with its splits it may be a hundred megabytes. */
import { asLetters, type ByteSource } from '../importer.ts'
import { type Fields, isFields, jsonOf } from '../text/values.ts'

declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }

const pieceBytes = 4 * 1024 * 1024
/** One activity with all its splits is far smaller. */
const largestEntry = 2 * 1024 * 1024
/** Three activities a day for forty years. */
const mostEntries = 45_000

/** How many brackets are open where the entries stand: `[{"summarizedActivitiesExport":[{…},{…}]}]`; null in another file. */
export const depthOfList = (head: Uint8Array): number | null => {
  const start = /^[\s\xEF\xBB\xBF]*(\[\s*)?\{\s*"summarizedActivitiesExport"\s*:\s*\[/.exec(asLetters(head))
  return start === null ? null : start[1] === undefined ? 2 : 3
}

const [quote, backslash] = [0x22, 0x5c]
const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * The entries in their order; null for one that cannot be read, and once at the end of a list that was cut short or is
 * longer than a life of training.
 */
export async function* entriesOf(source: ByteSource, list: number): AsyncGenerator<Fields | null> {
  const decoder = new TextDecoder('utf-8')
  let [depth, count, held] = [0, 0, 0]
  let [isText, isEscaped] = [false, false]
  let begun: Uint8Array[] | null = null
  for (let from = 0; from < source.size; from += pieceBytes) {
    const bytes = await source.read(from, Math.min(source.size, from + pieceBytes))
    let start = 0
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (isText) {
        if (isEscaped) isEscaped = false
        else if (byte === backslash) isEscaped = true
        else if (byte === quote) isText = false
      } else if (byte === quote) isText = true
      else if (isOpening(byte)) {
        if (depth === list) {
          begun = []
          start = at
          held = 0
        }
        depth++
      } else if (isClosing(byte)) {
        depth--
        if (depth !== list || begun === null) continue
        const isLarge = held + at - start > largestEntry
        const value = isLarge ? undefined : jsonOf(decoder.decode(joined([...begun, bytes.subarray(start, at + 1)])))
        begun = null
        count++
        if (count > mostEntries) return yield null
        yield isFields(value) ? value : null
      }
    }
    if (begun === null) continue
    held += bytes.length - start
    // Why a copy: what the next piece is read into may be the same room. Beyond what an entry holds nothing is kept.
    if (held <= largestEntry) begun.push(bytes.slice(start))
  }
  if (depth !== 0) yield null
}
