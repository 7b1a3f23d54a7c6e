/** The label on everything that travels between two people's devices: from whom, the how-manieth, and for which document. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { deviceIdSchema, hashSchema } from './ids.ts'

/**
 * update: a Yjs V1 update of one document. roster: a version of the member list. link: a device vouches for another of
 * the same person. circle: a document of fewer readers, and the way in for each. Those four stand in the device's chain.
 * ack: how far it has taken in the others' chains; refusal: a no to a join request; move: where the others went after a
 * removal. Those three stand outside the chain (`seq` 0).
 */
export const envelopeKinds = ['update', 'roster', 'link', 'circle', 'ack', 'refusal', 'move'] as const
export type EnvelopeKind = (typeof envelopeKinds)[number]
export const envelopeDocs = ['plan', 'athlete', 'statements', 'playbook', 'desk', 'private', 'club', '-'] as const
export type EnvelopeDoc = (typeof envelopeDocs)[number]

/** One change of at most this many parts; the sender cuts what is larger than one envelope. */
export const maxParts = 256

/**
 * In clear, and authenticated. `seq` counts the device's chain from 1, `prevHash` is the hash of the one before (null
 * for the first). `roster` is the version of the member list its sender had seen, under which it is judged; it never
 * falls along a chain. `keyEpoch` 0 is the room's own key (for what a person must read who has no other key yet).
 * `part` of `parts` counts from 1. `keys` are the sender's public keys, in the first envelope of a chain and outside it.
 */
export const headerSchema = v.strictObject({
  v: v.literal(1),
  space: text(64),
  doc: v.picklist(envelopeDocs),
  /** Of the plan and the athlete's document: of which season; left out in the first. */
  season: v.optional(whole(2, 9999)),
  device: deviceIdSchema,
  seq: whole(0, 1_000_000_000),
  prevHash: v.nullable(hashSchema),
  keyEpoch: whole(0, 1_000_000),
  kind: v.picklist(envelopeKinds),
  roster: whole(0, 1_000_000),
  part: whole(1, maxParts),
  parts: whole(1, maxParts),
  keys: v.nullable(text(200)),
  /** Bytes of the closed body that follows. */
  length: whole(16, 100_000),
})
export type Header = v.InferOutput<typeof headerSchema>
