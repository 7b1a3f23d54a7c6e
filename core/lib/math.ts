/** Arithmetic with no opinion about sport. Every function is total; empty input gives undefined, never zero. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : sum(values) / values.length

export const median = (values: readonly number[]): number | undefined => {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Sample standard deviation (n − 1). */
export const standardDeviation = (values: readonly number[]): number | undefined => {
  const middle = mean(values)
  if (middle === undefined || values.length < 2) return undefined
  return Math.sqrt(sum(values.map(value => (value - middle) ** 2)) / (values.length - 1))
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Rounds half away from zero to so many decimals. */
export const round = (value: number, decimals = 0): number => {
  const scale = 10 ** decimals
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale
}
