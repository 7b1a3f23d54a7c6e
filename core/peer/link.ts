/** What a link must do, so that the real one and the one in tests can take each other's place. */
import type { Link, LinkOptions } from './links/webrtc.ts'

export type Connect = (options: LinkOptions) => Link
export type { Link, LinkOptions }

/** What a test may put in the place of the network and of waiting. */
export type Inside = {
  readonly connect: Connect
  /** Whether the link works without any rendezvous address. */
  readonly needsRendezvous: boolean
  /** Milliseconds for which edits are gathered before they are sealed. */
  readonly gather: number
  /** Milliseconds after which what arrived is acknowledged. */
  readonly acknowledge: number
}
