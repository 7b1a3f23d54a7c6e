/** Takes one's own last step back, and leaves alone what the others did meanwhile. */
import * as Y from 'yjs'
import { type Origin, type RootName, rootNames, rootOf } from './document.ts'

export type Undo = {
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** Calls back whenever a step can newly be taken back or again; returns what ends it. */
  readonly onChange: (listener: () => void) => () => void
  readonly close: () => void
}

// Why: never `meta`, so that taking back a first step leaves the document's version in place; never statements, which
// are taken back by a later statement only; never versions, which were in force once whatever came after, nor what was
// published of a race, which somebody carries.
const lasting: readonly RootName[] = ['meta', 'statements', 'versions', 'raceVersions']
const undoable = rootNames.filter(name => !lasting.includes(name))

/** Undo and redo for the writes that carry this origin, one write a step. What is undone carries the origin too. */
export const makeUndo = (doc: Y.Doc, origin: Origin): Undo => {
  const scope = undoable.map(name => rootOf(doc, name))
  const steps = new Y.UndoManager(scope, { trackedOrigins: new Set([origin]), captureTimeout: 0 })
  // Why: Yjs gives an undo the manager itself as origin; whoever sends a person's own changes would not send this one.
  const carryOrigin = (transaction: Y.Transaction): void => {
    if (transaction.origin === steps) transaction.origin = origin
  }
  doc.on('beforeTransaction', carryOrigin)
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) steps.on(event, tell)
  return {
    undo: () => void steps.undo(),
    redo: () => void steps.redo(),
    canUndo: () => steps.canUndo(),
    canRedo: () => steps.canRedo(),
    onChange: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => {
      listeners.clear()
      doc.off('beforeTransaction', carryOrigin)
      steps.destroy()
    },
  }
}
