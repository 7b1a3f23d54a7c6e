/** What a race says of another distance: two rules of thumb older than any watch. */

/** How a record slows with distance: the exponent Riegel found. Recreational marathons need more (1.07 … 1.10). */
export const riegelExponent = 1.06

/** Seconds of effort for which Riegel's rule was meant: about 3.5 to 230 minutes. */
export const riegelSeconds = { least: 210, most: 13_800 } as const

/**
 * Seconds for a second distance (metres) from the time of a first. Riegel 1981, American Scientist 69:285:
 * T2 = T1 (D2 ÷ D1)^k. trust: published. It flatters the marathon of runners with little weekly distance
 * (Vickers & Vertosick 2016).
 */
export const riegelSecondsFor = (
  fromM: number,
  seconds: number,
  toM: number,
  exponent: number = riegelExponent,
): number => seconds * (toM / fromM) ** exponent

/** Exponents for the marathon, from well trained for it to little weekly distance. */
const marathonExponents = [riegelExponent, 1.1] as const

/**
 * Seconds for a distance beyond the half marathon, from the faster to the slower end: Riegel's exponent, and 1.10 as
 * recreational runners with little weekly distance show (Vickers & Vertosick 2016). trust: convention.
 */
export const longRaceRange = (
  fromM: number,
  seconds: number,
  toM: number,
): { readonly fast: number; readonly slow: number } => {
  const [fast, slow] = marathonExponents.map(exponent => riegelSecondsFor(fromM, seconds, toM, exponent))
  return { fast: Math.min(fast!, slow!), slow: Math.max(fast!, slow!) }
}

/** Cameron's weight of a distance in metres, falling from short to long. */
const cameronWeight = (metres: number): number => 13.49681 - 0.000030363 * metres + 835.7114 / metres ** 0.7905

/** Distances in metres that Cameron's curve was fitted to (records from 400 m to 50 miles). */
export const cameronMetres = { least: 400, most: 80_467 } as const

/** Seconds for a second distance, by Cameron's fit to records: T2 = (T1 ÷ d1) d2 f(d1) ÷ f(d2). trust: convention. */
export const cameronSecondsFor = (fromM: number, seconds: number, toM: number): number =>
  (seconds / fromM) * toM * (cameronWeight(fromM) / cameronWeight(toM))
