/** The list of equal sessions as a coach edits it: one by one, so that only what was changed reaches other athletes. */
import { canonical, type Json } from '../lib/canonical.ts'
import type { Playbook, Swap } from '../model/playbook.ts'

type SwapList = readonly Swap[]

/** The field of a session of the list that says whether it is offered. */
export const swapField = (id: string): string => `swaps.${id}`

/** A session as it stands on the list, whoever it is offered to. */
const written = ({ offered: _, ...swap }: Swap): string => canonical(swap as Json)

const isOtherwise = (a: Swap | undefined, b: Swap): boolean => a === undefined || written(a) !== written(b)

/** What came onto the list, what left it, and what stands there otherwise; none of it by what is offered. */
export const swapChanges = (before: SwapList, after: SwapList) => {
  const was = new Map(before.map(swap => [swap.id, swap]))
  const is = new Set(after.map(({ id }) => id))
  return {
    gone: before.filter(({ id }) => !is.has(id)),
    added: after.filter(({ id }) => !was.has(id)),
    other: after.flatMap(now => {
      const old = was.get(now.id)
      return old !== undefined && isOtherwise(old, now) ? [{ was: old, now }] : []
    }),
  }
}

/** What was changed from one list to another, done to a third; what of that one is offered stays as it is. */
export const withSwapChanges = (list: SwapList, before: SwapList, after: SwapList): Swap[] => {
  const { gone, added, other } = swapChanges(before, after)
  const left = new Set(gone.map(({ id }) => id))
  const now = new Map([...added, ...other.map(({ now }) => now)].map(swap => [swap.id, swap]))
  const there = new Set(list.map(({ id }) => id))
  return [
    ...list.filter(({ id }) => !left.has(id)).map(swap => ({ ...(now.get(swap.id) ?? swap), offered: swap.offered })),
    ...added.filter(({ id }) => !there.has(id)),
  ]
}

/** A session put onto the list, or in the place of what had its name. */
export const withSwap = (playbook: Playbook, swap: Swap): Playbook => {
  const isThere = playbook.swaps.some(({ id }) => id === swap.id)
  const swaps = isThere ? playbook.swaps.map(one => (one.id === swap.id ? swap : one)) : [...playbook.swaps, swap]
  return { ...playbook, swaps }
}

export const withoutSwap = (playbook: Playbook, id: string): Playbook => ({
  ...playbook,
  swaps: playbook.swaps.filter(swap => swap.id !== id),
})

/** One session of a draft's list as it was before: there again where it stood, or gone where it was not. */
export const putBackSwap = (draft: Playbook, before: Playbook, id: string): Playbook => {
  const at = before.swaps.findIndex(swap => swap.id === id)
  const was = before.swaps[at]
  if (was === undefined) return withoutSwap(draft, id)
  if (draft.swaps.some(swap => swap.id === id)) return withSwap(draft, was)
  return { ...draft, swaps: draft.swaps.toSpliced(Math.min(at, draft.swaps.length), 0, was) }
}
