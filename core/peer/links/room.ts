/** The room two devices meet in, watched: who is connected, what to do when a line dies, how to leave. */
import { type Awareness, removeAwarenessStates } from 'y-protocols/awareness'
import type { Room, WebrtcConn, WebrtcProvider } from 'y-webrtc'
import * as Y from 'yjs'
import type { FramedChannel } from './framing.ts'
import { type Watched, watchdog } from './watchdog.ts'

/** How many others are connected, and the one word for it. */
export type LinkStatus = { readonly link: 'searching' | 'connected'; readonly peers: number }

/** Runs something of the library's that drops this device's own presence, and puts the presence back afterwards. */
const keepingPresence = (awareness: Awareness, act: () => void) => {
  const mine = awareness.getLocalState()
  act()
  if (mine !== null && awareness.getLocalState() === null) awareness.setLocalState(mine)
}

/** Whoever is not connected is not here; their next word is heard as if it were the first. */
const forgetOthers = (awareness: Awareness) => {
  const others = [...awareness.getStates().keys()].filter(client => client !== awareness.clientID)
  removeAwarenessStates(awareness, others, 'left')
  for (const client of others) awareness.meta.delete(client)
}

/** Disconnects, then destroys (in this order, or sockets stay open); `left` is called when the room is free again. */
export const leaveRoom = (provider: WebrtcProvider, left: () => void): void => {
  const { awareness } = provider
  const mine = awareness.getLocalState()
  provider.disconnect()
  provider.destroy()
  void provider.key.then(() => {
    if (mine !== null && awareness.getLocalState() === null) awareness.setLocalState(mine)
    forgetOthers(awareness)
    left()
  })
}

/** Watches an entered room once a second and tells of every change in how many are connected. */
export const guardRoom = (
  provider: WebrtcProvider,
  room: Room,
  onStatus: (status: LinkStatus) => void,
  left: () => void,
): { stop(): void; peers(): number } => {
  let told = -1
  const peers = () => [...room.webrtcConns.values()].filter(isOpen).length + room.bcConns.size
  const tell = () => {
    const now = peers()
    if (now === told) return
    if (now === 0 && told > 0) forgetOthers(provider.awareness)
    told = now
    onStatus({ link: now > 0 ? 'connected' : 'searching', peers: now })
  }
  const restart = () =>
    keepingPresence(provider.awareness, () => {
      provider.disconnect()
      // Why: connecting pushes the same sockets once more into this list at every restart.
      provider.signalingConns = []
      provider.connect()
    })
  const watched = ([id, conn]: [string, WebrtcConn]): Watched => ({
    key: conn,
    open: isOpen(conn),
    gone: conn.peer.destroyed === true,
    heard: channelOf(conn)?.heard ?? 0,
    ping: () => channelOf(conn)?.ping(),
    drop: () => {
      room.webrtcConns.delete(id)
      conn.peer.destroy()
      tell()
    },
  })
  const watch = watchdog(
    {
      connections: () => [...room.webrtcConns].map(watched),
      restart,
      announce: () => announceIn(room),
    },
    Math.random,
    Date.now(),
  )
  const ended = () => {
    watch.lost(Date.now())
    tell()
  }
  const set = room.webrtcConns.set.bind(room.webrtcConns)
  room.webrtcConns.set = (id, conn) => {
    calm(provider, conn, ended)
    conn.peer.on('connect', tell)
    return set(id, conn)
  }
  provider.on('peers', tell)
  const timer = setInterval(() => {
    watch.tick(Date.now())
    tell()
  }, 1_000)
  const online = () => watch.wake(Date.now())
  const seen = () => {
    if (document.visibilityState === 'visible') online()
  }
  globalThis.addEventListener('online', online)
  globalThis.document?.addEventListener('visibilitychange', seen)
  tell()
  return {
    peers,
    stop: () => {
      clearInterval(timer)
      globalThis.removeEventListener('online', online)
      globalThis.document?.removeEventListener('visibilitychange', seen)
      leaveRoom(provider, left)
    },
  }
}

/**
 * Why: entering once more subscribes and announces again. It would also pack the whole document for other pages of this
 * browser, a tenth of a second for a long history; an empty one stands in its place, and whoever is there answers it.
 */
const announceIn = (room: Room) => {
  const { doc } = room
  room.doc = new Y.Doc()
  // Why: presence is told under this name.
  room.doc.clientID = doc.clientID
  try {
    room.connect()
  } finally {
    room.doc = doc
  }
}

const channelOf = (conn: WebrtcConn): FramedChannel | undefined => conn.peer._channel ?? undefined
const isOpen = (conn: WebrtcConn): boolean => conn.connected && channelOf(conn)?.readyState === 'open'

/**
 * Why: when a connection ends, the library announces itself in the same moment, and two devices that cannot reach each
 * other would call without pause. It announces only while there is room for more, so for that moment there is none;
 * the watchdog announces later.
 */
const calm = (provider: WebrtcProvider, conn: WebrtcConn, ended: () => void) => {
  for (const event of ['close', 'error'])
    for (const theirs of conn.peer.listeners(event)) {
      conn.peer.removeListener(event, theirs)
      conn.peer.on(event, (...given: unknown[]) => {
        const most = provider.maxConns
        provider.maxConns = 0
        theirs.apply(conn.peer, given)
        provider.maxConns = most
        ended()
      })
    }
}
