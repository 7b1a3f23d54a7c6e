/** What a race would take, from the best effort on file, and how far such a figure is usually off. */
import { inverseOf } from '../lib/linear.ts'
import { clamp, sum } from '../lib/math.ts'
import { type CriticalSpeed, criticalSeconds, type Effort, secondsForDistance } from './critical-speed.ts'
import { riegelSecondsFor } from './equivalents.ts'
import { raceSeconds, vdotOfEffort } from './vdot.ts'

/**
 * How marathons came out against the mean of VDOT and Riegel, in natural logarithms: `offset` at 45 km a week, `perVolume`
 * more for each unit of ln(km ÷ 45), and the standard deviation about it for a runner never seen before.
 */
export type Calibration = { readonly offset: number; readonly perVolume: number; readonly deviation: number }

/**
 * trust: ours. Fitted by `calibrate` to 16 marathons of five runners (2:55 to 5:20, 9 to 77 km a week); the deviation is
 * of races predicted without their runner. `tandem science --backtest` prints the races, and a test fits them again.
 */
export const marathonCalibration: Calibration = { offset: 0.076, perVolume: -0.06, deviation: 0.114 }

/** Kilometres a week at which the offset holds, and the range in which volume was seen. */
export const volumeRange = { usual: 45, least: 8, most: 90 } as const
const volumeTerm = (weeklyKm: number): number =>
  Math.log(clamp(weeklyKm, volumeRange.least, volumeRange.most) / volumeRange.usual)

/** Student's t for 80 % with 15 degrees of freedom: four of five races are meant to fall between the two ends. */
const eighty = 1.34
/** Past marathons that a runner's own offset is held back by: with one on file a third of it counts (ours). */
const heldBack = 2
/**
 * Spread of a race no longer than half a marathon (logarithm): of the effort itself, and for each e-fold of distance. Ours,
 * so chosen that four of five of 71 hard runs over 10 km and the half fall inside; they were not left out in choosing.
 */
const shortRace = { effort: 0.07, perFold: 0.03 } as const
const half = 21_097.5
/** Up to here a road race is predicted; beyond, terrain and nights decide. */
export const longestPredicted = 42_195

/** Natural logarithm of seconds: the mean of VDOT and Riegel (k = 1.06), and of critical speed where it reaches so far. */
export const equivalentOf = ([metres, seconds]: Effort, toM: number, critical: CriticalSpeed | null = null): number => {
  const opinions = [raceSeconds(vdotOfEffort(metres, seconds), toM), riegelSecondsFor(metres, seconds, toM)]
  const bySpeed = critical === null ? undefined : secondsForDistance(critical, toM)
  // Why only so far: beyond some twenty minutes the two-parameter model has no end, and flatters.
  if (bySpeed !== undefined && bySpeed >= criticalSeconds.least && bySpeed <= criticalSeconds.most)
    opinions.push(bySpeed)
  return sum(opinions.map(Math.log)) / opinions.length
}

/** How much of what was learnt from marathons counts at a distance: none at half of it, all at the whole. */
const marathonShare = (metres: number): number => clamp(Math.log(metres / half) / Math.log(2), 0, 1)

/** A race run before: ln of its seconds less what the equivalents and the volume of its weeks had said. */
export const ownOffset = (residuals: readonly number[]): number => sum(residuals) / (residuals.length + heldBack)

/** The logarithm less the equivalents by which a marathon is expected to differ. */
export const expectedOffset = (
  { offset, perVolume }: Pick<Calibration, 'offset' | 'perVolume'>,
  weeklyKm: number,
): number => offset + perVolume * volumeTerm(weeklyKm)

/** Seconds: the figure, and the ends between which four of five such races fall; the two equivalents it rests on. */
export type Prediction = {
  readonly seconds: number
  readonly fast: number
  readonly slow: number
  readonly byVdot: number
  readonly byRiegel: number
}

/**
 * trust: ours (VDOT and Riegel published). Seconds for a road race of up to a marathon from the best effort, kilometres a
 * week over eight weeks, the runner's own past marathons (residuals as `ownOffset` takes them) and critical speed where it
 * is known. Calibrated on races for the marathon; at half of it and below the width rests on hard runs, races among them.
 */
