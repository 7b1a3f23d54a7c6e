/** What stands in a recovery file: a key of its own, whose it is, and every space with its keys and envelopes. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { circleKinds } from './circle.ts'
import { envelopeKinds } from './envelope.ts'
import { deviceIdSchema, personIdSchema } from './ids.ts'

/** A file of a later version says so before anything in it is read. */
export const recoveryVersion = 1

const base64url = (letters: number) => v.pipe(v.string(), v.maxLength(letters), v.regex(/^[A-Za-z0-9_-]*$/))
const minutes = whole(0, 200_000_000)

/** In clear, and authenticated. `made` in minutes since 1970-01-01 UTC. */
export const recoveryHeadSchema = v.strictObject({
  v: v.literal(recoveryVersion),
  kdf: v.literal('PBKDF2-SHA-256'),
  rounds: whole(100_000, 10_000_000),
  salt: base64url(64),
  made: minutes,
})

/** Keys by epoch, base64url of 32 bytes each. */
const byEpoch = v.record(v.pipe(v.string(), v.regex(/^\d{1,7}$/)), base64url(64))

const spaceSchema = v.strictObject({
  id: text(64),
  club: text(64),
  athlete: text(64),
  owner: deviceIdSchema,
  room: base64url(64),
  roomSecret: base64url(64),
  rendezvous: v.array(text(300)),
  epochKeys: byEpoch,
  rooms: byEpoch,
  firstRoom: v.nullable(base64url(64)),
  person: personIdSchema,
  generation: whole(0, 1_000_000),
  since: v.number(),
  circle: v.nullable(
    v.strictObject({ kind: v.picklist(circleKinds), parent: text(64), coach: v.nullable(personIdSchema) }),
  ),
  /** Its person was taken out of it before the file was made. */
  removed: v.optional(v.boolean()),
})

/** An envelope as it was taken in; `held` says why its content changes nothing, `judgedIn` under which version of the documents. */
const envelopeSchema = v.strictObject({
  space: text(64),
  device: deviceIdSchema,
  seq: whole(1, 1_000_000_000),
  hash: text(64),
  bytes: base64url(100_000),
  kind: v.picklist(envelopeKinds),
  held: v.nullable(v.string()),
  judgedIn: v.optional(whole(0, 1_000_000)),
  /** It came after its season had ended here. */
  late: v.optional(v.boolean()),
})

const looseSchema = v.strictObject({
  space: text(64),
  key: text(200),
  bytes: base64url(100_000),
  weight: v.number(),
})

/** `key`: the file's own device, its private halves as PKCS 8, base64url. It signs a yes to each device that opens it. */
export const recoveryBodySchema = v.strictObject({
  v: v.literal(recoveryVersion),
  made: minutes,
  person: v.strictObject({ id: personIdSchema, name: text(100) }),
  key: v.strictObject({ keys: base64url(200), signing: base64url(400), agreement: base64url(400) }),
  spaces: v.array(spaceSchema),
  envelopes: v.array(envelopeSchema),
  loose: v.array(looseSchema),
})
export type RecoveryBody = v.InferOutput<typeof recoveryBodySchema>
export type RecoverySpace = RecoveryBody['spaces'][number]
