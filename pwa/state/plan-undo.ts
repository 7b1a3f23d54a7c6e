/** A coach's own last plan edit can be taken back and done again; what others wrote meanwhile stays. */
import { effect } from '@preact/signals'
import { localOrigin } from '../../core/peer/api.ts'
import { makeUndo, type Undo } from '../../core/plan/undo.ts'
import type { Ends } from './create-app.ts'

export type PlanUndo = {
  undo(): void
  redo(): void
  /** What was written into a space so far is no step of the person's: a filled-in sample, say. */
  startAfresh(space: string): void
}

/** Follows the space looked at; each space keeps its steps while the app is open. */
export const followPlan = (ends: Ends): PlanUndo => {
  const steps = new Map<string, Undo>()
  let current: Undo | null = null
  const tell = () => {
    ends.canUndo.value = current?.canUndo() ?? false
    ends.canRedo.value = current?.canRedo() ?? false
  }
  let at: string | null = null
  const follow = () => {
    const space = ends.looking.value?.space ?? null
    if ((space?.id ?? null) === at) return
    at = space?.id ?? null
    if (space && !steps.has(space.id)) {
      const made = makeUndo(space.docs.plan, localOrigin)
      made.onChange(tell)
      steps.set(space.id, made)
    }
    current = space ? (steps.get(space.id) ?? null) : null
    tell()
  }
  effect(follow)
  return {
    undo: () => current?.undo(),
    redo: () => current?.redo(),
    startAfresh: id => {
      steps.get(id)?.close()
      steps.delete(id)
      if (at === id) {
        at = null
        follow()
      }
    },
  }
}
