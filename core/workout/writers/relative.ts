/** Steps as minutes at a share of threshold, for programs that know time and intensity only. */
import { err, ok, type Result } from '../../lib/result.ts'
import type { Session } from '../../model/session.ts'
import type { Step, Zone } from '../../model/workout.ts'
import { paceOfTarget, type ZonePaces } from '../cues.ts'
import { sharesOf } from '../ranges.ts'
import type { WriteError } from './writer.ts'

/** Speed in each zone as a share of threshold speed, the middle of the band at VDOT 50. trust: convention. */
const shareOfZone: Readonly<Record<Zone, number>> = { E: 0.8, M: 0.94, T: 1, I: 1.085, R: 1.16 }
/** The same by feel: RPE 7 is an hour at threshold. trust: convention. */
const shareOfEffort = (rpe: number): number => [0.6, 0.65, 0.7, 0.75, 0.82, 0.9, 1, 1.06, 1.12, 1.18][rpe - 1] ?? 1

/** `shares` of threshold at its two ends; null where the step asks for nothing, or for what has none on file. */
export type Timed = {
  readonly step: Step
  readonly seconds: number
  readonly shares: readonly [number, number] | null
}
export type TimedBlock = { readonly times: number; readonly steps: readonly Timed[] }

const sharesOfStep = ({ target }: Step, paces: ZonePaces | null): Timed['shares'] => {
  if (target.type === 'range')
    return sharesOf(target, { thresholdPaceSPerKm: paces === null ? null : (paces.T.fast + paces.T.slow) / 2 })
  const share =
    target.type === 'zone' ? shareOfZone[target.zone] : target.type === 'effort' ? shareOfEffort(target.rpe) : null
  return share === null ? null : [share, share]
}

const secondsOf = (step: Step, paces: ZonePaces | null): number | null => {
  if (step.amount.unit === 's') return step.amount.value
  // Why: a trainer or treadmill goes on by the clock; a step until the lap button gets five minutes. trust: ours.
  if (step.amount.unit === 'lap') return 300
  const own = paceOfTarget(step.target, paces)
  const pace = own ?? paceOfTarget({ type: 'zone', zone: 'E' }, paces)
  return pace === null ? null : Math.round((step.amount.value * (pace.fast + pace.slow)) / 2000)
}

/** A distance becomes minutes by the athlete's own pace; without one there is no honest answer. */
export const timedBlocks = ({ steps }: Session, paces: ZonePaces | null): Result<readonly TimedBlock[], WriteError> => {
  if (steps.length === 0) return err({ type: 'NoSteps' })
  const blocks: TimedBlock[] = []
  for (const block of steps) {
    const timed: Timed[] = []
    for (const step of block.type === 'step' ? [block] : block.steps) {
      const seconds = secondsOf(step, paces)
      if (seconds === null) return err({ type: 'DistanceWithoutPace' })
      timed.push({ step, seconds, shares: sharesOfStep(step, paces) })
    }
    blocks.push({ times: block.type === 'step' ? 1 : block.times, steps: timed })
  }
  return ok(blocks)
}
