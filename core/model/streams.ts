/** What a watch recorded along the way, packed small: it stays on the device that read the file, and knows no place. */
import type { ActivityId } from './ids.ts'

/**
 * One entry a sample, all columns equally long. `seconds` from the first sample; `decimetres` from the start; `altitude`
 * above the sea in fifths of a metre, as watches write it; `hr` in beats per minute. `pauses` are pairs of seconds, from
 * and to, in which the timer stood still.
 */
export type Streams = {
  readonly seconds: Uint32Array<ArrayBuffer>
  readonly decimetres: Uint32Array<ArrayBuffer>
  readonly altitude: Int16Array<ArrayBuffer>
  readonly hr: Uint8Array<ArrayBuffer>
  readonly pauses: Uint32Array<ArrayBuffer>
}

/** What stands in a column where nothing was recorded. */
export const notRecorded = { decimetres: 0xffffffff, altitude: -0x8000, hr: 0 } as const

/** Steps of altitude in a metre. */
export const altitudeSteps = 5

/** The streams of one activity. */
export type Recorded = { readonly activity: ActivityId; readonly streams: Streams }
