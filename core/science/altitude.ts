/** What thin air takes from the engine. */

/** Metres above the sea from which, and up to which, the loss was measured as a straight line. */
export const altitudeRange = { from: 300, to: 2800 } as const

/**
 * Percent of VO2max lost at an altitude in metres: 6.3 per 1,000 m above 300 m. Wehrlin & Hallén 2006, eight elite
 * runners, up to 2,800 m. trust: published; race times lose less, and some of it returns within weeks.
 */
export const oxygenLossPercent = (metres: number): number => 0.0063 * Math.max(0, metres - altitudeRange.from)
