/** One order on every device: texts by their code units, never by a language. */

type Key = string | number

const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0)

/** Compares by the first key that differs. */
export const by =
  <T>(...keys: readonly ((entry: T) => Key)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) {
      const order = compare(key(a), key(b))
      if (order !== 0) return order
    }
    return 0
  }
