/** What is planned: one session as the coach wrote it. */
import * as v from 'valibot'
import type { Json } from '../lib/canonical.ts'
import { type Hash, hashOf } from '../lib/hash.ts'
import { sports } from './activity.ts'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'
import { sessionIdSchema } from './ids.ts'
import { stepsSchema } from './workout.ts'

/** What a session is for. Hard ones ask for two calendar days between them. */
export const purposes = [
  'easy',
  'recovery',
  'long',
  'steady',
  'tempo',
  'intervals',
  'hills',
  'race',
  'strength',
  'cross',
  'rest',
] as const
export type Purpose = (typeof purposes)[number]
const hardPurposes: readonly Purpose[] = ['tempo', 'intervals', 'hills', 'race']

export const sessionSchema = v.strictObject({
  id: sessionIdSchema,
  day: daySchema,
  sport: v.picklist(sports),
  title: text(200),
  purpose: v.picklist(purposes),
  steps: stepsSchema,
  /** A key session is never cancelled, emptied or lowered in purpose without the coach's signed decision (R1). */
  key: v.boolean(),
  /** A locked session is left alone by every automatic change (R5). */
  locked: v.boolean(),
  notes: text(4000),
  /** Minutes after midnight at which it is meant to start; null where the athlete chooses. */
  startMinute: v.nullable(whole(0, 1439)),
})
export type Session = v.InferOutput<typeof sessionSchema>

export const isHard = (session: Pick<Session, 'purpose' | 'key'>): boolean => hardPurposes.includes(session.purpose)

/** The fields a content hash covers: what is asked of the athlete; never status, effort, notes or comments. */
const content = ({ day, sport, title, purpose, steps, key }: Session): Json => ({
  day,
  sport,
  title,
  purpose,
  steps,
  key,
})

/** What an approval is bound to: any change of the content gives another hash. */
export const contentHash = (session: Session): Hash => hashOf('session', content(session))

/** The hash of some fields only: what an edit reads or writes (`edit.ts`). */
export const fieldsHash = (session: Session, fields: readonly (keyof Session)[]): Hash =>
  hashOf('fields', Object.fromEntries([...fields].sort().map(field => [field, session[field]])) as Json)
