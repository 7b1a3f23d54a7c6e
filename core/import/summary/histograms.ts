/** How long at each heart rate and at each pace, so that zones can be drawn anew whenever thresholds change. */
import type { Activity } from '../../model/activity.ts'
import type { Step } from './recording.ts'

type Histogram = NonNullable<Activity['hrSeconds']>

const hrBin = 2
const paceBin = 5
/** Slower is standing or walking, faster is a satellite's error: neither is a running pace (m/s). */
const slowest = 1
const fastest = 10

const histogram = (steps: readonly Step[], binOf: (step: Step) => number | undefined): Histogram | null => {
  const seconds = new Map<number, number>()
  for (const step of steps) {
    const bin = binOf(step)
    if (bin !== undefined && step.seconds > 0) seconds.set(bin, (seconds.get(bin) ?? 0) + step.seconds)
  }
  const bins = [...seconds]
    .sort(([a], [b]) => a - b)
    .map(([bin, s]): [number, number] => [bin, Math.round(s)])
    .filter(([, s]) => s > 0)
  return bins.length > 0 ? bins : null
}

/** Seconds by heart rate in bins of 2 bpm; null where none was recorded. */
export const hrSecondsOf = (steps: readonly Step[]): Histogram | null =>
  histogram(steps, ({ from }) => (from.hr === null ? undefined : Math.floor(from.hr / hrBin) * hrBin))

/** Metres per second over a step: the device's own figure, else from the distance; undefined where neither is known. */
export const speedOf = ({ from, to }: Step): number | undefined => {
  if (to.speed !== null) return to.speed
  if (from.distanceM === null || to.distanceM === null || to.t <= from.t) return undefined
  return (to.distanceM - from.distanceM) / (to.t - from.t)
}

/** Seconds by pace in bins of 5 s per km; null where no pace was recorded. Standing and walking stay out. */
export const paceSecondsOf = (steps: readonly Step[]): Histogram | null =>
  histogram(steps, step => {
    const speed = speedOf(step)
    if (speed === undefined || speed <= slowest || speed > fastest) return undefined
    return Math.floor(1000 / speed / paceBin) * paceBin
  })
