/** What was recorded along an activity of the list, where it is close enough to count seconds by. */
import type { Activity } from '../../model/activity.ts'
import { longestGapS, type Recording, type Sample } from '../summary/recording.ts'
import { type Fields, isFields } from '../text/values.ts'

const listIn = (fields: Fields, name: string): readonly (number | null)[] => {
  const list = fields[name]
  return Array.isArray(list)
    ? list.map(value => (typeof value === 'number' && Number.isFinite(value) ? value : null))
    : []
}

const within = (value: number | null | undefined, low: number, high: number): number | null =>
  value !== null && value !== undefined && value >= low && value <= high ? value : null

/**
 * A recording with the list's own totals. Undefined where there are no samples, or where they lie so far apart (a hundred
 * for an hour) that most seconds would count for nothing.
 */
export const readStreams = (fields: Fields, activity: Activity): Recording | undefined => {
  const { streams } = fields
  if (!isFields(streams) || activity.utc === null) return undefined
  const [times, distances, hrs, altitudes] = ['time', 'distance', 'heartrate', 'altitude'].map(name =>
    listIn(streams, name),
  )
  const samples: Sample[] = []
  let farthest = 0
  for (const [i, seconds] of times!.entries()) {
    const last = samples.at(-1)
    if (seconds === null || seconds < 0 || (last && activity.utc + seconds < last.t)) continue
    const distance = within(distances![i], 0, 5_000_000)
    farthest = Math.max(farthest, distance ?? 0)
    samples.push({
      t: activity.utc + seconds,
      distanceM: distance === null ? null : farthest,
      hr: within(hrs![i], 30, 250),
      altitudeM: within(altitudes![i], -500, 9000),
      speed: null,
      temperatureC: null,
    })
  }
  const gaps = samples.slice(1).map((sample, i) => sample.t - samples[i]!.t)
  const counted = gaps.reduce((sum, gap) => sum + Math.min(longestGapS, gap), 0)
  if (samples.length < 2 || counted < 0.9 * Math.min(activity.durationS, samples.at(-1)!.t - samples[0]!.t))
    return undefined
  const { durationS, elapsedS, distanceM, ascentM, meanHr, maxHr, temperatureC, sport, utc } = activity
  return {
    sport,
    utc,
    offsetMin: 0,
    samples,
    pauses: [],
    laps: [],
    totals: { timerS: durationS, elapsedS, distanceM, ascentM, meanHr, maxHr, temperatureC },
    source: 'running-page',
    file: activity.sources[0]?.name ?? '',
  }
}
