/** The list of activities that the running_page programs publish, often with splits, at times with what was recorded. */
import type { Activity } from '../model/activity.ts'
import type { Recorded } from '../model/streams.ts'
import {
  asLetters,
  type ByteSource,
  type Example,
  type FileReport,
  type ImportContext,
  type Importer,
  refused,
} from './importer.ts'
import { readStreams } from './running-page/streams.ts'
import { recordedOf } from './summary/streams.ts'
import { summarise } from './summary/summary.ts'
import { readText } from './text/read-text.ts'
import { type Fields, fieldsIn, jsonOf, numberAt, readDuration, textAt } from './text/values.ts'
import { type RowFault, reportsOn } from './told/reports.ts'
import { beganAt, sportFromService, toldActivity } from './told/told.ts'

async function* read(source: ByteSource, context: ImportContext): AsyncGenerator<FileReport> {
  const { name } = source
  const text = await readText(source)
  if (!text.ok) return yield refused(name, text.error)
  const value = jsonOf(text.value)
  if (!Array.isArray(value)) return yield refused(name, { type: 'Damaged' })
  const activities: Activity[] = []
  const streams: Recorded[] = []
  const faults: RowFault[] = []
  for (const [i, fields] of fieldsIn(value).entries()) {
    const activity = activityOf(fields, i + 1, name, context)
    if ('outcome' in activity) {
      faults.push(activity)
      continue
    }
    const recording = readStreams(fields, activity)
    const whole = recording && summarise(recording)
    activities.push(whole?.ok ? withSummary(activity, whole.value) : activity)
    if (recording && context.withStreams) streams.push(...recordedOf(activity.id, recording))
  }
  let isFirst = true
  for (const report of reportsOn(name, { activities, checkIns: [], sessions: [], faults, note: null })) {
    yield isFirst && streams.length > 0 ? { ...report, streams } : report
    isFirst = false
  }
}

/** The list's own figures, and what was worked out from the samples beside them. */
const withSummary = (told: Activity, whole: Activity): Activity => ({
  ...whole,
  id: told.id,
  name: told.name,
  day: told.day,
  start: told.start,
  ascentM: told.ascentM ?? whole.ascentM,
  splits: told.splits,
  sources: told.sources,
})

const activityOf = (fields: Fields, line: number, file: string, { zone }: ImportContext): Activity | RowFault => {
  const row = `entry ${line}`
  const localText = textAt(fields, ['start_date_local'], 40)
  const began = beganAt(localText, textAt(fields, ['start_date'], 40), zone)
  if (began === undefined)
    return { row, outcome: 'refused', why: { type: 'RowNotReadable', row: line, column: 'start_date_local' } }
  const activity = toldActivity(
    {
      sport: sportFromService(textAt(fields, ['type'], 60)),
      name: textAt(fields, ['name'], 300),
      began,
      durationS: durationIn(fields, 'moving_time'),
      elapsedS: durationIn(fields, 'elapsed_time'),
      distanceM: numberAt(fields, ['distance'], 0.5),
      ascentM: numberAt(fields, ['elevation_gain'], 0),
      meanHr: numberAt(fields, ['average_heartrate'], 1),
      maxHr: numberAt(fields, ['max_heartrate'], 1),
      temperatureC: null,
      rpe: null,
      comment: null,
      splits: splitsOf(fields),
      source: { kind: 'running-page', name: file.slice(-300), id: textAt(fields, ['run_id'], 100) },
    },
    line,
  )
  return activity.ok ? activity.value : { row, outcome: 'refused', why: activity.error }
}

const durationIn = (fields: Fields, name: string): number | null =>
  readDuration(textAt(fields, [name], 40)) ?? numberAt(fields, [name], 1)

/** Laps where the list has them, else its pace and heart rate of each whole kilometre. */
const splitsOf = (fields: Fields): Activity['splits'] => {
  const rounded = (value: number | null) => (value === null ? null : Math.round(value))
  const laps = fieldsIn(fields.laps)
  const hrs = new Map(
    fieldsIn(fields.split_heart_rates).map(split => [numberAt(split, ['km']), numberAt(split, ['avg_hr'], 20, 260)]),
  )
  const kilometres = fieldsIn(fields.split_paces).map(split => ({
    moving_time: split.pace_seconds,
    distance: 1000,
    average_heartrate: hrs.get(numberAt(split, ['km'])),
  }))
  return (laps.length > 0 ? laps : kilometres).slice(0, 500).flatMap(lap => {
    const durationS = numberAt(lap, ['moving_time', 'elapsed_time'], 1, 1_000_000)
    if (durationS === null) return []
    return [
      {
        durationS: Math.round(durationS),
        distanceM: rounded(numberAt(lap, ['distance'], 0, 1_000_000)),
        meanHr: rounded(numberAt(lap, ['average_heartrate'], 20, 260)),
      },
    ]
  })
}

export const importer: Importer = {
  id: 'running-page',
  title: 'running_page list',
  recognises: head => {
    const letters = asLetters(head)
    return /"start_date_local"\s*:\s*"\d{4}-\d\d-\d\d /.test(letters) && /"moving_time"\s*:\s*"/.test(letters)
  },
  read,
}

export const examples: readonly Example[] = [
  {
    name: 'a list of runs',
    file: 'activities.json',
    head: '[{"name": "Run", "distance": 5000.1, "moving_time": "0:25:00", "type": "Run", "start_date_local": "2026-05-12 07:00:00"',
  },
]
