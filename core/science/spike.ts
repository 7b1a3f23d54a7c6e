/** Whether one run is much longer than anything in the month before it. */
import { round } from '../lib/math.ts'

/** The window in days before a run in which the longest one is looked for. */
export const spikeWindowDays = 30

export type SpikeBand = 'none' | 'small' | 'moderate' | 'large'

/**
 * trust: published. Frandsen et al. 2025, BJSM, doi 10.1136/bjsports-2024-109380: hazard of injury by how much longer
 * a run was than the longest of the 30 days before (5,205 runners); the bands' ratios are 1.64, 1.52 and 2.28.
 */
export const spikeOf = (
  runM: number,
  longestM: number,
): { readonly share: number; readonly band: SpikeBand; readonly hazard: number } => {
  const share = runM / longestM - 1
  // Why: 11 km after 10 km is ten percent more, though 11 / 10 − 1 is a hair above 0.1 in floating point.
  const sure = round(share, 9)
  if (sure <= 0.1) return { share, band: 'none', hazard: 1 }
  if (sure <= 0.3) return { share, band: 'small', hazard: 1.64 }
  return sure <= 1 ? { share, band: 'moderate', hazard: 1.52 } : { share, band: 'large', hazard: 2.28 }
}
