/** Histories of running_page exports (activities.json, a list of summaries) as activities, for back-tests. */
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { parse, parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Activity } from '../model/activity.ts'
import { type Day, parseDay } from '../model/day.ts'
import type { ActivityId } from '../model/ids.ts'
import { fault } from './json-files.ts'
import type { PathError } from './sources.ts'

const optional = v.optional(v.nullable(v.number()), null)
const rowSchema = v.object({
  seq: v.number(),
  type: v.string(),
  name: v.optional(v.nullable(v.string()), null),
  distance: v.number(),
  moving_time: v.string(),
  start_date_local: v.string(),
  average_heartrate: optional,
  max_heartrate: optional,
  elevation_gain: optional,
  split_paces: v.optional(v.nullable(v.array(v.object({ km: v.number(), pace_seconds: v.number() }))), null),
})
type Row = v.InferOutput<typeof rowSchema>

/** `H:MM:SS(.fff)`, with days before it in some exports; undefined where it is no such text. */
const secondsOf = (text: string): number | undefined => {
  const parts = /^(?:(\d+) days?, )?(\d+):(\d\d):(\d\d)(?:\.\d+)?$/.exec(text)
  if (!parts) return undefined
  const [days, hours, minutes, seconds] = parts.slice(1).map(part => Number(part ?? 0))
  return ((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!
}

const bpm = (value: number | null): number | null =>
  value !== null && value >= 20 && value <= 260 ? Math.round(value) : null

/** Why recordings beyond a day or without a time are left out: they are faults of the export. */
const activityOf = (set: string, row: Row): readonly Activity[] => {
  const durationS = secondsOf(row.moving_time)
  const day: Day | undefined = parseDay(row.start_date_local.slice(0, 10))
  if (durationS === undefined || durationS === 0 || durationS > 200_000 || !day) return []
  const laps = (row.split_paces ?? []).filter(({ pace_seconds }) => pace_seconds >= 120 && pace_seconds <= 1800)
  return [
    {
      id: `${set}-${row.seq}` as ActivityId,
      sport: row.type === 'Run' ? 'run' : row.type === 'Swim' ? 'swim' : row.type === 'Walk' ? 'walk' : 'other',
      name: row.name,
      day,
      start: `${day}T${row.start_date_local.slice(11, 19)}`,
      utc: null,
      durationS,
      elapsedS: null,
      distanceM: Math.round(row.distance),
      ascentM: row.elevation_gain === null ? null : Math.max(0, Math.round(row.elevation_gain)),
      flatDistanceM: null,
      meanHr: bpm(row.average_heartrate),
      maxHr: bpm(row.max_heartrate),
      temperatureC: null,
      hrSeconds: null,
      paceSeconds: null,
      bestEfforts: [],
      splits: laps.map(({ pace_seconds }) => ({ durationS: Math.round(pace_seconds), distanceM: 1000, meanHr: null })),
      decoupling: null,
      rpe: null,
      comment: null,
      sources: [{ kind: 'strava-archive', name: set, id: String(row.seq) }],
    },
  ]
}

/** The activities of one history, in order of their start. */
export const readHistory = async (folder: string, set: string): Promise<Result<readonly Activity[], PathError>> => {
  const plain = `${folder}/${set}/activities.json`
  const bytes = await readFile(plain).catch(() => readFile(`${plain}.gz`).then(gunzipSync, () => undefined))
  if (!bytes) return err({ says: `${plain}: there is no such file. Check the path.` })
  const json = parseJson(bytes.toString('utf8'))
  if (!json.ok) return err({ says: `${plain}: this is not JSON.` })
  const rows = parse(v.array(rowSchema), json.value)
  if (!rows.ok) return err({ says: `${plain}: ${fault(rows.error)}` })
  return ok(
    rows.value
      .flatMap(row => activityOf(set, row))
      .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
  )
}
