/** `tandem race course.gpx`: the course, and what it would take a runner, in plain lines. */
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { toHistory } from '../history/history.ts'
import { readCourse } from '../import/course/read-course.ts'
import { refused } from '../import/importer.ts'
import { explainImport, sourceOf } from '../import/index.ts'
import { sayClock } from '../lib/clock.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { type Course, withDistance } from '../model/course.ts'
import { addDays, type Day } from '../model/day.ts'
import { climbBetween, climbsOf, gradeBands, metresByGrade } from '../science/course/legs.ts'
import { type CourseSplit, splitsForTarget } from '../science/course/splits.ts'
import { courseEstimate } from '../signals/index.ts'
import { readInput } from './input.ts'
import type { RaceCommand } from './race-arguments.ts'
import type { Screen } from './reading.ts'
import type { PathError } from './sources.ts'

const mostBytes = 128 * 1024 * 1024

/** A file's bytes, unpacked where it was compressed on its own. */
export const readBytes = async (path: string): Promise<Result<Uint8Array, PathError>> => {
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) return err({ says: `${path}: there is no such file. Check the path.` })
  if (!path.endsWith('.gz')) return ok(bytes)
  const whole = await promisify(gunzip)(bytes, { maxOutputLength: mostBytes }).catch(() => undefined)
  return whole === undefined ? err({ says: `${path}: it cannot be unpacked. Copy it again.` }) : ok(whole)
}

/** A course from its file. */
export const courseIn = async (path: string): Promise<Result<Course, PathError>> => {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const name = path.split('/').at(-1)!.replace(/\.gz$/, '')
  const course = await readCourse(sourceOf(name, bytes.value))
  return course.ok ? course : err({ says: explainImport(refused(path, course.error)) })
}

const km = (metres: number): string => (metres / 1000).toFixed(1)

const bandWords = gradeBands.map(([from, to]) =>
  from === Number.NEGATIVE_INFINITY
    ? `below ${to}`
    : to === Number.POSITIVE_INFINITY
      ? `${from} and more`
      : `${from} to ${to}`,
)

/** The course in a few lines. */
export const sayCourse = (course: Course): readonly string[] => {
  const { name, distanceM, measuredM, checkpoints } = course
  const climb = climbBetween(course, 0, distanceM)
  const climbs = [...climbsOf(course)].sort((a, b) => b.up - a.up).slice(0, 5)
  return [
    `${name}: ${km(distanceM)} km${measuredM === null ? '' : ` (the track measures ${km(measuredM)})`}${climb === null ? ', heights not known' : `, ${climb.up} m up, ${climb.down} m down`}`,
    ...(climb === null
      ? []
      : [
          `  slopes in %: ${metresByGrade(course)
            .map((metres, i) => `${bandWords[i]}: ${km(metres)} km`)
            .filter((_, i) => metresByGrade(course)[i]! >= 50)
            .join(' · ')}`,
        ]),
    ...climbs.map(
      one => `  climb: km ${km(one.fromM)} to ${km(one.toM)}, ${one.up} m at ${(100 * one.slope).toFixed(1)} %`,
    ),
    ...(checkpoints.length > 0 ? [`  ${checkpoints.length} checkpoints on it`] : []),
  ]
}

const saySplits = (splits: readonly CourseSplit[]): readonly string[] =>
  splits.map(({ name, atM, seconds, splitSeconds, fast, slow, climb, walked }) =>
    [
      `  km ${km(atM).padStart(6)}`,
      `+${sayClock(splitSeconds).padStart(7)}`,
      sayClock(seconds).padStart(8),
      `(${sayClock(fast)}–${sayClock(slow)})`,
      climb === null ? '' : `↑${climb.up} ↓${climb.down} m`,
      walked > 0.05 ? `${Math.round(100 * walked)} % walked` : '',
      name ?? '',
    ]
      .filter(part => part !== '')
      .join('  '),
  )

export const runCourse = async (
  command: Extract<RaceCommand, { type: 'race-course' }>,
  screen: Screen,
): Promise<number> => {
  const read = await courseIn(command.course)
  if (!read.ok) {
    screen.err(read.error.says)
    return 1
  }
  const course = command.distance === null ? read.value : withDistance(read.value, command.distance)
  const { celsius, humidity, startMinute, target } = command
  const lines = [...sayCourse(course)]
  const conditions = { weather: { celsius, humidity }, startMinute }
  let estimate: ReturnType<typeof courseEstimate> | null = null
  if (command.history.length > 0) {
    const input = await readInput({ history: command.history, plan: null, playbook: null }, screen)
    if (!input.ok) {
      screen.err(input.error.says)
      return 1
    }
    const { activities } = input.value.past.content
    const last = activities
      .map(({ day }) => day)
      .toSorted()
      .at(-1)
    if (last === undefined) {
      screen.err('--history holds no activity at all. Name the files of the runner’s training.')
      return 1
    }
    const day: Day = command.day ?? addDays(last, 1)
    estimate = courseEstimate(
      {
        history: toHistory(
          activities.filter(one => one.day < day),
          [],
        ),
      },
      day,
      course,
      conditions,
    )
    lines.push(`From the training before ${day}:`)
    if (estimate.known)
      lines.push(...estimate.value.because.map(why => `  ${why}`), ...saySplits(estimate.value.splits))
    else lines.push(`  not known: ${estimate.why}`)
  }
  const given = estimate?.known ? estimate.value.circumstances : undefined
  const splits = target === null ? null : (splitsForTarget(course, target, given) ?? null)
  if (target !== null)
    lines.push(
      `For ${sayClock(target)}, evenly by effort:`,
      ...(splits === null ? ['  no effort on foot gives that time'] : saySplits(splits)),
    )
  screen.out(command.json ? JSON.stringify({ schema: 1, course, estimate, target: splits }) : lines.join('\n'))
  return 0
}
