/** TCX elements → recordings: activities with their laps as the watch counted them. */

import type { Sport } from '../../model/activity.ts'
import { mostSamples } from '../importer.ts'
import type { Lap, Recording } from '../summary/recording.ts'
import { ascentOf } from '../track/ascent.ts'
import { sportFromWord } from '../track/sport.ts'
import { type Point, wayOf } from '../track/way.ts'
import type { XmlReader } from '../xml/read-xml.ts'
import { type Moment, readMoment, readNumber } from '../xml/values.ts'

export type TcxRecording = { readonly recording: Recording; readonly notes: string | null }

/** What was met, to say why there is no activity. */
export type TcxContent = { activities: number; courses: number; workouts: number; isTooLong: boolean }

export type TcxReader = {
  readonly reader: XmlReader
  readonly content: Readonly<TcxContent>
  /** The recordings finished since it was last asked; with `all` also one that was cut short. */
  readonly take: (all: boolean) => readonly TcxRecording[]
}

type Context = {
  readonly name: string
  readonly zone: (utc: number) => number
  readonly saidSport: Sport | null
}

/** More activities than any export of a lifetime holds in one file. */
const mostActivities = 20_000
/** More laps than any activity has. */
const mostLaps = 10_000

type OpenLap = {
  start: Moment | null
  seconds: number | null
  metres: number | null
  meanHr: number | null
  maxHr: number | null
  tracks: number
}
type Open = {
  sport: string
  id: Moment | null
  notes: string | null
  laps: OpenLap[]
  segments: Point[][]
  count: number
  offsetMin: number | null
}

/** Builds recordings from the elements of one file, each as soon as it is complete. */
export const tcxReader = ({ name, zone, saidSport }: Context): TcxReader => {
  const content: TcxContent = { activities: 0, courses: 0, workouts: 0, isTooLong: false }
  const finished: TcxRecording[] = []
  let open: Open | null = null
  let point: { -readonly [field in keyof Point]: Point[field] } | null = null
  let offsetMin: number | null = null

  const finish = (): void => {
    const recording = open && recordingOf(open, name, zone, saidSport)
    if (recording) finished.push({ recording, notes: open?.notes ?? null })
    open = null
    point = null
  }

  const inPoint = (name: string, text: string, parent: string): void => {
    if (name === 'time') {
      const moment = readMoment(text)
      point!.t = moment?.t ?? null
      offsetMin = moment?.offsetMin ?? null
    } else if (name === 'latitudedegrees') point!.lat = readNumber(text, -90, 90)
    else if (name === 'longitudedegrees') point!.lon = readNumber(text, -180, 180)
    else if (name === 'altitudemeters') point!.altitudeM = readNumber(text, -500, 9000)
    else if (name === 'distancemeters') point!.distanceM = readNumber(text, 0, 5_000_000)
    else if (name === 'value' && parent === 'heartratebpm') point!.hr = readNumber(text, 30, 250)
    else if (name === 'speed') point!.speed = readNumber(text, 0, 100)
    else if (name === 'temperature' || name === 'temp') point!.temperatureC = readNumber(text, -60, 70)
  }

  const inLap = (lap: OpenLap, name: string, text: string, parent: string): void => {
    if (parent === 'lap' && name === 'totaltimeseconds') lap.seconds = readNumber(text, 0, 1_000_000)
    else if (parent === 'lap' && name === 'distancemeters') lap.metres = readNumber(text, 0, 1_000_000)
    else if (parent === 'averageheartratebpm') lap.meanHr = readNumber(text, 30, 250)
    else if (parent === 'maximumheartratebpm') lap.maxHr = readNumber(text, 30, 250)
  }

  const reader: XmlReader = {
    open: (name, attributes) => {
      if (name === 'activity') {
        finish()
        if (++content.activities > mostActivities) content.isTooLong = true
        const sport = attributes.Sport ?? attributes.sport ?? ''
        open = { sport, id: null, notes: null, laps: [], segments: [[]], count: 0, offsetMin: null }
      } else if (name === 'course') content.courses++
      else if (name === 'workout') content.workouts++
      else if (!open) return
      else if (name === 'trackpoint')
        point = {
          t: null,
          lat: null,
          lon: null,
          distanceM: null,
          hr: null,
          altitudeM: null,
          speed: null,
          temperatureC: null,
        }
      else if (name === 'lap') {
        const start = readMoment(attributes.StartTime ?? '') ?? null
        if (open.laps.length >= mostLaps) content.isTooLong = true
        else open.laps.push({ start, seconds: null, metres: null, meanHr: null, maxHr: null, tracks: 0 })
      } else if (name === 'track') {
        const lap = open.laps.at(-1)
        // Why: a second track within a lap follows a pause; the first one of a lap goes on from the lap before.
        if (lap && lap.tracks++ > 0 && open.segments.at(-1)!.length > 0) open.segments.push([])
      }
    },
    close: (name, text, parent) => {
      if (!open) return
      if (name === 'activity') finish()
      else if (name === 'trackpoint') {
        if (point && point.t !== null) {
          open.offsetMin ??= offsetMin
          if (++open.count > mostSamples) content.isTooLong = true
          else open.segments.at(-1)!.push(point)
        }
        point = null
      } else if (point) inPoint(name, text, parent)
      else if (parent === 'activity' && name === 'id') open.id = readMoment(text) ?? null
      else if (parent === 'activity' && name === 'notes') open.notes = text === '' ? null : text.slice(0, 4000)
      else if (open.laps.length > 0) inLap(open.laps.at(-1)!, name, text, parent)
    },
  }

  const take = (all: boolean): readonly TcxRecording[] => {
    if (all) finish()
    return finished.splice(0)
  }

  return { reader, content, take }
}

