/** What thin air takes from the engine. */

/** Metres above the sea from which, and up to which, the loss was measured as a straight line. */
export const altitudeRange = { from: 300, to: 2800 } as const

/**
 * Percent of VO2max lost at an altitude in metres: 6.3 per 1,000 m above 300 m. Wehrlin & Hallén 2006, eight elite
 * runners, up to 2,800 m. trust: published; race times lose less, and some of it returns within weeks.
 */
export const oxygenLossPercent = (metres: number): number => 0.0063 * Math.max(0, metres - altitudeRange.from)

/**
 * Percent by which a race of some ten minutes and more slows on arrival: 0.41 to 0.57 of the loss of VO2max, which is what
 * 7.2 % over two miles at 2,300 m comes to against the loss measured there (17.4 %) and the loss by the line (12.6 %). Adams
 * 1975; some 2 % comes back within three weeks. Short repeats lose less. trust: convention.
 */
export const slowingAtAltitude = (metres: number): { readonly low: number; readonly high: number } => ({
  low: 0.41 * oxygenLossPercent(metres),
  high: 0.57 * oxygenLossPercent(metres),
})
