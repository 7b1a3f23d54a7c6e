/** GPX elements → recordings: tracks of 1.0 and 1.1 with whatever extensions their writers used. */

import type { Sport } from '../../model/activity.ts'
import { mostSamples } from '../importer.ts'
import type { Recording } from '../summary/recording.ts'
import { ascentOf } from '../track/ascent.ts'
import { sportFromSpeed, sportFromTitle, sportFromWord } from '../track/sport.ts'
import { type Point, wayOf } from '../track/way.ts'
import type { XmlReader } from '../xml/read-xml.ts'
import { readMoment, readNumber } from '../xml/values.ts'

/** A recording with what its file called it, and whether its sport is only likely. */
export type GpxRecording = { readonly recording: Recording; readonly title: string | null; readonly isGuessed: boolean }

/** What was met, to say why there is no activity. */
export type GpxContent = {
  points: number
  timed: number
  routePoints: number
  waypoints: number
  /** Made by a program that draws routes, and nobody's heart or legs measured: its times were worked out. */
  isPlanned: boolean
  /** More points than any activity has: the rest was left. */
  isTooLong: boolean
}

export type GpxReader = {
  readonly reader: XmlReader
  readonly content: Readonly<GpxContent>
  /** The recordings finished since it was last asked; with `all` also the one still open. */
  readonly take: (all: boolean) => readonly GpxRecording[]
}

type Context = {
  readonly name: string
  readonly zone: (utc: number) => number
  readonly saidSport: Sport | null
}

/** Tracks that follow each other sooner than this are one activity that was paused (seconds, ours). */
const longestPauseS = 3600
/** A silence this long parts two activities even within one track (seconds, ours). */
const longestSilenceS = 12 * 3600

const planners =
  /plotaroute|trace ?de ?trail|onthegomap|brouter|graphhopper|openrouteservice|mapometer|running routes script/i

type Open = {
  segments: Point[][]
  sport: string
  title: string
  first: number | null
  last: number | null
  offsetMin: number | null
}

const nothing = (): Open => ({ segments: [[]], sport: '', title: '', first: null, last: null, offsetMin: null })

/** Builds recordings from the elements of one file, each as soon as it is complete. */
export const gpxReader = ({ name, zone, saidSport }: Context): GpxReader => {
  const content: GpxContent = {
    points: 0,
    timed: 0,
    routePoints: 0,
    waypoints: 0,
    isPlanned: false,
    isTooLong: false,
  }
  const finished: GpxRecording[] = []
  let open = nothing()
  let point: { -readonly [field in keyof Point]: Point[field] } | null = null
  let offsetMin: number | null = null
  let count = 0
  let isNewTrack = false
  let isSensed = false
  let planner = false

  const finish = (): void => {
    const done = recordingOf(open, name, zone, saidSport)
    if (done) finished.push(done)
    open = { ...nothing(), sport: open.sport, title: open.title }
    count = 0
  }

  const add = (done: Point): void => {
    content.points++
    if (done.t !== null) {
      content.timed++
      const gap = open.last === null ? 0 : done.t - open.last
      if (gap > longestSilenceS || (isNewTrack && (gap > longestPauseS || gap < 0))) finish()
      isNewTrack = false
      open.first ??= done.t
      open.last = Math.max(open.last ?? done.t, done.t)
      open.offsetMin ??= offsetMin
    }
    if (++count > mostSamples) content.isTooLong = true
    else open.segments.at(-1)!.push(done)
  }

  const inPoint = (name: string, text: string, parent: string): void => {
    if (parent === 'trkpt') {
      if (name === 'ele') point!.altitudeM = readNumber(text, -500, 9000)
      else if (name === 'time') {
        const moment = readMoment(text)
        point!.t = moment?.t ?? null
        offsetMin = moment?.offsetMin ?? null
      }
    }
    if (name === 'hr' || name === 'heartrate') point!.hr = readNumber(text, 30, 250)
    else if (name === 'atemp' || name === 'temp' || name === 'temperature')
      point!.temperatureC = readNumber(text, -60, 70)
    else if (name === 'speed') point!.speed = readNumber(text, 0, 100)
    else if (name !== 'cad' && name !== 'cadence' && name !== 'power') return
    isSensed ||= name !== 'speed'
  }

  const reader: XmlReader = {
    open: (name, attributes, parent) => {
      if (name === 'trkpt') {
        const lat = readNumber(attributes.lat, -90, 90)
        const lon = readNumber(attributes.lon, -180, 180)
        point = { t: null, lat, lon, distanceM: null, hr: null, altitudeM: null, speed: null, temperatureC: null }
      } else if (name === 'trkseg') {
        if (open.segments.at(-1)!.length > 0) open.segments.push([])
      } else if (name === 'trk') {
        isNewTrack = true
        if (open.segments.at(-1)!.length > 0) open.segments.push([])
      } else if (name === 'rtept') content.routePoints++
      else if (name === 'wpt') content.waypoints++
      else if (name === 'gpx' && parent === '') planner = planners.test(attributes.creator ?? '')
      else if (name === 'link') planner ||= planners.test(attributes.href ?? '')
    },
    close: (name, text, parent) => {
      if (name === 'trkpt') {
        if (point) add(point)
        point = null
      } else if (point) inPoint(name, text, parent)
      else if (parent === 'trk' && name === 'type') {
        if (open.first !== null && text !== open.sport) finish()
        open.sport = text
      } else if (parent === 'trk' && name === 'name') {
        if (open.first === null || open.title === '') open.title = text
      } else if (name === 'desc' || name === 'src') planner ||= planners.test(text)
      content.isPlanned = planner && !isSensed
    },
  }

  const take = (all: boolean): readonly GpxRecording[] => {
    if (all) finish()
    return finished.splice(0)
  }

  return { reader, content, take }
}

/** What a track tells; null where it has no stretch of time. */
const recordingOf = (
  { segments, sport: word, title, offsetMin }: Open,
  name: string,
  zone: (utc: number) => number,
  saidSport: Sport | null,
): GpxRecording | null => {
  const named = sportFromWord(word) ?? saidSport ?? sportFromTitle(title)
  const said = named === 'other' ? (saidSport ?? named) : named
  const first = wayOf(segments, said)
  const sport = said ?? sportFromSpeed(first.samples)
  // Why: what speeds can be true is known only now.
  const { samples, pauses } = said === null ? wayOf(segments, sport) : first
  if (samples.length < 2) return null
  const elapsedS = samples.at(-1)!.t - samples[0]!.t
  const timerS = elapsedS - pauses.reduce((sum, [from, to]) => sum + to - from, 0)
  if (timerS < 1) return null
  const utc = Math.round(samples[0]!.t)
  const recording: Recording = {
    sport,
    utc,
    offsetMin: offsetMin ?? Math.round(zone(utc)),
    samples,
    pauses,
    laps: [],
    totals: {
      timerS,
      elapsedS,
      distanceM: null,
      ascentM: ascentOf(samples),
      meanHr: null,
      maxHr: null,
      temperatureC: null,
    },
    source: 'gpx',
    file: name,
  }
  return { recording, title: isStamp(title) ? null : title.slice(0, 300), isGuessed: said === null }
}

/** Titles that are only the moment again, or nothing. */
const isStamp = (title: string): boolean => !/\p{L}{2}/u.test(title.replace(/\d+T\d+/g, ''))
