/** Writes what one document holds into another, as the writer's own; or takes it out. */
import * as Y from 'yjs'
import { change, isSharedText, type Origin, rootNames, rootOf, sharedTextNamed } from './document.ts'
import { namesIn } from './entries.ts'

/** Copies every entry (or those to `keep`) of every root but the version; what stands there under a name already stays. */
export const copyEntries = (
  from: Y.Doc,
  to: Y.Doc,
  origin: Origin,
  keep: (entry: unknown, target: Y.Map<unknown>, name: string, source: Y.Map<unknown>) => boolean = () => true,
): void => {
  const roots = rootNames.filter(name => name !== 'meta' && from.share.has(name))
  change(to, origin, () => {
    for (const name of roots) {
      const [source, target] = [rootOf(from, name), rootOf(to, name)]
      for (const entry of namesIn(source)) {
        const value = source.get(entry)
        const plain = value instanceof Y.Map ? value.toJSON() : value
        if (!target.has(entry) && keep(plain, target, entry, source))
          target.set(entry, value instanceof Y.Map ? new Y.Map(Object.entries(value.toJSON())) : value)
      }
    }
    for (const name of sharedTextsOf(from)) {
      const [said, text] = [sharedTextNamed(from, name).toString(), sharedTextNamed(to, name)]
      if (text.length === 0 && said !== '') text.insert(0, said)
    }
    return null
  })
}

const sharedTextsOf = (doc: Y.Doc): readonly string[] => [...doc.share.keys()].filter(isSharedText).sort()

/** Takes every entry of every root but the version out of a document. */
export const clearEntries = (doc: Y.Doc): void => {
  for (const name of rootNames) if (name !== 'meta' && doc.share.has(name)) rootOf(doc, name).clear()
  for (const name of sharedTextsOf(doc)) sharedTextNamed(doc, name).delete(0, sharedTextNamed(doc, name).length)
}

/** Whether an entry of this name stands in a root, or did before it was taken out. */
export const wasEver = (root: Y.Map<unknown>, name: string): boolean => root._map.has(name)

/** Under which client id an entry was written last as a whole. */
export const writerOf = (root: Y.Map<unknown>, name: string): number | undefined => root._map.get(name)?.id.client
