/** How much one visitor of the rendezvous may ask for, so that the others are still served. */

export type Limits = {
  /** Bytes of one frame. */
  readonly frame: number
  /** Rooms one socket may wait in; a coach has one per athlete. */
  readonly topicsPerSocket: number
  /** Sockets that may wait in one room. */
  readonly socketsPerTopic: number
  /** Connections from one address, and from all together. */
  readonly socketsPerAddress: number
  readonly sockets: number
  /** Times one address may come at once, and how many more it earns a second: who is let go may not start afresh for ever. */
  readonly visitBurst: number
  readonly visitsPerSecond: number
  /** Messages and bytes a socket may send at once, and how many more of each it earns a second. */
  readonly messageBurst: number
  readonly messagesPerSecond: number
  readonly byteBurst: number
  readonly bytesPerSecond: number
  /** Bytes that may wait for a slow reader before it is let go. */
  readonly unread: number
  /** A socket that has not answered a ping for this long (milliseconds) is gone. */
  readonly pingEvery: number
}

/** Why: a coach with 300 athletes announces 300 rooms at once and then makes 300 calls of about ten messages. */
export const defaultLimits: Limits = {
  frame: 64 * 1024,
  topicsPerSocket: 512,
  socketsPerTopic: 64,
  socketsPerAddress: 64,
  sockets: 4_096,
  visitBurst: 256,
  visitsPerSecond: 2,
  messageBurst: 2_000,
  messagesPerSecond: 100,
  byteBurst: 4 * 1024 * 1024,
  bytesPerSecond: 256 * 1024,
  unread: 1024 * 1024,
  pingEvery: 30_000,
}

/** A purse that fills by `perSecond` up to `burst`. `now` is in milliseconds. */
export const allowance = (burst: number, perSecond: number, start: number) => {
  let left = burst
  let before = start
  return {
    /** Whether so much may be spent now; if so it is. */
    spend(amount: number, now: number): boolean {
      left = Math.min(burst, left + (Math.max(0, now - before) / 1_000) * perSecond)
      before = now
      if (left < amount) return false
      left -= amount
      return true
    },
  }
}
