/** How a week's running was spread over easy, moderate and hard, by pace against the athlete's own threshold. */
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Day } from '../../model/day.ts'
import type { Context } from '../../signals/basis/context.ts'

/** Shares in whole percent, by time and pace. */
export type Intensity = { readonly easy: number; readonly moderate: number; readonly hard: number }

/** The first threshold lies at about 82 % of critical speed (Hunter 2024 review), taken here of threshold speed. */
const firstThresholdShare = 0.82
/** The pace histogram's bins are 5 s/km wide. */
const binMiddle = 2.5

/** trust: convention. Unknown without a threshold pace, or where a run has no paces. */
export const intensityOn = (days: readonly Day[], context: Context): Reading<Intensity> => {
  const threshold = context.thresholds.thresholdPaceSPerKm
  if (threshold === null) return unknown('no threshold pace is known')
  const runs = days.flatMap(day => context.activitiesByDay.get(day) ?? []).filter(({ sport }) => sport === 'run')
  if (runs.length === 0) return unknown('no run is on file')
  let easy = 0
  let hard = 0
  let all = 0
  for (const { paceSeconds, day } of runs) {
    if (paceSeconds === null) return unknown(`the run of ${day} has no paces`)
    for (const [edge, seconds] of paceSeconds) {
      const pace = edge + binMiddle
      all += seconds
      if (pace < threshold) hard += seconds
      else if (pace > threshold / firstThresholdShare) easy += seconds
    }
  }
  if (all === 0) return unknown('no paces are on file')
  const share = (seconds: number) => Math.round((100 * seconds) / all)
  return known({ easy: share(easy), hard: share(hard), moderate: 100 - share(easy) - share(hard) })
}
