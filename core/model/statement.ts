/** What a person or a rule declared, signed: the only thing that makes a change more than a suggestion. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { editSchema } from './edit.ts'
import { athleteIdSchema, deviceIdSchema, hashSchema, personIdSchema } from './ids.ts'

export const memberRoles = ['owner', 'head-coach', 'coach', 'assistant', 'athlete', 'viewer', 'relay'] as const
export type MemberRole = (typeof memberRoles)[number]

/**
 * raised: an engine found something; the id only, no content. applied: an automatic change. approved / declined: a
 * coach's decision. moved: the athlete's own move. undone: takes back an earlier change. seen: it was read.
 * answered: an escalation was answered, `rule` names the choice. published: a playbook version. season-ended: a coach
 * ended a season; `item` names it and the first day of the next, `contentHash` all that it held.
 */
export const statementTypes = [
  'raised',
  'applied',
  'approved',
  'declined',
  'moved',
  'undone',
  'seen',
  'answered',
  'published',
  'season-ended',
] as const
export type StatementType = (typeof statementTypes)[number]

/**
 * `item` is what it speaks of: a proposal's id, or for `undone` the id of the change taken back. `edit` is carried by
 * approved, applied and moved. `baseHash` is what the edit rests on, `contentHash` the content of the session the edit
 * leaves behind; an approval holds for exactly that content. `seq` counts this device's statements from 1 and `prev` is
 * the id of the one before (null for the first). `at` is minutes since 1970-01-01 UTC, never before a statement its
 * signer had seen: `after` names those by device and number, as far as its earlier statements did not (absent: none).
 */
export const statementSchema = v.strictObject({
  v: v.literal(1),
  type: v.picklist(statementTypes),
  club: text(64),
  athlete: athleteIdSchema,
  item: text(64),
  rule: v.nullable(text(64)),
  edit: v.nullable(editSchema),
  contentHash: v.nullable(hashSchema),
  baseHash: v.nullable(hashSchema),
  playbookHash: v.nullable(hashSchema),
  words: v.nullable(text(2000)),
  by: personIdSchema,
  device: deviceIdSchema,
  role: v.picklist(memberRoles),
  seq: whole(1, 1_000_000_000),
  prev: v.nullable(hashSchema),
  at: whole(0, 200_000_000),
  after: v.optional(v.pipe(v.array(v.tuple([deviceIdSchema, whole(1, 1_000_000_000)])), v.maxLength(200))),
})
export type Statement = v.InferOutput<typeof statementSchema>

/** As it is stored and sent: the statement, and the device's signature over its canonical text, base64url. */
export const signedStatementSchema = v.strictObject({
  statement: statementSchema,
  alg: v.literal('ES256'),
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20,200}$/)),
})
export type SignedStatement = v.InferOutput<typeof signedStatementSchema>
