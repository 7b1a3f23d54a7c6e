/** What may follow `tandem race`: a course, or a table of splits. */
import { err, ok, type Result } from '../lib/result.ts'
import { type Day, parseDay } from '../model/day.ts'
import type { UsageError } from './arguments.ts'

export type RaceCommand =
  | {
      readonly type: 'race-course'
      readonly course: string
      readonly history: readonly string[]
      readonly day: Day | null
      /** Metres. */
      readonly distance: number | null
      readonly celsius: number | null
      readonly humidity: number | null
      readonly startMinute: number | null
      /** Seconds. */
      readonly target: number | null
      readonly json: boolean
    }
  | { readonly type: 'race-slowdown'; readonly file: string; readonly json: boolean }

type Options = ReadonlyMap<string, readonly string[]>
type Answer = Result<RaceCommand, UsageError>
const wrong = (says: string): Answer => err({ says })

const ofCourse = ['--history', '--day', '--distance', '--celsius', '--humidity', '--start', '--target', '--json']

/** Seconds of `H:MM:SS` or `M:SS`; undefined where it is neither. */
export const readClock = (text: string): number | undefined => {
  const parts = /^(?:(\d{1,3}):)?(\d{1,2}):([0-5]\d)$/.exec(text)
  if (!parts) return undefined
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3])
}

const numberIn = (text: string | undefined, low: number, high: number): number | null | undefined => {
  if (text === undefined) return null
  const value = Number(text)
  return text.trim() !== '' && value >= low && value <= high ? value : undefined
}

export const readRace = (free: readonly string[], options: Options): Answer => {
  const json = options.has('--json')
  const words = [...free, ...(options.get('--json') ?? [])]
  const table = options.get('--slowdown')
  if (table) {
    const [file, ...others] = [...words, ...table]
    if (options.size > (json ? 2 : 1)) return wrong('`--slowdown` stands alone, but for `--json`')
    return file !== undefined && others.length === 0
      ? ok({ type: 'race-slowdown', file, json })
      : wrong('`--slowdown` takes exactly one file')
  }
  const stray = [...options.keys()].find(name => !ofCourse.includes(name))
  if (stray) return wrong(`\`race\` has no option \`${stray}\``)
  const [course, ...more] = words
  if (course === undefined || more.length > 0)
    return wrong('`race` needs one GPX file of a course, or `--slowdown <file>`')
  for (const name of ofCourse.filter(one => one !== '--history' && one !== '--json'))
    if (options.has(name) && options.get(name)!.length !== 1) return wrong(`\`${name}\` takes exactly one word`)
  const word = (name: string) => options.get(name)?.[0]
  const [distance, celsius, humidity] = [
    numberIn(word('--distance'), 100, 1_000_000),
    numberIn(word('--celsius'), -40, 50),
    numberIn(word('--humidity'), 0, 100),
  ]
  if (distance === undefined) return wrong('`--distance` is metres, 100 to 1000000')
  if (celsius === undefined) return wrong('`--celsius` is degrees, -40 to 50')
  if (humidity === undefined) return wrong('`--humidity` is percent, 0 to 100')
  const day = word('--day') === undefined ? null : parseDay(word('--day')!)
  if (day === undefined) return wrong(`\`--day ${word('--day')}\` is no day; write YYYY-MM-DD`)
  const time = word('--start') === undefined ? null : /^([01]\d|2[0-3]):([0-5]\d)$/.exec(word('--start')!)
  if (word('--start') !== undefined && time === null) return wrong('`--start` is the time of day as HH:MM')
  const target = word('--target') === undefined ? null : readClock(word('--target')!)
  if (target === undefined) return wrong('`--target` is a time as H:MM:SS')
  return ok({
    type: 'race-course',
    course,
    history: options.get('--history') ?? [],
    day,
    distance: distance === null ? null : Math.round(distance),
    celsius,
    humidity,
    startMinute: time === null ? null : Number(time[1]) * 60 + Number(time[2]),
    target,
    json,
  })
}
