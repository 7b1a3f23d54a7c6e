/** How a run changes from its first half to its second: what a heartbeat buys, and the pace itself. */
import { mean, standardDeviation } from '../lib/math.ts'

/** Ground per heartbeat: grade-adjusted m/min ÷ bpm; undefined without a heart rate. Friel. trust: convention. */
export const efficiencyFactor = (metresPerMin: number, hr: number): number | undefined =>
  hr > 0 ? metresPerMin / hr : undefined

/**
 * Loss of efficiency from the first half to the second, 100 (EF1 − EF2) ÷ EF1 in percent; positive is drift. Under 5 is
 * called good, over 10 large. For steady runs of 45 minutes and more, with grade-adjusted speed on hills. Friel.
 * trust: convention.
 */
export const decouplingPercent = (
  first: { readonly speed: number; readonly hr: number },
  second: { readonly speed: number; readonly hr: number },
): number | undefined => {
  const before = efficiencyFactor(first.speed, first.hr)
  const after = efficiencyFactor(second.speed, second.hr)
  return before === undefined || after === undefined || before <= 0 ? undefined : 100 * (1 - after / before)
}

/**
 * Change of pace from the first half of a distance to the second in percent, positive is slower. Deaner 2015; men slow by
 * 15.6 and women by 11.7 in the marathon. Take pauses out first. trust: published.
 */
export const secondHalfChange = (firstS: number, secondS: number): number | undefined =>
  firstS > 0 ? 100 * (secondS / firstS - 1) : undefined

/** Spread of the repeats as a share of their mean, and the change from the first to the last as a share of the first. */
export type Stability = { readonly spread: number; readonly change: number }

/**
 * How evenly repeats were run, from their paces (s/km) or speeds in order; undefined with fewer than three. A spread under
 * 0.03 is even. trust: ours.
 */
export const intervalStability = (repeats: readonly number[]): Stability | undefined => {
  const middle = mean(repeats)
  const deviation = standardDeviation(repeats)
  if (repeats.length < 3 || middle === undefined || deviation === undefined || repeats.some(value => value <= 0))
    return undefined
  return { spread: deviation / middle, change: repeats.at(-1)! / repeats[0]! - 1 }
}
