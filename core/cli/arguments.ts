/** What was asked for on the command line, or what is wrong with the question. */
import { err, ok, type Result } from '../lib/result.ts'
import { type Day, parseDay } from '../model/day.ts'
import { type RaceCommand, readRace } from './race-arguments.ts'

export type Command =
  | RaceCommand
  | { readonly type: 'help' }
  | {
      readonly type: 'import'
      readonly paths: readonly string[]
      readonly as: 'words' | 'json' | 'table' | 'csv'
      readonly raceDay: Day | null
    }
  | {
      readonly type: 'review'
      readonly history: readonly string[]
      readonly plan: string | null
      readonly playbook: string | null
      readonly today: Day
      readonly minute: number
      readonly json: boolean
    }
  | {
      readonly type: 'dry-run'
      readonly history: readonly string[]
      readonly plan: string | null
      readonly playbook: string | null
      /** A second playbook, to be compared with the first. */
      readonly against: string | null
      readonly from: Day | null
      readonly to: Day | null
      readonly json: boolean
    }
  | {
      readonly type: 'explain'
      readonly history: readonly string[]
      readonly plan: string | null
      readonly playbook: string | null
      readonly day: Day
      /** The session asked about; null: the whole day. */
      readonly session: string | null
      readonly json: boolean
    }
  | { readonly type: 'science'; readonly metric: string; readonly input: string; readonly json: boolean }
  | { readonly type: 'science-vectors'; readonly file: string; readonly json: boolean }
  | { readonly type: 'science-stored'; readonly folder: string; readonly json: boolean }
  | { readonly type: 'science-backtest'; readonly folder: string; readonly json: boolean }
  | { readonly type: 'science-list'; readonly json: boolean }

/** `says` is the sentence for the person who typed it. */
export type UsageError = { readonly says: string }
type Answer = Result<Command, UsageError>

const wrong = (says: string): Answer => err({ says })

/** The options of a command with their words, and the words that stand before any option. */
type Words = { readonly free: readonly string[]; readonly options: ReadonlyMap<string, readonly string[]> }

const wordsOf = (words: readonly string[]): Words => {
  const free: string[] = []
  const options = new Map<string, string[]>()
  let last: string[] = free
  for (const word of words) {
    if (word.startsWith('--')) {
      const [name, value] = word.split(/=(.*)/s)
      last = options.get(name!) ?? []
      options.set(name!, last)
      if (value !== undefined) last.push(value)
    } else last.push(word)
  }
  return { free, options }
}

const unknownOption = ({ options }: Words, known: readonly string[]): string | undefined =>
  [...options.keys()].find(name => !known.includes(name))

/** `--json` takes no word; one that follows it belongs to the files. */
const files = ({ free, options }: Words): readonly string[] => [...free, ...(options.get('--json') ?? [])]

export const readArguments = (given: readonly string[]): Answer => {
  const [command, ...rest] = given
  if (command === undefined)
    return wrong(
      'say what to do: `tandem import`, `tandem review`, `tandem dry-run`, `tandem science` or `tandem race`',
    )
  if (command === 'help' || given.includes('--help') || given.includes('-h')) return ok({ type: 'help' })
  const words = wordsOf(rest)
  if (command === 'import') return readImport(words)
  if (command === 'review') return readReview(words)
  if (command === 'dry-run') return readDryRun(words)
  if (command === 'explain') return readExplain(words)
  if (command === 'science') return readScience(words)
  if (command === 'race') return readRace(words.free, words.options)
  return wrong(`there is no command \`${command}\``)
}

const readImport = (words: Words): Answer => {
  const shapes = ['json', 'table', 'csv'] as const
  const option = unknownOption(words, [...shapes.map(name => `--${name}`), '--race-day'])
  if (option) return wrong(`\`import\` has no option \`${option}\``)
  const asked = shapes.filter(name => words.options.has(`--${name}`))
  if (asked.length > 1) return wrong('`import` prints one of `--json`, `--table` and `--csv`')
  const [dayText, ...more] = words.options.get('--race-day') ?? []
  const raceDay = dayText === undefined ? null : parseDay(dayText)
  if (raceDay === undefined) return wrong(`\`--race-day ${dayText}\` is no day; write YYYY-MM-DD`)
  const paths = [...words.free, ...shapes.flatMap(name => words.options.get(`--${name}`) ?? []), ...more]
  if (paths.length === 0) return wrong('`import` needs at least one file, folder or archive')
  return ok({ type: 'import', paths, as: asked[0] ?? 'words', raceDay })
}

