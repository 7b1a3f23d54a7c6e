/** What a link must do, so that the real one and the one in tests can take each other's place. */
import type { Place } from './links/folder.ts'
import type { Link, LinkOptions } from './links/webrtc.ts'

/** How a folder a person chose is used; what it is, only the platform knows. */
export type Folders = {
  mayUse(folder: unknown): Promise<PermissionState>
  /** Asks the person, on their click. */
  askToUse(folder: unknown): Promise<PermissionState>
  placeIn(folder: unknown, space: string): Place
  /** Milliseconds between two looks: a folder tells nobody when something in it changed. */
  readonly every: number
}

export type Connect = (options: LinkOptions) => Link
export type { Link, LinkOptions }

/** What a test may put in the place of the network and of waiting. */
export type Inside = {
  readonly connect: Connect
  /** The way to the other part of Tandem on this machine: the app's to the extension, or back. */
  readonly beside?: Connect
  readonly folder: Folders
  /** Whether the link works without any rendezvous address. */
  readonly needsRendezvous: boolean
  /** Milliseconds for which edits are gathered before they are sealed. */
  readonly gather: number
  /** Milliseconds after which what arrived is acknowledged. */
  readonly acknowledge: number
  /** Milliseconds between two spaces that are loaded behind the screen. */
  readonly rest: number
  /** Resolves when what nobody waits for may be done; asked before each space that is loaded behind the screen. */
  readonly whenFree: () => Promise<void>
  /** Resolves when a space that was just loaded is on the screen: what nobody sees of it waits until then. */
  readonly whenShown: () => Promise<void>
  /** Whether this window may hold the device's line; false where another window of the device always is there to do it. */
  readonly leads: boolean
  /** Rounds in which a passphrase becomes the key of a recovery file (RFC 8018). */
  readonly rounds: number
}
