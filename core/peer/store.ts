/** What this device keeps: its keys, its spaces, every envelope it took in, what it turned away, and invitations. */
import { Dexie, type Table } from 'dexie'
import type { Hash } from '../lib/hash.ts'
import type { CircleKind } from '../model/circle.ts'
import type { Day } from '../model/day.ts'
import type { EnvelopeKind } from '../model/envelope.ts'
import type { DeviceId, PersonId } from '../model/ids.ts'
import type { InviteRole } from '../model/member.ts'
import type { PackedRecording } from '../model/packed-streams.ts'
import type { Recorded } from '../model/streams.ts'
import type { EndPace } from '../plan/index.ts'
import type { DocName } from './api.ts'
import type { DeviceKeys } from './keys.ts'
import type { SpaceSummary } from './listing.ts'
import type { Bytes } from './secret.ts'

export type SpaceRow = {
  readonly id: string
  readonly club: string
  readonly athlete: string
  /** The owner's first device: the only one that signs the member list. */
  readonly owner: DeviceId
  readonly room: string
  /** 32 bytes everybody invited knows. */
  readonly roomSecret: Bytes
  readonly rendezvous: readonly string[]
  /** The keys the documents are closed with, by epoch; none while waiting. */
  readonly epochKeys: Readonly<Record<number, Bytes>>
  /** The room's secret of every epoch known; absent where there was only ever one. */
  readonly rooms?: Readonly<Record<number, Bytes>>
  /** The name of the first room, where that was given up. */
  readonly firstRoom?: string
  /** A letter in a room that was given up said that this device is out. */
  readonly removed?: boolean
  readonly joining: Joining | null
  /** As whom this device asked, or made the space. */
  readonly person: PersonId
  readonly refused: boolean
  /** How often the carrier was thrown away. */
  readonly generation: number
  readonly since: number
  /** The season that runs; left out in the first. */
  readonly season?: number
  /** Set where it is a circle of another space: one document, for some of that space's members. */
  readonly circle?: { readonly kind: CircleKind; readonly parent: string; readonly coach: PersonId | null }
}

/** With what this device asked to be let in. */
export type Joining = {
  readonly invite: string
  readonly secret: Bytes
  readonly inviter: DeviceId
  readonly role: InviteRole
  readonly name: string
}

export type EnvelopeRow = {
  readonly space: string
  readonly device: DeviceId
  readonly seq: number
  readonly hash: string
  readonly bytes: Bytes
  readonly kind: EnvelopeKind
  /** Why its content changes nothing; null where it was applied. */
  readonly held: string | null
  /** Of one that is held: the version of the documents this app knew when it was judged. */
  readonly judgedIn?: number
  /** Of this device's own changes: the document, and by writer how far it was written with this. */
  readonly doc?: DocName
  readonly ends?: readonly (readonly [number, number])[]
  /** It came after its season had ended here: it is tried when that season is read anew. */
  readonly late?: boolean | undefined
}

export type InviteRow = {
  readonly id: string
  readonly space: string
  readonly secret: Bytes
  readonly role: InviteRole
  readonly fragment: string
  readonly expiresAt: number
  readonly state: 'open' | 'used' | 'revoked'
}

export type RequestRow = {
  readonly space: string
  readonly device: DeviceId
  readonly invite: string
  readonly keys: string
  readonly person: PersonId
  readonly name: string
  readonly role: InviteRole
  readonly state: 'waiting' | 'accepted' | 'refused'
}

/** An envelope outside any chain, of which only the newest counts: an acknowledgement or a refusal. */
export type LooseRow = { readonly space: string; readonly key: string; readonly bytes: Bytes; readonly weight: number }
export type HeldRow = {
  readonly space: string
  readonly hash: string
  readonly device: string
  readonly why: string
  readonly bytes: Bytes
  /** Milliseconds since 1970-01-01 UTC at which it first came. */
  readonly at?: number
  /** So many more were only counted: a device's room here is bounded. */
  readonly more?: number
}
/**
 * What a watch recorded along an activity whose file was read on this device; it is sent nowhere. Rows of before stand as
 * they were written, unpacked.
 */
export type RecordingRow = (PackedRecording | Recorded) & { readonly space: string }
/**
 * A device that signed two histories, and when that was seen here (milliseconds since 1970-01-01 UTC). `end`: of what it
 * wrote only so many envelopes count, those before the two part; rows of before do not say.
 */
export type FrozenRow = { readonly space: string; readonly device: string; readonly at?: number; readonly end?: number }
/** A season that ended: `hash` names its content, as kept beside it. `late`: who wrote in it after it had ended, and how much. */
export type SeasonRow = {
  readonly space: string
  readonly season: number
  readonly from: Day
  readonly hash: Hash
  readonly pace: EndPace
  readonly late: readonly { readonly device: DeviceId; readonly pieces: number }[]
}
/** What a season held, as canonical text; it is read only where somebody looks at its days. */
export type SeasonContentRow = { readonly space: string; readonly season: number; readonly text: string }
/** `file`: the keys of the recovery file this device came back with; what was closed to the file opens with them. */
export type KeysRow = DeviceKeys & { readonly row: 'this' | 'file' }

