/** Which recorded lap belongs to which planned step: in order, as alike as can be, and nothing forced. */
import type { Activity } from '../../model/activity.ts'
import type { Step } from '../../model/workout.ts'

export type Lap = Activity['splits'][number]

/** A work step's lap is as long as planned, but for the satellites and a late thumb (12 %, ours). */
const workTolerance = Math.log(1.12)
/** Warming up, recovering and cooling down are taken more freely (a third to three times, ours). */
const restTolerance = Math.log(3)
/** What it costs to say that a step was not run, in units of the logarithm of lengths. */
const missedWork = 3
const missedRest = 1
/** Laps that one step may be cut into, by a watch that also counts kilometres. */
const mostLaps = 12
/** More than this is no workout anybody wrote. */
const mostSteps = 250

/**
 * The lap run for each step (several laps added up where the watch cut one step), null for one that was not run; undefined
 * where fewer than half of the work steps, or fewer than one, find theirs. Laps before the first and after the last step
 * belong to none.
 */
export const alignLaps = (steps: readonly Step[], laps: readonly Lap[]): readonly (Lap | null)[] | undefined => {
  if (steps.length > mostSteps || laps.length > mostSteps || laps.length === 0) return undefined
  const width = laps.length + 1
  // cost[i][j]: the first i steps are settled with the first j laps; laps before the first step are free.
  const cost: number[][] = [new Array<number>(width).fill(0)]
  const taken: number[][] = [new Array<number>(width).fill(0)]
  for (let i = 1; i <= steps.length; i++) {
    const step = steps[i - 1]!
    const before = cost[i - 1]!
    const row = new Array<number>(width)
    const took = new Array<number>(width).fill(0)
    for (let j = 0; j < width; j++) {
      row[j] = before[j]! + (step.role === 'work' ? missedWork : missedRest)
      for (let count = 1; count <= Math.min(j, mostLaps); count++) {
        const off = differenceOf(step, joined(laps.slice(j - count, j)))
        const total = off === undefined ? undefined : before[j - count]! + off
        if (total !== undefined && total < row[j]!) {
          row[j] = total
          took[j] = count
        }
      }
    }
    cost.push(row)
    taken.push(took)
  }
  return settled(steps, laps, cost, taken)
}

const settled = (steps: readonly Step[], laps: readonly Lap[], cost: number[][], taken: number[][]) => {
  const last = cost[steps.length]!
  let j = last.indexOf(Math.min(...last))
  const found: (Lap | null)[] = []
  for (let i = steps.length; i > 0; i--) {
    const count = taken[i]![j]!
    found.unshift(count === 0 ? null : joined(laps.slice(j - count, j)))
    j -= count
  }
  const work = steps.flatMap((step, i) => (step.role === 'work' ? [found[i]] : []))
  const run = work.filter(lap => lap !== null).length
  return run === 0 || run < work.length / 2 ? undefined : found
}

const joined = (laps: readonly Lap[]): Lap => {
  if (laps.length === 1) return laps[0]!
  const durationS = laps.reduce((sum, lap) => sum + lap.durationS, 0)
  const distanceM = laps.reduce<number | null>(
    (sum, lap) => (sum === null || lap.distanceM === null ? null : sum + lap.distanceM),
    0,
  )
  const beats = laps.reduce<number | null>(
    (sum, lap) => (sum === null || lap.meanHr === null ? null : sum + lap.meanHr * lap.durationS),
    0,
  )
  return { durationS, distanceM, meanHr: beats === null || durationS === 0 ? null : Math.round(beats / durationS) }
}

/** How far a lap is from a step in length, as a logarithm; undefined where it cannot have been it. */
const differenceOf = ({ amount, role }: Step, { durationS, distanceM }: Lap): number | undefined => {
  // Why: a step without a length is whatever lap was run for it.
  if (amount.unit === 'lap') return durationS > 0 ? 0 : undefined
  const run = amount.unit === 's' ? durationS : distanceM
  if (run === null || run <= 0) return undefined
  const off = Math.abs(Math.log(run / amount.value))
  return off <= (role === 'work' ? workTolerance : restTolerance) ? off : undefined
}