const recordingOf = (
  { sport: word, id, laps, segments, offsetMin }: Open,
  name: string,
  zone: (utc: number) => number,
  saidSport: Sport | null,
): Recording | null => {
  const named = sportFromWord(word)
  const sport = named === null || named === 'other' ? (saidSport ?? 'other') : named
  const { samples, pauses } = wayOf(segments, sport)
  const start = laps[0]?.start ?? id
  const first = start?.t ?? samples[0]?.t
  const timerS = sumOf(laps, lap => lap.seconds)
  if (first === undefined || (samples.length < 2 && timerS === null)) return null
  const utc = Math.round(first)
  const elapsedS = samples.length > 1 ? Math.max(samples.at(-1)!.t - first, 0) : null
  const paused = pauses.reduce((sum, [from, to]) => sum + to - from, 0)
  const highest = laps.flatMap(({ maxHr }) => maxHr ?? [])
  return {
    sport,
    utc,
    offsetMin: start?.offsetMin ?? offsetMin ?? Math.round(zone(utc)),
    samples,
    pauses,
    laps: laps.map((lap): Lap => ({ durationS: lap.seconds ?? 0, distanceM: lap.metres, meanHr: lap.meanHr })),
    totals: {
      timerS: timerS ?? (elapsedS === null ? null : elapsedS - paused),
      elapsedS,
      distanceM: sumOf(laps, lap => lap.metres),
      ascentM: ascentOf(samples),
      meanHr: meanHrOf(laps),
      maxHr: highest.length > 0 ? highest.reduce((most, hr) => Math.max(most, hr)) : null,
      temperatureC: null,
    },
    source: 'tcx',
    file: name,
  }
}

/** The sum over the laps; null where it is nothing, which recorders write for not measured. */
const sumOf = (laps: readonly OpenLap[], value: (lap: OpenLap) => number | null): number | null => {
  const total = laps.reduce((sum, lap) => sum + (value(lap) ?? 0), 0)
  return total > 0 ? total : null
}

/** The mean over laps by their length, where every lap of some length has one; else it is worked out from the points. */
const meanHrOf = (laps: readonly OpenLap[]): number | null => {
  const counted = laps.filter(({ seconds }) => seconds !== null && seconds > 0)
  if (counted.length === 0 || counted.some(({ meanHr }) => meanHr === null)) return null
  const seconds = counted.reduce((sum, lap) => sum + lap.seconds!, 0)
  return counted.reduce((sum, lap) => sum + lap.meanHr! * lap.seconds!, 0) / seconds
}
