/** The coach's unsigned draft of an athlete's playbook, kept on this device: a reload loses nothing, two tabs show one. */
import { effect } from '@preact/signals'
import * as v from 'valibot'
import { canonical, type Json } from '../../core/lib/canonical.ts'
import { parse, parseJson } from '../../core/lib/parse.ts'
import { text, whole } from '../../core/model/bounds.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { readPlaybookValue } from '../../core/model/playbook-shape.ts'
import type { Ends } from './create-app.ts'
import type { KeptDraft } from './playbook-desk.ts'
import type { Shelf } from './preferences.ts'

const keyOf = (space: string): string => `tandem/playbook-draft/${space}`

const keptSchema = v.strictObject({
  before: v.unknown(),
  draft: v.unknown(),
  begun: whole(0, 1_000_000_000),
  words: v.optional(v.nullable(text(2000)), null),
})

/** The draft of one space; what was damaged, or written by a newer version of the app, counts as none and stays. */
export const readDraft = (shelf: Shelf, space: string): KeptDraft | null => {
  const json = parseJson(shelf.getItem(keyOf(space)) ?? '')
  const kept = json.ok ? parse(keptSchema, json.value) : json
  if (!kept.ok) return null
  const before = readPlaybookValue(kept.value.before)
  const draft = readPlaybookValue(kept.value.draft)
  return before.ok && draft.ok
    ? { space, before: before.value, draft: draft.value, begun: kept.value.begun, words: kept.value.words }
    : null
}

const keep = (shelf: Shelf, space: string, kept: KeptDraft | null): boolean => {
  try {
    if (kept === null) shelf.removeItem(keyOf(space))
    else {
      const { space: _, ...rest } = kept
      shelf.setItem(keyOf(space), JSON.stringify(rest))
    }
    return true
  } catch {
    return false
  }
}

const isSame = (a: Playbook, b: Playbook): boolean => canonical(a as Json) === canonical(b as Json)

export type Drafts = {
  /** Keeps what the coach would have of the playbook looked at; null drops it, and says so with an undo. */
  put(draft: Playbook | null, words?: string): void
  /** It was signed: nothing waits any more. */
  signed(): void
  /** Another tab wrote under this name. */
  heard(key: string | null): void
}

export const makeDrafts = (ends: Ends): Drafts => {
  let space: string | null = null
  let isTold = false

  const set = (kept: KeptDraft | null) => {
    if (space === null) return
    ends.playbookDraft.value = kept
    if (keep(ends.shelf, space, kept) || isTold) return
    isTold = true
    const says = 'This device has no room to keep your draft. Sign it, or keep it as a file, before you close the page.'
    ends.tell({ says, bad: true, undo: null })
  }
  const read = () => {
    ends.playbookDraft.value = space === null ? null : readDraft(ends.shelf, space)
  }

  effect(() => {
    const looked = ends.looking.value?.space.id ?? null
    if (looked === space) return
    space = looked
    read()
  })

  return {
    put: (draft, words) => {
      const { looking, playbookDraft, now } = ends
      const was = playbookDraft.value
      if (looking.value === null) return
      const before = looking.value.playbook
      if (draft !== null && !isSame(before, draft))
        return set({
          space: looking.value.space.id,
          before,
          draft,
          begun: was?.begun ?? now.value.at,
          words: words ?? was?.words ?? null,
        })
      set(null)
      if (draft === null && was !== null)
        ends.tell({ says: 'Draft dropped. What is in force stands.', bad: false, undo: () => set(was) })
    },
    signed: () => set(null),
    heard: key => {
      if (key === null || (space !== null && key === keyOf(space))) read()
    },
  }
}
