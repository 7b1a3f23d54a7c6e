/** What coaches tell everybody who trains with them: groups, sessions of a group, templates, and the board. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { personIdSchema } from './ids.ts'
import { sessionSchema } from './session.ts'

export const groupSchema = v.strictObject({
  id: text(64),
  name: text(200),
  members: v.pipe(v.array(personIdSchema), v.maxLength(200)),
})
export type Group = v.InferOutput<typeof groupSchema>

/** A session a whole group does together; null for everybody. */
export const groupSessionSchema = v.strictObject({ id: text(64), group: v.nullable(text(64)), session: sessionSchema })
export type GroupSession = v.InferOutput<typeof groupSessionSchema>

/** A session to begin from; its day means nothing. */
export const templateSchema = v.strictObject({ id: text(64), name: text(200), session: sessionSchema })
export type Template = v.InferOutput<typeof templateSchema>

export const noticeSchema = v.strictObject({
  id: text(64),
  by: personIdSchema,
  words: text(4000),
  /** Minutes since 1970-01-01 UTC. */
  at: whole(0, 200_000_000),
})
export type Notice = v.InferOutput<typeof noticeSchema>
