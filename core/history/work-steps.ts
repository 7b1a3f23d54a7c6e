/** The steps of a planned workout beside what was run for each, found by the laps or by the plan's own lengths. */
import type { Activity } from '../model/activity.ts'
import type { Session } from '../model/session.ts'
import type { Step } from '../model/workout.ts'
import { flatten } from '../workout/estimate.ts'
import { type Along, type Stretch, stretchOf, timerAt } from './along.ts'

/** `done` null where the recording ended before the step. */
export type WorkStep = { readonly step: Step; readonly done: Stretch | null }
/** `by` says how the pieces were found: by the watch's laps, or by the plan's lengths from the start. */
export type WorkSteps = { readonly by: 'laps' | 'plan'; readonly steps: readonly WorkStep[] }

/** A lap is taken for a step where its length is within this share of what was planned … */
const likeShare = 0.2
/** … for so many of the steps: one may have been cut short. */
const enoughAlike = 0.75

const lengthOf = ({ amount }: Step, lap: Activity['splits'][number]): number | null =>
  amount.unit === 's' ? lap.durationS : lap.distanceM

const isLike = (step: Step, lap: Activity['splits'][number]): boolean => {
  const length = lengthOf(step, lap)
  return length !== null && Math.abs(length - step.amount.value) <= likeShare * step.amount.value
}

/** The laps, one for each step, where they are as many (a last short one aside) and mostly as long. */
const lapsFor = (steps: readonly Step[], laps: Activity['splits']): Activity['splits'] | null => {
  if (laps.length !== steps.length && laps.length !== steps.length + 1) return null
  const alike = steps.filter((step, i) => isLike(step, laps[i]!)).length
  return alike >= enoughAlike * steps.length ? laps.slice(0, steps.length) : null
}

const fromLap = ({ durationS, distanceM, meanHr }: Activity['splits'][number]): Stretch => ({
  seconds: durationS,
  metres: distanceM,
  meanHr,
  ascentM: null,
  descentM: null,
  flatMetres: null,
})

/** The recording cut into the plan's lengths, one after the other from the start. */
const cutBy = (steps: readonly Step[], along: Along): readonly WorkStep[] => {
  const end = along.timer.at(-1) ?? 0
  const lastM = along.metres.at(-1) ?? Number.NaN
  let from = 0
  let fromM = along.metres.find(metres => !Number.isNaN(metres)) ?? Number.NaN
  let isOver = false
  return steps.map((step): WorkStep => {
    const { unit, value } = step.amount
    const to = unit === 's' ? from + value : timerAt(along, fromM + value)
    isOver ||= !(to <= end) || (unit === 'm' && !(fromM + value <= lastM))
    if (isOver) return { step, done: null }
    const done = stretchOf(along, from, to)
    from = to
    fromM += done.metres ?? Number.NaN
    return { step, done }
  })
}

/** Undefined where the session has no more than one step, or nothing recorded tells the steps apart. */
export const workStepsOf = (
  session: Pick<Session, 'steps'>,
  activity: Pick<Activity, 'splits'>,
  along: Along | null,
): WorkSteps | undefined => {
  const steps = flatten(session.steps)
  if (steps.length < 2) return undefined
  const laps = lapsFor(steps, activity.splits)
  if (laps !== null) return { by: 'laps', steps: steps.map((step, i) => ({ step, done: fromLap(laps[i]!) })) }
  return along === null ? undefined : { by: 'plan', steps: cutBy(steps, along) }
}
