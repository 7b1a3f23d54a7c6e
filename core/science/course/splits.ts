/** Split times over a course, always as a range: for an effort that was predicted, or for a time that a coach wrote. */
import type { Course } from '../../model/course.ts'
import type { Slowing } from '../heat.ts'
import { isWalked, type Spread, secondsOver } from './gait.ts'
import { climbBetween, type Leg, legsOf } from './legs.ts'

/** Seconds after the start at a mark and from the mark before; whole, and what stands below adds up to what stands above. */
export type CourseSplit = {
  readonly name: string | null
  readonly aid: boolean
  readonly atM: number
  readonly seconds: number
  readonly fast: number
  readonly slow: number
  readonly splitSeconds: number
  readonly splitM: number
  /** Metres up and down since the mark before; null where the heights are not known. */
  readonly climb: { readonly up: number; readonly down: number } | null
  /** Share of the way since the mark before that is walked at this effort. */
  readonly walked: number
}

/** Level speeds in m/s of the effort: quick end, middle, slow end. */
export type FlatSpeeds = { readonly fast: number; readonly middle: number; readonly slow: number }

/**
 * `heat` in percent, as a range. `night` is the part of a day (minutes after midnight) that is dark, with how much slower
 * one goes in it; `startMinute` when the race begins. `stopsS` are seconds lost at each aid station.
 */
export type Circumstances = {
  readonly heat: Slowing
  readonly night: { readonly fromMinute: number; readonly toMinute: number; readonly slowing: Slowing } | null
  readonly startMinute: number | null
  readonly stopsS: Slowing
}

export const noCircumstances: Circumstances = {
  heat: { low: 0, high: 0 },
  night: null,
  startMinute: null,
  stopsS: { low: 0, high: 0 },
}

type Mark = { readonly name: string | null; readonly aid: boolean; readonly atM: number }

/** Marks nearer than this to one of a checkpoint are left out (metres). */
const crowdedM = 400

/** Where times are wanted: named checkpoints, every `everyM`, and the finish. */
export const marksOf = ({ checkpoints, distanceM }: Course, everyM: number): readonly Mark[] => {
  const named = checkpoints.filter(({ atM }) => atM > 0 && atM < distanceM)
  const even: Mark[] = []
  for (let atM = everyM; atM < distanceM - 1; atM += everyM)
    if (named.every(one => Math.abs(one.atM - atM) > Math.min(crowdedM, everyM / 3)))
      even.push({ name: null, aid: false, atM: Math.round(atM) })
  const once = new Map([...even, ...named].map(mark => [mark.atM, mark]))
  return [...[...once.values()].sort((a, b) => a.atM - b.atM), { name: 'Finish', aid: false, atM: distanceM }]
}

/** Every kilometre up to 10 km, every five up to 60, then every ten. */
export const usualEvery = (distanceM: number): number =>
  distanceM <= 10_500 ? 1000 : distanceM <= 60_000 ? 5000 : 10_000

const isDark = ({ night, startMinute }: Circumstances, seconds: number): boolean => {
  if (night === null || startMinute === null) return false
  const minute = (startMinute + seconds / 60) % 1440
  const { fromMinute, toMinute } = night
  return fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute
}

type Passing = { readonly atM: number; readonly spread: Spread; readonly walkedM: number }

