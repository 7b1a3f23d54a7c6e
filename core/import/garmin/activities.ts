/** One activity of Garmin's lists. The account export counts centimetres and milliseconds, the web metres and seconds. */
import type { Activity } from '../../model/activity.ts'
import { dayFromNumber } from '../../model/day.ts'
import type { ImportContext } from '../importer.ts'
import { localStart } from '../summary/summary.ts'
import { type Fields, isFields, numberAt, textAt } from '../text/values.ts'
import type { RowFault } from '../told/reports.ts'
import { type Began, beganAt, sportFromService, toldActivity } from '../told/told.ts'

const typeOf = (fields: Fields): string | null => {
  for (const name of ['activityType', 'activityTypeDTO']) {
    const type = fields[name]
    if (typeof type === 'string') return type
    if (isFields(type)) return textAt(type, ['typeKey', 'key'], 60)
  }
  return null
}

/** Local and world clock as milliseconds since 1970, the local one as if it were UTC; null where they are written. */
const beganInMs = (fields: Fields): Began | null => {
  const local = numberAt(fields, ['startTimeLocal'], 1)
  const world = numberAt(fields, ['startTimeGmt', 'beginTimestamp'], 1)
  if (local === null || typeof fields.startTimeLocal !== 'number') return null
  const seconds = Math.floor(local / 1000)
  return dayFromNumber(Math.floor(seconds / 86_400)) > '9999'
    ? null
    : { ...localStart(seconds, 0), utc: world === null ? null : Math.round(world / 1000) }
}

/** The activity, or why its row gives none. */
export const readGarminActivity = (
  fields: Fields,
  { file, line }: { readonly file: string; readonly line: number },
  { zone }: Pick<ImportContext, 'zone'>,
): Activity | RowFault => {
  const name = textAt(fields, ['activityName', 'name'], 300)
  const row = `entry ${line}${name === null ? '' : ` (${name.slice(0, 60)})`}`
  const type = typeOf(fields) ?? ''
  // Why: its parts stand in the list as well, each under its own sport.
  if (/^multi_?sport$/i.test(type))
    return { row, outcome: 'skipped', why: { type: 'NotAnActivity', kind: 'multisport' } }
  const sums: Fields = isFields(fields.summaryDTO) ? fields.summaryDTO : fields
  const inMs = beganInMs(sums)
  const texts = [textAt(sums, ['startTimeLocal'], 40), textAt(sums, ['startTimeGMT', 'startTimeGmt'], 40)] as const
  const began = inMs ?? beganAt(texts[0], texts[1] === null ? null : `${texts[1]}Z`, zone)
  if (began === undefined)
    return { row, outcome: 'refused', why: { type: 'RowNotReadable', row: line, column: 'startTimeLocal' } }
  const [perSecond, perMetre] = inMs === null ? [1, 1] : [1000, 100]
  const seconds = (...names: readonly string[]) => scaled(numberAt(sums, names, 0.001), perSecond)
  const durationS = seconds('duration')
  const elapsed = seconds('elapsedDuration')
  const activity = toldActivity(
    {
      sport: sportFromService(type),
      name,
      began,
      durationS,
      // Why: one of its lists gives this in milliseconds beside a duration in seconds.
      elapsedS: elapsed !== null && durationS !== null && elapsed > 300 * durationS ? elapsed / 1000 : elapsed,
      distanceM: scaled(numberAt(sums, ['distance'], 0.001), perMetre),
      ascentM: scaled(numberAt(sums, ['elevationGain'], 0), perMetre),
      meanHr: numberAt(sums, ['averageHR', 'avgHr'], 1),
      maxHr: numberAt(sums, ['maxHR', 'maxHr'], 1),
      temperatureC: numberAt(sums, ['averageTemperature']),
      rpe: null,
      comment: textAt(fields, ['description'], 4000),
      splits: [],
      source: { kind: 'garmin-export', name: file.slice(-300), id: textAt(fields, ['activityId'], 100) },
    },
    line,
  )
  return activity.ok ? activity.value : { row, outcome: 'refused', why: activity.error }
}

const scaled = (value: number | null, by: number): number | null => (value === null ? null : value / by)
