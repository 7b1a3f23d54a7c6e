/** GPX, the file every service hands out: tracks with times are activities, routes are not. */
import type { Activity } from '../model/activity.ts'
import type { Recorded } from '../model/streams.ts'
import { type GpxContent, type GpxRecording, gpxReader } from './gpx/tracks.ts'
import {
  type ByteSource,
  type Example,
  type FileReport,
  fileLimit,
  type ImportContext,
  type ImportError,
  type Importer,
  refused,
  reportOf,
  skipped,
} from './importer.ts'
import { recordedOf } from './summary/streams.ts'
import { summarise } from './summary/summary.ts'
import { faultAt, hostileEnd, readXml, type XmlEnd } from './xml/read-xml.ts'
import { isRoot } from './xml/root.ts'

async function* read(
  source: ByteSource,
  { zone, saidSport, withStreams = false }: ImportContext,
): AsyncGenerator<FileReport> {
  const { name, size } = source
  if (size > fileLimit) return yield refused(name, { type: 'TooLarge', size, limit: fileLimit })
  const { reader, content, take } = gpxReader({ name, zone, saidSport })
  const activities: Activity[] = []
  const streams: Recorded[] = []
  let recordings = 0
  let isGuessed = false
  const keep = (done: readonly GpxRecording[]): void => {
    for (const { recording, title, isGuessed: guessed } of done) {
      recordings++
      const activity = summarise(recording)
      if (!activity.ok) continue
      activities.push({ ...activity.value, name: title })
      if (withStreams) streams.push(...recordedOf(activity.value.id, recording))
      isGuessed ||= guessed
    }
  }
  const end = await readXml(source, reader, () => {
    keep(take(false))
    return !content.isTooLong
  })
  const hostile = hostileEnd(end)
  if (hostile) return yield refused(name, hostile)
  if (content.isTooLong) return yield refused(name, { type: 'NotTrusted', what: 'length' })
  if (content.isPlanned && content.timed > 0) return yield skipped(name, { type: 'NotAnActivity', kind: 'course' })
  keep(take(true))
  if (activities.length > 0) return yield reportOf(name, activities, { fault: faultAt(end), isGuessed, streams })
  yield refused(name, recordings > 0 ? { type: 'Damaged' } : why(content, end))
}

/** Why there is no activity in it. */
const why = ({ points, timed, routePoints, waypoints }: GpxContent, end: XmlEnd): ImportError => {
  if (end !== 'whole') return { type: 'Damaged' }
  if (points > 0) return timed > 0 ? { type: 'NothingInside' } : { type: 'NotTimed', what: 'track' }
  if (routePoints > 0) return { type: 'NotTimed', what: 'route' }
  return waypoints > 0 ? { type: 'NotTimed', what: 'waypoints' } : { type: 'NothingInside' }
}

export const importer: Importer = {
  id: 'gpx',
  title: 'GPX track',
  recognises: (head, name) => isRoot('gpx', head, name),
  read,
}

export const examples: readonly Example[] = [
  { name: 'GPX', file: 'run.gpx', head: '<?xml version="1.0"?><gpx version="1.1" creator="x">' },
  { name: 'GPX after a mark and spaces', file: 'run.gpx', head: '\uFEFF  \n<?xml version="1.0"?><gpx>' },
  { name: 'GPX without a telling name', file: 'export', head: '<gpx version="1.0">' },
  { name: 'GPX with a prefix', file: 'export.xml', head: '<?xml version="1.0"?><g:gpx version="1.1">' },
]
