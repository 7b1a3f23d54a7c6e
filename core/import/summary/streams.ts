/** A recording's samples, packed to be kept on this device for the page that draws them. */
import type { ActivityId } from '../../model/ids.ts'
import { altitudeSteps, notRecorded, type Recorded, type Streams } from '../../model/streams.ts'
import type { Recording, Sample } from './recording.ts'

/** More samples than this no screen can show; of a longer recording every second, third … one is kept. */
const most = 20_000
/** Longer than this (seconds, 100 days) is no activity. */
const longestS = 8_640_000
/** Highest distance that fits (decimetres). */
const farthest = notRecorded.decimetres - 1

/** Undefined where there is nothing to draw: fewer than two samples, or a time that cannot be true. */
export const streamsOf = ({ samples, pauses }: Pick<Recording, 'samples' | 'pauses'>): Streams | undefined => {
  const first = samples[0]?.t
  if (first === undefined || samples.length < 2 || samples.at(-1)!.t - first > longestS) return undefined
  const every = Math.ceil(samples.length / most)
  const count = Math.ceil(samples.length / every)
  const seconds = new Uint32Array(count)
  const decimetres = new Uint32Array(count).fill(notRecorded.decimetres)
  const altitude = new Int16Array(count).fill(notRecorded.altitude)
  const hr = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const { t, distanceM, altitudeM, hr: beats } = samples[i * every]!
    seconds[i] = Math.round(t - first)
    if (distanceM !== null && distanceM >= 0 && distanceM * 10 <= farthest) decimetres[i] = Math.round(distanceM * 10)
    const steps = altitudeM === null ? Number.NaN : Math.round(altitudeM * altitudeSteps)
    if (Math.abs(steps) < 0x7fff) altitude[i] = steps
    if (beats !== null && beats > 0 && beats < 256) hr[i] = Math.round(beats)
  }
  const stood = pauses.flatMap(([from, to]) =>
    to > first && from - first <= longestS ? [Math.max(0, Math.round(from - first)), Math.round(to - first)] : [],
  )
  return { seconds, decimetres, altitude, hr, pauses: Uint32Array.from(stood) }
}

/** The same under the name of its activity; nothing where there is nothing to draw. */
export const recordedOf = (activity: ActivityId, recording: Recording): readonly Recorded[] => {
  const streams = streamsOf(recording)
  return streams === undefined ? [] : [{ activity, streams }]
}

/** The samples again, as far as they were kept: speed and temperature were not. Seconds from the first sample. */
export const samplesOf = ({ seconds, decimetres, altitude, hr }: Streams): readonly Sample[] =>
  Array.from(seconds, (t, i) => ({
    t,
    distanceM: decimetres[i] === notRecorded.decimetres ? null : decimetres[i]! / 10,
    hr: hr[i] === notRecorded.hr ? null : hr[i]!,
    altitudeM: altitude[i] === notRecorded.altitude ? null : altitude[i]! / altitudeSteps,
    speed: null,
    temperatureC: null,
  }))
