/** What a rendezvous sends reaches the link only if somebody with the room's password wrote it. */
import * as decoding from 'lib0/decoding'

/** A room as far as its messages are looked at: the key they are closed with, and whom a call is open with. */
export type Hearing = {
  readonly key: CryptoKey
  readonly webrtcConns: ReadonlyMap<string, { readonly peer: { readonly destroyed?: boolean } }>
}
/** The library's connection to a rendezvous. */
export type Rendezvous = {
  readonly _observers: Map<string, Set<(message: unknown, from: unknown) => void>>
  on(event: 'message', hear: (message: unknown, from: unknown) => void): unknown
  off(event: 'message', hear: (message: unknown, from: unknown) => void): unknown
}

type Call = { readonly type?: unknown; readonly from?: unknown; readonly signal?: { readonly type?: unknown } | null }

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))

const opened = async (data: string, key: CryptoKey): Promise<unknown> => {
  const sealed = decoding.createDecoder(bytesOf(data))
  if (decoding.readVarString(sealed) !== 'AES-GCM') return undefined
  const iv = new Uint8Array(decoding.readVarUint8Array(sealed))
  const closed = new Uint8Array(decoding.readVarUint8Array(sealed))
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, closed)
  return decoding.readAny(decoding.createDecoder(new Uint8Array(plain)))
}

const makesSense = (value: unknown, { webrtcConns }: Hearing): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const { type, from, signal } = value as Call
  if (typeof from !== 'string') return false
  if (type === 'announce') return true
  if (type !== 'signal' || typeof signal !== 'object' || signal === null) return false
  const call = webrtcConns.get(from)
  // Why: an old answer sent again, to a call that is over, is more than the library can take.
  return call === undefined ? signal.type !== 'answer' : call.peer.destroyed !== true
}

/** Whether the library can take a message: of a room that is entered, closed with its key, and of a known shape. */
export const canTake = async (message: unknown, roomOf: (topic: string) => Hearing | undefined): Promise<boolean> => {
  const { type, topic, data } = (message ?? {}) as Record<string, unknown>
  const room = type === 'publish' && typeof topic === 'string' ? roomOf(topic) : undefined
  if (room === undefined || typeof data !== 'string') return false
  try {
    return makesSense(await opened(data, room.key), room)
  } catch {
    return false
  }
}

const guarded = new WeakSet<Rendezvous>()

/**
 * Stands between a rendezvous and the library, once for each connection. Why: for everything that is not closed with
 * the room's key the library leaves a rejection nobody handles, as often as a hostile rendezvous likes.
 */
export const hearOnlyMembers = (rendezvous: Rendezvous, roomOf: (topic: string) => Hearing | undefined): void => {
  if (guarded.has(rendezvous)) return
  guarded.add(rendezvous)
  const theirs = [...(rendezvous._observers.get('message') ?? [])]
  for (const hear of theirs) rendezvous.off('message', hear)
  // Why one after the other: what two devices say to each other must arrive in the order in which it was said.
  let turn: Promise<void> = Promise.resolve()
  rendezvous.on('message', (message, from) => {
    turn = turn.then(async () => {
      if (await canTake(message, roomOf)) for (const hear of theirs) hear(message, from)
    })
  })
}
