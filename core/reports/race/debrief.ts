/** What a race was, beside what was planned: splits against each version, drift, hills, heat, fuel. Facts in order; no mark. */
import { clamp } from '../../lib/math.ts'
import type { Course } from '../../model/course.ts'
import type { AthleteDebrief } from '../../model/race-debrief.ts'
import { type RacePlan, type RaceVersion, raceVersions, versionOf } from '../../model/race-plan.ts'
import { flatMetresOf } from '../../science/course/gait.ts'
import { climbBetween, legsOf } from '../../science/course/legs.ts'
import { noCircumstances, splitsForTarget, usualEvery } from '../../science/course/splits.ts'
import { decouplingPercent, secondHalfChange } from '../../science/drift.ts'
import { sayings } from './debrief-words.ts'
import type { Marks } from './marks.ts'

/** Seconds after the start; `against` how much later than each version had it (negative: earlier). */
export type DebriefSplit = {
  readonly atM: number
  readonly splitM: number
  readonly splitSeconds: number
  readonly seconds: number
  readonly hr: number | null
  readonly climb: { readonly up: number; readonly down: number } | null
  readonly against: Readonly<Partial<Record<RaceVersion, number>>>
}

export type Debrief = {
  readonly splits: readonly DebriefSplit[]
  readonly seconds: number
  /** The version whose splits the race was nearest to, and how far off it was in the middle (seconds a split). */
  readonly nearest: { readonly version: RaceVersion; readonly offS: number } | null
  /** Where the clock left that version for good: more than a hundredth of the time away from there on. */
  readonly parted: {
    readonly version: RaceVersion
    readonly atM: number
    readonly byEndS: number
    /** The furthest it had been on the other side before, where that was a hundredth as well. */
    readonly otherSide: { readonly atM: number; readonly byS: number } | null
  } | null
  /** Percent by which the second half was slower, as run and on the level. */
  readonly drift: { readonly asRun: number; readonly level: number | null } | null
  /** Percent of ground lost per heartbeat from half to half, on the level. */
  readonly heart: number | null
  /** Seconds that the hills cost beside a level course. */
  readonly hillsS: number | null
  /** Grams and millilitres an hour as ticked. */
  readonly fuel: { readonly grams: number; readonly ml: number } | null
  readonly says: readonly string[]
}

/** The clock at a place between marks, by straight lines; the start is a mark. */
const clockAt = (marks: Marks, metres: number): number => {
  const after = marks.findIndex(([at]) => at >= metres)
  const [toM, toS] = marks[after] ?? marks.at(-1)!
  const [fromM, fromS] = after > 0 ? marks[after - 1]! : [0, 0]
  return toM > fromM ? fromS + ((toS - fromS) * (metres - fromM)) / (toM - fromM) : toS
}

/** Marks further apart than so many splits say nothing of the pace between them (ours). */
const mostApart = 1.5

/** Whether the clock is known at a place: a mark stands there, or one not far before it and one not far behind. */
const isKnownAt = (marks: Marks, metres: number, everyM: number): boolean => {
  const after = marks.findIndex(([at]) => at >= metres)
  const [toM] = marks[after] ?? marks.at(-1)!
  const fromM = after > 0 ? marks[after - 1]![0] : 0
  return toM === metres || toM - fromM <= mostApart * everyM
}

/** Mean heart rate between two places, weighted by the seconds of the marks; null where it is not known. */
const heartBetween = (marks: Marks, fromM: number, toM: number): number | null => {
  let [beats, seconds] = [0, 0]
  for (const [i, [at, t, hr]] of marks.entries()) {
    const [beforeM, beforeS] = i > 0 ? marks[i - 1]! : [0, 0]
    if (hr === null || at <= fromM || beforeM >= toM || t <= beforeS) continue
    beats += hr * (t - beforeS)
    seconds += t - beforeS
  }
  return seconds > 0 ? Math.round(beats / seconds) : null
}

const levelBetween = (course: Course, fromM: number, toM: number): number | null =>
  course.profile.length < 2
    ? null
    : flatMetresOf(legsOf(course, [fromM, toM]).filter(leg => leg.fromM >= fromM && leg.toM <= toM))

/** What a version had planned at each place. */
const plannedAt = (course: Course, target: number, everyM: number): ReadonlyMap<number, number> =>
  new Map((splitsForTarget(course, target, noCircumstances, everyM) ?? []).map(({ atM, seconds }) => [atM, seconds]))

/** Further from a version than this share of its time, a race has left it (ours). */
export const partedShare = 0.01
export type Ran = {
  readonly course: Course
  readonly marks: Marks
  readonly plan: RacePlan | null
  readonly debrief: AthleteDebrief | null
  /** As recorded; null is not known. */
  readonly temperatureC: number | null
  readonly stoodS: number
  readonly everyM?: number
}

