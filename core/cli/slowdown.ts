/** `tandem race --slowdown`: how a whole field slowed from half to half, beside the table of another year. */
import { sayClock } from '../lib/clock.ts'
import { boston2014, type Finish, type SlowdownRow, slowdownOfAll, slowdownTable } from '../science/slowdown.ts'
import type { RaceCommand } from './race-arguments.ts'
import { readBytes } from './race-course.ts'
import type { Screen } from './reading.ts'

const columns = ['gender', 'half', 'official'] as const

/** Finishers of a table of splits in minutes (`gender,…,half,…,official`); rows without both times are counted apart. */
export const finishesIn = (
  text: string,
): { readonly finishes: readonly Finish[]; readonly without: number } | undefined => {
  const [head = '', ...lines] = text.split('\n')
  const names = head.trim().split(',')
  const [gender, half, official] = columns.map(name => names.indexOf(name)) as [number, number, number]
  if (half < 0 || official < 0) return undefined
  const rows = lines.filter(line => line.trim() !== '').map(line => line.trim().split(','))
  const finishes = rows.flatMap(cells => {
    const [halfS, seconds] = [60 * Number(cells[half]), 60 * Number(cells[official])]
    // Why: a mat that missed somebody leaves a nought, or the time of another place.
    if (!(halfS > 1800 && seconds > 1.5 * halfS && seconds < 5 * halfS)) return []
    const word = cells[gender]
    return [{ halfS, seconds, woman: word === 'F' ? true : word === 'M' ? false : null }]
  })
  return { finishes, without: rows.length - finishes.length }
}

const percent = (value: number | null): string => (value === null ? '    –' : `${value.toFixed(1).padStart(5)}`)
const band = ({ fromMinutes, toMinutes }: SlowdownRow): string => {
  const clock = (minutes: number) => sayClock(60 * minutes).slice(0, 4)
  if (fromMinutes === 0) return Number.isFinite(toMinutes) ? `under ${clock(toMinutes)}` : 'all'
  return Number.isFinite(toMinutes) ? `${clock(fromMinutes)} to ${clock(toMinutes)}` : `${clock(fromMinutes)} and over`
}

export const runSlowdown = async (
  { file, json }: Extract<RaceCommand, { type: 'race-slowdown' }>,
  screen: Screen,
): Promise<number> => {
  const bytes = await readBytes(file)
  if (!bytes.ok) {
    screen.err(bytes.error.says)
    return 1
  }
  const read = finishesIn(new TextDecoder().decode(bytes.value))
  if (read === undefined || read.finishes.length === 0) {
    screen.err(`${file}: there are no columns \`half\` and \`official\` with minutes in it. Check the file.`)
    return 1
  }
  const { finishes, without } = read
  const rows = slowdownTable(finishes)
  const all = slowdownOfAll(finishes)
  const slowest = finishes.reduce((most, { seconds }) => Math.max(most, seconds), 0)
  const line = (row: SlowdownRow, beside: string) =>
    `${band(row).padEnd(14)} ${String(row.runners).padStart(6)} runners   second half ${percent(row.medianChange)} % slower (median)   faster ${percent(row.negative)} %${beside}`
  const sex = (woman: boolean) => slowdownOfAll(finishes.filter(one => one.woman === woman))
  screen.out(
    json
      ? JSON.stringify({ schema: 1, finishers: finishes.length, without, rows, all, boston2014 })
      : [
          ...rows.map((row, i) =>
            line(
              row,
              `   2014: ${percent(boston2014[i]!.medianChange)} %${boston2014[i]!.negative === null ? '' : `, faster ${boston2014[i]!.negative} %`}`,
            ),
          ),
          line(all, ''),
          `men ${percent(sex(false).medianChange)} %, women ${percent(sex(true).medianChange)} %; the last finisher here took ${sayClock(slowest)}; ${without} rows without both times`,
          'Context for a plan, no forecast of one runner.',
        ].join('\n'),
  )
  return 0
}
