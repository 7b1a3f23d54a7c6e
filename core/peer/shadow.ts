/** A second copy of each document on which every change of another device is tried first; the real one never sees a bad one. */
import * as Y from 'yjs'
import { isReadOnly, isSharedText, mayHold, mayHoldText, sharedTextNamed } from '../plan/index.ts'
import type { DocName } from './api.ts'

/** The transaction origin of what is tried. */
const triedOrigin = { tried: true } as const
const notApplied = 'it could not be applied'

export class Shadow {
  readonly #live: Y.Doc
  readonly #name: DocName
  #doc: Y.Doc | undefined
  #entering = false
  #follows = false

  constructor(live: Y.Doc, name: DocName) {
    this.#live = live
    this.#name = name
  }

  /** The copy as it is kept; made when it is first needed, and again after a bad change was tried on it. */
  get #copy(): Y.Doc {
    if (this.#doc !== undefined) return this.#doc
    this.#follow()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#live), triedOrigin)
    this.#doc = doc
    return doc
  }

  /** Why only once there is a copy: while a store is read nobody needs each change written out again. */
  #follow(): void {
    if (this.#follows) return
    this.#follows = true
    this.#live.on('update', (update: Uint8Array) => {
      if (!this.#entering && this.#doc !== undefined) Y.applyUpdate(this.#doc, update, triedOrigin)
    })
  }

  /**
   * Puts a change that `checkUpdate` let through into the document, as one transaction under an origin; first into the
   * copy, where it was not tried before. Says why the document did not get it, or undefined.
   */
  put(
    update: Uint8Array,
    origin: unknown,
    isNew: boolean,
    then: (transaction: Y.Transaction) => void,
  ): string | undefined {
    const fault = isNew ? this.#try(update) : undefined
    if (fault !== undefined) return fault
    this.#entering = isNew
    try {
      Y.transact(
        this.#live,
        transaction => {
          Y.applyUpdate(this.#live, update, origin)
          then(transaction)
        },
        origin,
        false,
      )
      return undefined
    } catch {
      return notApplied
    } finally {
      this.#entering = false
    }
  }

  #try(update: Uint8Array): string | undefined {
    const copy = this.#copy
    const fault = applied(copy, update) ? this.#faultOf(copy, update) : notApplied
    if (fault === undefined) return undefined
    copy.destroy()
    this.#doc = undefined
    return fault
  }

  #faultOf(copy: Y.Doc, update: Uint8Array): string | undefined {
    const { pendingStructs, pendingDs } = copy.store
    if (pendingStructs !== null || pendingDs !== null) return 'it leaves something waiting'
    const isNewer = isReadOnly(copy)
    // Why first: a root that was only written to has no kind yet, and what stands in it moves over when it gets one.
    for (const name of copy.share.keys()) if (isSharedText(name)) sharedTextNamed(copy, name)
    const texts = new Map<unknown, string>(
      [...copy.share].filter(([name]) => isSharedText(name)).map(([name, type]) => [type, name]),
    )
    const roots = new Map<unknown, string>([...copy.share].map(([name, type]) => [type, name]))
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item)) continue
      const text = textOf(copy, texts, struct.id)
      if (text !== undefined) {
        const isLetters = struct.content instanceof Y.ContentString || struct.content instanceof Y.ContentDeleted
        const isHeld = isLetters && mayHoldText(this.#name, text, sharedTextNamed(copy, text).length)
        if (!isHeld && !isNewer) return `\`${text}\` cannot hold it`
        continue
      }
      const place = placeOf(copy, roots, struct.id)
      // Why: what was taken away since it was written stands nowhere any more.
      if (place === undefined) continue
      // Why: a newer app adds places this one does not know; the document is then read and not written here. Which version
      // it is of must make sense all the same.
      if (isNewer && (place === 'deep' || place.root !== 'meta')) continue
      const { content } = struct
      const held =
        content instanceof Y.ContentType
          ? [content.type]
          : content instanceof Y.ContentAny
            ? content.arr
            : content instanceof Y.ContentString
              ? [content]
              : []
      if (place === 'deep' || held.some(value => !mayHold(this.#name, value, place)))
        return place === 'deep' ? 'it is nested too deeply' : `\`${place.root}\` cannot hold it`
    }
    return undefined
  }
}

const applied = (copy: Y.Doc, update: Uint8Array): boolean => {
  try {
    Y.applyUpdate(copy, update, triedOrigin)
    return true
  } catch {
    return false
  }
}

/** The shared text in which an item stands as letters or, where somebody tries to hang it there, as an entry. */
const textOf = (doc: Y.Doc, texts: ReadonlyMap<unknown, string>, id: Y.ID): string | undefined => {
  const item: unknown = Y.getItem(doc.store, id)
  return item instanceof Y.Item ? texts.get(item.parent) : undefined
}

/** Where an item stands in a document; undefined where it was taken away with all it stood in. */
const placeOf = (doc: Y.Doc, roots: ReadonlyMap<unknown, string>, id: Y.ID) => {
  const item: unknown = Y.getItem(doc.store, id)
  if (!(item instanceof Y.Item) || item.parentSub === null) return undefined
  const { parent, parentSub } = item
  const root = roots.get(parent)
  if (root !== undefined) return { root, name: parentSub, field: null }
  const entry = parent instanceof Y.AbstractType ? parent._item : null
  const entryRoot = roots.get(entry?.parent)
  if (entry == null || entry.parentSub === null || entryRoot === undefined) return 'deep'
  return { root: entryRoot, name: entry.parentSub, field: parentSub }
}
