/** Coach and athlete see each other's changes at once, device to device, with nobody in between who can read them. */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { invariant } from '../../lib/never.ts'
import { guardedConnection } from './guarded-connection.ts'
import { type Hearing, hearOnlyMembers } from './heard.ts'
import { guardRoom, type LinkStatus, leaveRoom } from './room.ts'

/** Why: framing and the negotiated channel must be the same on both sides; a later protocol takes the next letter. */
const protocol = 'a'
/** 256 random bits as base64url (43 letters) or hex (64): never words, for who knows both reads the room. */
const randomText = /^[A-Za-z0-9_-]{43,128}$/

export type LinkOptions = {
  readonly room: string
  readonly password: string
  /** Rendezvous addresses, `ws:` or `wss:`. None: nothing is contacted at all. */
  readonly signaling: readonly string[]
  readonly iceServers: readonly RTCIceServer[]
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly onStatus: (status: LinkStatus) => void
}

export type { LinkStatus }
export type Link = { stop(): void; peers(): number }

/** One room is entered once per page: a second link to it waits until the first has left. */
const turns = new Map<string, Promise<void>>()
/** The rooms entered, for whoever listens to a rendezvous: one of them may serve several. */
const entered = new Map<string, Hearing>()

/**
 * Keeps `doc` and `awareness` in step with everybody else in the room, for as long as it is not stopped. It heals by
 * itself after sleep, failed calls and a rendezvous that was away. Connected never means delivered: only the other
 * side's signed acknowledgement does. A room or password that is not 256 random bits is a bug of ours and throws.
 */
export const connectWebrtc = (options: LinkOptions): Link => {
  invariant(randomText.test(options.room), 'a room is 256 random bits as text')
  invariant(randomText.test(options.password), 'a room password is 256 random bits as text')
  const signaling = options.signaling.filter(isSocketAddress)
  if (signaling.length === 0 || typeof RTCPeerConnection === 'undefined') return { stop: () => {}, peers: () => 0 }

  const topic = protocol + options.room
  let left = () => {}
  const leaving = new Promise<void>(resolve => {
    left = () => {
      entered.delete(topic)
      resolve()
    }
  })
  const before = turns.get(topic) ?? Promise.resolve()
  turns.set(
    topic,
    before.then(() => leaving),
  )
  let running: Link | undefined
  let stopped = false
  const stop = () => {
    if (stopped) return
    stopped = true
    options.doc.off('destroy', stop)
    if (running === undefined) left()
    else running.stop()
  }
  options.doc.on('destroy', stop)
  const start = async () => {
    const [{ WebrtcProvider }] = await Promise.all([import('y-webrtc'), before])
    if (stopped) return
    const provider = new WebrtcProvider(topic, options.doc, {
      signaling,
      password: options.password,
      awareness: options.awareness,
      peerOpts: {
        wrtc: { RTCPeerConnection: guardedConnection(), RTCSessionDescription, RTCIceCandidate },
        // Why: both sides may be the caller; a negotiated channel is the same one for both, so none is deaf.
        channelConfig: { negotiated: true, id: 0 },
        config: { iceServers: options.iceServers },
      },
    })
    // Why: the library's own handler destroys without disconnecting, which leaves its sockets open.
    options.doc.off('destroy', provider.destroy)
    running = { stop: () => leaveRoom(provider, left), peers: () => 0 }
    const guard = () => {
      for (const rendezvous of provider.signalingConns) hearOnlyMembers(rendezvous, topic => entered.get(topic))
    }
    const connect = provider.connect.bind(provider)
    provider.connect = () => {
      connect()
      guard()
    }
    guard()
    const key = await provider.key
    if (!stopped && key !== null && provider.room !== null)
      entered.set(topic, { key, webrtcConns: provider.room.webrtcConns as Hearing['webrtcConns'] })
    if (!stopped && provider.room !== null) running = guardRoom(provider, provider.room, options.onStatus, left)
  }
  void start()
  return { stop, peers: () => (stopped ? 0 : (running?.peers() ?? 0)) }
}

const isSocketAddress = (address: string): boolean => URL.canParse(address) && /^wss?:$/.test(new URL(address).protocol)
