/** The steps of a planned workout beside what was run for each: by the laps, or else by the plan's own lengths. */
import { type Along, type Stretch, stretchOf, timerAt } from '../../history/along.ts'
import { type Reading, unknown } from '../../lib/reading.ts'
import type { Activity } from '../../model/activity.ts'
import type { Session } from '../../model/session.ts'
import type { Step } from '../../model/workout.ts'
import { paceOfTarget, zonePaces } from '../../workout/cues.ts'
import { flatten } from '../../workout/estimate.ts'
import { executionIn, type StepDone, stepDone } from './execution.ts'

/** `by` says how the pieces were found. `fade` is the slowing from the first to the last of the like repeats, a share. */
export type WorkSteps = {
  readonly by: 'laps' | 'plan'
  readonly steps: readonly StepDone[]
  readonly fade: Reading<number>
}

/** The recording cut into the plan's lengths, one after the other from the start; null where it ended before. */
const cutBy = (steps: readonly Step[], along: Along): readonly (Stretch | null)[] => {
  const end = along.timer.at(-1) ?? 0
  const lastM = along.metres.at(-1) ?? Number.NaN
  let from = 0
  let fromM = along.metres.find(metres => !Number.isNaN(metres)) ?? Number.NaN
  let isOver = false
  return steps.map(({ amount }) => {
    // Why: where a step without a length ended nobody knows, so neither where the next began.
    isOver ||= amount.unit === 'lap'
    if (isOver || amount.unit === 'lap') return null
    const { unit, value } = amount
    const to = unit === 's' ? from + value : timerAt(along, fromM + value)
    isOver ||= !(to <= end) || (unit === 'm' && !(fromM + value <= lastM))
    if (isOver) return null
    const done = stretchOf(along, from, to)
    from = to
    fromM += done.metres ?? Number.NaN
    return done
  })
}

/** Undefined where the session has no more than one step, or nothing recorded tells the steps apart. */
export const workStepsOf = (
  session: Pick<Session, 'id' | 'steps'>,
  activity: Activity,
  thresholdPaceSPerKm: number | null,
  along: Along | null,
): WorkSteps | undefined => {
  const steps = flatten(session.steps)
  if (steps.length < 2) return undefined
  const byLaps = executionIn(activity, session, thresholdPaceSPerKm)
  if (byLaps.known) return { by: 'laps', steps: byLaps.value.steps, fade: byLaps.value.fade }
  if (along === null) return undefined
  const paces = zonePaces({ thresholdPaceSPerKm })
  const pieces = cutBy(steps, along)
  return {
    by: 'plan',
    steps: steps.map((step, i) => {
      const piece = pieces[i] ?? null
      const lap = piece && { durationS: Math.round(piece.seconds), distanceM: piece.metres, meanHr: piece.meanHr }
      return stepDone(step, lap, paceOfTarget(step.target, paces))
    }),
    fade: unknown('cut by the plan’s lengths the repeats are not exact enough'),
  }
}
