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
  const all: number[] = []
  const points: { readonly d: number; readonly z: number }[] = []
  for (const { distanceM, altitudeM } of samples) {
    if (distanceM === null) continue
    all.push(distanceM)
    if (altitudeM !== null) points.push({ d: distanceM, z: altitudeM })
  }
  const first = points[0]?.d
  const last = points.at(-1)?.d
  if (first === undefined || last === undefined || last - first < 20 * stepM) return undefined
  if (last - first < leastKnown * (all.at(-1)! - all[0]!) || points.length < leastKnown * all.length) return undefined
  const smooth = smoothed(altitudes(points, first, last))
  const flat = [0]
  for (let i = 1; i < smooth.length; i++)
    flat.push(flat[i - 1]! + stepM * flatMetresPerMetre((smooth[i]! - smooth[i - 1]!) / stepM))
  const at = (distanceM: number): number => {
    const place = Math.min(flat.length - 1, Math.max(0, (distanceM - first) / stepM))
    const below = Math.floor(place)
    return flat[below]! + (place - below) * ((flat[below + 1] ?? flat[below]!) - flat[below]!)
  }
  return { metres: flat.at(-1)! * ((last - first) / ((flat.length - 1) * stepM)), at }
}

/** The longest way a profile is drawn for: 1,000 km. A file that claims more is not believed. */
const longest = 100_000

const altitudes = (points: readonly { d: number; z: number }[], first: number, last: number): readonly number[] => {
  const count = Math.min(longest, Math.floor((last - first) / stepM) + 1)
  let next = 0
  return Array.from({ length: count }, (_, i) => {
    const d = first + i * stepM
    while (next < points.length - 1 && points[next]!.d < d) next++
    const after = points[next]!
    const before = points[Math.max(0, next - 1)]!
    const share = after.d > before.d ? Math.min(1, Math.max(0, (d - before.d) / (after.d - before.d))) : 1
    return before.z + share * (after.z - before.z)
  })
}

const smoothed = (values: readonly number[]): readonly number[] => {
  const sums = [0]
  for (const value of values) sums.push(sums.at(-1)! + value)
  return values.map((_, i) => {
    const from = Math.max(0, i - smoothSteps)
    const to = Math.min(values.length, i + smoothSteps + 1)
    return (sums[to]! - sums[from]!) / (to - from)
  })
}
