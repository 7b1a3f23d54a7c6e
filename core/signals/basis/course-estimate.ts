/** What a course would take this runner on a day, from their own recent work: always a range, with what it rests on. */
import { sayClock } from '../../lib/clock.ts'
import { median } from '../../lib/math.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Activity } from '../../model/activity.ts'
import type { Course } from '../../model/course.ts'
import { addDays, type Day } from '../../model/day.ts'
import { unitMark } from '../../model/say-day.ts'
import { between } from '../../model/window.ts'
import { flatMetresOf } from '../../science/course/gait.ts'
import { evenlyUpAndDown, legsOf } from '../../science/course/legs.ts'
import { type Circumstances, type CourseSplit, type FlatSpeeds, splitsFor } from '../../science/course/splits.ts'
import { celsiusToFahrenheit, dewPoint, type Slowing, slowingByDewPoint } from '../../science/heat.ts'
import { longestPredicted } from '../../science/race-prediction.ts'
import { beyondMarathon, type LongRun, type Slowdown, slowdownOf, usualNight } from '../../science/ultra.ts'
import type { Context } from './context.ts'
import { type RaceTime, raceTimeOn } from './race-time.ts'

/** How far back a run of hours still tells how one slows. */
const longYearsDays = 1100
const nightDays = 400
const fewestNights = 4
/** Hours of the clock that are dark in most of the year (ours); a race plan may say others. */
export const darkHours = { fromMinute: 21 * 60, toMinute: 5 * 60 + 30 } as const
/** Seconds lost at an aid station: passed by, and stood at (ours). */
const stopS = { low: 0, high: 240 } as const

/** What the air is like: degrees Celsius and percent; null is not known. */
export type Weather = { readonly celsius: number | null; readonly humidity: number | null }

export type CourseEstimate = {
  readonly splits: readonly CourseSplit[]
  readonly speeds: FlatSpeeds
  readonly circumstances: Circumstances
  readonly flatM: number
  /** What it rests on, a sentence each. */
  readonly because: readonly string[]
}

/** Percent slower by the air; nothing is taken off where the weather is not known, and the reason says so. */
export const heatOf = ({ celsius, humidity }: Weather): Reading<Slowing> => {
  if (celsius === null || humidity === null) return unknown('the weather is not known')
  const dew = dewPoint(celsius, humidity)
  const slowing =
    dew === undefined ? undefined : slowingByDewPoint(celsiusToFahrenheit(celsius), celsiusToFahrenheit(dew))
  return slowing === undefined
    ? unknown('such air is beyond the table: no hard running is advised, and no figure is given')
    : known(slowing)
}

const dayOf = ({ day }: Activity): Day => day
const runsIn = (activities: readonly Activity[], day: Day, days: number): readonly Activity[] =>
  between(activities, addDays(day, -days), addDays(day, -1), dayOf).filter(({ sport }) => sport === 'run')

const levelM = ({ flatDistanceM, distanceM }: Activity): number | null => flatDistanceM ?? distanceM

/** The level metres of a long run; where only its metres up are on file, of an even way with as many. */
const longLevelM = (run: Activity): number | null => {
  const { flatDistanceM, distanceM, ascentM } = run
  if (flatDistanceM !== null || distanceM === null || ascentM === null || ascentM < 1) return levelM(run)
  return flatMetresOf(legsOf({ ...noCourse, distanceM, profile: evenlyUpAndDown(distanceM, ascentM) }))
}
const noCourse = {
  name: '',
  measuredM: null,
  checkpoints: [],
  surfaces: [],
  origin: '',
} as const satisfies Partial<Course>

/**
 * Metres up a kilometre at the slow end of a long course whose heights nobody gave: half of the 23 runs of two runners beyond
 * the marathon at hand had more (`tandem race --ultra`). Why not level: what is not known is not flat.
 */
const perhapsUpPerKm = 45
const perhapsSlower = (distanceM: number): number => {
  const profile = evenlyUpAndDown(distanceM, (perhapsUpPerKm * distanceM) / 1000)
  return flatMetresOf(legsOf({ ...noCourse, distanceM, profile })) / distanceM
}

const longRunsOf = (activities: readonly Activity[], day: Day): readonly LongRun[] =>
  runsIn(activities, day, longYearsDays).flatMap(run => {
    const flatM = longLevelM(run)
    return flatM === null || flatM <= longestPredicted ? [] : [{ flatM, seconds: run.durationS }]
  })

const startMinuteOf = ({ start }: Activity): number => Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16))

/** Percent slower in the dark, from own runs at a like heart rate; the usual range where too few say anything. */
const nightOf = (activities: readonly Activity[], day: Day): { readonly slowing: Slowing; readonly runs: number } => {
  const perBeat = (night: boolean) =>
    runsIn(activities, day, nightDays).flatMap(run => {
      const minute = startMinuteOf(run)
      const isNight = minute >= darkHours.fromMinute || minute < darkHours.toMinute
      const flat = levelM(run)
      return isNight !== night || flat === null || run.meanHr === null || run.durationS < 1200
        ? []
        : [flat / run.durationS / run.meanHr]
    })
  const [dark, light] = [perBeat(true), perBeat(false)]
  if (dark.length < fewestNights || light.length < fewestNights) return { slowing: usualNight, runs: 0 }
  const own = Math.min(30, Math.max(0, 100 * (median(light)! / median(dark)! - 1)))
  return { slowing: { low: own / 2, high: own / 2 + usualNight.high }, runs: dark.length }
}

