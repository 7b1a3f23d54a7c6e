/** What was measured, or why it is not known. Unknown is a value: never zero, never today. */
export type Reading<T> =
  | { readonly known: true; readonly value: T; readonly from: readonly string[] }
  | { readonly known: false; readonly why: string }

/** `from` names the evidence: days, activities or sources the value rests on. */
export const known = <T>(value: T, from: readonly string[] = []): Reading<T> => ({ known: true, value, from })
export const unknown = (why: string): { readonly known: false; readonly why: string } => ({ known: false, why })

/** Applies a function to what is known and carries "unknown" through. */
export const mapReading = <A, B>(reading: Reading<A>, to: (value: A) => B): Reading<B> =>
  reading.known ? { known: true, value: to(reading.value), from: reading.from } : reading
