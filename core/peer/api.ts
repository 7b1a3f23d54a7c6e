/** What a device offers to the shells: spaces with their documents, signing, pairing, status and presence. */
import type * as Y from 'yjs'
import type { Result } from '../lib/result.ts'
import type { CircleKind } from '../model/circle.ts'
import type { Day } from '../model/day.ts'
import type { AthleteId, DeviceId, PersonId, StatementId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import type { InviteRole, MemberChange } from '../model/member.ts'
import type { MemberRole, Statement } from '../model/statement.ts'
import type { PastSeason, Unloaded } from '../plan/index.ts'
import type { FolderState } from './folder-keeper.ts'
import type { ListedSpace } from './listing.ts'
import type { Confirmation, HeldPiece, Member, RemovedDevice, StoppedDevice, WaitingChain } from './people.ts'
import type { Recordings } from './recordings.ts'
import type { EndedSeason } from './seasons.ts'

export type { FolderState } from './folder-keeper.ts'
export type { ListedSpace, SpaceSummary } from './listing.ts'
export type { KnownDevice, Member, RemovedDevice } from './people.ts'
export type { Recordings } from './recordings.ts'
export type { EndedSeason } from './seasons.ts'

/** Somebody who opened an invitation and waits for a yes. */
export type JoinRequest = {
  readonly id: string
  readonly name: string
  readonly role: InviteRole
  readonly device: DeviceId
  readonly fingerprint: string
}

/** Who is here and where they look; a courtesy, never a lock. */
export type Presence = {
  readonly device: DeviceId
  readonly person: PersonId
  readonly name: string
  readonly mine: boolean
  readonly view: string
  readonly day: Day | null
}

/** Truthful words about storage and connection. `held` is what verification turned away. */
export type SpaceStatus = {
  readonly link: 'off' | 'searching' | 'connected'
  readonly peers: number
  /** Whether the other part of Tandem on this machine (the extension, or the app) is linked to this one. */
  readonly beside: boolean
  readonly saved: 'saved' | 'saving' | 'not-saved'
  readonly notSavedWhy: string | null
  readonly held: number
  /** Devices whose writing waits for something that is not here yet. */
  readonly waiting: number
  /** The others' devices that acknowledged everything written here. */
  readonly acknowledgedBy: readonly DeviceId[]
  readonly confirmations: readonly Confirmation[]
  /** Who was stopped for two histories, and what is on its way. */
  readonly stopped: readonly StoppedDevice[]
  readonly onTheWay: readonly WaitingChain[]
}

/** The documents everybody in a space reads. */
export type SharedDoc = 'plan' | 'athlete' | 'statements' | 'playbook'
export const docNames: readonly SharedDoc[] = ['plan', 'athlete', 'statements', 'playbook']
export type DocName = SharedDoc | CircleKind
/** The documents of a space (null), or the one of a circle. */
export const docsIn = (kind: CircleKind | null): readonly DocName[] => (kind === null ? docNames : [kind])

export type { Confirmation, HeldPiece, StoppedDevice, WaitingChain } from './people.ts'

/** A document that only some of a space's members read: it has a line, a member list and keys of its own. */
export type Circle = {
  readonly id: string
  readonly kind: CircleKind
  /** The coach of a private circle; null for the others. */
  readonly coach: PersonId | null
  readonly doc: Y.Doc
  readonly readers: readonly PersonId[]
  readonly status: SpaceStatus
  /** Resolves when everything written here so far stands in the store. */
  saved(): Promise<void>
}
export type CircleError = SignError | { readonly type: 'NotAllowed'; readonly says: string }

/** What a shell asks to be signed; the device adds who, which, when and the chain. */
export type StatementDraft = Pick<
  Statement,
  'type' | 'item' | 'rule' | 'edit' | 'contentHash' | 'baseHash' | 'playbookHash' | 'words'
>
export type SignError = { readonly type: 'NotAMember' } | { readonly type: 'NotSaved'; readonly why: string }

export type PairingError =
  | { readonly type: 'NotAnInvitation' }
  | { readonly type: 'Expired' }
  | { readonly type: 'AlreadyUsed' }
  | { readonly type: 'NotAllowed'; readonly says: string }
  | { readonly type: 'NotSaved'; readonly why: string }

export type RestoreError =
  | { readonly type: 'NotARecoveryFile' }
  | { readonly type: 'NewerVersion' }
  /** The passphrase is another one, or the file was damaged: the two cannot be told apart. */
  | { readonly type: 'CannotOpen' }
  | { readonly type: 'Damaged' }
  /** There is training on this device already. */
  | { readonly type: 'NotEmpty' }
  | { readonly type: 'NotSaved'; readonly why: string }

/** A file for somebody: sealed envelopes nobody else can read. `pieces` is how many. */
export type PackedParcel = { readonly bytes: Uint8Array<ArrayBuffer>; readonly pieces: number }

/** What a file brought: of so many pieces so many were new here; `missing` are devices of whom something before is not here. */
export type Received = {
  readonly space: string
  readonly pieces: number
  readonly fresh: number
  readonly held: number
  readonly missing: readonly DeviceId[]
}

export type ReceiveError =
  | { readonly type: 'NotAParcel' }
  | { readonly type: 'CutShort' }
  /** Of a space that is not on this device. */
  | { readonly type: 'NotHere' }
  | { readonly type: 'NotSaved'; readonly why: string }

export type Invite = {
  readonly id: string
  /** The whole invitation as text for a URL fragment (after `#join=`); the secret never reaches a server. */
  readonly fragment: string
  readonly role: InviteRole
  /** Milliseconds since 1970-01-01 UTC. */
  readonly expiresAt: number
}

/** One relationship: an athlete with their coaches. */
export interface Space {
  readonly id: string
  readonly athlete: AthleteId
  readonly club: string
  readonly docs: { readonly [name in SharedDoc]: Y.Doc }
  /** The circles this device may read. Of one kind and coach there may be several: all are read, the first is written. */
  readonly circles: readonly Circle[]
  /** The circle to write in, made where there is none yet. `coach` names the coach of a private one. */
  openCircle(kind: CircleKind, coach?: PersonId): Promise<Result<Circle, CircleError>>
  /** `waiting`: asked to join, not yet accepted. `removed`: was in, and was taken out. */
  readonly membership: 'member' | 'waiting' | 'refused' | 'removed'
  readonly members: readonly Member[]
  readonly removed: readonly RemovedDevice[]
  /** Whether this device keeps the member list; `could`: another of this person's devices does, and this may take its place. */
  readonly keeps: 'yes' | 'could' | 'no'
  /** The device that keeps the member list. */
  readonly owner: DeviceId
  readonly myRoles: readonly MemberRole[]
  readonly requests: readonly JoinRequest[]
  readonly invites: readonly Invite[]
  readonly status: SpaceStatus
  readonly presence: readonly Presence[]
  /** Statements with their verification, in the order (at, device, seq, id). */
  readonly log: readonly LogEntry[]
  /** The seasons that ended, the first first. */
  readonly seasons: readonly EndedSeason[]
  /** What those that are loaded held, up to the running one; and what is said of those that are not among some. */
  readonly past: readonly PastSeason[]
  unloaded(read: readonly PastSeason[]): Unloaded | null
  /** Loads the seasons that touch a day and those after it; null: all. */
  lookBack(day: Day | null): Promise<void>
  /** A coach ends the running season: `from` is the first day of the next. */
  endSeason(from: Day): Promise<Result<StatementId, SignError>>
  /** In which role: a move as the athlete, all else as coach where the person is one; or `as` where that is given. */
  sign(draft: StatementDraft, as?: MemberRole): Promise<Result<StatementId, SignError>>
  /** `own-device` adds another device of the same person. */
  invite(as: InviteRole): Promise<Result<Invite, PairingError>>
  revoke(invite: string): Promise<void>
  accept(request: string): Promise<Result<null, PairingError>>
  refuse(request: string): Promise<void>
  /** Gives somebody another role, or says whether a coach decides for this athlete; on the device that keeps the list. */
  changeMember(person: PersonId, change: MemberChange): Promise<Result<null, PairingError>>
  /** Takes devices out: of those who stay, everybody gets new keys; what these send later is refused everywhere. */
  remove(devices: readonly DeviceId[]): Promise<Result<null, PairingError>>
  /** What did not pass the checks, the newest first. */
  heldApart(): Promise<readonly HeldPiece[]>
  setPresence(where: { readonly view: string; readonly day: Day | null }): void
  /** Everything of this space as one file, or what this person's devices have not confirmed yet. */
  pack(person: PersonId | null): Promise<PackedParcel>
  readonly folder: FolderState
  /** Takes a folder as a link (null: no longer); null where that was kept, else why not. */
  useFolder(folder: FileSystemDirectoryHandle | null): Promise<string | null>
  /** Asks the browser for the folder again; call on the person's click. */
  allowFolder(): Promise<void>
  /** Resolves when everything written here so far stands in the store. */
  saved(): Promise<void>
  subscribe(listener: () => void): () => void
}

/** The transaction origin for what a person did on this device; the device sends what carries it. */
export const localOrigin = { local: true } as const

export interface Device {
  readonly id: DeviceId
  /** Six words by which the others know this device. */
  readonly fingerprint: string
  readonly person: { readonly id: PersonId; readonly name: string }
  /** Every relationship on this device, whether its documents are loaded or not. */
  readonly list: readonly ListedSpace[]
  /** Those whose documents are loaded. */
  readonly spaces: readonly Space[]
  /** Loads the documents of one that is listed; null where it is gone or the store does not answer. */
  open(space: string): Promise<Space | null>
  /** Loads them all. */
  openAll(): Promise<readonly Space[]>
  /** Whether the links are on: what `setOnline` said last, here or in another window. */
  readonly online: boolean
  readonly recordings: Recordings
  setName(name: string): Promise<void>
  /** `as` coach: the person coaches an athlete who has no device yet and stands in for them until they join. */
  createSpace(as: 'coach' | 'athlete'): Promise<Result<Space, SignError>>
  join(fragment: string, name: string): Promise<Result<Space, PairingError>>
  /** Takes a file in that another device packed; twice is harmless. */
  receive(file: Uint8Array): Promise<Result<Received, ReceiveError>>
  /** Removes a space from this device only. */
  forget(space: string): Promise<void>
  /** `rescued`: the browser removed the storage under this window, and what the window held was written anew. */
  readonly storage: 'kept' | 'lost' | 'rescued'
  /** Milliseconds since 1970-01-01 UTC at which a recovery file was last made here; null where none was. */
  readonly lastBackup: number | null
  /** When the recovery file was made with which this device came back (minutes since 1970-01-01 UTC), else null. */
  readonly restoredFrom: number | null
  /** Everything this device holds as a file that only the passphrase opens. */
  makeRecovery(passphrase: string): Promise<Result<Uint8Array<ArrayBuffer>, SignError>>
  /** Comes back from such a file, as the same person with everything; only on a device that holds nothing yet. */
  restore(file: Uint8Array, passphrase: string): Promise<Result<null, RestoreError>>
  /** Turns the links on or off (the person's own "work offline"). */
  setOnline(online: boolean): void
  subscribe(listener: () => void): () => void
  close(): Promise<void>
}

export type DeviceOptions = {
  /** Prefix of every database, so that two devices can live in one browser under test. */
  readonly store: string
  readonly name: string
  /** Rendezvous addresses (ws: or wss:). None: nothing is contacted. */
  readonly rendezvous: readonly string[]
  readonly iceServers: readonly RTCIceServer[]
  /** Milliseconds since 1970; injected so that a wrong clock can be tried. */
  readonly now: () => number
  /** `listed` first gives the list alone; documents are loaded when asked for, and behind the screen one by one. */
  readonly opens?: 'all' | 'listed'
}
