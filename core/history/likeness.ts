/** Whether two recordings are of one and the same activity, and which of them tells more. */
import type { Activity } from '../model/activity.ts'
import { dayNumber } from '../model/day.ts'

/** Starts may differ by so many seconds: two watches, or a phone started at the door. */
const startToleranceS = 120
/** Lengths and distances may differ by this share of the longer … */
const likeShare = 0.15
/** … or by so many seconds or metres, whichever is more: short activities are not judged by a share. */
const likeS = 120
const likeM = 300

const isLike = (a: number, b: number, slack: number): boolean =>
  Math.abs(a - b) <= Math.max(slack, likeShare * Math.max(a, b))

/** Seconds of the local wall clock since 1970: two sources of one activity agree on it even where one lacks UTC. */
const wallClock = ({ day, start }: Activity): number =>
  dayNumber(day) * 86_400 +
  Number(start.slice(11, 13)) * 3600 +
  Number(start.slice(14, 16)) * 60 +
  Number(start.slice(17))

/** A table that knows the day and not the hour writes midnight. */
const hasNoHour = ({ utc, start, sources }: Activity): boolean =>
  utc === null && start.endsWith('T00:00:00') && sources.every(({ kind }) => kind === 'trainingpeaks')

/** Without an hour, lengths that agree on the day must do: to this share, or so many seconds and metres. */
const sameShare = 0.03
const sameS = 60
const sameM = 100

const isAlikeOnDay = (a: Activity, b: Activity): boolean => {
  const near = (one: number, other: number, slack: number) =>
    Math.abs(one - other) <= Math.max(slack, sameShare * Math.max(one, other))
  if (a.day !== b.day || !near(a.durationS, b.durationS, sameS)) return false
  return a.distanceM === null || b.distanceM === null || near(a.distanceM, b.distanceM, sameM)
}

/** The starts of two activities on one clock: UTC where both have it, the wall clock otherwise. */
const starts = (a: Activity, b: Activity): readonly [number, number] =>
  a.utc !== null && b.utc !== null ? [a.utc, b.utc] : [wallClock(a), wallClock(b)]

const sharesMostTime = (a: Activity, b: Activity, aStart: number, bStart: number): boolean => {
  const aLength = a.elapsedS ?? a.durationS
  const bLength = b.elapsedS ?? b.durationS
  const shared = Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart)
  return shared > 0 && shared >= 0.5 * Math.min(aLength, bLength)
}

/**
 * The same activity from two sources: the same sport, started within two minutes of each other or mostly at the same
 * time, of similar length and (where both know it) distance. One that knows no hour must agree closely with the other's
 * length on that day. Names count for nothing.
 */
export const isSameActivity = (a: Activity, b: Activity): boolean => {
  if (a.sport !== b.sport || !isLike(a.durationS, b.durationS, likeS)) return false
  if (a.distanceM !== null && b.distanceM !== null && !isLike(a.distanceM, b.distanceM, likeM)) return false
  if (hasNoHour(a) !== hasNoHour(b)) return isAlikeOnDay(a, b)
  // Why never two of one table: it has a row for each, and two easy hours on one day are two.
  if (hasNoHour(a)) return false
  const [aStart, bStart] = starts(a, b)
  return Math.abs(aStart - bStart) <= startToleranceS || sharesMostTime(a, b, aStart, bStart)
}

const isKnown = (value: unknown): number => (value === null ? 0 : 1)

/** How much a summary tells, counted over what was measured; what people say of it (name, effort) counts for nothing. */
const richness = (a: Activity): number =>
  8 * isKnown(a.hrSeconds) +
  8 * isKnown(a.paceSeconds) +
  4 * isKnown(a.distanceM) +
  4 * isKnown(a.utc) +
  2 * isKnown(a.flatDistanceM) +
  2 * isKnown(a.meanHr) +
  Math.min(2, a.splits.length) +
  Math.min(1, a.bestEfforts.length) +
  isKnown(a.ascentM) +
  isKnown(a.maxHr) +
  isKnown(a.elapsedS) +
  isKnown(a.temperatureC) +
  isKnown(a.decoupling)

/** The richer first; between equals the longer, then the id, so that the order is the same on every device. */
export const byRichness = (a: Activity, b: Activity): number =>
  richness(b) - richness(a) || b.durationS - a.durationS || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