type Ends = { readonly fast: number; readonly seconds: number; readonly slow: number }

/** Seconds for so many level metres; beyond the marathon from the marathon on. */
const levelTime = (
  context: Pick<Context, 'history'>,
  day: Day,
  flatM: number,
  isRoad: boolean,
): Reading<Ends & { readonly race: RaceTime; readonly slowdown: Slowdown | null }> => {
  const race = raceTimeOn(context, day, Math.min(flatM, longestPredicted))
  if (!race.known) return race
  const { fast, seconds, slow } = race.value
  if (flatM <= longestPredicted) return known({ fast, seconds, slow, race: race.value, slowdown: null }, race.from)
  const slowdown = slowdownOf(seconds, longRunsOf(context.history.activities, day), isRoad)
  const further = beyondMarathon * Math.log(flatM / longestPredicted)
  const middle = seconds * Math.exp(further + slowdown.more)
  // Why 1.3: four of five, as with the marathon it grows from; what is not known of the two has nothing to do with each other.
  const off = (ofMarathon: number) => Math.exp(Math.hypot(Math.log(ofMarathon), 1.3 * slowdown.spread))
  const ends = { fast: middle / off(seconds / fast), seconds: middle, slow: middle * off(slow / seconds) }
  return known({ ...ends, race: race.value, slowdown }, race.from)
}

/** When the race starts and in what air; `night` null: the usual dark hours. */
export type Conditions = { readonly weather: Weather; readonly startMinute: number | null }

/** Splits over a course as ranges. Unknown where the history cannot say, or the air is beyond any table. */
export const courseEstimate = (
  context: Pick<Context, 'history'>,
  day: Day,
  course: Course,
  { weather, startMinute }: Conditions,
  everyM?: number,
): Reading<CourseEstimate> => {
  const flatM = flatMetresOf(legsOf(course))
  const isRoad = course.surfaces[0]?.surface === 'road'
  const level = levelTime(context, day, flatM, isRoad)
  if (!level.known) return level
  const isKnown = weather.celsius !== null && weather.humidity !== null
  const heat = heatOf(weather)
  if (isKnown && !heat.known) return heat
  const { fast, seconds, slow, race, slowdown } = level.value
  const { activities } = context.history
  const night = nightOf(activities, day)
  const isLong = course.distanceM > longestPredicted * 1.02
  const circumstances: Circumstances = {
    heat: heat.known ? heat.value : { low: 0, high: 0 },
    night: { ...darkHours, slowing: night.slowing },
    startMinute,
    stopsS: isLong ? stopS : { low: 0, high: 0 },
  }
  const isUneven = isLong && course.profile.length < 2 && !isRoad
  const uphill = isUneven ? perhapsSlower(course.distanceM) : 1
  const speeds = { fast: flatM / fast, middle: flatM / seconds, slow: flatM / (slow * uphill) }
  const splits = splitsFor(course, speeds, circumstances, everyM)
  const because = [
    `${(race.best.distanceM / 1000).toFixed(1)}${unitMark}km in ${sayClock(race.best.durationS)} on ${race.best.day}, and ${Math.round(race.weeklyKm)}${unitMark}km a week over eight weeks`,
    ...(race.marathons > 0 ? [`${race.marathons} of the runner’s own marathons`] : []),
    course.profile.length > 1
      ? `the course costs as much as ${(flatM / 1000).toFixed(1)}${unitMark}km on the level`
      : isUneven
        ? `the heights of the course are not known: level at the quick end, ${perhapsUpPerKm} m up a kilometre at the slow one`
        : 'the heights of the course are not known: it is taken as level',
    ...(slowdown === null || flatM < longestPredicted * 1.02 ? [] : [saySlowdown(slowdown, isRoad)]),
    heat.known
      ? `the air costs ${heat.value.low} to ${heat.value.high} %`
      : 'the weather is not known: nothing is added for heat',
    ...(isLong
      ? [
          startMinute === null
            ? 'the start is not known: nothing is added for the night'
            : `in the dark ${Math.round(night.slowing.low)} to ${Math.round(night.slowing.high)} % slower, ${night.runs > 0 ? `from ${night.runs} own runs at night` : 'as a guess: too few own runs at night'}`,
        ]
      : []),
  ]
  return known({ splits, speeds, circumstances, flatM, because }, level.from)
}

const saySlowdown = ({ more, runs }: Slowdown, isRoad: boolean): string => {
  const percent = Math.round(100 * (Math.exp(more) - 1))
  const from = runs > 0 ? `from ${runs} of the runner’s own long runs` : 'as others do: no run so long is on file'
  const grows = `beyond the marathon time grows with distance to the power of ${beyondMarathon}`
  return isRoad
    ? `${grows}, as on other roads`
    : `${grows}, and off the road, walking and stops take ${percent} % more: ${from}`
}
