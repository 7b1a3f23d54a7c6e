/** Drift within a steady run: how much less ground a heartbeat covers in the second half than in the first. */
import { mean, round, standardDeviation, sum } from '../../lib/math.ts'
import type { FlatProfile } from './flat-profile.ts'
import type { Step } from './recording.ts'

/** Only steady runs of at least 45 minutes: with stops and intervals the figure means nothing (science.md 1.10). */
const shortestS = 45 * 60
const leastHrShare = 0.9
/** Steady: the speeds of its minutes spread by at most this share of their mean (ours). */
const steadySpread = 0.15

type Part = { readonly seconds: number; readonly metres: number; readonly beats: number }

const partOf = (steps: readonly Step[], flat: FlatProfile | undefined): Part => ({
  seconds: sum(steps.map(step => step.seconds)),
  metres: sum(
    steps.map(({ from, to }) => {
      if (from.distanceM === null || to.distanceM === null) return 0
      return flat ? flat.at(to.distanceM) - flat.at(from.distanceM) : to.distanceM - from.distanceM
    }),
  ),
  beats: sum(steps.map(step => (step.seconds * (step.from.hr ?? 0)) / 60)),
})

/** Cuts steps into pieces of so many counted seconds. */
const pieces = (steps: readonly Step[], seconds: number): readonly (readonly Step[])[] => {
  const list: Step[][] = [[]]
  let held = 0
  for (const step of steps) {
    if (held >= seconds) {
      list.push([])
      held = 0
    }
    list.at(-1)!.push(step)
    held += step.seconds
  }
  return list
}

/**
 * (EF1 − EF2) ÷ EF1 with EF = flat metres per heartbeat, halves by time, as a share (0.05 is 5 %; positive is drift).
 * Null where the run is too short, not steady, or without a heart rate nearly all the way. trust: convention.
 */
export const decouplingOf = (steps: readonly Step[], flat: FlatProfile | undefined): number | null => {
  const moving = steps.filter(step => step.seconds > 0)
  const total = sum(moving.map(step => step.seconds))
  if (total < shortestS) return null
  const known = moving.filter(({ from, to }) => from.hr !== null && from.distanceM !== null && to.distanceM !== null)
  if (sum(known.map(step => step.seconds)) < leastHrShare * total) return null
  const minutes = pieces(known, 60).map(piece => partOf(piece, flat))
  const speeds = minutes.map(({ metres, seconds }) => metres / seconds)
  const middle = mean(speeds)!
  if (middle <= 0 || (standardDeviation(speeds) ?? 0) > steadySpread * middle) return null
  const [first, second] = pieces(known, sum(known.map(step => step.seconds)) / 2).map(half => partOf(half, flat))
  if (!first || !second || first.beats <= 0 || second.beats <= 0 || first.metres <= 0) return null
  const efficiency = first.metres / first.beats
  return round((efficiency - second.metres / second.beats) / efficiency, 4)
}
