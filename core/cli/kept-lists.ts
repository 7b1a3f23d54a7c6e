/** Lists kept beside real training for back-tests, which no service hands out: read here, and by no importer of the app. */
import { gunzipSync } from 'node:zlib'
import type { ByteSource, FileReport, ImportError } from '../import/index.ts'
import { fieldsIn, isFields, jsonOf, numberAt, textAt } from '../import/text/values.ts'
import { type RowFault, reportsOn } from '../import/told/reports.ts'
import { beganAt, sportFromService, toldActivity } from '../import/told/told.ts'
import type { Activity } from '../model/activity.ts'
import { sessionsIn, sessionsTable } from './real-histories.ts'
import { zoneHere } from './sources.ts'

type Kept = { readonly activities: readonly Activity[]; readonly faults: readonly RowFault[] }
type List = { readonly is: (name: string) => boolean; readonly read: (text: string, name: string) => Kept }

/** The list Elevate keeps of what it took from Strava; an activity's figures stand in an object of their own. */
const elevate = (text: string, name: string): Kept => {
  const activities: Activity[] = []
  const faults: RowFault[] = []
  for (const [i, fields] of fieldsIn(jsonOf(text)).entries()) {
    const stats = isFields(fields.stats) ? fields.stats : {}
    const heart = isFields(stats.heartRate) ? stats.heartRate : {}
    const began = beganAt(null, textAt(fields, ['startTime'], 40), zoneHere)
    const read = began && {
      sport: sportFromService(textAt(fields, ['type'], 60)),
      name: textAt(fields, ['name'], 300),
      began,
      durationS: numberAt(stats, ['movingTime'], 1),
      elapsedS: numberAt(stats, ['elapsedTime'], 1),
      distanceM: numberAt(stats, ['distance'], 1),
      ascentM: numberAt(stats, ['elevationGain'], 0),
      meanHr: numberAt(heart, ['avg'], 1),
      maxHr: numberAt(heart, ['max'], 1),
      temperatureC: null,
      rpe: null,
      comment: null,
      splits: [],
      source: { kind: 'strava-archive' as const, name: name.slice(-300), id: textAt(fields, ['id'], 100) },
    }
    const why: ImportError = { type: 'RowNotReadable', row: i + 1, column: 'startTime' }
    const activity = read && toldActivity(read, i + 1)
    if (activity?.ok) activities.push(activity.value)
    else faults.push({ row: `entry ${i + 1}`, outcome: 'refused', why: activity ? activity.error : why })
  }
  return { activities, faults }
}

const lists: readonly List[] = [
  {
    is: name => name.endsWith(sessionsTable),
    read: (text, name) => ({ activities: sessionsIn(text, name), faults: [] }),
  },
  { is: name => /(^|[/\\])activities-\d{4}\.fixture\.json(\.gz)?$/.test(name), read: elevate },
]

/** The reports on such a list, or undefined where the file is none. */
export const readKept = async (source: ByteSource): Promise<readonly FileReport[] | undefined> => {
  const list = lists.find(({ is }) => is(source.name))
  if (list === undefined) return undefined
  const bytes = await source.read(0, source.size)
  const text = new TextDecoder().decode(source.name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  return [...reportsOn(source.name, { ...list.read(text, source.name), checkIns: [], sessions: [], note: null })]
}
