/** Long series drawn with few points, where no peak and no trough is lost. */

export type Point = { readonly x: number; readonly y: number }

/**
 * At most about `columns` × 2 points: of each column of neighbouring points the lowest and the highest, in their order;
 * first and last always stay. Gaps (`y` NaN) stay as one NaN a column, so that a line breaks where nothing is known.
 */
export const decimate = (points: readonly Point[], columns: number): readonly Point[] => {
  if (points.length <= columns * 2 || columns < 1) return points
  const kept: Point[] = []
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column * points.length) / columns)
    const to = Math.floor(((column + 1) * points.length) / columns)
    kept.push(...extremes(points, from, to))
  }
  const first = points[0]!
  const last = points[points.length - 1]!
  if (kept[0] !== first) kept.unshift(first)
  if (kept[kept.length - 1] !== last) kept.push(last)
  return kept
}

const extremes = (points: readonly Point[], from: number, to: number): readonly Point[] => {
  let low = -1
  let high = -1
  let gap = -1
  for (let i = from; i < to; i++) {
    const { y } = points[i]!
    if (Number.isNaN(y)) gap = i
    else {
      if (low < 0 || y < points[low]!.y) low = i
      if (high < 0 || y > points[high]!.y) high = i
    }
  }
  return [...new Set([low, high, gap])]
    .filter(i => i >= 0)
    .sort((a, b) => a - b)
    .map(i => points[i]!)
}