export const predictRace = (
  toM: number,
  best: Effort,
  weeklyKm: number,
  residuals: readonly number[] = [],
  critical: CriticalSpeed | null = null,
  calibration: Calibration = marathonCalibration,
): Prediction => {
  const share = marathonShare(toM)
  const log = equivalentOf(best, toM, critical) + share * (expectedOffset(calibration, weeklyKm) + ownOffset(residuals))
  const short = Math.hypot(shortRace.effort, shortRace.perFold * Math.log(toM / best[0]))
  const deviation = Math.hypot(share * calibration.deviation, (1 - share) * short)
  return {
    seconds: Math.exp(log),
    fast: Math.exp(log - eighty * deviation),
    slow: Math.exp(log + eighty * deviation),
    byVdot: raceSeconds(vdotOfEffort(...best), toM),
    byRiegel: riegelSecondsFor(best[0], best[1], toM),
  }
}

/** A marathon that was run: whose, what the equivalents said (ln seconds), km a week before it, and ln of its seconds. */
export type PastRace = {
  readonly runner: string
  readonly equivalent: number
  readonly weeklyKm: number
  readonly outcome: number
}

/** Expected before any race is seen (Vickers & Vertosick 2016: Riegel flatters, less so with more weekly distance). */
const prior = { offset: [0.04, 0.05], perVolume: [-0.06, 0.04] } as const
const huber = 1.345
const usualSpread = 0.1

/**
 * Offset and volume term by robust least squares with the prior above; of several races of one runner each counts for
 * less, since they are alike. Races in any order.
 */
export const fitCalibration = (races: readonly PastRace[]): Pick<Calibration, 'offset' | 'perVolume'> => {
  const count = (runner: string) => races.filter(race => race.runner === runner).length
  let fit: { offset: number; perVolume: number } = { offset: prior.offset[0], perVolume: prior.perVolume[0] }
  for (let round = 0; round < 30; round++) {
    const precision = [1 / prior.offset[1] ** 2, 0, 1 / prior.perVolume[1] ** 2]
    const pulled = [prior.offset[0] * precision[0]!, prior.perVolume[0] * precision[2]!]
    for (const race of races) {
      const off = Math.abs(residualOf(race, fit))
      const robust = Math.min(1, off > 0 ? (huber * usualSpread) / off : 1)
      const weight = robust / usualSpread ** 2 / (1 + 0.5 * (count(race.runner) - 1))
      const x = volumeTerm(race.weeklyKm)
      const y = race.outcome - race.equivalent
      precision[0]! += weight
      precision[1]! += weight * x
      precision[2]! += weight * x * x
      pulled[0]! += weight * y
      pulled[1]! += weight * x * y
    }
    const [a, b, c] = precision as [number, number, number]
    const inverse = inverseOf([
      [a, b],
      [b, c],
    ])
    if (!inverse) return fit
    const [first, second] = inverse.map(row => row[0]! * pulled[0]! + row[1]! * pulled[1]!)
    fit = { offset: first!, perVolume: second! }
  }
  return fit
}

/** How a race came out against the fit, in logarithms; positive is slower. */
export const residualOf = (race: PastRace, fit: Pick<Calibration, 'offset' | 'perVolume'>): number =>
  race.outcome - race.equivalent - expectedOffset(fit, race.weeklyKm)

/**
 * Each race against the fit of the other runners' and the runner's own races before it: the races of a runner must stand in
 * the order in which they were run.
 */
export const withoutTheirRunner = (races: readonly PastRace[]): readonly number[] => {
  const fits = new Map(
    [...new Set(races.map(({ runner }) => runner))].map(runner => [
      runner,
      fitCalibration(races.filter(race => race.runner !== runner)),
    ]),
  )
  return races.map((race, i) => {
    const fit = fits.get(race.runner)!
    const before = races.slice(0, i).filter(({ runner }) => runner === race.runner)
    return residualOf(race, fit) - ownOffset(before.map(past => residualOf(past, fit)))
  })
}

/** The whole calibration: the fit to all, and the deviation of races predicted without their runner. */
export const calibrate = (races: readonly PastRace[]): Calibration => {
  const off = withoutTheirRunner(races)
  return { ...fitCalibration(races), deviation: Math.sqrt(sum(off.map(value => value ** 2)) / Math.max(1, off.length)) }
}
