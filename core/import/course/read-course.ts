/** A GPX file of a race → its course: tracks or routes, with or without times; places become metres and are let go. */
import { err, ok, type Result } from '../../lib/result.ts'
import { type Checkpoint, type Course, likelyDistance } from '../../model/course.ts'
import type { WayPlace } from '../../workout/race-fit.ts'
import { type ByteSource, fileLimit, type ImportError } from '../importer.ts'
import { metresBetween } from '../track/way.ts'
import { hostileEnd, readXml, type XmlReader } from '../xml/read-xml.ts'
import { isRoot } from '../xml/root.ts'
import { readNumber } from '../xml/values.ts'
import { profileOf, type TrackPoint } from './profile.ts'

type Place = { readonly lat: number; readonly lon: number }
type Waypoint = Place & { readonly name: string; readonly aid: boolean }

/** What may be wrong with a file of a course, as with any other file. */
export type CourseError = ImportError

const mostPoints = 400_000
const mostCheckpoints = 60
/** A named point farther from the way than this is no checkpoint of it (metres, ours). */
const nearM = 150
/** So many degrees of latitude are farther than that. */
const nearDegrees = 0.002
/** Two points of a track this far apart are an error of its maker, and no way that anybody runs (metres). */
const longestStepM = 5000
const aid = /aid|water|drink|food|ravito|refresh|feed|verpfleg|buffet|station/i

/** Reads one course; what is wrong is a value, and no bytes make it throw. */
export const readCourse = async (source: ByteSource): Promise<Result<Course, CourseError>> => {
  const read = await readCourseWay(source)
  return read.ok ? ok(read.value.course) : read
}

/** A course with the places along it, for a file that is made at once: they are kept nowhere. */
export const readCourseWay = async (
  source: ByteSource,
): Promise<Result<{ readonly course: Course; readonly way: readonly WayPlace[] }, CourseError>> => {
  const { name, size } = source
  if (size === 0) return err({ type: 'Empty' })
  if (size > fileLimit) return err({ type: 'TooLarge', size, limit: fileLimit })
  if (!isRoot('gpx', await source.read(0, Math.min(size, 2048)), name)) return err({ type: 'UnknownFormat' })
  const { reader, found } = courseReader()
  const end = await readXml(source, reader, () => found.track.length + found.route.length < mostPoints)
  const hostile = hostileEnd(end)
  if (hostile) return err(hostile)
  const points = found.track.length > 1 ? found.track : found.route
  const track = alongOf(points)
  const measured = track.at(-1)?.atM ?? 0
  if (measured < 100) return err(end === 'whole' ? { type: 'NothingInside' } : { type: 'Damaged' })
  const distanceM = likelyDistance(measured)
  const moved = movedOf(points)
  const way = track.map(({ atM, altitudeM }, i) => {
    const { lat, lon } = moved[i]!
    return { lat, lon, altitudeM, atM: (atM * distanceM) / measured }
  })
  const course: Course = {
    name: (found.title || name.replace(/\.gpx(\.gz)?$/i, '')).slice(0, 200),
    distanceM,
    measuredM: Math.round(measured),
    profile: [...profileOf(track, distanceM)],
    checkpoints: [...checkpointsOf(found.waypoints, points, track, distanceM)],
    surfaces: [],
    origin: name.slice(0, 300),
  }
  return ok({ course, way })
}

/** The points without those on which nobody moved. */
const movedOf = (points: readonly Point[]): readonly Point[] =>
  points.filter((point, i) => i === 0 || metresBetween(points[i - 1]!, point) > 0)

type Point = Place & { readonly altitudeM: number | null }

const courseReader = () => {
  const found = { title: '', track: [] as Point[], route: [] as Point[], waypoints: [] as Waypoint[] }
  let place: Place | null = null
  let altitudeM: number | null = null
  let words = { name: '', all: '' }
  const reader: XmlReader = {
    open: (name, attributes) => {
      if (name !== 'trkpt' && name !== 'rtept' && name !== 'wpt') return
      const lat = readNumber(attributes.lat, -90, 90)
      const lon = readNumber(attributes.lon, -180, 180)
      place = lat === null || lon === null ? null : { lat, lon }
      altitudeM = null
      words = { name: '', all: '' }
    },
    close: (name, text, parent) => {
      if (name === 'ele') altitudeM = readNumber(text, -500, 9000)
      else if (name === 'trkpt' && place) found.track.push({ ...place, altitudeM })
      else if (name === 'rtept' && place) found.route.push({ ...place, altitudeM })
      else if (name === 'wpt' && place && words.name !== '')
        found.waypoints.push({ ...place, name: words.name.slice(0, 100), aid: aid.test(words.all) })
      else if (parent === 'wpt') {
        if (name === 'name') words.name = text
        words.all += ` ${text}`
      } else if (name === 'name' && found.title === '' && (parent === 'trk' || parent === 'metadata'))
        found.title = text
    },
  }
  return { reader, found }
}

const alongOf = (points: readonly Point[]): readonly TrackPoint[] => {
  const along: TrackPoint[] = []
  let atM = 0
  let before: Point | null = null
  for (const point of points) {
    const step = before === null ? 0 : metresBetween(before, point)
    if (before !== null && step === 0) continue
    if (step <= longestStepM) atM += step
    along.push({ atM, altitudeM: point.altitudeM })
    before = point
  }
  return along
}

/** Named points that lie by the way, where it first comes by; a loop passes start and finish alike. */
const checkpointsOf = (
  waypoints: readonly Waypoint[],
  points: readonly Point[],
  track: readonly TrackPoint[],
  distanceM: number,
): readonly Checkpoint[] => {
  const moved = movedOf(points)
  const length = track.at(-1)!.atM
  const found = waypoints.flatMap(waypoint => {
    let nearest = { metres: Number.POSITIVE_INFINITY, at: 0 }
    for (const [i, point] of moved.entries()) {
      if (Math.abs(waypoint.lat - point.lat) > nearDegrees) continue
      const metres = metresBetween(waypoint, point)
      if (metres < nearest.metres - 1) nearest = { metres, at: track[i]?.atM ?? length }
    }
    if (nearest.metres > nearM) return []
    const atM = Math.round((nearest.at / length) * distanceM)
    const isEnd = /\b(finish|arriv|ziel)/i.test(waypoint.name)
    return [{ name: waypoint.name, atM: isEnd ? distanceM : atM, aid: waypoint.aid }]
  })
  return found
    .filter(({ atM }) => atM > 0 && atM < distanceM)
    .toSorted((a, b) => a.atM - b.atM)
    .slice(0, mostCheckpoints)
}
