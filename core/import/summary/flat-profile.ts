/** A hilly run in flat metres: what the same effort would have covered on level ground. */
import { flatMetresPerMetre } from '../../science/grade.ts'
import type { Sample } from './recording.ts'

/** Altitude is read every ten metres … */
const stepM = 10
/** … and smoothed over fifty metres either side, or noise alone would count as climbing. */
const smoothSteps = 5
/** A profile that knows the altitude of less than this share of the way says nothing. */
const leastKnown = 0.8

/** Cumulative flat metres along a run; `at` takes metres from the start. */
export type FlatProfile = { readonly metres: number; readonly at: (distanceM: number) => number }

/** The flat profile of a run by Minetti's cost (`core/science/grade.ts`), or undefined without altitude. */
export const flatProfileOf = (samples: readonly Sample[]): FlatProfile | undefined => {
  const placed = samples.filter(({ distanceM }) => distanceM !== null)
  const known = placed.filter(({ altitudeM }) => altitudeM !== null)
  const first = known[0]?.distanceM
  const last = known.at(-1)?.distanceM
  if (typeof first !== 'number' || typeof last !== 'number' || last - first < 20 * stepM) return undefined
  const way = placed.at(-1)!.distanceM! - placed[0]!.distanceM!
  if (last - first < leastKnown * way || known.length < leastKnown * placed.length) return undefined
  const smooth = smoothed(altitudes(known, first, last))
  const flat = new Float64Array(smooth.length)
  for (let i = 1; i < smooth.length; i++)
    flat[i] = flat[i - 1]! + stepM * flatMetresPerMetre((smooth[i]! - smooth[i - 1]!) / stepM)
  const at = (distanceM: number): number => {
    const place = Math.min(flat.length - 1, Math.max(0, (distanceM - first) / stepM))
    const below = Math.floor(place)
    return flat[below]! + (place - below) * ((flat[below + 1] ?? flat[below]!) - flat[below]!)
  }
  return { metres: flat.at(-1)! * ((last - first) / ((flat.length - 1) * stepM)), at }
}

/** The longest way a profile is drawn for: 1,000 km. A file that claims more is not believed. */
const longest = 100_000

/** Metres above sea every ten metres; the samples know both their distance and their altitude. */
const altitudes = (known: readonly Sample[], first: number, last: number): Float64Array => {
  const count = Math.min(longest, Math.floor((last - first) / stepM) + 1)
  const column = new Float64Array(count)
  let next = 0
  for (let i = 0; i < count; i++) {
    const d = first + i * stepM
    while (next < known.length - 1 && known[next]!.distanceM! < d) next++
    const { distanceM: afterM, altitudeM: after } = known[next]!
    const { distanceM: beforeM, altitudeM: before } = known[Math.max(0, next - 1)]!
    const share = afterM! > beforeM! ? Math.min(1, Math.max(0, (d - beforeM!) / (afterM! - beforeM!))) : 1
    column[i] = before! + share * (after! - before!)
  }
  return column
}

const smoothed = (values: Float64Array): Float64Array => {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!
  return values.map((_, i) => {
    const from = Math.max(0, i - smoothSteps)
    const to = Math.min(values.length, i + smoothSteps + 1)
    return (sums[to]! - sums[from]!) / (to - from)
  })
}
