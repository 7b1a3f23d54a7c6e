/** How long at each heart rate and at each pace, so that zones can be drawn anew whenever thresholds change. */
import type { Activity } from '../../model/activity.ts'
import type { Step } from './recording.ts'

type Histogram = NonNullable<Activity['hrSeconds']>

const hrBin = 2
const paceBin = 5
/** Slower is standing or walking, faster is a satellite's error: neither is a running pace (m/s). */
const slowest = 1
const fastest = 10

/** Seconds by bin, whose width is given; `measureOf` is undefined where a step counts nowhere. */
const histogram = (
  steps: readonly Step[],
  width: number,
  measureOf: (step: Step) => number | undefined,
): Histogram | null => {
  // Why a list by the bin's number: a history has millions of steps, and there are a few hundred bins.
  const seconds: (number | undefined)[] = []
  for (const step of steps) {
    const value = step.seconds > 0 ? measureOf(step) : undefined
    if (value === undefined) continue
    const bin = Math.floor(value / width)
    seconds[bin] = (seconds[bin] ?? 0) + step.seconds
  }
  const bins: [number, number][] = []
  for (let bin = 0; bin < seconds.length; bin++) {
    const whole = Math.round(seconds[bin] ?? 0)
    if (whole > 0) bins.push([bin * width, whole])
  }
  return bins.length > 0 ? bins : null
}

/** Seconds by heart rate in bins of 2 bpm; null where none was recorded. */
export const hrSecondsOf = (steps: readonly Step[]): Histogram | null =>
  histogram(steps, hrBin, ({ from }) => from.hr ?? undefined)

/** Metres per second over a step: the device's own figure, else from the distance; undefined where neither is known. */
export const speedOf = ({ from, to }: Step): number | undefined => {
  if (to.speed !== null) return to.speed
  if (from.distanceM === null || to.distanceM === null || to.t <= from.t) return undefined
  return (to.distanceM - from.distanceM) / (to.t - from.t)
}

/** Seconds by pace in bins of 5 s per km; null where no pace was recorded. Standing and walking stay out. */
export const paceSecondsOf = (steps: readonly Step[]): Histogram | null =>
  histogram(steps, paceBin, step => {
    const speed = speedOf(step)
    if (speed === undefined || speed <= slowest || speed > fastest) return undefined
    return 1000 / speed
  })
