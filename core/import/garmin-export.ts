/** Garmin's own lists: of an account export (activities, nights, days) and as Garmin Connect answers on the web. */
import type { Activity } from '../model/activity.ts'
import { readGarminActivity } from './garmin/activities.ts'
import { isGarminDay, readGarminDays } from './garmin/days.ts'
import { depthOfList, entriesOf } from './garmin/list.ts'
import {
  asLetters,
  type ByteSource,
  type Example,
  type FileReport,
  fileLimit,
  type ImportContext,
  type Importer,
  refused,
  skipped,
} from './importer.ts'
import { readText } from './text/read-text.ts'
import { type Fields, isFields, jsonOf } from './text/values.ts'
import { type RowFault, reportsOn } from './told/reports.ts'

/** The list of an account's activities, read piece by piece: what can be read of it is kept. */
async function* readList(source: ByteSource, depth: number, context: ImportContext): AsyncGenerator<FileReport> {
  const { name, size } = source
  if (size > fileLimit) return yield refused(name, { type: 'TooLarge', size, limit: fileLimit })
  const activities: Activity[] = []
  const faults: RowFault[] = []
  let line = 0
  for await (const fields of entriesOf(source, depth)) {
    line++
    const activity =
      fields === null
        ? { row: `entry ${line}`, outcome: 'refused' as const, why: { type: 'Damaged' as const } }
        : readGarminActivity(fields, { file: name, line }, context)
    if ('outcome' in activity) faults.push(activity)
    else activities.push(activity)
  }
  if (activities.length === 0 && faults.length < 2) return yield refused(name, { type: 'NothingInside' })
  yield* reportsOn(name, { activities, checkIns: [], sessions: [], faults, note: null })
}

async function* read(source: ByteSource, context: ImportContext): AsyncGenerator<FileReport> {
  const { name } = source
  const depth = depthOfList(await source.read(0, Math.min(source.size, 2048)))
  if (depth !== null) return yield* readList(source, depth, context)
  const text = await readText(source)
  if (!text.ok) return yield refused(name, text.error)
  const value = jsonOf(text.value)
  if (value === undefined) return yield refused(name, { type: 'Damaged' })
  if (isFields(value) && Object.hasOwn(value, 'workoutSegments'))
    return yield skipped(name, { type: 'NotAnActivity', kind: 'workout' })
  const objects = objectsIn(value)
  const activities: Activity[] = []
  const faults: RowFault[] = []
  const listed = objects.filter(isListed)
  for (const [i, fields] of listed.entries()) {
    const activity = readGarminActivity(fields, { file: name, line: i + 1 }, context)
    if ('outcome' in activity) faults.push(activity)
    else activities.push(activity)
  }
  const days = objects.filter(isGarminDay)
  const checkIns = readGarminDays(days, name)
  if (listed.length + days.length === 0) return yield refused(name, { type: 'UnknownFormat' })
  yield* reportsOn(name, { activities, checkIns, sessions: [], faults, note: null })
}

/** Whether it tells when the activity was; other lists name an activity and say something else of it. */
const isListed = (fields: Fields): boolean =>
  ['startTimeLocal', 'beginTimestamp'].some(name => Object.hasOwn(fields, name)) || isFields(fields.summaryDTO)

/** The objects of its lists, however deep they stand. */
const objectsIn = (value: unknown, depth = 0): readonly Fields[] => {
  if (Array.isArray(value)) return value.flatMap(inner => objectsIn(inner, depth + 1))
  if (!isFields(value) || depth > 6) return []
  if (Object.hasOwn(value, 'activityId') || isGarminDay(value)) return [value]
  return Object.values(value).flatMap(inner => (typeof inner === 'object' ? objectsIn(inner, depth + 1) : []))
}

const marks =
  /"(summarizedActivitiesExport|activityId|activityTypeDTO|workoutSegments|sleepStartTimestampGMT|userProfilePK|com\.garmin\.[\w.]+|activityType)"\s*:/

export const importer: Importer = {
  id: 'garmin-export',
  title: 'Garmin export',
  recognises: (head, name) =>
    /^[\s\xEF\xBB\xBF]*[[{]/.test(asLetters(head)) &&
    (marks.test(asLetters(head)) || /(summarizedActivities|sleepData|UDSFile)[^/]*\.json$/i.test(name)),
  read,
}

export const examples: readonly Example[] = [
  {
    name: 'the activities of an account',
    file: 'me_0_summarizedActivities.json',
    head: '[{"summarizedActivitiesExport":[{"activityId":1,"name":"Run","activityType":"running",',
  },
  {
    name: 'the nights of an account',
    file: '2026-01-01_2026-04-11_1_sleepData.json',
    head: '[{"sleepStartTimestampGMT":"2026-01-01T22:00:00.0","calendarDate":"2026-01-02",',
  },
  {
    name: 'the days of an account',
    file: 'UDSFile_2026.json',
    head: '[{"userProfilePK":1,"calendarDate":"2026-01-02",',
  },
  { name: 'a list of Garmin Connect', file: 'activities.json', head: '[\n  {\n    "activityId": 6609987243,\n' },
]
