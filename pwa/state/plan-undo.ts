/** A coach's own last plan edit can be taken back and done again; what others wrote meanwhile stays. */
import { effect } from '@preact/signals'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { makeUndo, type Undo } from '../../core/plan/undo.ts'
import type { Ends } from './create-app.ts'

export type PlanUndo = {
  /** Of the space named, else of the one looked at. */
  undo(space?: string): void
  redo(): void
  /** Calls back before a step is taken back or done again. */
  beforeEach(listener: () => void): void
  /** What was written into a space so far is no step of the person's: a filled-in sample, say. */
  startAfresh(space: string): void
}

/** Follows the space looked at; each space keeps its steps while the app is open. */
export const followPlan = (ends: Ends): PlanUndo => {
  const steps = new Map<string, { readonly undo: Undo; readonly docs: Space['docs'] }>()
  let current: Undo | null = null
  let at: Space['docs'] | null = null
  const tell = () => {
    ends.canUndo.value = current?.canUndo() ?? false
    ends.canRedo.value = current?.canRedo() ?? false
  }
  const follow = () => {
    const space = ends.looking.value?.space ?? null
    if ((space?.docs ?? null) === at) return
    at = space?.docs ?? null
    // Why: a space that was opened anew has other documents; the steps of the old ones are gone with them.
    if (space && steps.get(space.id)?.docs !== space.docs) {
      const undo = makeUndo(space.docs.plan, localOrigin)
      undo.onChange(tell)
      steps.set(space.id, { undo, docs: space.docs })
    }
    current = space ? (steps.get(space.id)?.undo ?? null) : null
    tell()
  }
  effect(follow)
  const listeners: (() => void)[] = []
  const tellBefore = () => {
    for (const listener of listeners) listener()
  }
  return {
    undo: space => {
      tellBefore()
      ;(space === undefined ? current : steps.get(space)?.undo)?.undo()
    },
    redo: () => {
      tellBefore()
      current?.redo()
    },
    beforeEach: listener => void listeners.push(listener),
    startAfresh: id => {
      const before = steps.get(id)
      before?.undo.close()
      steps.delete(id)
      if (before && at === before.docs) {
        at = null
        follow()
      }
    },
  }
}
