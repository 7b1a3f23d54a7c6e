/** An activity that a table or a list tells of, without what was recorded along it. */
import { parse } from '../../lib/parse.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import { type Activity, activitySchema, type Source, type Sport } from '../../model/activity.ts'
import type { ImportError } from '../importer.ts'
import { activityId, localStart } from '../summary/summary.ts'
import { type Clock, readClock } from '../text/values.ts'
import { sportFromWord } from '../track/sport.ts'

/** When it began: the local wall clock, and seconds since 1970 UTC where that is told as well. */
export type Began = Pick<Activity, 'day' | 'start' | 'utc'>

/** What is told of it. Numbers as the service rounds them; what cannot be true is taken as not told. */
export type Told = {
  readonly sport: Sport
  readonly name: string | null
  readonly began: Began
  readonly durationS: number | null
  readonly elapsedS: number | null
  readonly distanceM: number | null
  readonly ascentM: number | null
  readonly meanHr: number | null
  readonly maxHr: number | null
  readonly temperatureC: number | null
  readonly rpe: number | null
  readonly comment: string | null
  readonly splits: Activity['splits']
  readonly source: Source
}

/**
 * The start from a local clock and one in UTC, whichever are there. Where only UTC is told, `zone` (minutes east at a
 * moment) gives the local day.
 */
export const beganAt = (
  localText: string | null,
  utcText: string | null,
  zone: (utcSeconds: number) => number,
): Began | undefined => {
  const local = readClock(localText)
  const world = readClock(utcText)
  const utc = local !== undefined && local.eastMin !== null ? asUtc(local) : world && asUtc(world)
  const moment = utc !== undefined && utc >= 0 ? Math.round(utc) : null
  if (local !== undefined) return { day: local.day, start: local.start, utc: isNear(local, moment) ? moment : null }
  return moment === null ? undefined : { ...localStart(moment, Math.round(zone(moment))), utc: moment }
}

const asUtc = ({ seconds, eastMin }: Clock): number => seconds - (eastMin ?? 0) * 60

// Why: a service that writes the local clock into both says nothing of UTC that a zone could bear out.
const isNear = ({ seconds }: Clock, utc: number | null): boolean => utc !== null && Math.abs(seconds - utc) <= 14 * 3600

/** Sports by the words services use, also written as `TrailRun` or `trail_running`; no word is another sport. */
export const sportFromService = (word: string | null): Sport =>
  sportFromWord((word ?? '').replace(/([a-z])([A-Z])/g, '$1 $2')) ?? 'other'

const within = (value: number | null, low: number, high: number): number | null =>
  value !== null && value >= low && value <= high ? value : null
const whole = (value: number | null, low: number, high: number): number | null =>
  within(value === null ? null : Math.round(value), low, high)

/** The activity, or the column without which it is none. */
export const toldActivity = (told: Told, row: number): Result<Activity, ImportError> => {
  const elapsedS = whole(told.elapsedS, 1, 5_000_000)
  const durationS = whole(told.durationS, 1, 5_000_000) ?? elapsedS
  const distanceM = whole(told.distanceM, 1, 5_000_000)
  if (durationS === null) return err({ type: 'RowNotReadable', row, column: 'duration' })
  const { day, start, utc } = told.began
  const temperatureC = within(told.temperatureC, -60, 70)
  const activity = parse(activitySchema, {
    id: activityId(told.sport, utc ?? start, durationS, distanceM),
    sport: told.sport,
    name: told.name,
    day,
    start,
    utc,
    durationS,
    elapsedS,
    distanceM,
    ascentM: whole(told.ascentM, 0, 100_000),
    flatDistanceM: null,
    meanHr: whole(told.meanHr, 20, 260),
    maxHr: whole(told.maxHr, 20, 260),
    temperatureC: temperatureC === null ? null : Math.round(temperatureC * 10) / 10,
    hrSeconds: null,
    paceSeconds: null,
    bestEfforts: [],
    splits: told.splits,
    decoupling: null,
    rpe: within(told.rpe, 0, 10),
    comment: told.comment,
    sources: [told.source],
  })
  return activity.ok ? ok(activity.value) : err({ type: 'RowNotReadable', row, column: activity.error.at.slice(2) })
}