export type Store = Dexie & {
  readonly device: Table<KeysRow, string>
  readonly settings: Table<{ readonly key: string; readonly value: unknown }, string>
  readonly spaces: Table<SpaceRow, string>
  readonly envelopes: Table<EnvelopeRow, [string, string, number]>
  readonly quarantine: Table<HeldRow, [string, string]>
  readonly invites: Table<InviteRow, string>
  readonly requests: Table<RequestRow, [string, string]>
  readonly loose: Table<LooseRow, [string, string]>
  readonly frozen: Table<FrozenRow, [string, string]>
  readonly recordings: Table<RecordingRow, [string, string]>
  readonly seasons: Table<SeasonRow, [string, number]>
  readonly seasonContents: Table<SeasonContentRow, [string, number]>
  /** Of each space what a list shows of it; written anew from the documents whenever they are open. */
  readonly summaries: Table<SpaceSummary, string>
}

/** Opens (or makes) the store. What it calls saved has reached the disk: every write waits for it. */
export const openStore = (name: string): Store => {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' })
  db.version(1).stores({
    device: 'row',
    settings: 'key',
    spaces: 'id',
    envelopes: '[space+device+seq]',
    quarantine: '[space+hash]',
    invites: 'id, space',
    requests: '[space+device]',
    loose: '[space+key]',
    frozen: '[space+device]',
  })
  // Why: tables are only ever added, so that a store of an earlier version opens as it is.
  db.version(2).stores({ recordings: '[space+activity]' })
  db.version(3).stores({ summaries: 'space' })
  db.version(4).stores({ seasons: '[space+season]', seasonContents: '[space+season]' })
  return db as unknown as Store
}

// Why: a key that is a list sorts after every text, and a shorter list before a longer one.
const from = (space: string) => [space]
const upTo = (space: string) => [space, []]

/** All rows of one space in a table whose key begins with it. */
export const ofSpace = <T>(
  table: Table<T, [string, string]> | Table<T, [string, number]>,
  space: string,
): Promise<T[]> => table.where(':id').between(from(space), upTo(space)).toArray()

/** A space's envelopes by device and number; of one device, those after a number. */
export const envelopesOf = (db: Store, space: string, device?: DeviceId, after = 0): Promise<EnvelopeRow[]> => {
  const rows = db.envelopes.where(':id')
  return device === undefined
    ? rows.between(from(space), upTo(space)).toArray()
    : rows.between([space, device, after + 1], [space, device, []]).toArray()
}

/** Envelopes by the device that wrote them, in the order given. */
export const byDevice = (rows: readonly EnvelopeRow[]): ReadonlyMap<DeviceId, readonly EnvelopeRow[]> => {
  const all = new Map<DeviceId, EnvelopeRow[]>()
  for (const row of rows) {
    const some = all.get(row.device) ?? []
    some.push(row)
    all.set(row.device, some)
  }
  return all
}

/** Why a write did not happen, in words a person can act on. */
export const whyNotSaved = (error: unknown): string => {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map(
    one => (one as Error | null | undefined)?.name,
  )
  if (names.includes('QuotaExceededError')) return 'the disk is full, or this app may use no more of it'
  if (names.includes('MissingAPIError')) return 'this browser offers no storage here (a private window may not)'
  if (names.some(name => name === 'DatabaseClosedError' || name === 'InvalidStateError'))
    return 'the storage of this app was closed or removed; reload the page'
  return `the storage of this app failed (${names.find(name => name !== undefined) ?? 'unknown'})`
}

/** Runs a write; a failure is a value with its reason. */
export const attempt = async <T>(
  write: () => PromiseLike<T>,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }> => {
  try {
    return { ok: true, value: await write() }
  } catch (error) {
    return { ok: false, why: whyNotSaved(error) }
  }
}

/** A setting, or undefined where it was never set. */
export const settingOf = async (db: Store, key: string): Promise<unknown> => (await db.settings.get(key))?.value

/** How much of a space was turned away; the number known before, where the store does not answer. */
export const heldIn = async (db: Store, space: string, otherwise: number): Promise<number> => {
  const held = await attempt(() => ofSpace<HeldRow>(db.quarantine, space))
  return held.ok ? held.value.reduce((sum, { more }) => sum + (more ?? 1), 0) : otherwise
}

/** Removes a space from this device. */
export const forgetSpace = async (db: Store, space: string): Promise<void> => {
  const tables = [
    db.envelopes,
    db.quarantine,
    db.requests,
    db.loose,
    db.frozen,
    db.recordings,
    db.seasons,
    db.seasonContents,
  ] as readonly Table[]
  await attempt(async () => {
    for (const table of tables) await table.where(':id').between(from(space), upTo(space)).delete()
    await db.invites.where('space').equals(space).delete()
    await db.summaries.delete(space)
    await db.spaces.delete(space)
  })
}
