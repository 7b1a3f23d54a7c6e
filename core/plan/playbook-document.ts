/** The coach's playbook as it is now in force. */
import type * as Y from 'yjs'
import { parse } from '../lib/parse.ts'
import type { Result } from '../lib/result.ts'
import { type Playbook, playbookSchema } from '../model/playbook.ts'
import { change, type Origin, rootOf, type WriteError } from './document.ts'
import { readValue } from './entries.ts'
import { setValue } from './writing.ts'

/** The playbook on file, or null where there is none or it cannot be read; then nothing may apply itself. */
export const readPlaybook = (doc: Y.Doc): Playbook | null => {
  const current = rootOf(doc, 'playbook').get('current')
  return readValue(playbookSchema, current) ?? null
}

/** Puts a playbook in force, whole. */
export const putPlaybook = (doc: Y.Doc, playbook: Playbook, origin: Origin): Result<null, WriteError> => {
  const next = parse(playbookSchema, playbook)
  if (!next.ok) return next
  return change(doc, origin, () => {
    setValue(rootOf(doc, 'playbook'), 'current', next.value)
    return null
  })
}
