/** How a long run ended: the pace of its last third beside the rest, from its laps. */
import { sum } from '../../lib/math.ts'
import type { Activity } from '../../model/activity.ts'

const fewestLaps = 6

/** How much slower the last third of the laps was than those before, as a share; undefined without laps. trust: ours. */
export const finishOf = ({ splits }: Pick<Activity, 'splits'>): number | undefined => {
  const run = splits.flatMap(({ distanceM, durationS }) =>
    distanceM === null || distanceM < 200 ? [] : [{ distanceM, durationS }],
  )
  if (run.length < fewestLaps) return undefined
  const from = run.length - Math.floor(run.length / 3)
  const paceOf = (laps: typeof run) => sum(laps.map(one => one.durationS)) / sum(laps.map(one => one.distanceM))
  return paceOf(run.slice(from)) / paceOf(run.slice(0, from)) - 1
}
