/** Which long runs were marathons that the runner raced, and what the weeks before each had said. */
import { median, sum } from '../../lib/math.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Activity } from '../../model/activity.ts'
import { addDays, type Day, daysBetween } from '../../model/day.ts'
import { between } from '../../model/window.ts'
import { equivalentOf, longestPredicted, type PastRace } from '../../science/race-prediction.ts'
import { bestEffortOf, type Effort, thresholdWindowDays } from './thresholds.ts'

/** A marathon as recorded: from what a short-measuring watch shows to 3.3 % too long. */
const recordedM = { least: 41_800, most: 43_600 } as const
/** Weeks before a race whose heart rates are compared, and whose distance counts. */
const compareDays = 84
export const volumeDays = 56
const fewestWithHr = 5
const shortestComparedM = 5000
/** Less of a history than this before a race says nothing about the training for it. */
const fewestDays = 42

const dayOf = ({ day }: Activity): Day => day
const runsBefore = (activities: readonly Activity[], day: Day, days: number) =>
  between(activities, addDays(day, -days - 1), addDays(day, -1), dayOf).filter(({ sport }) => sport === 'run')

/** `race`, or why a long effort is not taken for one. */
export type LongEffort = 'race' | 'not of marathon distance' | 'run as training'

/**
 * A run of marathon distance counts as raced unless the runner has run one faster before and its mean heart rate lay below
 * the median of the runs of 5 km and more in the twelve weeks before it (five with a heart rate at least). Nobody runs a
 * first marathon as training; a later, slower one with a training heart rate is a long run with a crowd.
 */
export const longEffortOf = (activities: readonly Activity[], run: Activity): LongEffort => {
  const { distanceM, durationS, meanHr, day } = run
  if (distanceM === null || distanceM < recordedM.least || distanceM > recordedM.most) return 'not of marathon distance'
  const faster = activities.some(
    other =>
      other.sport === 'run' &&
      other.day < day &&
      (other.distanceM ?? 0) >= recordedM.least &&
      other.durationS < durationS,
  )
  const rates = runsBefore(activities, day, compareDays).flatMap(({ meanHr: hr, distanceM: metres }) =>
    hr !== null && (metres ?? 0) >= shortestComparedM ? [hr] : [],
  )
  const usual = rates.length >= fewestWithHr ? median(rates) : undefined
  return faster && meanHr !== null && usual !== undefined && meanHr < usual ? 'run as training' : 'race'
}

/** What is known on the morning of a day: the best effort of half a year, and kilometres a week over eight weeks. */
export type Shape = { readonly best: Effort; readonly weeklyKm: number }

export const shapeBefore = (activities: readonly Activity[], day: Day): Reading<Shape> => {
  const first = activities.find(({ sport }) => sport === 'run')
  if (!first || daysBetween(first.day, day) < fewestDays)
    return unknown(`the runs on file begin less than ${fewestDays / 7} weeks before`)
  let best: Effort | undefined
  for (const run of runsBefore(activities, day, thresholdWindowDays)) {
    const effort = bestEffortOf(run)
    if (effort && (!best || effort.vdot > best.vdot)) best = effort
  }
  if (!best) return unknown('no run of half a year before says how fast the runner is')
  const weeks = runsBefore(activities, day, volumeDays)
  if (weeks.length === 0) return unknown(`nothing was run in the ${volumeDays / 7} weeks before`)
  const weeklyKm = sum(weeks.map(({ distanceM }) => distanceM ?? 0)) / 1000 / (volumeDays / 7)
  return known({ best, weeklyKm }, [...new Set([best.day, ...weeks.map(({ day: on }) => on)])])
}

/** A raced marathon with what the weeks before it had said. Why the official distance: a recorded one is up to 3 % long. */
export const pastRaceOf = (activities: readonly Activity[], run: Activity, runner: string): Reading<PastRace> => {
  const shape = shapeBefore(activities, run.day)
  if (!shape.known) return shape
  const { best, weeklyKm } = shape.value
  const equivalent = equivalentOf([best.distanceM, best.durationS], longestPredicted)
  return known({ runner, equivalent, weeklyKm, outcome: Math.log(run.durationS) }, shape.from)
}

/** How far back a runner's own marathons still tell how theirs come out. */
const ownYearsDays = 1100

/** The runner's own raced marathons of the three years before a day, in order. */
export const ownMarathons = (activities: readonly Activity[], day: Day): readonly PastRace[] =>
  runsBefore(activities, day, ownYearsDays).flatMap(run => {
    if (longEffortOf(activities, run) !== 'race') return []
    const past = pastRaceOf(activities, run, '')
    return past.known ? [past.value] : []
  })
