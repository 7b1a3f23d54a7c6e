/** FIT bytes → messages, with as much as can be had from a file that was cut short or chained. */
import FitParser from 'fit-file-parser'
import { err, ok, type Result } from '../../lib/result.ts'
import type { Fault, ImportError } from '../importer.ts'
import type { Sample } from '../summary/recording.ts'
import { checksumOf } from './checksum.ts'
import { asMessage, asMessages, type Message, numberIn, secondsIn } from './fields.ts'
import { asFile, lastWholeMessage, type Part, partsOf } from './frame.ts'
import { partRecords } from './records.ts'

/** One file inside: its messages, and its samples in their order. */
export type DecodedFile = { readonly message: Message; readonly records: readonly Sample[] }

/** The files inside, decoded, and what was wrong with the bytes (null: nothing). */
export type Decoded = {
  readonly files: readonly DecodedFile[]
  readonly fault: Fault | null
}

/** What the library makes of a byte takes up to fifty times its room; beside the samples no recording has so many. */
const libraryLimit = 2 * 1024 * 1024

/** An error where nothing at all could be read, or where it is more than any recording holds. */
export const decodeFit = (bytes: Uint8Array): Result<Decoded, ImportError> => {
  const { parts, rest } = partsOf(bytes)
  const files: DecodedFile[] = []
  let fault: Decoded['fault'] = rest > 0 ? 'later-part' : null
  for (const part of parts) {
    const whole = part.whole ? decodePart(bytes, part, part.dataEnd) : undefined
    if (whole === 'too-long') return err({ type: 'NotTrusted', what: 'length' })
    if (whole) {
      if (!isSumRight(bytes, part)) fault ??= 'checksum'
      files.push(whole)
      continue
    }
    const cut = decodePart(bytes, part, lastWholeMessage(bytes, part))
    fault = parts.indexOf(part) > 0 ? 'later-part' : 'cut-short'
    if (cut === 'too-long') return err({ type: 'NotTrusted', what: 'length' })
    if (cut) files.push(cut)
  }
  return files.length > 0 ? ok({ files, fault }) : err({ type: 'Damaged' })
}

const decodePart = (bytes: Uint8Array, part: Part, dataEnd: number): DecodedFile | 'too-long' | undefined => {
  if (dataEnd <= part.from + part.header) return undefined
  const parted = partRecords(bytes, part, dataEnd)
  if (parted === 'too-long') return parted
  const rest = asFile(bytes, part, parted?.rest ?? [[part.from, dataEnd]])
  if (rest.length > libraryLimit) return 'too-long'
  const message = decodeMessages(rest)
  return message && { message, records: parted?.records ?? recordsOf(message) }
}

/** The records as the library gives them, for files that `partRecords` leaves to it. */
export const recordsOf = (message: Message): readonly Sample[] =>
  asMessages(message.records).flatMap(record => {
    const t = secondsIn(record, 'timestamp')
    if (t === null) return []
    return {
      t,
      distanceM: numberIn(record, 'distance'),
      hr: numberIn(record, 'heart_rate'),
      altitudeM: numberIn(record, 'enhanced_altitude', 'altitude'),
      speed: numberIn(record, 'enhanced_speed', 'speed'),
      temperatureC: numberIn(record, 'temperature'),
    }
  })

/** One FIT file as the library reads it; undefined where it cannot. */
export const decodeMessages = (file: Uint8Array<ArrayBuffer>): Message | undefined => {
  let decoded: Message | undefined
  // Why: the parser reports faults by callback as a text, and throws on some of them.
  try {
    const parser = new FitParser({ force: true, mode: 'list' })
    parser.parse(file.buffer, (fault, data) => {
      if (fault === undefined && data) decoded = asMessage(data)
    })
  } catch {
    return undefined
  }
  return decoded
}

/** Whether the file's own checksum agrees; some writers leave it 0, then nothing is claimed. */
const isSumRight = (bytes: Uint8Array, { from, dataEnd }: Part): boolean => {
  if (dataEnd + 2 > bytes.length) return false
  const claimed = bytes[dataEnd]! | (bytes[dataEnd + 1]! << 8)
  return claimed === 0 || claimed === checksumOf(bytes, from, dataEnd)
}
