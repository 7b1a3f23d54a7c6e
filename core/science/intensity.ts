/** How training time is shared between easy, middling and hard. */

/** Shares of time (0 … 1) below the first threshold, between the two, and above the second. */
export type ThreeShares = readonly [easy: number, middle: number, hard: number]

/** A zone with less than this share makes the index jump (Treff and colleagues, later note). */
export const leastShare = 0.01

/**
 * Polarization index, log10(Z1 ÷ Z2 × Z3 × 100); above 2 with Z1 > Z3 > Z2 is called polarized. Treff 2019, Front Physiol
 * 10:707. Without hard time 0; without middling time log10(Z1 ÷ 0.01 × (Z3 − 0.01) × 100). Undefined where a logarithm
 * would have no argument. trust: published; whether a polarized share trains better is open.
 */
export const polarizationIndex = ([easy, middle, hard]: ThreeShares): number | undefined => {
  if (hard === 0) return 0
  const product = middle === 0 ? (easy / leastShare) * (hard - leastShare) : (easy / middle) * hard
  return product > 0 ? Math.log10(product * 100) : undefined
}
