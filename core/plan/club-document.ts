/** What coaches tell all who train with them; only coaches write it, every member reads it. */
import type * as Y from 'yjs'
import type { Result } from '../lib/result.ts'
import {
  type Group,
  type GroupSession,
  groupSchema,
  groupSessionSchema,
  type Notice,
  noticeSchema,
  type Template,
  templateSchema,
} from '../model/club.ts'
import { type Origin, removeEntry, type WriteError } from './document.ts'
import { readValues } from './entries.ts'
import { steady } from './steady.ts'
import { putValues } from './writing.ts'

type Written = Result<null, WriteError>
const byId = ({ id }: { readonly id: string }): string => id

export type ClubContent = {
  readonly groups: readonly Group[]
  readonly groupSessions: readonly GroupSession[]
  readonly templates: readonly Template[]
  readonly board: readonly Notice[]
  readonly unreadable: readonly string[]
}

export const readClub = steady((doc): ClubContent => {
  const groups = readValues(doc, 'groups', groupSchema, byId)
  const groupSessions = readValues(doc, 'groupSessions', groupSessionSchema, byId)
  const templates = readValues(doc, 'templates', templateSchema, byId)
  const board = readValues(doc, 'board', noticeSchema, byId)
  return {
    groups: groups.read,
    groupSessions: groupSessions.read,
    templates: templates.read,
    board: board.read,
    unreadable: [groups, groupSessions, templates, board].flatMap(({ unreadable }) => unreadable),
  }
})

export const putGroup = (doc: Y.Doc, group: Group, origin: Origin): Written =>
  putValues(doc, 'groups', groupSchema, [group], byId, origin)

export const putNotice = (doc: Y.Doc, notice: Notice, origin: Origin): Written =>
  putValues(doc, 'board', noticeSchema, [notice], byId, origin)

export const removeNotice = (doc: Y.Doc, id: string, origin: Origin): Written => removeEntry(doc, 'board', id, origin)
