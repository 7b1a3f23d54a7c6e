/** Work done once for the same content: an answer is given again as long as all that it rests on is the very same. */

const sameThing = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((entry, at) => Object.is(entry, b[at])))

/**
 * Remembers one answer beside each key, for as long as the key lives. `on` is everything the answer rests on: values,
 * and lists that are compared entry by entry. Pure in effect, since content is never written over: where an entry
 * differs it is another object. Without a key nothing is remembered.
 */
export const remembered = <T>() => {
  const before = new WeakMap<object, { readonly on: readonly unknown[]; readonly answer: T }>()
  return (key: object | undefined, on: readonly unknown[], make: () => T): T => {
    if (key === undefined) return make()
    const held = before.get(key)
    if (held !== undefined && held.on.length === on.length && held.on.every((one, at) => sameThing(one, on[at])))
      return held.answer
    const answer = make()
    before.set(key, { on, answer })
    return answer
  }
}
