/** Small real FIT files, written byte for byte as a watch writes them, so that no test needs anybody's training. */
import { FitBaseType as B, FitEncoder } from 'fit-file-parser/encoder'

/** Seconds from the start, metres, bpm, metres above sea. */
export type FitSample = { readonly t: number; readonly d?: number; readonly hr?: number; readonly alt?: number }

export type FitSession = {
  readonly sport?: keyof typeof sportNumbers
  /** Seconds after the start of the file at which this session starts, and how long it takes on the timer. */
  readonly from?: number
  readonly timerS: number
  readonly elapsedS?: number
  readonly distanceM?: number
}

export type FitFile = {
  readonly type?: keyof typeof typeNumbers
  /** Seconds since 1970 UTC; 2026-05-12T05:00:00Z where not said. */
  readonly start?: number
  /** Minutes east of UTC of the watch's clock; null writes no local time. */
  readonly offsetMin?: number | null
  readonly samples?: readonly FitSample[]
  /** From, to in seconds from the start. */
  readonly pauses?: readonly (readonly [number, number])[]
  readonly sessions?: readonly FitSession[]
  readonly laps?: readonly { readonly from: number; readonly durationS: number; readonly distanceM: number }[]
}

const sportNumbers = {
  generic: 0,
  running: 1,
  transition: 3,
  cycling: 2,
  swimming: 5,
  training: 10,
  walking: 11,
} as const
const typeNumbers = { activity: 4, settings: 2, workout: 5, course: 6 } as const

export const fitStart = Date.UTC(2026, 4, 12, 5, 0, 0) / 1000

const field = (number: number, baseType: number, size: number, value: number) => ({ number, baseType, size, value })
const u8 = (number: number, value: number) => field(number, B.Uint8, 1, value)
const en = (number: number, value: number) => field(number, B.Enum, 1, value)
const u16 = (number: number, value: number) => field(number, B.Uint16, 2, Math.round(value))
const u32 = (number: number, value: number) => field(number, B.Uint32, 4, Math.round(value))

/** The bytes of a FIT file. Without sessions given, one run over the samples. */
export const fitFile = (file: FitFile): Uint8Array<ArrayBuffer> => {
  const { type = 'activity', start = fitStart, offsetMin = 120, samples = [], pauses = [], laps = [] } = file
  const stamp = (t: number) => FitEncoder.toFitTimestamp(new Date((start + t) * 1000))
  const last = samples.at(-1)
  const sessions = file.sessions ?? [{ timerS: last?.t ?? 0, ...(last?.d === undefined ? {} : { distanceM: last.d }) }]
  const encoder = new FitEncoder()
  encoder.writeMessage(0, [en(0, typeNumbers[type]), u16(1, 255), u16(2, 1), u32(4, stamp(0))], 0)
  if (type === 'activity') {
    const sport = sportNumbers[sessions[0]?.sport ?? 'running']
    encoder.writeMessage(12, [en(0, sport), en(1, 0)], 1)
    const event = (t: number, kind: number) => encoder.writeMessage(21, [u32(253, stamp(t)), en(0, 0), en(1, kind)], 2)
    event(0, 0)
    const stops = pauses.flatMap(([from, to]) => [
      { t: from, kind: 4 },
      { t: to, kind: 0 },
    ])
    for (const sample of samples) {
      while (stops[0] && stops[0].t <= sample.t) event(stops[0].t, stops.shift()!.kind)
      encoder.writeMessage(
        20,
        [
          u32(253, stamp(sample.t)),
          u32(5, sample.d === undefined ? 0xffffffff : sample.d * 100),
          u8(3, sample.hr ?? 0xff),
          u16(2, sample.alt === undefined ? 0xffff : (sample.alt + 500) * 5),
        ],
        3,
      )
    }
    for (const lap of laps)
      encoder.writeMessage(
        19,
        [
          u32(253, stamp(lap.from + lap.durationS)),
          u32(2, stamp(lap.from)),
          u32(7, lap.durationS * 1000),
          u32(8, lap.durationS * 1000),
          u32(9, lap.distanceM * 100),
        ],
        4,
      )
    for (const session of sessions) {
      const elapsed = session.elapsedS ?? session.timerS
      encoder.writeMessage(
        18,
        [
          u32(253, stamp((session.from ?? 0) + elapsed)),
          u32(2, stamp(session.from ?? 0)),
          en(5, sportNumbers[session.sport ?? 'running']),
          en(6, 0),
          u32(7, elapsed * 1000),
          u32(8, session.timerS * 1000),
          u32(9, session.distanceM === undefined ? 0xffffffff : session.distanceM * 100),
        ],
        5,
      )
    }
    const end = last?.t ?? 0
    encoder.writeMessage(
      34,
      [
        u32(253, stamp(end)),
        u16(1, sessions.length),
        u32(5, offsetMin === null ? 0xffffffff : stamp(end + offsetMin * 60)),
      ],
      6,
    )
  }
  return new Uint8Array(encoder.close())
}

/** A steady run sampled every second: 3 m/s at 150 bpm unless it says otherwise. */
export const steadyRun = (seconds: number, speed = 3, hr = 150): readonly FitSample[] =>
  Array.from({ length: seconds + 1 }, (_, t) => ({ t, d: t * speed, hr, alt: 100 }))
