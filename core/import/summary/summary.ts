/** One recording → one activity summary: all that the engine reads and nothing that locates it. */
import { hashOf } from '../../lib/hash.ts'
import { clamp, sum } from '../../lib/math.ts'
import type { ParseError } from '../../lib/parse.ts'
import { parse } from '../../lib/parse.ts'
import type { Result } from '../../lib/result.ts'
import { type Activity, activitySchema, type Sport } from '../../model/activity.ts'
import { localMoment } from '../../model/day.ts'
import { bestEffortsOf } from './best-efforts.ts'
import { decouplingOf } from './decoupling.ts'
import { flatProfileOf } from './flat-profile.ts'
import { hrSecondsOf, paceSecondsOf } from './histograms.ts'
import { type Recording, type Sample, type Step, stepsOf } from './recording.ts'

/** The local wall clock as `YYYY-MM-DDTHH:MM:SS`, and its day. */
export const localStart = (utc: number, offsetMin: number): Pick<Activity, 'day' | 'start'> => {
  const { day, minute } = localMoment(utc, offsetMin)
  const two = (value: number) => String(value).padStart(2, '0')
  const second = ((utc % 60) + 60) % 60
  return { day, start: `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}` }
}

/**
 * A name that follows from what was done, not from the file it came in, so that importing again gives the same one:
 * SHA-256 of sport, start, duration and distance, 32 hex letters.
 */
export const activityId = (sport: Sport, start: number | string, durationS: number, distanceM: number | null): string =>
  hashOf('activity', { sport, start, durationS, distanceM }).slice(0, 32)

/** The summary, or what about it cannot be true (a length of years, a heart rate of 300). */
export const summarise = (recording: Recording): Result<Activity, ParseError> => {
  const { sport, utc, offsetMin, samples, totals } = recording
  const steps = stepsOf(recording)
  const durationS = Math.round(totals.timerS ?? sum(steps.map(step => step.seconds)))
  const distanceM = rounded(totals.distanceM ?? coveredM(samples))
  const flat = sport === 'run' ? flatProfileOf(samples) : undefined
  const id = activityId(sport, utc, durationS, distanceM)
  const hrs = steps.filter(({ from, seconds }) => from.hr !== null && seconds > 0)
  return parse(activitySchema, {
    id,
    sport,
    name: null,
    ...localStart(utc, offsetMin),
    utc,
    durationS,
    elapsedS: rounded(totals.elapsedS ?? clockS(samples)),
    distanceM,
    ascentM: rounded(totals.ascentM),
    flatDistanceM: flat && distanceM !== null ? rounded(distanceM * flatShare(samples, flat)) : null,
    meanHr: rounded(totals.meanHr ?? meanOf(hrs, step => step.from.hr!)),
    maxHr: rounded(totals.maxHr ?? (hrs.length > 0 ? hrs.reduce((max, { from }) => Math.max(max, from.hr!), 0) : null)),
    temperatureC: totals.temperatureC ?? meanTemperature(steps),
    hrSeconds: hrSecondsOf(steps),
    paceSeconds: sport === 'run' ? paceSecondsOf(steps) : null,
    bestEfforts: sport === 'run' ? bestEffortsOf(samples) : [],
    splits: recording.laps.slice(0, 500).map(lap => ({
      durationS: Math.round(lap.durationS),
      distanceM: rounded(lap.distanceM),
      meanHr: rounded(lap.meanHr),
    })),
    decoupling: sport === 'run' ? decouplingOf(steps, flat) : null,
    rpe: null,
    comment: null,
    sources: [{ kind: recording.source, name: recording.file.slice(-300), id }],
  })
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value))

/** Metres from the first sample with a distance to the last one that counts. */
const coveredM = (samples: readonly Sample[], counts: (sample: Sample) => boolean = () => true): number | null => {
  const isPlaced = (sample: Sample): boolean => sample.distanceM !== null && counts(sample)
  const first = samples.find(isPlaced)
  const last = samples.findLast(isPlaced)
  return first === undefined || last === first ? null : last!.distanceM! - first.distanceM!
}

const clockS = (samples: readonly Sample[]): number | null =>
  samples.length > 1 ? samples.at(-1)!.t - samples[0]!.t : null

/** Flat metres per recorded metre over the part of the way whose altitude is known. */
const flatShare = (samples: readonly Sample[], flat: { metres: number }): number =>
  flat.metres / coveredM(samples, ({ altitudeM }) => altitudeM !== null)!

const meanOf = (steps: readonly Step[], value: (step: Step) => number): number | null => {
  const seconds = sum(steps.map(step => step.seconds))
  return seconds > 0 ? sum(steps.map(step => value(step) * step.seconds)) / seconds : null
}

const meanTemperature = (steps: readonly Step[]): number | null => {
  const mean = meanOf(
    steps.filter(({ from, seconds }) => from.temperatureC !== null && seconds > 0),
    step => step.from.temperatureC!,
  )
  return mean === null ? null : Math.round(clamp(mean, -1000, 1000) * 10) / 10
}
