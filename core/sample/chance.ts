/** The luck of a made-up season: the same seed gives the same luck, on every device. */

export type Chance = {
  /** From 0 up to, not including, 1. */
  readonly share: () => number
  readonly between: (low: number, high: number) => number
  /** A whole number, both ends included. */
  readonly whole: (low: number, high: number) => number
  /** Around a middle as measurements scatter; within three deviations either side. */
  readonly around: (middle: number, deviation: number) => number
  readonly happens: (probability: number) => boolean
  readonly oneOf: <T>(values: readonly [T, ...T[]]) => T
}

/** Luck from a seed and a name, so that more runs do not change the weather. Source: mulberry32 (T. Ettinger, public domain). */
export const chanceOf = (seed: number, name: string): Chance => {
  let state = [...name].reduce((mixed, letter) => Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193), seed | 0)
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number): number => low + share() * (high - low)
  const whole = (low: number, high: number): number => low + Math.floor(share() * (high - low + 1))
  return {
    share,
    between,
    whole,
    // Why: the mean of nine uniform draws has a deviation of 1/√108 and needs no logarithm, which differs by machine.
    around: (middle, deviation) => {
      let sum = 0
      for (let i = 0; i < 9; i++) sum += share()
      const scatter = (sum / 9 - 0.5) * 10.392304845413264
      return middle + deviation * Math.min(3, Math.max(-3, scatter))
    },
    happens: probability => share() < probability,
    oneOf: values => values[whole(0, values.length - 1)] ?? values[0],
  }
}
