/** Two windows of one app are one device: one writes at a time, one holds the line, and each hears of the other. */
import type { Day } from '../model/day.ts'

const queues = new Map<string, Promise<unknown>>()

/**
 * Runs something while nobody else on this machine runs the same (a Web Lock; within one process a queue). Envelopes
 * are numbered under it, so that two windows never give one number twice.
 */
export const alone = <T>(name: string, run: () => Promise<T>): Promise<T> => {
  const locks = globalThis.navigator?.locks
  if (locks !== undefined) return locks.request(name, run) as Promise<T>
  const before = queues.get(name) ?? Promise.resolve()
  const turn = before.then(run, run)
  queues.set(
    name,
    turn.catch(() => undefined),
  )
  return turn
}

/**
 * Waits until this window is the one that holds the line, calls `lead`, and holds it until let go. A window that is
 * closed lets go by itself.
 */
export const leadWhenAlone = (name: string, lead: () => void): (() => void) => {
  let letGo = () => {}
  const until = new Promise<void>(resolve => {
    letGo = resolve
  })
  let ended = false
  void alone(name, async () => {
    if (ended) return
    lead()
    await until
  })
  return () => {
    ended = true
    letGo()
  }
}

/** What the windows of one device tell each other. The store holds the facts; this says where to look again. */
export type Word =
  | { readonly type: 'look'; readonly space: string | null }
  | { readonly type: 'hello' }
  | { readonly type: 'online'; readonly online: boolean }
  | { readonly type: 'shared'; readonly space: string; readonly link: unknown }
  | { readonly type: 'presence'; readonly space: string; readonly view: string; readonly day: Day | null }

/** A channel between the windows of one device; `tell` reaches the others only. */
export const openChannel = (name: string, hear: (word: Word) => void): { tell(word: Word): void; close(): void } => {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const channel = new BroadcastChannel(name)
  channel.onmessage = event => hear(event.data as Word)
  let closed = false
  return {
    // Why: something may still end, and say so, after the channel did; a closed one throws.
    tell: word => {
      if (!closed) channel.postMessage(word)
    },
    close: () => {
      closed = true
      channel.close()
    },
  }
}
