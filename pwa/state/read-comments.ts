/** Which comments were shown on this device; what no screen of it showed is new. Nothing of it travels. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import * as v from 'valibot'
import type { Comment } from '../../core/model/comment.ts'
import type { Looking } from './app.ts'
import type { Shelf } from './preferences.ts'

/** What was shown in one space: these, and whatever was said before the minute `since` (of 1970-01-01 UTC). */
type Shown = { readonly since: number; readonly ids: readonly string[] }

const key = (space: string) => `tandem/read-comments/${space}`
const shownSchema = v.strictObject({ since: v.number(), ids: v.array(v.string()) })
/** When a device first sees an athlete, what is older than a week is no news. */
const newsMinutes = 7 * 1440

const readShown = (shelf: Shelf, space: string): Shown | null => {
  try {
    const read = v.safeParse(shownSchema, JSON.parse(shelf.getItem(key(space)) ?? 'null'))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

export type ReadComments = {
  /** Of the athlete looked at: what others said and this device has not shown yet, the newest first. */
  readonly unread: ReadonlySignal<readonly Comment[]>
  markRead(ids: readonly string[]): void
}

type Given = {
  readonly looking: ReadonlySignal<Looking | null>
  readonly me: () => string | undefined
  readonly now: () => number
  readonly shelf: Shelf
}

const nothing: readonly Comment[] = []
const commentsOf = ({ plan, content }: Looking): readonly Comment[] => [...plan.comments, ...content.comments]

export const keepReadComments = ({ looking, me, now, shelf }: Given): ReadComments => {
  /** By space, as far as it was looked at since the app began. */
  const shown: Signal<ReadonlyMap<string, Shown>> = signal(new Map())
  const put = (space: string, next: Shown) => {
    shown.value = new Map([...shown.peek(), [space, next]])
    try {
      shelf.setItem(key(space), JSON.stringify(next))
    } catch {
      // Why: a full or forbidden shelf costs only this: on the next visit the same is new again.
    }
  }
  effect(() => {
    const id = looking.value?.space.id
    if (id === undefined || shown.peek().has(id)) return
    const kept = readShown(shelf, id)
    if (kept === null) put(id, { since: now() - newsMinutes, ids: [] })
    else shown.value = new Map([...shown.peek(), [id, kept]])
  })
  const unread = computed(() => {
    const at = looking.value
    const read = at === null ? undefined : shown.value.get(at.space.id)
    if (at === null || read === undefined) return nothing
    const ids = new Set(read.ids)
    const mine = me()
    const found = commentsOf(at)
      .filter(one => one.by !== mine && one.at >= read.since && !ids.has(one.id))
      .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    return found.length === 0 ? nothing : found
  })
  return {
    unread,
    markRead: ids => {
      const at = looking.peek()
      const read = at === null ? undefined : shown.peek().get(at.space.id)
      if (at === null || read === undefined) return
      const known = new Set(read.ids)
      const added = ids.filter(id => !known.has(id))
      if (added.length > 0) put(at.space.id, { ...read, ids: [...read.ids, ...added] })
    },
  }
}
