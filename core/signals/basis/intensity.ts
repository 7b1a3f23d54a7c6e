/** How training time was shared between easy, middling and hard, by heart rate or by pace, never by both at once. */
import { mean, sum } from '../../lib/math.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Activity } from '../../model/activity.ts'
import type { Thresholds } from '../../model/athlete.ts'
import { addDays, type Day } from '../../model/day.ts'
import { between } from '../../model/window.ts'
import { trainingPaces, vdotOfThresholdPace } from '../../science/vdot.ts'
import { secondsInBands, threeZones } from '../../science/zones.ts'
import type { Context } from './context.ts'
import { doneAs } from './done-as.ts'

export type IntensityMethod = 'heart-rate' | 'pace'

/** Seconds below the first threshold, between the two, and above the second; shares of their sum. */
export type Intensity = {
  readonly method: IntensityMethod
  readonly seconds: readonly [easy: number, middle: number, hard: number]
  readonly shares: readonly [easy: number, middle: number, hard: number]
}

/** Where easy ends, as a share of threshold heart rate: Friel's third zone begins there. trust: convention. */
const easyShareOfThresholdHr = 0.9
/** A measure that covers less of the time than this says nothing about the rest (ours). */
const enoughShare = 0.8

const hrBin = 2
const paceBin = 5

/** Easy ends and hard begins here: bpm, or seconds per kilometre. Null where no threshold is known. */
export type IntensityBorders = { readonly easy: number; readonly hard: number }

/**
 * By heart rate 90 and 100 % of threshold (Friel); by pace the fast end of E and threshold pace (Daniels). By heart rate,
 * by pace and by intent the shares differ: name the method beside them.
 */
export const bordersOf = (thresholds: Thresholds, method: IntensityMethod): IntensityBorders | null => {
  const { thresholdHr, thresholdPaceSPerKm } = thresholds
  if (method === 'heart-rate')
    return thresholdHr === null ? null : { easy: easyShareOfThresholdHr * thresholdHr, hard: thresholdHr }
  if (thresholdPaceSPerKm === null) return null
  return { easy: trainingPaces(vdotOfThresholdPace(thresholdPaceSPerKm)).E.fast, hard: thresholdPaceSPerKm }
}

/** Seconds easy, middling and hard of one run, or undefined where this measure does not cover it. */
const secondsOf = (run: Activity, borders: IntensityBorders, method: IntensityMethod) => {
  const histogram = method === 'heart-rate' ? run.hrSeconds : run.paceSeconds
  if (histogram === null || sum(histogram.map(([, seconds]) => seconds)) < enoughShare * run.durationS) return undefined
  if (method === 'heart-rate') return secondsInBands(histogram, hrBin, threeZones(borders.easy, borders.hard))
  // Why turned round: a pace is quicker where it is less, and the fast border belongs to the faster band.
  const [hard, middle, easy] = secondsInBands(histogram, paceBin, threeZones(borders.hard, borders.easy))
  return [easy!, middle!, hard!]
}

const methods: readonly IntensityMethod[] = ['heart-rate', 'pace']
const dayOf = ({ day }: Activity): Day => day

const runsBetween = ({ history }: Context, from: Day, to: Day) =>
  between(history.activities, addDays(from, -1), to, dayOf).filter(
    ({ sport, durationS }) => sport === 'run' && durationS > 0,
  )

/** The intensity of some runs by one measure; unknown where it covers less than four fifths of their time. */
const intensityBy = (
  runs: readonly Activity[],
  { thresholds }: Context,
  method: IntensityMethod,
): Reading<Intensity> => {
  const borders = bordersOf(thresholds, method)
  if (!borders) return unknown(`no threshold ${method === 'pace' ? 'pace' : 'heart rate'} is known`)
  if (runs.length === 0) return unknown('nothing was run')
  const seconds = [0, 0, 0]
  const from: string[] = []
  let covered = 0
  for (const run of runs) {
    const of = secondsOf(run, borders, method)
    if (!of) continue
    of.forEach((value, i) => {
      seconds[i]! += value
    })
    covered += run.durationS
    from.push(run.id)
  }
  const all = sum(seconds)
  if (all === 0 || covered < enoughShare * sum(runs.map(({ durationS }) => durationS)))
    return unknown(`too little of the running has a ${method === 'pace' ? 'pace' : 'heart rate'} on file`)
  const [easy, middle, hard] = seconds as [number, number, number]
  return known({ method, seconds: [easy, middle, hard], shares: [easy / all, middle / all, hard / all] }, from)
}

/** Intensity of the runs between two days, both included: by heart rate, else by pace, or by the measure asked for. */
export const intensityOver = (context: Context, from: Day, to: Day, by?: IntensityMethod): Reading<Intensity> => {
  const runs = runsBetween(context, from, to)
  const readings = (by ? [by] : methods).map(method => intensityBy(runs, context, method))
  return readings.find(reading => reading.known) ?? readings[0]!
}

/** Shares above threshold: of seven days, the mean of the four weeks before, and how many percentage points it is up. */
export type IntensityShift = {
  readonly method: IntensityMethod
  readonly from: Day
  readonly to: Day
  readonly now: number
  readonly usual: number
  readonly points: number
}

const weeksBefore = 4
const fewestWeeks = 3

/** The seven days that end with `to` against the four weeks before them (three at least), all by the same measure. */
export const intensityShift = (context: Context, to: Day): Reading<IntensityShift> => {
  const from = addDays(to, -6)
  const readings = methods.map((method): Reading<IntensityShift> => {
    const now = intensityOver(context, from, to, method)
    if (!now.known) return now
    const weeks = Array.from({ length: weeksBefore }, (_, i) =>
      intensityOver(context, addDays(from, -7 * (i + 1)), addDays(to, -7 * (i + 1)), method),
    ).flatMap(week => (week.known ? [week] : []))
    if (weeks.length < fewestWeeks)
      return unknown(`the time above threshold is known for ${weeks.length} of the four weeks before; three are needed`)
    const usual = mean(weeks.map(({ value }) => value.shares[2]))!
    const hard = now.value.shares[2]
    const evidence = [...now.from, ...weeks.flatMap(week => week.from)]
    return known({ method, from, to, now: hard, usual, points: 100 * (hard - usual) }, evidence)
  })
  return readings.find(reading => reading.known) ?? readings[0]!
}

/** The share of an easy run's time above the easy zone, and by which measure; unknown where neither covers it. */
export const aboveEasyOf = (
  context: Context,
  run: Activity,
): Reading<{ readonly method: IntensityMethod; readonly share: number }> => {
  const readings = methods.map(method => intensityBy([run], context, method))
  const reading = readings.find(one => one.known) ?? readings[0]!
  return reading.known
    ? known({ method: reading.value.method, share: 1 - reading.value.shares[0] }, reading.from)
    : reading
}

/** Sessions planned easy and done, with the run they were done as, between two days of the plan. */
export const easySessionsDone = (context: Context, from: Day, to: Day) =>
  context.sessions.flatMap(session => {
    const { day, purpose, sport } = session
    if ((purpose !== 'easy' && purpose !== 'recovery') || sport !== 'run' || day < from || day > to) return []
    const run = doneAs(context, session)
    return run ? [{ session, run }] : []
  })
