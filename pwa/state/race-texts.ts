/** A text of a race plan while somebody types in it, as views are given it: faults are sentences. */
import type { Splice } from '../../core/lib/splice.ts'
import type { RaceText } from '../../core/model/race-plan.ts'
import type { Space } from '../../core/peer/api.ts'
import { writeRaceText } from '../../core/peer/race.ts'
import { sayFault } from './says.ts'

export type OpenText = {
  /** As it stands, with what others typed. */
  read(): string
  /** Types on the text as `read` gives it; null, or why it was not kept. */
  type(edit: Splice): string | null
  /** Tells of others' changes in the moment they arrive; gives what ends it. */
  watch(changed: (splices: readonly Splice[]) => void): () => void
}

/** Opens a text to write in, or says why it cannot be. */
export const openRaceText = async (space: Space, race: string, field: RaceText): Promise<OpenText | string> => {
  const opened = await writeRaceText(space, race, field).catch((fault: unknown) => fault)
  if (opened instanceof Error || typeof opened !== 'object' || opened === null || !('ok' in opened))
    return `It was not done: ${String(opened)}.`
  const text = opened as Awaited<ReturnType<typeof writeRaceText>>
  if (!text.ok) return sayFault(text.error)
  const { read, watch, type } = text.value
  return {
    read,
    watch,
    type: edit => {
      const typed = type(edit)
      return typed.ok ? null : sayFault(typed.error)
    },
  }
}
