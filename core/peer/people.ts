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

/** A person in a space with their devices; `files` are recovery files they made: each can let a device of theirs in. */
export type Member = {
  readonly person: PersonId
  readonly name: string
  readonly roles: readonly MemberRole[]
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
