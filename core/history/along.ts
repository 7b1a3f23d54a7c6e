/** An activity along its way: time on the timer, distance, height, speed, slope and heart rate, smooth enough to read. */
import { type FlatProfile, flatProfileOf } from '../import/summary/flat-profile.ts'
import type { Sample } from '../import/summary/recording.ts'
import { samplesOf } from '../import/summary/streams.ts'
import { clamp } from '../lib/math.ts'
import type { Streams } from '../model/streams.ts'

/**
 * One entry a sample. `timer` seconds without pauses; `metres` from the start, never falling, carried over where a fix
 * was missing; `altitude` metres above sea, smoothed; `speed` m/s; `grade` rise ÷ run; `hr` bpm. NaN is not known.
 */
export type Along = {
  readonly timer: Float64Array
  readonly metres: Float64Array
  readonly altitude: Float64Array
  readonly speed: Float64Array
  readonly grade: Float64Array
  readonly hr: Float64Array
  readonly flat: FlatProfile | undefined
}

/**
 * Speed is taken over ten seconds either side, and over more in a long run: satellites jump, legs do not, and a curve of
 * hours is read for its drift (ours).
 */
const speedWindowS = { least: 10, most: 45, share: 1 / 360 }
/** Height and slope are taken over fifty metres either side, as for the grade-adjusted distance. */
const slopeWindowM = 50
/** A watch's altitude is rarely truly steeper (the range Minetti measured). */
const steepest = 0.45

export const alongOf = (streams: Streams): Along => {
  const samples = samplesOf(streams)
  const timer = timerOf(samples, streams.pauses)
  const metres = metresOf(samples)
  const altitude = heightOf(samples, metres)
  return {
    timer,
    metres,
    altitude,
    speed: speedOf(timer, metres),
    grade: gradeOf(metres, altitude),
    hr: Float64Array.from(samples, ({ hr }) => hr ?? Number.NaN),
    flat: flatProfileOf(samples),
  }
}

const timerOf = (samples: readonly Sample[], pauses: Streams['pauses']): Float64Array => {
  const timer = new Float64Array(samples.length)
  let next = 0
  let stood = 0
  for (let i = 0; i < samples.length; i++) {
    const { t } = samples[i]!
    while (next < pauses.length && pauses[next + 1]! <= t) {
      stood += pauses[next + 1]! - pauses[next]!
      next += 2
    }
    const inPause = next < pauses.length ? Math.max(0, t - pauses[next]!) : 0
    timer[i] = Math.max(timer[i - 1] ?? 0, t - stood - inPause)
  }
  return timer
}

const metresOf = (samples: readonly Sample[]): Float64Array => {
  let last = Number.NaN
  return Float64Array.from(samples, ({ distanceM }) => {
    if (distanceM !== null && !(distanceM < last)) last = distanceM
    return last
  })
}

/** The mean height of what lies within the window by distance; where no distance is known, the height as recorded. */
const heightOf = (samples: readonly Sample[], metres: Float64Array): Float64Array => {
  const height = new Float64Array(samples.length).fill(Number.NaN)
  let from = 0
  let to = 0
  let sum = 0
  let count = 0
  const add = (i: number, sign: number) => {
    const z = samples[i]!.altitudeM
    if (z === null || Number.isNaN(metres[i])) return
    sum += sign * z
    count += sign
  }
  for (let i = 0; i < samples.length; i++) {
    const here = metres[i]!
    if (Number.isNaN(here)) {
      height[i] = samples[i]!.altitudeM ?? Number.NaN
      continue
    }
    while (to < samples.length && !(metres[to]! > here + slopeWindowM)) add(to++, 1)
    while (from < to && !(metres[from]! >= here - slopeWindowM)) add(from++, -1)
    if (count > 0 && samples[i]!.altitudeM !== null) height[i] = sum / count
  }
  return height
}

/** The change of `value` over the change of `by` within a window of `by` round each sample; NaN where nothing moved. */
const slopeOver = (by: Float64Array, value: Float64Array, window: number, least: number): Float64Array => {
  const slope = new Float64Array(by.length).fill(Number.NaN)
  let from = 0
  let to = 0
  for (let i = 0; i < by.length; i++) {
    const here = by[i]!
    if (Number.isNaN(here)) continue
    while (to < by.length - 1 && by[to + 1]! <= here + window) to++
    while (from < i && !(by[from]! >= here - window)) from++
    const run = by[to]! - by[from]!
    if (run >= least) slope[i] = (value[to]! - value[from]!) / run
  }
  return slope
}

const speedOf = (timer: Float64Array, metres: Float64Array): Float64Array => {
  const { least, most, share } = speedWindowS
  return slopeOver(timer, metres, clamp((timer.at(-1) ?? 0) * share, least, most), 4)
}

const gradeOf = (metres: Float64Array, altitude: Float64Array): Float64Array =>
  slopeOver(metres, altitude, slopeWindowM, slopeWindowM / 2).map(slope => clamp(slope, -steepest, steepest))

/** Where in a column that never falls a value lies: the entry before it and the share of the way to the next. */
const placeIn = (column: Float64Array, value: number): { readonly at: number; readonly share: number } => {
  let low = 0
  let high = column.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    // Why: distance may begin unknown; what is not known yet lies before every value.
    if (column[middle]! > value) high = middle
    else low = middle
  }
  const before = column[low]!
  const after = column[high]!
  return { at: low, share: after > before ? clamp((value - before) / (after - before), 0, 1) : 0 }
}

const valueAt = (column: Float64Array, { at, share }: ReturnType<typeof placeIn>): number => {
  const before = column[at]!
  const after = column[at + 1] ?? before
  return before + share * (after - before)
}

/** Seconds on the timer at which a distance was reached. */
export const timerAt = ({ metres, timer }: Along, distanceM: number): number =>
  valueAt(timer, placeIn(metres, distanceM))

/** A piece of the way. `flatMetres` of equal energy on level ground; null: not recorded. */
export type Stretch = {
  readonly seconds: number
  readonly metres: number | null
  readonly meanHr: number | null
  readonly ascentM: number | null
  readonly descentM: number | null
  readonly flatMetres: number | null
}

/** From one moment to another, both in seconds on the timer. */
export const stretchOf = (along: Along, from: number, to: number): Stretch => {
  const { timer, metres, hr, altitude, flat } = along
  const start = placeIn(timer, from)
  const end = placeIn(timer, to)
  const startM = valueAt(metres, start)
  const endM = valueAt(metres, end)
  const known = !Number.isNaN(startM) && !Number.isNaN(endM)
  let beats = 0
  let seconds = 0
  let up = 0
  let down = 0
  let heights = 0
  for (let i = start.at; i <= Math.min(end.at, timer.length - 2); i++) {
    const held = Math.min(to, timer[i + 1]!) - Math.max(from, timer[i]!)
    if (held > 0 && !Number.isNaN(hr[i]!)) {
      beats += held * hr[i]!
      seconds += held
    }
    const rise = altitude[i + 1]! - altitude[i]!
    if (Number.isNaN(rise)) continue
    heights += 1
    if (rise > 0) up += rise
    else down -= rise
  }
  return {
    seconds: to - from,
    metres: known ? endM - startM : null,
    meanHr: seconds > 0 ? Math.round(beats / seconds) : null,
    ascentM: heights > 0 ? up : null,
    descentM: heights > 0 ? down : null,
    flatMetres: flat && known ? flat.at(endM) - flat.at(startM) : null,
  }
}
