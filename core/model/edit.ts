/** One change to one session, with its before and after, so that it can be shown, applied, checked and undone. */
import * as v from 'valibot'
import type { Hash } from '../lib/hash.ts'
import { whole } from './bounds.ts'
import { sessionIdSchema } from './ids.ts'
import { fieldsHash, type Session, sessionSchema } from './session.ts'

/** The kinds of change the playbook speaks about (`playbook.md` §4). */
export const changeKinds = [
  'recompute-zones',
  'ease-easy-day',
  'move-session',
  'swap-equal',
  'swap-other',
  'adapt-week-target',
  'return-plan',
  'ease-key',
  'drop-session',
  'add-rest-day',
  'deload-week',
  'raise-load',
  'shift-phase',
  'change-goal',
  'race-plan',
  'mental-prep',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What only a coach writes: no draft is of these kinds, and a statement that claims a rule wrote one is let in nowhere. */
export const coachKinds = ['shift-phase', 'change-goal', 'race-plan', 'mental-prep'] as const
export type CoachKind = (typeof coachKinds)[number]
export type DraftedKind = Exclude<ChangeKind, CoachKind>

/** The fields of a session that an edit may write. */
export const editableSchema = v.partial(v.pick(sessionSchema, ['day', 'title', 'purpose', 'steps', 'sport', 'key']))
export type Editable = v.InferOutput<typeof editableSchema>

/** Threshold paces in seconds per kilometre, as trained by and as a result shows. */
const paceSchema = v.strictObject({ before: whole(120, 900), after: whole(120, 900) })

/**
 * `before` and `after` name the same fields of the session. `adds` is a session that takes the place of the one named
 * (which keeps its day and status, R3); then `before` holds the fields the replacement rests on and `after` is empty.
 */
export const editSchema = v.strictObject({
  kind: v.picklist(changeKinds),
  session: sessionIdSchema,
  before: v.strictObject(editableSchema.entries),
  after: v.strictObject(editableSchema.entries),
  adds: v.nullable(sessionSchema),
  /** `recompute-zones` only: the training paces from the session named on, which itself stays as it is. */
  pace: v.optional(paceSchema),
})
export type Edit = v.InferOutput<typeof editSchema>

/** A change as the automation can draft it: of no kind that is the coach's alone. */
export type DraftedEdit = Edit & { readonly kind: DraftedKind }

const noReads: readonly (keyof Session)[] = []
const allReads: readonly (keyof Session)[] = ['day', 'steps', 'key', 'purpose']

/** The fields of the session an edit rests on: a move on the day, new paces on none, all others on all that is asked. */
export const readsOf = (edit: Pick<Edit, 'kind'>): readonly (keyof Session)[] =>
  edit.kind === 'move-session' ? ['day'] : edit.kind === 'recompute-zones' ? noReads : allReads

/** The hash of what an edit rests on; where it differs now, the edit is for an earlier version. */
export const baseHash = (edit: Pick<Edit, 'kind'>, session: Session): Hash => fieldsHash(session, readsOf(edit))

/** The session after the edit (its own fields changed, or itself where the edit only adds another). */
export const applyEdit = (edit: Edit, session: Session): Session => ({
  ...session,
  ...(edit.after as Partial<Session>),
})
