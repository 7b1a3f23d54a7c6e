/** Where two devices find each other: it passes on what it cannot read and keeps nothing. */
import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { addressOf, doorkeeper } from './addresses.ts'
import { allowance, defaultLimits, type Limits } from './limits.ts'
import { type Message, readMessage } from './message.ts'

export type RendezvousOptions = {
  /** 0 takes any free port. */
  readonly port: number
  /** This machine only unless said otherwise. */
  readonly host?: string
  readonly limits?: Partial<Limits>
  /** If given, only addresses that end in `?token=…` are let in. */
  readonly token?: string
  /** Whether a proxy of one's own stands in front and writes `x-forwarded-for`. */
  readonly behindProxy?: boolean
}

export type Rendezvous = { readonly port: number; close(): Promise<void> }

/** Close codes of RFC 6455: unsupported data, policy violation. */
const unsupported = 1003
const policy = 1008

/**
 * Starts a rendezvous that speaks y-webrtc's protocol. Rejects if the port cannot be had. Whatever one visitor sends,
 * at most that visitor is disconnected.
 */
export const startRendezvous = async (options: RendezvousOptions): Promise<Rendezvous> => {
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const rooms = new Map<string, Set<WebSocket>>()
  const door = doorkeeper(limits)

  const http = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('tandem rendezvous\n')
  })
  http.maxConnections = limits.sockets
  http.headersTimeout = 10_000
  http.requestTimeout = 10_000
  // Why here already: a visitor that never says what it wants takes a place too. Behind a proxy all come from one address.
  if (!options.behindProxy) http.on('connection', socket => admit(socket, door, socket.remoteAddress ?? 'unknown'))

  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frame,
    // Why: a few bytes of compressed data may unpack to gigabytes.
    perMessageDeflate: false,
    // Why: pings are answered below, within what one visitor may ask for; the library answers any number of them.
    autoPong: false,
  })
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (!mayEnter(request, options.token))
      return void socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
    if (options.behindProxy && !admit(socket, door, addressOf(request, true))) return
    server.handleUpgrade(request, socket, head, visitor => welcome(visitor, rooms, limits))
  })
  // Why: a visitor that leaves in the middle of its greeting must not take the others along.
  server.on('wsClientError', (_, socket) => socket.destroy())
  http.on('clientError', (_, socket) => socket.destroy())

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(options.port, options.host ?? '127.0.0.1', () => {
      http.off('error', reject)
      http.on('error', () => {})
      resolve()
    })
  })
  return {
    port: (http.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        for (const visitor of server.clients) visitor.terminate()
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

const admit = (socket: Duplex, door: ReturnType<typeof doorkeeper>, address: string): boolean => {
  const leave = door.enter(address, Date.now())
  if (leave === null) socket.destroy()
  else socket.once('close', leave)
  return leave !== null
}

const mayEnter = (request: IncomingMessage, token: string | undefined): boolean => {
  if (token === undefined) return true
  const query = (request.url ?? '').split('?')[1] ?? ''
  const given = Buffer.from(new URLSearchParams(query).get('token') ?? '')
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const welcome = (visitor: WebSocket, rooms: Map<string, Set<WebSocket>>, limits: Limits) => {
  const mine = new Set<string>()
  const messages = allowance(limits.messageBurst, limits.messagesPerSecond, Date.now())
  const bytes = allowance(limits.byteBurst, limits.bytesPerSecond, Date.now())
  let answered = true

  const leave = (topic: string) => {
    mine.delete(topic)
    const room = rooms.get(topic)
    room?.delete(visitor)
    if (room?.size === 0) rooms.delete(topic)
  }
  const enter = (topic: string): boolean => {
    const room = rooms.get(topic) ?? new Set()
    if (room.has(visitor)) return true
    if (mine.size >= limits.topicsPerSocket || room.size >= limits.socketsPerTopic) return false
    mine.add(topic)
    rooms.set(topic, room.add(visitor))
    return true
  }
  const send = (to: WebSocket, text: string) => {
    if (to.readyState !== to.OPEN) return
    if (to.bufferedAmount > limits.unread) to.terminate()
    else to.send(text, () => {})
  }
  const publish = (topic: string, data: string) => {
    if (!mine.has(topic)) return
    const room = rooms.get(topic) ?? new Set()
    const text = JSON.stringify({ type: 'publish', topic, data, clients: room.size })
    for (const other of room) if (other !== visitor) send(other, text)
  }
  const dismiss = (code: number, why: string) => {
    visitor.close(code, why)
    // Why: one that floods may never answer the farewell.
    setTimeout(() => visitor.terminate(), 1_000).unref()
  }
  const obey = (said: Message) => {
    switch (said.type) {
      case 'ping':
        return send(visitor, '{"type":"pong"}')
      case 'unsubscribe':
        return said.topics.forEach(leave)
      case 'subscribe':
        return said.topics.every(enter) ? undefined : dismiss(policy, 'too many rooms')
      case 'publish':
        return publish(said.topic, said.data)
    }
  }
  const hear = (data: RawData, isBinary: boolean) => {
    if (visitor.readyState !== visitor.OPEN) return
    if (isBinary) return dismiss(unsupported, 'text only')
    const text = data.toString()
    const now = Date.now()
    if (!messages.spend(1, now) || !bytes.spend(text.length, now)) return dismiss(policy, 'too much at once')
    const said = readMessage(text)
    if (said.ok) obey(said.value)
    else dismiss(policy, said.error.why)
  }
  const pulse = setInterval(() => {
    if (!answered) return visitor.terminate()
    answered = false
    visitor.ping(() => {})
  }, limits.pingEvery)
  visitor.on('message', hear)
  visitor.on('ping', data => {
    if (visitor.readyState !== visitor.OPEN) return
    if (!messages.spend(1, Date.now())) dismiss(policy, 'too much at once')
    else if (visitor.bufferedAmount > limits.unread) visitor.terminate()
    else visitor.pong(data, false, () => {})
  })
  visitor.on('pong', () => {
    answered = true
  })
  visitor.on('error', () => visitor.terminate())
  visitor.on('close', () => {
    clearInterval(pulse)
    for (const topic of [...mine]) leave(topic)
  })
}
