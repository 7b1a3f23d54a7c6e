/** What the parts of the extension say to each other: every message is parsed on arrival, none is believed by its sender's word. */
import * as v from 'valibot'
import { parse } from '../core/lib/parse.ts'
import { err, ok, type Result } from '../core/lib/result.ts'
import { text, whole } from '../core/model/bounds.ts'
import { daySchema } from '../core/model/day.ts'
import { sessionIdSchema } from '../core/model/ids.ts'
import { purposes } from '../core/model/session.ts'

const id = text(64)
const stateWords = ['planned', 'by-rule', 'approved', 'changed-since-approval', 'by-athlete'] as const

/** One session as it may be shown inside a training log: words only, already stripped to what this reader may see. */
export const overlaySessionSchema = v.strictObject({
  id: sessionIdSchema,
  title: text(200),
  purpose: v.picklist(purposes),
  /** A line per step. */
  stepsText: v.pipe(v.array(text(400)), v.maxLength(200)),
  state: v.picklist(stateWords),
  stateWords: text(100),
  reason: v.nullable(text(4000)),
  verified: v.boolean(),
  key: v.boolean(),
  /** The newest standing change, where there is one. */
  changeId: v.nullable(text(64)),
  mayUndo: v.boolean(),
})
export type OverlaySession = v.InferOutput<typeof overlaySessionSchema>

export const overlayDaySchema = v.strictObject({
  day: daySchema,
  sessions: v.pipe(v.array(overlaySessionSchema), v.maxLength(20)),
  /** The coach has something to look at for this day; what it is stays with the coach. */
  waiting: v.boolean(),
})
export type OverlayDay = v.InferOutput<typeof overlayDaySchema>

export const daysAnswerSchema = v.strictObject({
  today: daySchema,
  /** Whether this browser belongs to an athlete yet; before that nothing is shown in any page. */
  paired: v.boolean(),
  days: v.pipe(v.array(overlayDaySchema), v.maxLength(200)),
})
export type DaysAnswer = v.InferOutput<typeof daysAnswerSchema>

const memberSchema = v.strictObject({
  name: text(100),
  mine: v.boolean(),
  roles: v.pipe(v.array(text(20)), v.maxLength(10)),
  fingerprints: v.pipe(v.array(text(200)), v.maxLength(20)),
})
export const spaceStateSchema = v.strictObject({
  id,
  athlete: text(100),
  as: v.picklist(['coach', 'athlete']),
  membership: v.picklist(['member', 'waiting', 'refused', 'removed']),
  link: v.picklist(['off', 'searching', 'connected']),
  saved: v.boolean(),
  notSavedWhy: v.nullable(text(500)),
  held: whole(0, 1_000_000),
  members: v.pipe(v.array(memberSchema), v.maxLength(100)),
  today: v.nullable(overlayDaySchema),
  /** Of today's sessions those of which nobody has said how they went. */
  unsaid: v.pipe(v.array(sessionIdSchema), v.maxLength(20)),
})
export type SpaceState = v.InferOutput<typeof spaceStateSchema>

export const stateSchema = v.strictObject({
  today: daySchema,
  name: text(100),
  /** Six words to compare by voice while a coach decides whether to accept this browser. */
  fingerprint: text(200),
  rendezvous: v.pipe(v.array(text(300)), v.maxLength(10)),
  spaces: v.pipe(v.array(spaceStateSchema), v.maxLength(50)),
  open: whole(0, 10_000),
})
export type ExtensionState = v.InferOutput<typeof stateSchema>

const asked = {
  days: v.strictObject({ type: v.literal('days'), from: daySchema, to: daySchema }),
  undo: v.strictObject({ type: v.literal('undo'), change: text(64) }),
  state: v.strictObject({ type: v.literal('state') }),
  join: v.strictObject({ type: v.literal('join'), link: text(4000), name: text(100) }),
  rendezvous: v.strictObject({ type: v.literal('rendezvous'), addresses: text(1000) }),
  outcome: v.strictObject({
    type: v.literal('outcome'),
    session: sessionIdSchema,
    said: v.picklist(['done', 'not-done']),
  }),
  forget: v.strictObject({ type: v.literal('forget'), space: id }),
  wake: v.strictObject({ type: v.literal('wake') }),
} as const

/** A question to the device that lives in the offscreen document. */
export const requestSchema = v.variant('type', [
  asked.days,
  asked.undo,
  asked.state,
  asked.join,
  asked.rendezvous,
  asked.outcome,
  asked.forget,
  asked.wake,
])
export type Request = v.InferOutput<typeof requestSchema>

/** All that a script inside a web page may ask: its days, and taking a change back. */
export const pageRequestSchema = v.variant('type', [asked.days, asked.undo])

/** All that our script in the app's own page may ask: that the device wakes, so that it can be linked with. */
export const appRequestSchema = v.variant('type', [asked.wake])

const answers = {
  days: daysAnswerSchema,
  undo: v.null(),
  state: stateSchema,
  join: v.null(),
  rendezvous: v.null(),
  outcome: v.null(),
  forget: v.null(),
  wake: v.null(),
} as const
export type Value<T extends Request['type']> = v.InferOutput<(typeof answers)[T]>

/** What could not be done, in a sentence for the person. */
export type Refused = { readonly type: 'Refused'; readonly says: string }
export type Answer<T extends Request['type']> = Result<Value<T>, Refused>

const refusedSchema = v.strictObject({
  ok: v.literal(false),
  error: v.strictObject({ type: v.literal('Refused'), says: text(1000) }),
})

export const refused = (says: string) => err<Refused>({ type: 'Refused', says })

/** The envelope names who is meant, since every part of an extension hears every message. */
export const envelopeSchema = v.strictObject({ to: v.picklist(['background', 'offscreen']), request: v.unknown() })

/** What is told without being asked: something changed; or leave the page. */
export const newsSchema = v.variant('news', [
  v.strictObject({ news: v.literal('changed'), open: whole(0, 10_000) }),
  v.strictObject({ news: v.literal('leave'), match: text(200) }),
])
/** Asked of our script in a page, by the extension's own settings alone: how the page is built, without a word of it. */
export const structureAskSchema = v.strictObject({ ask: v.literal('structure') })
export const structureSchema = v.strictObject({ structure: text(400_000) })

export type News = v.InferOutput<typeof newsSchema>

/** Reads an answer to a request of this type; anything else is a refusal with its reason. */
export const readAnswer = <T extends Request['type']>(type: T, answer: unknown): Answer<T> => {
  const no = parse(refusedSchema, answer)
  if (no.ok) return err(no.value.error)
  const yes = parse(v.strictObject({ ok: v.literal(true), value: answers[type] as v.GenericSchema }), answer)
  return yes.ok ? ok(yes.value.value as Value<T>) : refused(`the extension answered something else (${yes.error.at})`)
}
