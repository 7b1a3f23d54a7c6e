/** Where things stand on a chart: ends, ticks and the point nearest to a finger. */

/** Lowest and highest of what is known; undefined where nothing is. NaN is not known. */
export const endsOf = (columns: readonly ArrayLike<number>[]): readonly [number, number] | undefined => {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const column of columns)
    for (let i = 0; i < column.length; i++) {
      const value = column[i]!
      if (value < low) low = value
      if (value > high) high = value
    }
  return low <= high ? [low, high] : undefined
}

/** The value that so large a share of what is known lies below; undefined where nothing is known. */
export const quantileOf = (column: ArrayLike<number>, share: number): number | undefined => {
  const known = Float64Array.from(column).filter(value => !Number.isNaN(value))
  return known.length === 0 ? undefined : known.sort()[Math.min(known.length - 1, Math.floor(share * known.length))]
}

/** The index whose position (never falling) is nearest. */
export const nearest = (positions: ArrayLike<number>, position: number): number => {
  let low = 0
  let high = positions.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (positions[middle]! < position) low = middle + 1
    else high = middle
  }
  return low > 0 && position - positions[low - 1]! < positions[low]! - position ? low - 1 : low
}

/** Stretches of neighbouring points at which nothing is known, as first and last index. */
export const gapsIn = (column: ArrayLike<number>): readonly (readonly [number, number])[] => {
  const gaps: (readonly [number, number])[] = []
  let from = -1
  for (let i = 0; i <= column.length; i++) {
    const isUnknown = i < column.length && Number.isNaN(column[i])
    if (isUnknown && from < 0) from = i
    if (!isUnknown && from >= 0) {
      gaps.push([from, i - 1])
      from = -1
    }
  }
  return gaps
}

export type Tick = { readonly at: number; readonly label: string }

/** Of ticks in a row so many that their names, so many pixels wide, do not touch. */
export const thinned = (ticks: readonly Tick[], room: number, width: number): readonly Tick[] => {
  const every = Math.max(1, Math.ceil(ticks.length / Math.max(1, Math.floor(room / width))))
  return ticks.filter((_, i) => i % every === 0)
}

/** Steps of a pace axis in seconds, from fine to coarse. */
const paceSteps = [5, 10, 15, 30, 60, 120, 300] as const

/**
 * Ticks at round paces for an axis of speeds in m/s, so that faster is higher and nothing is without end. `metres` is
 * what the pace is counted over (1000 or a mile).
 */
export const paceTicks = (
  [slow, fast]: readonly [number, number],
  metres: number,
  name: (secondsPerKm: number) => string,
): readonly Tick[] => {
  if (!(slow > 0) || !(fast > slow)) return []
  const from = metres / fast
  const to = metres / slow
  const step = paceSteps.find(step => (to - from) / step <= 5) ?? 600
  const ticks: Tick[] = []
  for (let pace = Math.ceil(from / step) * step; pace <= to; pace += step)
    ticks.push({ at: metres / pace, label: name((pace * 1000) / metres) })
  return ticks
}
