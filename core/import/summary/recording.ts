/** What a watch recorded, in one shape whatever file it came in: samples, pauses, laps and the device's own totals. */
import type { Source, Sport } from '../../model/activity.ts'

/** One moment: seconds since 1970 UTC, metres from the start, bpm, metres above sea, m/s, °C. Null: not recorded. */
export type Sample = {
  readonly t: number
  readonly distanceM: number | null
  readonly hr: number | null
  readonly altitudeM: number | null
  readonly speed: number | null
  readonly temperatureC: number | null
}

export type Lap = { readonly durationS: number; readonly distanceM: number | null; readonly meanHr: number | null }

/** `totals` are the device's own; null where it gave none, then they are worked out from the samples. */
export type Recording = {
  readonly sport: Sport
  readonly utc: number
  readonly offsetMin: number
  readonly samples: readonly Sample[]
  /** Stretches in which the timer stood still: from, to in seconds since 1970. */
  readonly pauses: readonly (readonly [number, number])[]
  readonly laps: readonly Lap[]
  readonly totals: {
    readonly timerS: number | null
    readonly elapsedS: number | null
    readonly distanceM: number | null
    readonly ascentM: number | null
    readonly meanHr: number | null
    readonly maxHr: number | null
    readonly temperatureC: number | null
  }
  readonly source: Source['kind']
  readonly file: string
}

/** From one sample to the next: the seconds that count. */
export type Step = { readonly from: Sample; readonly to: Sample; readonly seconds: number }

/** A longer silence between samples tells nothing about what happened in it (science.md 1.6). */
export const longestGapS = 10

/** The steps of a recording. Paused time counts for nothing; a gap counts for at most ten seconds. */
export const stepsOf = ({ samples, pauses }: Pick<Recording, 'samples' | 'pauses'>): readonly Step[] => {
  const steps: Step[] = []
  let next = 0
  for (let i = 1; i < samples.length; i++) {
    const from = samples[i - 1]!
    const to = samples[i]!
    while (next < pauses.length && pauses[next]![1] <= from.t) next++
    let paused = 0
    for (let p = next; p < pauses.length && pauses[p]![0] < to.t; p++)
      paused += Math.max(0, Math.min(to.t, pauses[p]![1]) - Math.max(from.t, pauses[p]![0]))
    steps.push({ from, to, seconds: Math.max(0, Math.min(longestGapS, to.t - from.t - paused)) })
  }
  return steps
}
