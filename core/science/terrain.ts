/** How long a way through hills takes on foot: old rules for walkers, useful as floors for a trail runner. */

/** Share of Tobler's speed off the path. */
export const offPathShare = 0.6

/** Walking speed in km/h on a slope (rise ÷ run), 6 e^(−3.5 |S + 0.05|); fastest gently downhill. Tobler 1993. trust: convention. */
export const toblerKmh = (slope: number): number => 6 * Math.exp(-3.5 * Math.abs(slope + 0.05))

/** Hours for kilometres and metres of ascent: 5 km/h and an hour more per 600 m. Naismith 1892. trust: convention. */
export const naismithHours = (km: number, ascentM: number): number => km / 5 + ascentM / 600

/** Hours taken off (negative) or added for metres of descent: −10 min per 300 m at 5 to 12°, +10 min where steeper. Langmuir. */
export const langmuirHours = (descentM: number, degrees: number): number => {
  if (degrees < 5) return 0
  // Why the sum: no descent takes nothing off, and no "minus nothing" either.
  return 0 + ((degrees <= 12 ? -1 : 1) * descentM) / 1800
}