/** The facts of a race; undefined where the clock is known nowhere. */
export const debriefOf = (ran: Ran): Debrief | undefined => {
  const { course, marks, plan, debrief } = ran
  const end = marks.at(-1)
  if (end === undefined) return undefined
  const [distanceM, seconds] = end
  const everyM = ran.everyM ?? usualEvery(distanceM)
  const places: number[] = []
  // Why not at every mark: between two that are far apart even splits would be made up.
  for (let at = everyM; at < distanceM - 1; at += everyM) if (isKnownAt(marks, at, everyM)) places.push(at)
  places.push(distanceM)
  const planned = new Map(
    raceVersions.flatMap(version => {
      const target = plan === null ? null : versionOf(plan, version).target
      return target === null ? [] : [[version, plannedAt(course, target, everyM)] as const]
    }),
  )
  let [beforeM, beforeS] = [0, 0]
  const splits = places.map((atM): DebriefSplit => {
    const clock = Math.round(clockAt(marks, atM))
    const against = Object.fromEntries(
      [...planned].flatMap(([version, at]) => (at.has(atM) ? [[version, clock - at.get(atM)!]] : [])),
    )
    const split = {
      atM,
      splitM: atM - beforeM,
      splitSeconds: clock - beforeS,
      seconds: clock,
      hr: heartBetween(marks, beforeM, atM),
      climb: climbBetween(course, beforeM, atM),
      against,
    }
    ;[beforeM, beforeS] = [atM, clock]
    return split
  })
  const facts = {
    splits,
    seconds,
    nearest: nearestOf(splits, [...planned.keys()]),
    drift: driftOf(course, marks, distanceM, seconds),
    heart: heartOf(course, marks, distanceM),
    hillsS: hillsOf(course, distanceM, seconds),
    fuel: fuelOf(debrief, seconds),
  }
  const version = debrief?.ran ?? facts.nearest?.version ?? null
  const parted = version === null ? null : partedFrom(splits, version)
  return { ...facts, parted, says: sayings({ ...facts, parted }, ran) }
}

const nearestOf = (splits: readonly DebriefSplit[], versions: readonly RaceVersion[]): Debrief['nearest'] => {
  const off = versions.map(version => {
    const by = splits.map(({ against }) => Math.abs(against[version] ?? 0))
    return { version, offS: Math.round(by.reduce((sum, one) => sum + one, 0) / Math.max(1, by.length)) }
  })
  return off.toSorted((a, b) => a.offS - b.offS)[0] ?? null
}

const partedFrom = (splits: readonly DebriefSplit[], version: RaceVersion): Debrief['parted'] => {
  const isAway = ({ against, seconds }: DebriefSplit) => Math.abs(against[version] ?? 0) > partedShare * seconds
  const last = splits.at(-1)
  if (last === undefined || last.against[version] === undefined || !isAway(last)) return null
  const near = splits.findLastIndex(split => !isAway(split))
  const from = splits[near + 1]!
  const byEndS = last.against[version]
  const others = splits.filter(split => isAway(split) && Math.sign(split.against[version]!) === -Math.sign(byEndS))
  const most = others.toSorted((a, b) => Math.abs(b.against[version]!) - Math.abs(a.against[version]!))[0]
  const otherSide = most === undefined ? null : { atM: most.atM, byS: most.against[version]! }
  return { version, atM: from.atM, byEndS, otherSide }
}

const driftOf = (course: Course, marks: Marks, distanceM: number, seconds: number): Debrief['drift'] => {
  if (marks.length < 4) return null
  const half = distanceM / 2
  const first = clockAt(marks, half)
  const asRun = secondHalfChange(first, seconds - first)
  const [levelFirst, levelSecond] = [levelBetween(course, 0, half), levelBetween(course, half, distanceM)]
  if (asRun === undefined) return null
  const level =
    levelFirst === null || levelSecond === null
      ? null
      : (secondHalfChange(first / levelFirst, (seconds - first) / levelSecond) ?? null)
  return { asRun, level }
}

const heartOf = (course: Course, marks: Marks, distanceM: number): number | null => {
  if (marks.length < 4) return null
  const half = distanceM / 2
  const side = (fromM: number, toM: number) => {
    const hr = heartBetween(marks, fromM, toM)
    const seconds = clockAt(marks, toM) - clockAt(marks, fromM)
    const level = levelBetween(course, fromM, toM) ?? toM - fromM
    return hr === null || seconds <= 0 ? undefined : { speed: (60 * level) / seconds, hr }
  }
  const [first, second] = [side(0, half), side(half, distanceM)]
  return first && second ? (decouplingPercent(first, second) ?? null) : null
}

const hillsOf = (course: Course, distanceM: number, seconds: number): number | null => {
  const level = levelBetween(course, 0, distanceM)
  return level === null ? null : Math.round(seconds * clamp(1 - distanceM / level, -1, 1))
}

const fuelOf = (debrief: AthleteDebrief | null, seconds: number): Debrief['fuel'] => {
  if (debrief === null || debrief.fuel.length === 0 || seconds <= 0) return null
  const perHour = (of: 1 | 2) => Math.round((3600 * debrief.fuel.reduce((sum, tick) => sum + tick[of], 0)) / seconds)
  return { grams: perHour(1), ml: perHour(2) }
}
