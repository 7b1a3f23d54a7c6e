/** How the work of a planned session was carried out: each step beside the lap that was run for it. */
import { known, type Reading, unknown } from '../../lib/reading.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import { addDays } from '../../model/day.ts'
import type { ActivityId, SessionId } from '../../model/ids.ts'
import type { Session } from '../../model/session.ts'
import type { Step } from '../../model/workout.ts'
import { intervalStability } from '../../science/drift.ts'
import { type PaceRange, paceOfTarget, zonePaces } from '../../workout/cues.ts'
import { flatten } from '../../workout/estimate.ts'
import { alignLaps, type Lap } from './align-laps.ts'
import type { Context } from './context.ts'
import { doneAs } from './done-as.ts'

/** `in range` of the target's paces (whole seconds), or how it missed them; `not run`, or run with no pace to judge by. */
export type StepState = 'in range' | 'faster' | 'slower' | 'not run' | 'no target'

/** One planned step: seconds and metres as run (null: not run, or not known), seconds per kilometre, the planned range. */
export type StepDone = {
  readonly step: Step
  readonly seconds: number | null
  readonly metres: number | null
  readonly paceSPerKm: number | null
  readonly meanHr: number | null
  readonly range: PaceRange | null
  readonly state: StepState
}

/**
 * `inRange` is the share of the work steps with a target pace that were run within it; `fade` how much slower (positive)
 * the last of the like repeats was than the first, as a share; `spread` their coefficient of variation.
 */
export type Execution = {
  readonly session: SessionId
  readonly activity: ActivityId
  readonly steps: readonly StepDone[]
  readonly inRange: Reading<number>
  readonly fade: Reading<number>
  readonly spread: Reading<number>
}

const fewestRepeats = 3

/** The execution of a session that is done as an activity; unknown where its laps do not follow the plan. */
export const executionOf = (context: Context, session: Session): Reading<Execution> => {
  const activity = doneAs(context, session)
  if (!activity) return unknown('the session is not on file as an activity')
  const pace = context.thresholds.thresholdPaceSPerKm
  return executionBefore(activity, [session, pace], () => executionIn(activity, session, pace))
}

const executionBefore = remembered<Reading<Execution>>()

/** A session longer ago than this says nothing about now. */
const windowDays = 7

/** A share of the latest session of the last seven days that has it, with the activity it rests on. */
export const lastExecution = (context: Context, share: 'inRange' | 'fade'): Reading<number> => {
  const from = addDays(context.day, 1 - windowDays)
  const shares = context.sessions.flatMap(session => {
    if (session.day < from || session.day > context.day) return []
    const execution = executionOf(context, session)
    const value = execution.known ? execution.value[share] : execution
    return execution.known && value.known ? [known(value.value, execution.from)] : []
  })
  return shares.at(-1) ?? unknown('no session of the last 7 days has laps that follow its steps')
}

/** The same for an activity at hand. */
export const executionIn = (
  activity: Activity,
  session: Pick<Session, 'id' | 'steps'>,
  thresholdPaceSPerKm: number | null,
): Reading<Execution> => {
  const planned = flatten(session.steps)
  if (planned.every(({ role }) => role !== 'work')) return unknown('the session has no work steps')
  const laps = alignLaps(planned, activity.splits)
  if (!laps) return unknown('the laps on file do not follow the planned steps')
  const paces = zonePaces({ thresholdPaceSPerKm })
  const steps = planned.map((step, i) => stepDone(step, laps[i]!, paceOfTarget(step.target, paces)))
  return known(
    {
      session: session.id,
      activity: activity.id,
      steps,
      inRange: inRangeOf(steps),
      ...repeatsOf(steps),
    },
    [activity.id],
  )
}

/** One step beside the lap that was run for it, judged by the planned range. */
export const stepDone = (step: Step, lap: Lap | null, range: PaceRange | null): StepDone => {
  const seconds = lap?.durationS ?? null
  const metres = lap?.distanceM ?? null
  const pace = seconds !== null && metres !== null && metres > 0 ? Math.round((1000 * seconds) / metres) : null
  const state: StepState =
    lap === null
      ? 'not run'
      : range === null || pace === null
        ? 'no target'
        : pace < range.fast
          ? 'faster'
          : // Why: a recovery can hardly be too slow.
            step.role === 'work' && pace > range.slow
            ? 'slower'
            : 'in range'
  return { step, seconds, metres, paceSPerKm: pace, meanHr: lap?.meanHr ?? null, range, state }
}

const inRangeOf = (steps: readonly StepDone[]): Reading<number> => {
  const work = steps.filter(({ step, range }) => step.role === 'work' && range !== null)
  const judged = work.filter(({ state }) => state !== 'no target')
  if (judged.length === 0) return unknown('no work step has a target pace to be held against')
  return known(judged.filter(({ state }) => state === 'in range').length / judged.length)
}

/** Steps of one kind: the same amount at the same target. */
const kindOf = ({ step: { amount, target } }: StepDone): string => JSON.stringify([amount, target])

/** Fade and spread of the largest set of like repeats. */
const repeatsOf = (steps: readonly StepDone[]): Pick<Execution, 'fade' | 'spread'> => {
  const run = steps.filter(({ step, paceSPerKm }) => step.role === 'work' && paceSPerKm !== null)
  const kinds = run.map(kindOf)
  const sets = [...new Set(kinds)].map(kind => run.filter((_, i) => kinds[i] === kind))
  const largest = sets.reduce<readonly StepDone[]>((a, b) => (b.length > a.length ? b : a), [])
  const stability = intervalStability(largest.map(({ paceSPerKm }) => paceSPerKm!))
  if (!stability || largest.length < fewestRepeats) {
    const why = unknown(`fewer than ${fewestRepeats} like repeats were run`)
    return { fade: why, spread: why }
  }
  return { fade: known(stability.change), spread: known(stability.spread) }
}
