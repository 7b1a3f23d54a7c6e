/** A decoded FIT activity → its recordings, one for each sport of it. */
import type { ImportOptions } from '../importer.ts'
import type { Lap, Recording, Sample } from '../summary/recording.ts'
import type { DecodedFile } from './decode.ts'
import { asMessages, type Message, numberIn, positiveIn, secondsIn, wordIn } from './fields.ts'
import { sportFromFit } from './sports.ts'

/** The sessions of a file as recordings, changes between sports left out. A file cut short has none: then all of it. */
export const recordingsOf = (
  { message: file, records }: DecodedFile,
  name: string,
  zone: ImportOptions['zone'],
): readonly Recording[] => {
  const samples = samplesOf(records)
  const sessions = asMessages(file.sessions).filter(session => wordIn(session, 'sport') !== 'transition')
  const lone = sessions.length === 0 ? unfinished(file, samples) : sessions
  return lone.flatMap(session => {
    const first = secondsIn(session, 'start_time') ?? (lone.length === 1 ? samples[0]?.t : undefined)
    if (first === undefined || first < 0) return []
    const utc = Math.round(first)
    const elapsedS = positiveIn(session, 'total_elapsed_time')
    const end = lone.length === 1 ? Number.POSITIVE_INFINITY : utc + (elapsedS ?? 0)
    const from = lone.length === 1 ? Number.NEGATIVE_INFINITY : utc
    const within = (t: number | null): boolean => t !== null && t >= from && t <= end
    return {
      sport: sportFromFit(wordIn(session, 'sport'), wordIn(session, 'sub_sport')),
      utc,
      offsetMin: offsetOf(file) ?? Math.round(zone(utc)),
      samples: lone.length === 1 ? samples : samples.filter(sample => within(sample.t)),
      pauses: pausesOf(asMessages(file.events)),
      laps: asMessages(file.laps)
        .filter(lap => lone.length === 1 || within(secondsIn(lap, 'start_time')))
        .map(lapOf),
      totals: {
        timerS: positiveIn(session, 'total_timer_time', 'total_elapsed_time'),
        elapsedS,
        distanceM: positiveIn(session, 'total_distance'),
        ascentM: numberIn(session, 'total_ascent'),
        meanHr: positiveIn(session, 'avg_heart_rate'),
        maxHr: positiveIn(session, 'max_heart_rate'),
        temperatureC: numberIn(session, 'avg_temperature'),
      },
      source: 'fit',
      file: name,
    }
  })
}

/** What stands for a session where none was written: the sport that was announced, or the sum of the laps. */
const unfinished = (file: Message, samples: readonly Sample[]): readonly Message[] => {
  const laps = asMessages(file.laps)
  if (samples.length >= 2) return [asMessages(file.sports)[0] ?? laps[0] ?? {}]
  const [first] = laps
  if (first === undefined) return []
  const sum = (field: string) => laps.reduce((total, lap) => total + (numberIn(lap, field) ?? 0), 0)
  const sums = ['total_timer_time', 'total_elapsed_time', 'total_distance', 'total_ascent'].map(name => [
    name,
    sum(name),
  ])
  return [{ start_time: first.start_time, sport: first.sport, ...Object.fromEntries(sums) }]
}

/** A record dated days after the one before it is a fault of the clock, not part of the activity. */
const longestSilenceS = 2 * 86_400

const isHeartRate = (hr: number | null): boolean => hr === null || (hr >= 30 && hr <= 250)

const samplesOf = (records: readonly Sample[]): readonly Sample[] => {
  const samples: Sample[] = []
  let farthest = 0
  let last: number | undefined
  for (const record of records) {
    const { t, distanceM, hr } = record
    if (last !== undefined && (t < last || t > last + longestSilenceS)) continue
    last = t
    if (distanceM !== null && distanceM > farthest) farthest = distanceM
    const way = distanceM === null ? null : farthest
    // Why not a new one each: nearly all of them are as they should be, and a history has millions.
    const isFine = way === distanceM && isHeartRate(hr)
    samples.push(isFine ? record : { ...record, distanceM: way, hr: isHeartRate(hr) ? hr : null })
  }
  return samples
}

const lapOf = (lap: Message): Lap => ({
  durationS: positiveIn(lap, 'total_timer_time', 'total_elapsed_time') ?? 0,
  distanceM: numberIn(lap, 'total_distance'),
  meanHr: positiveIn(lap, 'avg_heart_rate'),
})

/** From each stop of the timer to its next start. */
const pausesOf = (events: readonly Message[]): Recording['pauses'] => {
  const pauses: (readonly [number, number])[] = []
  let stopped: number | null = null
  for (const event of events) {
    if (event.event !== 'timer') continue
    const t = secondsIn(event, 'timestamp')
    const type = wordIn(event, 'event_type') ?? ''
    if (type.startsWith('stop')) stopped ??= t
    else if (type === 'start' && stopped !== null) {
      if (t !== null && t > stopped) pauses.push([stopped, t])
      stopped = null
    }
  }
  return pauses.sort(([a], [b]) => a - b)
}

/** Minutes east of UTC, in quarters of an hour, where the file gives the local clock beside its timestamp. */
const offsetOf = (file: Message): number | null => {
  const messages = file.messages as Message | undefined
  for (const activity of asMessages(messages?.activity)) {
    const utc = secondsIn(activity, 'timestamp')
    const local = secondsIn(activity, 'local_timestamp')
    if (utc === null || local === null) continue
    const quarters = Math.round((local - utc) / 900)
    if (Math.abs(quarters) <= 14 * 4) return quarters * 15
  }
  return null
}
