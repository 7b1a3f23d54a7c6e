/** One change of a text at one place, and where it falls once others changed the text as well. */

/** At `at` (in UTF-16 units, as a text field counts) `remove` units go and `insert` comes. */
export type Splice = { readonly at: number; readonly remove: number; readonly insert: string }

const isHigh = (text: string, at: number): boolean => /[\uD800-\uDBFF]/.test(text.charAt(at))
const isLow = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at))

/**
 * The smallest single change that makes one text the other; null where they are the same. `caret` is where the hand
 * stands afterwards: of several equal places (a letter typed beside its like) the change ends there.
 */
export const spliceBetween = (before: string, now: string, caret = now.length): Splice | null => {
  if (before === now) return null
  const most = Math.min(before.length, now.length)
  // Why the end first: what stands behind the hand was not touched by it.
  let end = 0
  const behind = Math.min(most, Math.max(0, now.length - caret))
  while (end < behind && before.at(-1 - end) === now.at(-1 - end)) end++
  let start = 0
  while (start < most - end && before.charAt(start) === now.charAt(start)) start++
  while (end < most - start && before.at(-1 - end) === now.at(-1 - end)) end++
  // Why: half of a letter of two units is no letter.
  if (start > 0 && isHigh(before, start - 1)) start--
  if (end > 0 && isLow(before, before.length - end)) end--
  return { at: start, remove: before.length - end - start, insert: now.slice(start, now.length - end) }
}

export const spliced = (text: string, { at, remove, insert }: Splice): string =>
  text.slice(0, at) + insert + text.slice(at + remove)

/** Where a place of a text stands after a change; what was inserted just there stands behind it. */
const moved = (place: number, { at, remove, insert }: Splice): number =>
  place <= at ? place : place >= at + remove ? place + insert.length - remove : at

const after = ({ at, remove, insert }: Splice, theirs: Splice): Splice => {
  if (remove === 0) return { at: moved(at, theirs), remove, insert }
  const [from, to] = [theirs.at, theirs.at + theirs.remove]
  const before = Math.max(0, Math.min(at + remove, from) - at)
  const start = Math.max(at, to)
  const behind = Math.max(0, at + remove - start)
  if (before === 0) return { at: start + theirs.insert.length - theirs.remove, remove: behind, insert }
  // Why: where they wrote within what I took away, only what stood before it goes.
  return { at, remove: theirs.insert === '' ? before + behind : before, insert }
}

/** A change that was made on a text, as it is to be made after others changed that text; nothing they wrote goes. */
export const spliceAfter = (mine: Splice, others: readonly Splice[]): Splice => others.reduce(after, mine)

/** Where the caret stands after others' changes. */
export const caretAfter = (place: number, others: readonly Splice[]): number => others.reduce(moved, place)
