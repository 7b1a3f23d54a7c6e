/** One text for one value where fractions may stand in it: JSON with its keys in order. */

/** Numbers are written as every JavaScript engine writes them; what is undefined is left out, as in JSON. */
export const plainText = (value: unknown): string =>
  JSON.stringify(value, (_, inside: unknown) =>
    typeof inside === 'object' && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  )
