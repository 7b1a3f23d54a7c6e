/** Writes what one document holds into another, as the writer's own. */
import * as Y from 'yjs'
import { change, type Origin, rootNames, rootOf } from './document.ts'
import { namesIn } from './entries.ts'

/** Copies every entry of every root but the version; what stands there under a name already stays. */
export const copyEntries = (from: Y.Doc, to: Y.Doc, origin: Origin): void => {
  const roots = rootNames.filter(name => name !== 'meta' && from.share.has(name))
  change(to, origin, () => {
    for (const name of roots) {
      const [source, target] = [rootOf(from, name), rootOf(to, name)]
      for (const entry of namesIn(source)) {
        const value = source.get(entry)
        if (!target.has(entry))
          target.set(entry, value instanceof Y.Map ? new Y.Map(Object.entries(value.toJSON())) : value)
      }
    }
    return null
  })
}
