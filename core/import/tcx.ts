/** TCX, Garmin's older file and what many services export: activities with laps. */
import type { Activity } from '../model/activity.ts'
import type { Recorded } from '../model/streams.ts'
import {
  type ByteSource,
  type Example,
  type FileReport,
  fileLimit,
  type ImportContext,
  type Importer,
  refused,
  reportOf,
  skipped,
} from './importer.ts'
import { recordedOf } from './summary/streams.ts'
import { summarise } from './summary/summary.ts'
import { type TcxRecording, tcxReader } from './tcx/activities.ts'
import { faultAt, hostileEnd, readXml } from './xml/read-xml.ts'
import { isRoot } from './xml/root.ts'

async function* read(
  source: ByteSource,
  { zone, saidSport, withStreams = false }: ImportContext,
): AsyncGenerator<FileReport> {
  const { name, size } = source
  if (size > fileLimit) return yield refused(name, { type: 'TooLarge', size, limit: fileLimit })
  const { reader, content, take } = tcxReader({ name, zone, saidSport })
  const activities: Activity[] = []
  const streams: Recorded[] = []
  let recordings = 0
  const keep = (done: readonly TcxRecording[]): void => {
    for (const { recording, notes } of done) {
      recordings++
      const activity = summarise(recording)
      if (!activity.ok) continue
      activities.push({ ...activity.value, comment: notes })
      if (withStreams) streams.push(...recordedOf(activity.value.id, recording))
    }
  }
  const end = await readXml(source, reader, () => {
    keep(take(false))
    return !content.isTooLong
  })
  const hostile = hostileEnd(end)
  if (hostile) return yield refused(name, hostile)
  if (content.isTooLong) return yield refused(name, { type: 'NotTrusted', what: 'length' })
  keep(take(true))
  if (activities.length > 0) return yield reportOf(name, activities, { fault: faultAt(end), isGuessed: false, streams })
  if (content.activities === 0 && content.courses > 0)
    return yield skipped(name, { type: 'NotAnActivity', kind: 'course' })
  if (content.activities === 0 && content.workouts > 0)
    return yield skipped(name, { type: 'NotAnActivity', kind: 'workout' })
  yield refused(name, { type: end !== 'whole' || recordings > 0 ? 'Damaged' : 'NothingInside' })
}

export const importer: Importer = {
  id: 'tcx',
  title: 'TCX activity',
  recognises: (head, name) => isRoot('tcx', head, name),
  read,
}

export const examples: readonly Example[] = [
  { name: 'TCX after spaces', file: 'run.tcx', head: '   <?xml version="1.0"?><TrainingCenterDatabase>' },
  { name: 'TCX under the name of GPX', file: 'run.gpx', head: '<TrainingCenterDatabase xmlns="x">' },
  { name: 'TCX without its outer element', file: 'run.tcx', head: '<?xml version="1.0"?><Activities>' },
]
