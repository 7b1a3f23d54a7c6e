/** A race as recorded → where the clock stood at each kilometre of the official distance, pauses counted as the race counts them. */

import { profileOf } from '../../import/course/profile.ts'
import { samplesOf } from '../../import/summary/streams.ts'
import type { Activity } from '../../model/activity.ts'
import { type Course, likelyDistance } from '../../model/course.ts'
import type { AthleteDebrief } from '../../model/race-debrief.ts'
import type { Streams } from '../../model/streams.ts'

export type Marks = AthleteDebrief['marks']

/** `how` says how the recorded distance was read: stretched to the official one, cut off at it, or as it is. */
export type RaceRecord = {
  readonly distanceM: number
  readonly recordedM: number
  readonly how: 'stretched' | 'cut' | 'short' | 'as recorded'
  /** Seconds on the clock of the race. */
  readonly seconds: number
  /** Seconds of it in which the recorder stood still. */
  readonly stoodS: number
  readonly marks: Marks
  /** Heights along the way where they were recorded. */
  readonly profile: Course['profile']
}

/** A recording this much longer than the race holds more than the race; this much shorter it misses some of it. */
const tooLong = 1.04
const tooShort = 0.97
const everyM = 1000
/** A rest of the distance that is no mark of its own (metres). */
const leastLast = 50

/** Nobody runs a kilometre, let alone a race, faster than this (m/s): such a recording is of something else. */
const fastest = 8

/** The distance a recording stands for: what was said, else a standard one it is near to, else null. */
const meantBy = (recordedM: number, officialM: number | null): number | null => {
  if (officialM !== null) return officialM
  const likely = likelyDistance(recordedM)
  return Math.abs(likely - recordedM) <= 50 && likely % 100 === 0 ? null : likely
}

const howRead = (recordedM: number, officialM: number | null): RaceRecord['how'] => {
  if (officialM === null) return 'as recorded'
  const ratio = recordedM / officialM
  return ratio > tooLong ? 'cut' : ratio < tooShort ? 'short' : 'stretched'
}

type Point = { readonly t: number; readonly m: number; readonly hr: number | null; readonly z: number | null }

/** The marks of a recording; undefined where it holds no distance. `officialM` null: what the distance most likely is. */
export const recordOf = (streams: Streams, officialM: number | null): RaceRecord | undefined => {
  const points = samplesOf(streams).flatMap(({ t, distanceM, hr, altitudeM }): readonly Point[] =>
    distanceM === null ? [] : [{ t, m: distanceM, hr, z: altitudeM }],
  )
  const first = points[0]
  const recordedM = points.reduce((most, { m }) => Math.max(most, m), 0)
  if (first === undefined || recordedM < 500) return undefined
  const meant = meantBy(recordedM, officialM)
  const how = howRead(recordedM, meant)
  const distanceM = Math.round(how === 'stretched' || how === 'cut' ? meant! : recordedM)
  const by = how === 'stretched' ? distanceM / recordedM : 1
  const marks: Marks = []
  let [next, from, last] = [everyM, 0, first]
  const close = (atM: number, t: number, upTo: number) => {
    const rates = points.slice(from, upTo).flatMap(({ hr }) => (hr === null ? [] : [hr]))
    const mean = rates.length === 0 ? null : Math.round(rates.reduce((sum, hr) => sum + hr, 0) / rates.length)
    marks.push([atM, Math.round(t), mean !== null && mean >= 20 && mean <= 260 ? mean : null])
    from = upTo
  }
  for (const [i, point] of points.entries()) {
    while (point.m * by >= next && next <= distanceM) {
      const share = point.m > last.m ? (next / by - last.m) / (point.m - last.m) : 1
      close(next, last.t + share * (point.t - last.t), i)
      next += everyM
    }
    if (how === 'cut' && point.m >= distanceM) {
      if (distanceM - (marks.at(-1)?.[0] ?? 0) >= leastLast) close(distanceM, point.t, i)
      break
    }
    if (point.m >= last.m) last = point
  }
  if (how !== 'cut') {
    const reached = points.findLast(({ m }) => m >= recordedM)!
    const isMark = marks.at(-1)?.[0] === distanceM
    if (isMark || distanceM - (marks.at(-1)?.[0] ?? 0) < leastLast) marks.pop()
    close(distanceM, reached.t, points.length)
  }
  const seconds = marks.at(-1)![1]
  if (distanceM > fastest * seconds) return undefined
  const { pauses } = streams
  let stoodS = 0
  for (let i = 0; i + 1 < pauses.length; i += 2) stoodS += Math.max(0, Math.min(seconds, pauses[i + 1]!) - pauses[i]!)
  const track = points
    .filter(({ m }) => m * by <= distanceM)
    .map(({ m, z }) => ({ atM: m * by, altitudeM: z }))
    .filter(({ atM }, i, all) => i === 0 || atM > all[i - 1]!.atM)
  return { distanceM, recordedM, how, seconds, stoodS, marks, profile: [...profileOf(track, distanceM)] }
}

/** The same from the laps of a summary, for whoever has no curves: marks where the laps end; undefined where they say too little. */
export const recordOfLaps = (activity: Activity, officialM: number | null): RaceRecord | undefined => {
  const { distanceM: recordedM, durationS, elapsedS, splits } = activity
  if (recordedM === null || recordedM < 500) return undefined
  const meant = meantBy(recordedM, officialM)
  const how = howRead(recordedM, meant)
  const distanceM = how === 'stretched' ? meant! : recordedM
  const by = distanceM / recordedM
  const lapsM = splits.reduce((sum, split) => sum + (split.distanceM ?? 0), 0)
  const areWhole = splits.length >= 3 && Math.abs(lapsM / recordedM - 1) < 0.02
  const seconds = elapsedS ?? durationS
  if (distanceM > fastest * seconds) return undefined
  let [m, t] = [0, 0]
  const marks: Marks = areWhole
    ? splits.flatMap(split => {
        m += (split.distanceM ?? 0) * by
        t += split.durationS
        return (split.distanceM ?? 0) * by < leastLast ? [] : [[Math.round(m), t, split.meanHr] as Marks[number]]
      })
    : []
  const inside = marks.filter(([at]) => at < distanceM - leastLast)
  return {
    distanceM,
    recordedM,
    how: how === 'cut' ? 'as recorded' : how,
    seconds,
    stoodS: Math.max(0, seconds - durationS),
    marks: [...inside, [distanceM, seconds, activity.meanHr]],
    profile: [],
  }
}
