/** Activities as intervals.icu lists them: summaries, and stubs where it may not hand on what it has. */
import type { Activity } from '../../model/activity.ts'
import type { ImportContext } from '../importer.ts'
import { type Fields, fieldsIn, numberAt, textAt } from '../text/values.ts'
import type { RowFault } from '../told/reports.ts'
import { beganAt, sportFromService, toldActivity } from '../told/told.ts'

/** Whether an object is one of its activities. */
export const isActivity = (fields: Fields): boolean =>
  Object.hasOwn(fields, 'start_date_local') &&
  !Object.hasOwn(fields, 'category') &&
  !Object.hasOwn(fields, 'workout_doc')

// Why: its terms with Strava forbid handing on what came from there; then nothing stands in it but when it was.
const isStub = (fields: Fields): boolean =>
  textAt(fields, ['source'], 20)?.toUpperCase() === 'STRAVA' &&
  numberAt(fields, ['moving_time', 'elapsed_time', 'distance'], 0.001) === null

/** One activity, or why its row gives none. `row` names it for the person, `line` counts it. */
export const readActivity = (
  fields: Fields,
  { file, row, line }: { readonly file: string; readonly row: string; readonly line: number },
  { zone }: Pick<ImportContext, 'zone'>,
): Activity | RowFault => {
  if (isStub(fields)) return { row, outcome: 'skipped', why: { type: 'StravaStub' } }
  const began = beganAt(textAt(fields, ['start_date_local'], 40), textAt(fields, ['start_date'], 40), zone)
  if (began === undefined)
    return { row, outcome: 'refused', why: { type: 'RowNotReadable', row: line, column: 'start_date_local' } }
  const activity = toldActivity(
    {
      sport: sportFromService(textAt(fields, ['type'], 60)),
      name: textAt(fields, ['name'], 300),
      began,
      durationS: numberAt(fields, ['moving_time', 'icu_recording_time'], 1),
      elapsedS: numberAt(fields, ['elapsed_time'], 1),
      distanceM: numberAt(fields, ['distance', 'icu_distance'], 1),
      ascentM: numberAt(fields, ['total_elevation_gain'], 0),
      meanHr: numberAt(fields, ['average_heartrate'], 1),
      maxHr: numberAt(fields, ['max_heartrate'], 1),
      temperatureC: numberAt(fields, ['average_temp', 'average_weather_temp']),
      // Why: 1–10 both; what the athlete said there goes before what the service carried over.
      rpe: numberAt(fields, ['icu_rpe', 'perceived_exertion'], 0.5, 10),
      comment: textAt(fields, ['description'], 4000),
      splits: fieldsIn(fields.icu_intervals).slice(0, 500).flatMap(splitOf),
      source: { kind: 'intervals', name: file.slice(-300), id: textAt(fields, ['id'], 100) },
    },
    line,
  )
  return activity.ok ? activity.value : { row, outcome: 'refused', why: activity.error }
}

const splitOf = (lap: Fields): Activity['splits'] => {
  const durationS = numberAt(lap, ['moving_time', 'elapsed_time'], 1, 1_000_000)
  if (durationS === null) return []
  const distanceM = numberAt(lap, ['distance'], 1, 1_000_000)
  const meanHr = numberAt(lap, ['average_heartrate'], 20, 260)
  return [
    {
      durationS: Math.round(durationS),
      distanceM: distanceM === null ? null : Math.round(distanceM),
      meanHr: meanHr === null ? null : Math.round(meanHr),
    },
  ]
}
