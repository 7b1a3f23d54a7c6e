/** Small GPX and TCX files as watches and services write them, of the same samples as the FIT files of the tests. */
import { type FitSample, fitStart } from './fit-file.ts'

export type RouteFile = {
  readonly samples?: readonly FitSample[]
  /** Seconds since 1970 UTC. */
  readonly start?: number
  /** How a moment ends: `Z`, or an offset such as `+02:00` with the wall clock of that place. */
  readonly offset?: string
  /** What the file calls the sport; nothing where undefined. */
  readonly sport?: string
  readonly title?: string
  /** Sample times after which a new segment begins. */
  readonly breaks?: readonly number[]
  readonly hr?: 'gpxtpx' | 'ns3' | 'bare'
  readonly version?: '1.0' | '1.1'
}

/** Metres of one degree along a meridian on a sphere of the Earth's mean radius. */
const degreeM = (6_371_008.8 * Math.PI) / 180

const written = (utc: number, offset: string): string => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? []
  const east = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
  return (
    new Date((utc + east * 60) * 1000)
      .toISOString()
      .replace(/\.000Z$/, '')
      .replace(/Z$/, '') + offset
  )
}

const hrExtension = (hr: number, kind: RouteFile['hr']): string => {
  if (kind === 'bare') return `<extensions><hr>${hr}</hr></extensions>`
  const p = kind === 'ns3' ? 'ns3' : 'gpxtpx'
  return `<extensions><${p}:TrackPointExtension><${p}:atemp>21.0</${p}:atemp><${p}:hr>${hr}</${p}:hr><${p}:cad>85</${p}:cad></${p}:TrackPointExtension></extensions>`
}

/** One track due north along a meridian, so that its length is that of the samples. */
export const gpxTrack = (file: RouteFile): string => {
  const { samples = [], start = fitStart, offset = 'Z', sport, title, breaks = [], hr = 'gpxtpx' } = file
  const points = samples.map(({ t, d, hr: bpm, alt }) => {
    const ele = alt === undefined ? '' : `<ele>${alt}</ele>`
    const heart = bpm === undefined ? '' : hrExtension(bpm, hr)
    const point = `<trkpt lat="${48 + (d ?? 0) / degreeM}" lon="2.5">${ele}<time>${written(start + t, offset)}</time>${heart}</trkpt>`
    return breaks.includes(t) ? `${point}</trkseg><trkseg>` : point
  })
  const named = title === undefined ? '' : `<name>${title}</name>`
  return `<trk>${named}${sport === undefined ? '' : `<type>${sport}</type>`}<trkseg>${points.join('\n')}</trkseg></trk>`
}

export const gpx = (inside: string, version = '1.1', head = '<?xml version="1.0" encoding="UTF-8"?>\n'): string =>
  `${head}<gpx version="${version}" creator="a watch" xmlns="http://www.topografix.com/GPX/${version.replace('.', '/')}" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">${inside}</gpx>\n`

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

export const gpxFile = (file: RouteFile): Uint8Array<ArrayBuffer> => bytesOf(gpx(gpxTrack(file), file.version))

export type TcxLap = {
  readonly from: number
  readonly to: number
  readonly durationS?: number
  readonly meanHr?: number
}

/** One activity; without laps given, a single one over all samples. `measured`: with the distance of the watch. */
export const tcxActivity = (
  file: RouteFile & { readonly laps?: readonly TcxLap[]; readonly measured?: boolean; readonly notes?: string },
): string => {
  const { samples = [], start = fitStart, offset = 'Z', sport = 'Running', breaks = [], measured = true, notes } = file
  const laps = file.laps ?? [{ from: samples[0]?.t ?? 0, to: samples.at(-1)?.t ?? 0 }]
  const lapTexts = laps.map(({ from, to, durationS = to - from, meanHr }, i) => {
    const own = samples.filter(({ t }) => t >= from && (t < to || i === laps.length - 1))
    const at = (time: number) => samples.findLast(({ t }) => t <= time)?.d ?? 0
    const points = own.map(({ t, d, hr, alt }) => {
      const place = `<Position><LatitudeDegrees>${48 + (d ?? 0) / degreeM}</LatitudeDegrees><LongitudeDegrees>2.5</LongitudeDegrees></Position>`
      const heart = hr === undefined ? '' : `<HeartRateBpm><Value>${hr}</Value></HeartRateBpm>`
      const point = `<Trackpoint><Time>${written(start + t, offset)}</Time>${place}${alt === undefined ? '' : `<AltitudeMeters>${alt}</AltitudeMeters>`}${measured ? `<DistanceMeters>${d}</DistanceMeters>` : ''}${heart}<Extensions><ns3:TPX><ns3:RunCadence>85</ns3:RunCadence></ns3:TPX></Extensions></Trackpoint>`
      return breaks.includes(t) ? `${point}</Track><Track>` : point
    })
    return `<Lap StartTime="${written(start + from, offset)}"><TotalTimeSeconds>${durationS}</TotalTimeSeconds><DistanceMeters>${at(to) - at(from)}</DistanceMeters>${meanHr === undefined ? '' : `<AverageHeartRateBpm><Value>${meanHr}</Value></AverageHeartRateBpm>`}<Track>${points.join('\n')}</Track></Lap>`
  })
  return `<Activity Sport="${sport}"><Id>${written(start, offset)}</Id>${lapTexts.join('\n')}${notes === undefined ? '' : `<Notes>${notes}</Notes>`}</Activity>`
}

export const tcx = (activities: string, head = '<?xml version="1.0" encoding="UTF-8"?>\n'): string =>
  `${head}<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2"><Activities>${activities}</Activities></TrainingCenterDatabase>`

export const tcxFile = (file: Parameters<typeof tcxActivity>[0]): Uint8Array<ArrayBuffer> =>
  bytesOf(tcx(tcxActivity(file)))
