/** The part of a list that lies between two days, found without looking at the rest where the list is in order. */
import type { Day } from './day.ts'

const inOrder = new WeakMap<object, boolean>()

const isInOrder = <T>(list: readonly T[], dayOf: (entry: T) => Day): boolean => {
  const before = inOrder.get(list)
  if (before !== undefined) return before
  const answer = list.every((entry, at) => at === 0 || dayOf(list[at - 1]!) <= dayOf(entry))
  inOrder.set(list, answer)
  return answer
}

/** How many entries of an ordered list lie on `last` or before. */
const countTo = <T>(list: readonly T[], last: Day, dayOf: (entry: T) => Day): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dayOf(list[middle]!) <= last) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The entries after one day (null: from the first) and up to another, that one included, in the order of the list.
 * A list must always be asked by the same `dayOf`.
 */
export const between = <T>(list: readonly T[], after: Day | null, last: Day, dayOf: (entry: T) => Day): readonly T[] =>
  isInOrder(list, dayOf)
    ? list.slice(after === null ? 0 : countTo(list, after, dayOf), countTo(list, last, dayOf))
    : list.filter(entry => (after === null || dayOf(entry) > after) && dayOf(entry) <= last)
