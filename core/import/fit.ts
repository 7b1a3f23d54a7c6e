/** FIT, the file a watch itself writes: activities of any sport, whole, chained or cut short. */
import { type DecodedFile, decodeFit } from './fit/decode.ts'
import { asMessages } from './fit/fields.ts'
import { isFitAt } from './fit/frame.ts'
import { recordingsOf } from './fit/recordings.ts'
import {
  type ByteSource,
  type Example,
  type FileReport,
  fileLimit,
  type ImportContext,
  type Importer,
  isNamed,
  refused,
  reportOf,
  skipped,
} from './importer.ts'
import { recordedOf } from './summary/streams.ts'
import { summarise } from './summary/summary.ts'

/** What kind of FIT file it is, in its own word; null where it does not say. */
const kindOf = ({ message }: DecodedFile): string | null => {
  const type = asMessages(message.file_ids)[0]?.type
  return type === undefined ? null : String(type)
}

const isActivity = (file: DecodedFile): boolean => {
  const kind = kindOf(file)
  return kind === 'activity' || (kind === null && file.records.length > 0)
}

async function* read(source: ByteSource, { zone, withStreams = false }: ImportContext): AsyncGenerator<FileReport> {
  const { name, size } = source
  if (size > fileLimit) return yield refused(name, { type: 'TooLarge', size, limit: fileLimit })
  const decoded = decodeFit(await source.read(0, size))
  if (!decoded.ok) return yield refused(name, decoded.error)
  const { files, fault } = decoded.value
  const training = files.filter(isActivity)
  if (training.length === 0) {
    const kind = files.map(kindOf).find(kind => kind !== null)
    return yield kind === undefined
      ? refused(name, { type: 'Damaged' })
      : skipped(name, { type: 'NotAnActivity', kind })
  }
  const recordings = training.flatMap(file => recordingsOf(file, name, zone))
  const summaries = recordings.map(summarise)
  const activities = summaries.flatMap(summary => (summary.ok ? [summary.value] : []))
  if (activities.length === 0)
    return yield refused(name, { type: fault === null && summaries.length === 0 ? 'NothingInside' : 'Damaged' })
  const streams = withStreams
    ? summaries.flatMap((summary, i) => (summary.ok ? recordedOf(summary.value.id, recordings[i]!) : []))
    : []
  yield reportOf(name, activities, { fault, isGuessed: false, streams })
}

export const importer: Importer = {
  id: 'fit',
  title: 'FIT activity',
  recognises: (head, name) => isFitAt(head, 0) || (isNamed(name, '.fit') && !(head[0] === 0x1f && head[1] === 0x8b)),
  read,
}

export const examples: readonly Example[] = [
  { name: 'a FIT header', file: 'run.fit', head: [14, 32, 100, 8, 0, 1, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0] },
  { name: 'a FIT header under another name', file: '4711', head: [12, 16, 0, 0, 9, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54] },
  { name: 'a damaged header under the right name', file: 'RUN.FIT', head: [0, 0, 0, 0] },
]
