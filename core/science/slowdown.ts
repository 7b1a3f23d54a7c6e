/** How races of many went from half to half: context beside a plan, never a verdict on one runner. */
import { median, round } from '../lib/math.ts'

/** One finisher: seconds at half the distance and at the end. */
export type Finish = { readonly halfS: number; readonly seconds: number; readonly woman: boolean | null }

/** Finish times in minutes, from the first on and below the second. */
export const finishBands = [
  [0, 180],
  [180, 210],
  [210, 240],
  [240, 270],
  [270, 300],
  [300, Number.POSITIVE_INFINITY],
] as const

/** Percent; null where nobody finished in the band. `negative` is the share whose second half was faster. */
export type SlowdownRow = {
  readonly fromMinutes: number
  readonly toMinutes: number
  readonly runners: number
  readonly medianChange: number | null
  readonly negative: number | null
}

export const changeOf = ({ halfS, seconds }: Pick<Finish, 'halfS' | 'seconds'>): number =>
  100 * ((seconds - halfS) / halfS - 1)

const rowOf = (finishes: readonly Finish[], fromMinutes: number, toMinutes: number): SlowdownRow => {
  const changes = finishes.map(changeOf)
  const middle = median(changes)
  return {
    fromMinutes,
    toMinutes,
    runners: finishes.length,
    medianChange: middle === undefined ? null : round(middle, 1),
    negative:
      finishes.length === 0 ? null : round((100 * changes.filter(change => change < 0).length) / finishes.length, 1),
  }
}

/** One row for each band of finish time, in order. */
export const slowdownTable = (finishes: readonly Finish[]): readonly SlowdownRow[] =>
  finishBands.map(([from, to]) =>
    rowOf(
      finishes.filter(({ seconds }) => seconds >= 60 * from && seconds < 60 * to),
      from,
      to,
    ),
  )

export const slowdownOfAll = (finishes: readonly Finish[]): SlowdownRow => rowOf(finishes, 0, Number.POSITIVE_INFINITY)

/**
 * Boston 2014, 31,859 runners, warm and hilly: median change of the second half against the first in percent, and share
 * with a faster second half, by `finishBands`; null where it was not worked out. trust: published (results, computed).
 */
export const boston2014: readonly { readonly medianChange: number; readonly negative: number | null }[] = [
  { medianChange: 5.2, negative: 8.3 },
  { medianChange: 8.6, negative: null },
  { medianChange: 12.2, negative: null },
  { medianChange: 17.3, negative: null },
  { medianChange: 22.1, negative: null },
  { medianChange: 27.0, negative: 0.5 },
]
