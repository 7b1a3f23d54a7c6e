/** `tandem race --ultra`: every run beyond the marathon in a history, set beside what was to be expected from before it. */
import { toHistory } from '../history/history.ts'
import { sayClock } from '../lib/clock.ts'
import type { Activity } from '../model/activity.ts'
import type { Course } from '../model/course.ts'
import { evenlyUpAndDown } from '../science/course/legs.ts'
import { longestPredicted } from '../science/race-prediction.ts'
import { courseEstimate } from '../signals/index.ts'
import { readInput } from './input.ts'
import type { RaceCommand } from './race-arguments.ts'
import type { Screen } from './reading.ts'

/** From here on a run is beyond the marathon, and not one whose recording overshoots (share of it). */
const beyond = 1.06

export type UltraRow = {
  readonly day: string
  readonly distanceM: number
  readonly ascentM: number | null
  /** Level metres of equal effort; null where the file says nothing of heights. */
  readonly flatM: number | null
  /** The clock, standing counted where it is known. */
  readonly seconds: number
  readonly stoodS: number | null
  /** The range that was to be expected; null with `why`. */
  readonly expected: { readonly fast: number; readonly seconds: number; readonly slow: number } | null
  readonly why: string | null
  readonly because: readonly string[]
}

const dayOf = ({ start }: Activity): number => Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16))

/** One run, from what was on file the day before. A summary holds no profile: its metres up are taken as an even way. */
const rowOf = (run: Activity, all: readonly Activity[]): UltraRow => {
  const { day, distanceM, ascentM, flatDistanceM, durationS, elapsedS } = run
  const levelM = Math.round(flatDistanceM ?? distanceM!)
  const isHilly = flatDistanceM === null && ascentM !== null && ascentM > 0
  const course: Course = {
    name: day,
    distanceM: levelM,
    measuredM: null,
    profile: isHilly ? evenlyUpAndDown(levelM, ascentM) : [],
    checkpoints: [],
    surfaces: [],
    origin: '',
  }
  const before = toHistory(
    all.filter(one => one.day < day),
    [],
  )
  const conditions = { weather: { celsius: null, humidity: null }, startMinute: dayOf(run) }
  const estimate = courseEstimate({ history: before }, day, course, conditions)
  const seconds = elapsedS ?? durationS
  const row = {
    day,
    distanceM: distanceM!,
    ascentM,
    flatM: flatDistanceM === null ? null : levelM,
    seconds,
    stoodS: elapsedS === null ? null : Math.max(0, elapsedS - durationS),
  }
  if (!estimate.known) return { ...row, expected: null, why: estimate.why, because: [] }
  const { fast, slow, seconds: middle } = estimate.value.splits.at(-1)!
  return { ...row, expected: { fast, seconds: middle, slow }, why: null, because: estimate.value.because }
}

export const ultraRows = (activities: readonly Activity[]): readonly UltraRow[] =>
  toHistory(activities, [])
    .activities.filter(({ sport, distanceM }) => sport === 'run' && (distanceM ?? 0) > beyond * longestPredicted)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(run => rowOf(run, activities))

const placed = ({ seconds, expected }: UltraRow): string => {
  if (expected === null) return ''
  if (seconds < expected.fast) return `faster than expected by ${sayClock(expected.fast - seconds)}`
  return seconds > expected.slow ? `slower than expected by ${sayClock(seconds - expected.slow)}` : 'as expected'
}

const sayRow = (row: UltraRow): readonly string[] => {
  const { day, distanceM, ascentM, flatM, seconds, stoodS, expected, why, because } = row
  const up = ascentM === null || ascentM === 0 ? 'heights not known' : `${ascentM} m up, taken as evenly up and down`
  const heights = flatM === null ? up : `as much as ${(flatM / 1000).toFixed(1)} km on the level`
  const stood = stoodS === null ? 'standing not known' : `${sayClock(stoodS)} of it standing`
  return [
    `${day}  ${(distanceM / 1000).toFixed(1)} km (${heights}): ${sayClock(seconds)} on the clock, ${stood}`,
    expected === null
      ? `  not known: ${why}`
      : `  ${placed(row)}: ${sayClock(expected.fast)} to ${sayClock(expected.slow)}, middle ${sayClock(expected.seconds)}`,
    ...because.map(one => `    ${one}`),
  ]
}

export const runUltra = async (
  command: Extract<RaceCommand, { type: 'race-ultra' }>,
  screen: Screen,
): Promise<number> => {
  const input = await readInput({ history: command.paths, plan: null, playbook: null }, screen)
  if (!input.ok) {
    screen.err(input.error.says)
    return 1
  }
  const rows = ultraRows(input.value.past.content.activities)
  if (command.json) {
    screen.out(JSON.stringify({ schema: 1, runs: rows }))
    return 0
  }
  const judged = rows.filter(({ expected }) => expected !== null)
  const within = judged.filter(row => placed(row) === 'as expected').length
  screen.out(
    [
      ...rows.flatMap(sayRow),
      rows.length === 0
        ? 'No run beyond the marathon is among these files.'
        : `${within} of ${judged.length} within the range that was expected the day before; ${rows.length - judged.length} could not be told.`,
    ].join('\n'),
  )
  return 0
}
