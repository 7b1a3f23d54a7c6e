/** The readings on screen, in their order, and the series that charts draw. */
import type { NamedReading } from '../model/advice.ts'
import { signal as aboveEasy } from './above-easy.ts'
import type { Context } from './basis/context.ts'
import { signal as compliance } from './compliance.ts'
import { signal as criticalSpeed } from './critical-speed.ts'
import { signal as easyHeartRate } from './easy-heart-rate.ts'
import { signal as fatigue } from './fatigue.ts'
import { signal as fitness } from './fitness.ts'
import { signal as form } from './form.ts'
import { signal as hardShare } from './hard-share.ts'
import { signal as heartRateVariability } from './heart-rate-variability.ts'
import { signal as longestRun } from './longest-run.ts'
import { signal as monotony } from './monotony.ts'
import { signal as poorNights } from './poor-nights.ts'
import { signal as restingHeartRate } from './resting-heart-rate.ts'
import type { Signal } from './signal.ts'
import { signal as silentDays } from './silent-days.ts'
import { signal as stepsInRange } from './steps-in-range.ts'
import { signal as strain } from './strain.ts'
import { signal as thresholdPace } from './threshold-pace.ts'
import { signal as weeklyDistance } from './weekly-distance.ts'
import { signal as weeklyLoad } from './weekly-load.ts'
import { signal as workFade } from './work-fade.ts'

export { type Context, contextOf, dayAt, type Planned } from './basis/context.ts'
export {
  type Conditions,
  type CourseEstimate,
  courseEstimate,
  darkHours,
  heatOf,
  type Weather,
} from './basis/course-estimate.ts'
export { type BestEffort, type CriticalSpeedReading, criticalSpeedOn, effortCurve } from './basis/effort-curve.ts'
export { type Execution, executionIn, executionOf, type StepDone, type StepState } from './basis/execution.ts'
export { type FitnessDay, type FitnessSeries, fitnessFrom, fitnessSeries } from './basis/fitness-series.ts'
export { easyRunsBetween, type HeartRateJudgement, heartRateOf } from './basis/heart-rate.ts'
export {
  aboveEasyOf,
  bordersOf,
  easySessionsDone,
  type Intensity,
  type IntensityMethod,
  type IntensityShift,
  intensityOver,
  intensityShift,
} from './basis/intensity.ts'
export {
  type ActivityLoad,
  type DailyLoads,
  type DayLoad,
  type LoadMethod,
  loadByActivity,
  loadByDay,
  loadMethodsOf,
} from './basis/load-by-day.ts'
export { type LongRunWeek, longRunWeeks } from './basis/long-runs.ts'
export { type RestingHeartRate, restingHrOn, type Variability, variabilityOn } from './basis/mornings.ts'
export { type RaceTime, raceTimeOn } from './basis/race-time.ts'
export { type Sameness, samenessOf } from './basis/sameness.ts'
export { type ThresholdEntry, type ThresholdOrigin, thresholdHistory } from './basis/threshold-history.ts'
export {
  bestEffortBetween,
  type Effort,
  type ThresholdOrigins,
  thresholdOrigins,
  thresholdsFor,
} from './basis/thresholds.ts'
export { sumOf, type WeekTotal, weeklyTotals } from './basis/weekly-totals.ts'
export { type WorkSteps, workStepsOf } from './basis/work-steps.ts'
export type { Signal } from './signal.ts'

export const signals: readonly Signal[] = [
  weeklyDistance,
  weeklyLoad,
  fitness,
  fatigue,
  form,
  longestRun,
  compliance,
  poorNights,
  easyHeartRate,
  restingHeartRate,
  heartRateVariability,
  monotony,
  strain,
  hardShare,
  aboveEasy,
  stepsInRange,
  workFade,
  thresholdPace,
  criticalSpeed,
  silentDays,
]

/** Every reading of a day, each known with its evidence or unknown with why. */
export const readAll = (context: Context): readonly NamedReading[] => signals.map(signal => readOne(signal, context))

/** One signal's reading under its name. */
export const readOne = ({ id, title, unit, trust, read }: Signal, context: Context): NamedReading => ({
  id,
  title,
  unit,
  trust,
  reading: read(context),
})
