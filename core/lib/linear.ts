/** Small systems of linear equations, solved exactly the same way on every device. */

/** The inverse of a symmetric positive definite matrix by Cholesky's way; undefined where it is none. */
export const inverseOf = (matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined => {
  const size = matrix.length
  const lower: number[][] = matrix.map(() => new Array<number>(size).fill(0))
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!
      if (i === j && !(rest > 0 && Number.isFinite(rest))) return undefined
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!
    }
  const columns = matrix.map((_, column) => solved(lower, column))
  return matrix.map((_, row) => columns.map(column => column[row]!))
}

/** The column of the inverse for one unit vector: forwards through the lower half, back through its mirror. */
const solved = (lower: readonly (readonly number[])[], unit: number): readonly number[] => {
  const size = lower.length
  const x = new Array<number>(size).fill(0)
  for (let i = 0; i < size; i++) {
    let rest = i === unit ? 1 : 0
    for (let k = 0; k < i; k++) rest -= lower[i]![k]! * x[k]!
    x[i] = rest / lower[i]![i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = x[i]!
    for (let k = i + 1; k < size; k++) rest -= lower[k]![i]! * x[k]!
    x[i] = rest / lower[i]![i]!
  }
  return x
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, value, i) => total + value * b[i]!, 0)
