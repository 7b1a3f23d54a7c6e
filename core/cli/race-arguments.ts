/** What may follow `tandem race`: a course, a table of splits, or the files of races that were run. */
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
  | { readonly type: 'race-ultra'; readonly paths: readonly string[]; readonly json: boolean }
  | { readonly type: 'race-slowdown'; readonly file: string; readonly json: boolean }
  | {
      readonly type: 'race-debrief'
      readonly paths: readonly string[]
      /** Seconds of the primary, backup and damage-control version. */
      readonly targets: readonly [number | null, number | null, number | null]
      readonly distance: number | null
      readonly json: boolean
    }

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
  const long = options.get('--ultra')
  if (long) {
    const paths = [...words, ...long]
    if (options.size > (json ? 2 : 1)) return wrong('`--ultra` stands alone, but for `--json`')
    return paths.length > 0
      ? ok({ type: 'race-ultra', paths, json })
      : wrong('`--ultra` needs the files of a runner’s training')
  }
  if (options.has('--debrief')) return readDebrief([...words, ...options.get('--debrief')!], options)
  const stray = [...options.keys()].find(name => !ofCourse.includes(name))
  if (stray) return wrong(`\`race\` has no option \`${stray}\``)
  const [course, ...more] = words
  if (course === undefined || more.length > 0)
    return wrong('`race` needs one GPX file of a course, `--slowdown <file>`, `--ultra <files>` or `--debrief <files>`')
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

const versions = ['--primary', '--backup', '--damage'] as const

const readDebrief = (paths: readonly string[], options: Options): Answer => {
  const stray = [...options.keys()].find(name => !['--debrief', '--json', '--distance', ...versions].includes(name))
  if (stray) return wrong(`\`--debrief\` takes no \`${stray}\``)
  if (paths.length === 0) return wrong('`--debrief` needs at least one file or folder')
  const [primary, backup, damage] = versions.map(name => {
    const [text, ...more] = options.get(name) ?? []
    return text === undefined ? (options.has(name) ? undefined : null) : more.length > 0 ? undefined : readClock(text)
  })
  if (primary === undefined || backup === undefined || damage === undefined)
    return wrong('`--primary`, `--backup` and `--damage` each take a time as H:MM:SS')
  const distance = numberIn(options.get('--distance')?.[0], 100, 1_000_000)
  if (distance === undefined) return wrong('`--distance` is metres, 100 to 1000000')
  const targets = [primary, backup, damage] as const
  return ok({ type: 'race-debrief', paths, targets, distance, json: options.has('--json') })
}
