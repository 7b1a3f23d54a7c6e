/** The people of a space as a shell shows them: who is in with which devices, and which devices are out. */
import type { DeviceId, PersonId } from '../model/ids.ts'
import type { MemberRole } from '../model/statement.ts'

/**
 * A device as the others know it: `fingerprint` is six words to compare by voice, `keys` its two public keys, base64url:
 * what it signed can be checked with them anywhere. `since` in minutes since 1970-01-01 UTC.
 */
export type KnownDevice = {
  readonly id: DeviceId
  readonly keys: string
  readonly fingerprint: string
  readonly since: number
}

/**
 * A person in a space with their devices; `files` are recovery files they made: each can let a device of theirs in.
 * `isUnassigned`: a coach who does not decide for this athlete, and drafts as an assistant does.
 */
export type Member = {
  readonly person: PersonId
  readonly name: string
  readonly roles: readonly MemberRole[]
  readonly isUnassigned: boolean
  readonly devices: readonly KnownDevice[]
  readonly files: readonly KnownDevice[]
}

/** A device that is out: what it wrote counts up to its `last` envelope; `late` so many came afterwards and were refused. */
export type RemovedDevice = {
  readonly device: DeviceId
  readonly person: PersonId
  readonly name: string
  readonly fingerprint: string
  /** Minutes since 1970-01-01 UTC. */
  readonly at: number
  readonly last: number
  readonly late: number
}

type Whose = {
  readonly device: DeviceId
  /** Null where the device is in no list. */
  readonly person: PersonId | null
  readonly name: string
  readonly fingerprint: string
}
/**
 * Something that did not pass the checks. `at`: when it first came (milliseconds since 1970-01-01 UTC); `number` is its
 * place in its device's chain; `about` the document or the kind. `pieces` is above 1 where more were only counted.
 */
export type HeldPiece = Whose & {
  readonly id: string
  readonly why: string
  readonly at: number | null
  readonly number: number | null
  readonly about: string | null
  readonly pieces: number
  readonly bytes: number
}
/** A device that signed two histories under one name: nothing more is taken from it. */
export type StoppedDevice = Whose & { readonly at: number | null; readonly isRemoved: boolean }
/** Pieces of a device that are known of and do not count here yet: `why` they wait, or that the device `has` has them. */
export type WaitingChain = Whose & {
  readonly pieces: number
  readonly why: string | null
  readonly has: DeviceId | null
}
/** What a device signed that it has of this one's writing: up to this piece of so many; `at` in minutes since 1970-01-01 UTC. */
export type Confirmation = {
  readonly device: DeviceId
  readonly upTo: number
  readonly of: number
  readonly at: number | null
}
