/** The back-test of race times in plain lines, with what the errors come to. */
import { mean, median } from '../lib/math.ts'
import type { Command } from './arguments.ts'
import { type Backtest, type BacktestRow, backtest } from './backtest.ts'
import { backtestShort, type ShortRow, sayShort } from './backtest-short.ts'
import type { Screen } from './reading.ts'

/** Prints the table, or one object; exit code 1 where the folder has no such list or a history of it is missing. */
export const runBacktest = async (
  { folder, json }: Extract<Command, { type: 'science-backtest' }>,
  screen: Screen,
): Promise<number> => {
  const done = await backtest(folder)
  if (!done.ok) {
    screen.err(done.error.says)
    return 1
  }
  const short = await backtestShort(folder)
  screen.out(
    json
      ? JSON.stringify({ schema: 1, ...done.value, short, summary: summaryOf(done.value.rows) })
      : sayBacktest(done.value, short),
  )
  return 0
}

/** Error in percent, positive where the prediction was too slow. */
const off = (said: number, actual: number): number => 100 * (said / actual - 1)

export type BacktestSummary = {
  readonly races: number
  readonly inside: number
  readonly methods: readonly {
    readonly name: string
    readonly meanError: number
    readonly medianError: number
    readonly bias: number
    readonly worst: number
  }[]
}

/** Mean and median of the errors' sizes, their mean with sign, and the worst, in percent; races inside their interval. */
export const summaryOf = (rows: readonly BacktestRow[]): BacktestSummary => {
  const said = rows.filter(({ ours }) => ours !== null)
  const method = (name: string, of: (row: BacktestRow) => number | null) => {
    const errors = said.map(row => off(of(row)!, row.actual))
    const sizes = errors.map(Math.abs)
    return {
      name,
      meanError: mean(sizes) ?? 0,
      medianError: median(sizes) ?? 0,
      bias: mean(errors) ?? 0,
      worst: Math.max(0, ...sizes),
    }
  }
  return {
    races: said.length,
    inside: said.filter(({ actual, fast, slow }) => actual >= fast! && actual <= slow!).length,
    methods: [
      method('ours', row => row.ours),
      method('VDOT alone', row => row.vdot),
      method('Riegel alone', row => row.riegel),
    ],
  }
}

const clock = (seconds: number): string => {
  const s = Math.round(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
}

/** The table in plain lines, then the summary. */
export const sayBacktest = ({ rows, outside }: Backtest, short: readonly ShortRow[] = []): string => {
  const said = rows.map(line)
  return [
    'A run of marathon distance counts as raced unless a faster one came before and its mean heart rate was below the median of',
    'the twelve weeks before it. Each race is predicted from the weeks before it; the fit has never seen its runner.',
    '',
    ...said,
    '',
    ...sums(rows),
    ...(outside.length === 0
      ? []
      : ['', 'A runner who is not on the list and in no fit:', '', ...outside.map(line), '', ...sums(outside)]),
    ...(short.length === 0
      ? []
      : [
          '',
          'Shorter: runs whose mean heart rate and pace both lie in the upper tenth of the twelve weeks before (the width was chosen on them):',
          ...sayShort(short),
        ]),
  ].join('\n')
}

const line = (row: BacktestRow): string => {
  const what = `${row.set.padEnd(26)} ${row.day}  ${row.km.toFixed(1).padStart(5)} km  ${clock(row.actual).padStart(8)}`
  if (row.ours === null) return `${what}  ${row.why}`
  const error = (seconds: number) => `${clock(seconds)} ${off(seconds, row.actual).toFixed(1).padStart(6)} %`
  const inside = row.actual >= row.fast! && row.actual <= row.slow! ? 'inside' : 'outside'
  return `${what}  ours ${error(row.ours)}  80 % ${clock(row.fast!)}–${clock(row.slow!)} ${inside.padEnd(7)}  VDOT ${error(row.vdot!)}  Riegel ${error(row.riegel!)}`
}

const sums = (rows: readonly BacktestRow[]): readonly string[] => {
  const { races, inside, methods } = summaryOf(rows)
  return [
    ...methods.map(
      ({ name, meanError, medianError, bias, worst }) =>
        `${name.padEnd(12)} error in the mean ${meanError.toFixed(1)} %, median ${medianError.toFixed(1)} %, worst ${worst.toFixed(1)} %, bias ${bias.toFixed(1)} %`,
    ),
    `${races} races predicted of ${rows.length} long efforts; ${inside} of ${races} (${Math.round((100 * inside) / Math.max(1, races))} %) inside the 80 % interval`,
  ]
}
