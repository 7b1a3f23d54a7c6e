/** The athlete's own heart rate on easy and steady runs: a robust line, and how far one run lies from it. */
import { dot, inverseOf } from '../lib/linear.ts'
import { median } from '../lib/math.ts'

/** Mean heart rate (bpm), grade-adjusted speed (m/s), air temperature (°C, null: not recorded), local hour (0 … 24). */
export type HeartRateRun = {
  readonly hr: number
  readonly metresPerS: number
  readonly celsius: number | null
  readonly hour: number
}

/** Runs a model rests on at the least, and the days it looks back (playbook.md 6). */
export const fewestRuns = 8
export const modelDays = 42

/** Warmth in °C above which the heart works harder to cool the body (ours); below, temperature is not looked at. */
export const warmFrom = 15
/** The hour at which body temperature, and with it heart rate, is highest. */
const warmestHour = 17
/** Huber's constant: residuals beyond so many spreads count less the further they are out. */
const huber = 1.345
/** No model claims to know a mean heart rate better than this (bpm): straps and wrists differ by as much (ours). */
const leastSpread = 2
/** From median absolute deviation to standard deviation. */
const toDeviation = 1.4826
const rounds = 40

/** What is expected of a slope before any run is seen, and how firmly (one standard deviation). */
type Expected = { readonly mean: number; readonly deviation: number }
const expected = {
  /** Half of a usual reserve over half of a usual range of speed: bpm per m/s. */
  speed: { mean: 25, deviation: 15 },
  /** bpm per °C above 15: the direction is published, the size is the field's rule of thumb. */
  warmth: { mean: 0.7, deviation: 0.4 },
  /** bpm from the coolest to the warmest hour, half of it. */
  hour: { mean: 0, deviation: 3 },
} as const satisfies { readonly [term: string]: Expected }

/** bpm at the middle speed, in the cool, at a middling hour; slopes as above; spread of the residuals in bpm. */
export type HeartRateModel = {
  readonly runs: number
  readonly usesWarmth: boolean
  readonly middleSpeed: number
  readonly coefficients: readonly number[]
  readonly covariance: readonly (readonly number[])[]
  readonly spread: number
}

/** The heart rate a model expects (bpm), and one robust standard deviation of one run about it. */
export type ExpectedHeartRate = { readonly hr: number; readonly deviation: number }

type Shape = Pick<HeartRateModel, 'usesWarmth' | 'middleSpeed'>

const termsOf = ({ metresPerS, celsius, hour }: Omit<HeartRateRun, 'hr'>, { usesWarmth, middleSpeed }: Shape) => [
  1,
  metresPerS - middleSpeed,
  Math.cos((2 * Math.PI * (hour - warmestHour)) / 24),
  ...(usesWarmth ? [Math.max(0, (celsius ?? 0) - warmFrom)] : []),
]

/**
 * trust: ours. The model of some runs: mean heart rate on grade-adjusted speed, warmth and time of day, by least squares
 * reweighted until it stands (Huber 1964, k = 1.345), with weak expectations of the three slopes. So eight runs at one pace
 * or in one weather do not pretend to know what a faster or hotter one does: where the runs say little, the expectation
 * stands and the band widens. For easy and steady runs of one athlete, −20 … 45 °C; not for intervals or races.
 *
 * Undefined with fewer than eight. `usesWarmth` leaves out runs without a temperature; without it
 * temperature is not looked at. The order of the runs changes nothing beyond rounding.
 */
export const heartRateModel = (given: readonly HeartRateRun[], usesWarmth: boolean): HeartRateModel | undefined => {
  const runs = usesWarmth ? given.filter(({ celsius }) => celsius !== null) : given
  const middleSpeed = median(runs.map(({ metresPerS }) => metresPerS))
  if (runs.length < fewestRuns || middleSpeed === undefined) return undefined
  const shape = { usesWarmth, middleSpeed }
  const rows = runs.map(run => ({ hr: run.hr, terms: termsOf(run, shape) }))
  const slopes = [expected.speed, expected.hour, ...(usesWarmth ? [expected.warmth] : [])]
  const start = median(rows.map(({ hr, terms }) => hr - dot(slopesOnly(slopes), terms.slice(1))))!
  let coefficients: readonly number[] = [start, ...slopesOnly(slopes)]
  let spread = spreadOf(rows, coefficients, 1)
  for (let round = 0; round < rounds; round++) {
    const fit = refit(rows, slopes, coefficients, spread)
    if (!fit) return undefined
    const settled = fit.coefficients.every((value, i) => Math.abs(value - coefficients[i]!) < 1e-10)
    coefficients = fit.coefficients
    spread = spreadOf(rows, coefficients, fit.free)
    if (settled) break
  }
  const last = refit(rows, slopes, coefficients, spread)
  return last && { runs: runs.length, ...shape, coefficients, covariance: last.covariance, spread }
}

const slopesOnly = (slopes: readonly Expected[]): readonly number[] => slopes.map(({ mean }) => mean)

type Row = { readonly hr: number; readonly terms: readonly number[] }

/** Median absolute deviation as a standard deviation, made up for the terms that were fitted (`free`). */
const spreadOf = (rows: readonly Row[], coefficients: readonly number[], free: number): number => {
  const off = median(rows.map(({ hr, terms }) => Math.abs(hr - dot(coefficients, terms))))!
  const left = Math.max(1, rows.length - free)
  return Math.max(leastSpread, toDeviation * off * Math.sqrt(rows.length / left))
}

/** One step of reweighting: the coefficients, their covariance, and how many of them the runs (not we) decided. */
const refit = (rows: readonly Row[], slopes: readonly Expected[], before: readonly number[], spread: number) => {
  const size = slopes.length + 1
  const seen = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const pulled = new Array<number>(size).fill(0)
  for (const { hr, terms } of rows) {
    const off = Math.abs(hr - dot(before, terms))
    const weight = Math.min(1, off > 0 ? (huber * spread) / off : 1) / spread ** 2
    for (let i = 0; i < size; i++) {
      pulled[i]! += weight * terms[i]! * hr
      for (let j = 0; j < size; j++) seen[i]![j]! += weight * terms[i]! * terms[j]!
    }
  }
  const precision = seen.map((row, i) =>
    row.map((value, j) => value + (i === j && i > 0 ? 1 / slopes[i - 1]!.deviation ** 2 : 0)),
  )
  const covariance = inverseOf(precision)
  if (!covariance) return undefined
  const sums = pulled.map((value, i) => value + (i > 0 ? slopes[i - 1]!.mean / slopes[i - 1]!.deviation ** 2 : 0))
  const free = covariance.reduce(
    (total, row, i) =>
      total +
      dot(
        row,
        seen.map(column => column[i]!),
      ),
    0,
  )
  return { coefficients: covariance.map(row => dot(row, sums)), covariance, free }
}

/** What a model expects of a run. The further the run lies from what the model has seen, the wider the deviation. */
export const expectedHeartRate = (model: HeartRateModel, run: Omit<HeartRateRun, 'hr'>): ExpectedHeartRate => {
  const terms = termsOf(run, model)
  const open = dot(
    terms,
    model.covariance.map(row => dot(row, terms)),
  )
  return { hr: dot(model.coefficients, terms), deviation: Math.sqrt(model.spread ** 2 + Math.max(0, open)) }
}
