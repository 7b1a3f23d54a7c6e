/** What reads the same is the same: whoever remembers work by what was read need not do it again for each change. */
import type * as Y from 'yjs'

type Content = Readonly<Record<string, unknown>>

const sameList = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((entry, at) => Object.is(entry, b[at]))

/**
 * A reader that gives back the lists it gave before, and the whole content, as long as every entry in them is the same
 * one. Pure in effect: only the identity of equal values differs.
 */
export const steady = <C extends Content>(read: (doc: Y.Doc) => C): ((doc: Y.Doc) => C) => {
  const before = new WeakMap<Y.Doc, C>()
  return doc => {
    const next = read(doc)
    const last = before.get(doc)
    if (last === undefined) {
      before.set(doc, next)
      return next
    }
    const kept = Object.fromEntries(
      Object.entries(next).map(([name, list]) => [name, sameList(list, last[name]) ? last[name] : list]),
    ) as C
    // Why the count: a list that is left out where it is empty may have gone.
    const names = Object.keys(kept)
    const isSame = names.length === Object.keys(last).length && names.every(name => kept[name] === last[name])
    if (!isSame) before.set(doc, kept)
    return isSame ? last : kept
  }
}