/** The files that follow `--history`, where every other option is one of these and takes exactly one word. */
const historyIn = (command: string, words: Words, single: readonly string[]): Result<readonly string[], UsageError> => {
  const option = unknownOption(words, ['--history', ...single, '--json'])
  if (option) return err({ says: `\`${command}\` has no option \`${option}\`` })
  const stray = files(words)[0]
  if (stray !== undefined)
    return err({ says: `\`${stray}\` belongs to no option; files of the history follow \`--history\`` })
  const history = words.options.get('--history') ?? []
  if (history.length === 0)
    return err({ says: `\`${command}\` needs \`--history\` with at least one file, folder or archive` })
  const wordy = single.find(name => words.options.has(name) && words.options.get(name)!.length !== 1)
  return wordy === undefined ? ok(history) : err({ says: `\`${wordy}\` takes exactly one word` })
}

const readReview = (words: Words): Answer => {
  const history = historyIn('review', words, ['--plan', '--playbook', '--today', '--time'])
  if (!history.ok) return history
  const [todayText] = words.options.get('--today') ?? []
  if (todayText === undefined) return wrong('`review` needs `--today YYYY-MM-DD`')
  const today = parseDay(todayText)
  if (today === undefined) return wrong(`\`--today ${todayText}\` is no day; write YYYY-MM-DD`)
  const time = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(words.options.get('--time')?.[0] ?? '12:00')
  if (!time) return wrong('`--time` is the time of day as HH:MM')
  return ok({
    type: 'review',
    history: history.value,
    plan: words.options.get('--plan')?.[0] ?? null,
    playbook: words.options.get('--playbook')?.[0] ?? null,
    today,
    minute: Number(time[1]) * 60 + Number(time[2]),
    json: words.options.has('--json'),
  })
}

const readDryRun = (words: Words): Answer => {
  const single = ['--plan', '--playbook', '--against', '--from', '--to'] as const
  const history = historyIn('dry-run', words, single)
  if (!history.ok) return history
  const word = (name: (typeof single)[number]) => words.options.get(name)?.[0] ?? null
  const [from, to] = [word('--from'), word('--to')].map(text => (text === null ? null : parseDay(text)))
  if (from === undefined) return wrong(`\`--from ${word('--from')}\` is no day; write YYYY-MM-DD`)
  if (to === undefined) return wrong(`\`--to ${word('--to')}\` is no day; write YYYY-MM-DD`)
  if (from && to && from > to) return wrong('`--from` is after `--to`')
  const [plan, playbook, against] = [word('--plan'), word('--playbook'), word('--against')]
  return ok({
    type: 'dry-run',
    history: history.value,
    plan,
    playbook,
    against,
    from,
    to,
    json: words.options.has('--json'),
  })
}

const readExplain = (words: Words): Answer => {
  const single = ['--plan', '--playbook', '--day', '--session'] as const
  const history = historyIn('explain', words, single)
  if (!history.ok) return history
  const word = (name: (typeof single)[number]) => words.options.get(name)?.[0] ?? null
  const dayText = word('--day')
  if (dayText === null) return wrong('`explain` needs `--day YYYY-MM-DD`')
  const day = parseDay(dayText)
  if (day === undefined) return wrong(`\`--day ${dayText}\` is no day; write YYYY-MM-DD`)
  const [plan, playbook, session] = [word('--plan'), word('--playbook'), word('--session')]
  return ok({
    type: 'explain',
    history: history.value,
    plan,
    playbook,
    day,
    session,
    json: words.options.has('--json'),
  })
}

const readScience = (words: Words): Answer => {
  const option = unknownOption(words, ['--vectors', '--backtest', '--stored', '--list', '--json'])
  if (option) return wrong(`\`science\` has no option \`${option}\``)
  const json = words.options.has('--json')
  const free = [...files(words), ...(words.options.get('--list') ?? [])]
  for (const [option, what] of [
    ['--vectors', 'file'],
    ['--backtest', 'folder'],
    ['--stored', 'folder'],
  ] as const) {
    const given = words.options.get(option)
    if (!given) continue
    const [path] = given
    if (path === undefined || given.length > 1) return wrong(`\`${option}\` takes exactly one ${what}`)
    if (free.length > 0 || words.options.size > (json ? 2 : 1))
      return wrong(`\`${option}\` stands alone, but for \`--json\``)
    if (option === '--vectors') return ok({ type: 'science-vectors', file: path, json })
    return ok({ type: option === '--stored' ? 'science-stored' : 'science-backtest', folder: path, json })
  }
  if (words.options.has('--list'))
    return free.length > 0 ? wrong('`--list` stands alone, but for `--json`') : ok({ type: 'science-list', json })
  const [metric, input] = free
  if (metric === undefined)
    return wrong('`science` needs a metric and its input, `--list`, `--vectors`, `--backtest` or `--stored`')
  if (input === undefined) return wrong(`\`science ${metric}\` needs its input as JSON, in quotes`)
  if (free.length > 2) return wrong('`science` takes one metric and one input; put the JSON in quotes')
  return ok({ type: 'science', metric, input, json })
}
