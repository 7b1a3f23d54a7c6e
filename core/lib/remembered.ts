/** Work done once for the same content: an answer is given again as long as all that it rests on is the very same. */

// Why loops: this is asked thousands of times for one answer.
const sameEntries = (a: readonly unknown[], b: readonly unknown[], same: typeof Object.is): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (!same(a[at], b[at])) return false
  return true
}

const sameThing = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && sameEntries(a, b, Object.is))

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
    if (held !== undefined && (held.on === on || sameEntries(held.on, on, sameThing))) return held.answer
    const answer = make()
    before.set(key, { on, answer })
    return answer
  }
}
