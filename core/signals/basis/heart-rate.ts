/** What an easy run's heart rate was against the athlete's own model of the 42 days before it. */
import { known, type Reading, unknown } from '../../lib/reading.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import { addDays, type Day } from '../../model/day.ts'
import type { ActivityId } from '../../model/ids.ts'
import { between } from '../../model/window.ts'
import {
  expectedHeartRate,
  fewestRuns,
  type HeartRateRun,
  heartRateModel,
  modelDays,
  warmFrom,
} from '../../science/heart-rate-model.ts'
import type { Context } from './context.ts'
import { easyRunsOf, flatPaceOf, plannedHard } from './easy-runs.ts'

/**
 * bpm, and `deviations` in robust standard deviations, positive is higher than expected; `deviation` is one of them in bpm
 * (not how far the run lay off: that is `hr` less `expected`), and holds what the model does not know of a heat or a pace
 * it has not seen. `runs` is how many the model rests on, `temperature` whether the
 * run's warmth is in the expectation.
 */
export type HeartRateJudgement = {
  readonly activity: ActivityId
  readonly day: Day
  readonly hr: number
  readonly expected: number
  readonly deviation: number
  readonly deviations: number
  readonly runs: number
  readonly temperature: 'in the model' | 'not known'
}

/** Warmer than this (°C), a run cannot be judged by a model that knows no temperatures (ours). */
const warmBeyondDoubt = warmFrom + 5

const hourOf = ({ start }: Activity): number => Number(start.slice(11, 13)) + Number(start.slice(14, 16)) / 60

const runOf = (activity: Activity): HeartRateRun | undefined => {
  const pace = flatPaceOf(activity)
  if (activity.meanHr === null || pace === undefined) return undefined
  return { hr: activity.meanHr, metresPerS: 1000 / pace, celsius: activity.temperatureC, hour: hourOf(activity) }
}

/** Easy and steady runs with a heart rate, from one day to another, both included, in order. */
export const easyRunsBetween = (context: Context, from: Day, to: Day): readonly Activity[] => {
  const hard = plannedHard(context)
  const weeks = between(context.history.activities, lesser(addDays(to, -modelDays), addDays(from, -1)), to, dayOf)
  return easyRunsOf(weeks, context.thresholds.thresholdPaceSPerKm).filter(
    ({ id, day, meanHr }) => day >= from && meanHr !== null && !hard.has(id),
  )
}

const lesser = (a: Day, b: Day): Day => (a < b ? a : b)
const dayOf = ({ day }: Activity): Day => day

const judgedBefore = remembered<Reading<HeartRateJudgement>>()

/** An easy run's heart rate against the model of the easy runs of the 42 days before it. */
export const heartRateOf = (context: Context, activity: Activity): Reading<HeartRateJudgement> => {
  const run = runOf(activity)
  if (!run) return unknown('the run has no heart rate or no distance')
  if (easyRunsBetween(context, activity.day, activity.day).every(({ id }) => id !== activity.id))
    return unknown('only easy and steady runs of 20 minutes and more can be compared')
  const before = easyRunsBetween(context, addDays(activity.day, -modelDays), addDays(activity.day, -1))
  return judgedBefore(activity, [before], () => judge(activity, run, before))
}

const judge = (activity: Activity, run: HeartRateRun, before: readonly Activity[]): Reading<HeartRateJudgement> => {
  const runs = before.flatMap(one => runOf(one) ?? [])
  const withWarmth = run.celsius === null ? undefined : heartRateModel(runs, true)
  if (!withWarmth && run.celsius !== null && run.celsius > warmBeyondDoubt)
    return unknown(
      `fewer than ${fewestRuns} easy runs before it say how warm it was, so ${run.celsius} °C cannot be told apart`,
    )
  const model = withWarmth ?? heartRateModel(runs, false)
  if (!model)
    return unknown(`${runs.length} easy runs with heart rate in the ${modelDays} days before; ${fewestRuns} are needed`)
  const { hr, deviation } = expectedHeartRate(model, run)
  return known(
    {
      activity: activity.id,
      day: activity.day,
      hr: run.hr,
      expected: Math.round(hr * 10) / 10,
      deviation: Math.round(deviation * 10) / 10,
      deviations: Math.round(((run.hr - hr) / deviation) * 100) / 100,
      runs: model.runs,
      temperature: withWarmth ? 'in the model' : 'not known',
    },
    [activity.id, ...before.map(({ id }) => id)],
  )
}