/** Seconds at the end of every leg, from the start on; each end of the range runs with its own speed. */
const pass = (
  legs: readonly Leg[],
  stops: ReadonlySet<number>,
  speeds: FlatSpeeds,
  given: Circumstances,
): readonly Passing[] => {
  const { heat, night, stopsS } = given
  let [fast, seconds, slow, walkedM] = [0, 0, 0, 0]
  return legs.map(leg => {
    const [quick, middle, late] = [
      secondsOver(leg, speeds.fast),
      secondsOver(leg, speeds.middle),
      secondsOver(leg, speeds.slow),
    ]
    const dark = isDark(given, seconds) && night !== null ? night.slowing : { low: 0, high: 0 }
    const by = (percent: number, inDark: number) => (1 + percent / 100) * (1 + inDark / 100)
    fast += quick.fast * by(heat.low, dark.low)
    seconds += middle.seconds * by((heat.low + heat.high) / 2, (dark.low + dark.high) / 2)
    slow += late.slow * by(heat.high, dark.high)
    if (stops.has(leg.toM)) {
      fast += stopsS.low
      seconds += (stopsS.low + stopsS.high) / 2
      slow += stopsS.high
    }
    if (isWalked(leg.slope, speeds.middle)) walkedM += leg.toM - leg.fromM
    return { atM: leg.toM, spread: { fast, seconds, slow }, walkedM }
  })
}

/** Where something is eaten or drunk. */
const stopsOf = ({ checkpoints, distanceM }: Course): ReadonlySet<number> =>
  new Set(checkpoints.flatMap(({ atM, aid }) => (aid && atM < distanceM ? [atM] : [])))

/** Splits at the marks for level speeds; the last mark is the finish. */
export const splitsFor = (
  course: Course,
  speeds: FlatSpeeds,
  given: Circumstances = noCircumstances,
  everyM: number = usualEvery(course.distanceM),
): readonly CourseSplit[] => {
  const marks = marksOf(course, everyM)
  const stops = stopsOf(course)
  const legs = legsOf(course, [...marks.map(({ atM }) => atM), ...stops])
  const passings = new Map(pass(legs, stops, speeds, given).map(passing => [passing.atM, passing]))
  let before = { atM: 0, seconds: 0, walkedM: 0 }
  return marks.map(mark => {
    const { spread, walkedM } = passings.get(mark.atM)!
    const seconds = Math.round(spread.seconds)
    const splitM = mark.atM - before.atM
    const split = {
      ...mark,
      seconds,
      fast: Math.min(seconds, Math.round(spread.fast)),
      slow: Math.max(seconds, Math.round(spread.slow)),
      splitSeconds: seconds - before.seconds,
      splitM,
      climb: climbBetween(course, before.atM, mark.atM),
      walked: splitM > 0 ? (walkedM - before.walkedM) / splitM : 0,
    }
    before = { atM: mark.atM, seconds, walkedM }
    return split
  })
}

/** Even running is never quite even: so much to both sides of a time that a coach wrote (ours). */
const evenness = 0.01

/**
 * Splits that end in exactly `target` seconds, at one effort over the whole course: the coach's own time, spread by grade,
 * surface and dark. Heat does not move it, it only widens the slow end; undefined where no effort gives that time.
 */
export const splitsForTarget = (
  course: Course,
  target: number,
  given: Circumstances = noCircumstances,
  everyM: number = usualEvery(course.distanceM),
): readonly CourseSplit[] | undefined => {
  const cool = { ...given, heat: { low: 0, high: 0 } }
  const speedsAt = (middle: number): FlatSpeeds => ({
    fast: middle * (1 + evenness),
    middle,
    slow: middle / (1 + evenness) / (1 + given.heat.high / 100),
  })
  const stops = stopsOf(course)
  const legs = legsOf(course, [...stops])
  const end = (speed: number) => pass(legs, stops, speedsAt(speed), cool).at(-1)!.spread.seconds
  let [low, high] = [0.2, 8]
  if (end(high) > target || end(low) < target) return undefined
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (end(middle) > target) low = middle
    else high = middle
  }
  const splits = splitsFor(course, speedsAt(high), cool, everyM)
  const [last, beforeLast] = [splits.at(-1)!, splits.at(-2)?.seconds ?? 0]
  // Why: the effort is found to a hair, and the written time counts to the second.
  return [
    ...splits.slice(0, -1),
    {
      ...last,
      seconds: target,
      splitSeconds: target - beforeLast,
      fast: Math.min(last.fast, target),
      slow: Math.max(last.slow, target),
    },
  ]
}
