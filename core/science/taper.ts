/** The last weeks before a race: less and less running, at the same effort and as often. */
import { mean } from '../lib/math.ts'

/** What works best: two weeks, with 41 to 60 % of the volume taken off, falling exponentially. Bosquet 2007. */
export const bestTaper = { days: 14, least: 0.41, most: 0.6 } as const

/**
 * Share of the usual volume on each day of a taper, first day first: falling exponentially from nearly all of it so that
 * the mean of the days is 1 − `cut` (a share, 0 … 0.9). Bosquet 2007, MSSE 39:1358; intensity and frequency stay as they
 * were. trust: published.
 */
export const taperShares = (days: number = bestTaper.days, cut = 0.5): readonly number[] => {
  const shares = (rate: number) => Array.from({ length: days }, (_, day) => Math.exp((-rate * (day + 0.5)) / days))
  let [low, high] = [0, 100]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if ((mean(shares(middle)) ?? 0) > 1 - cut) low = middle
    else high = middle
  }
  return shares((low + high) / 2)
}
