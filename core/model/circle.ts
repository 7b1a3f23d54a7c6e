/** A document of fewer readers than the plan has: who may open it, told so that nobody else can. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { deviceIdSchema, personIdSchema } from './ids.ts'

/**
 * desk: what coaches write before it is published. private: one coach and the athlete. club: what a head coach tells
 * everybody.
 */
export const circleKinds = ['desk', 'private', 'club'] as const
export type CircleKind = (typeof circleKinds)[number]

const base64url = (letters: number) => v.pipe(text(letters), v.regex(/^[A-Za-z0-9_-]*$/, 'base64url'))

/** The way in, closed so that one device can open it. */
export const circleBoxSchema = v.strictObject({
  epoch: whole(1, 1_000_000),
  to: deviceIdSchema,
  from: base64url(120),
  box: base64url(2000),
})

/**
 * Said in the space the readers have in common. `coach` is the one of the two of a private circle. `replaces` is a
 * circle that somebody may no longer read, and into which nobody writes from now on.
 */
export const circleWordSchema = v.strictObject({
  v: v.literal(1),
  space: text(64),
  circle: text(64),
  kind: v.picklist(circleKinds),
  coach: v.nullable(personIdSchema),
  replaces: v.nullable(text(64)),
  boxes: v.pipe(v.array(circleBoxSchema), v.maxLength(200)),
})
export type CircleWord = v.InferOutput<typeof circleWordSchema>

/** What lies in a box: where the circle meets, and whose device keeps its member list. */
export const circleKeySchema = v.strictObject({
  v: v.literal(1),
  room: base64url(64),
  roomSecret: base64url(64),
  owner: deviceIdSchema,
})
