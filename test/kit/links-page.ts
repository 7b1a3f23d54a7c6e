/** A page with nothing but the link in it: it opens a document, connects, and says what it has. */
import { Awareness } from 'y-protocols/awareness'
import { WebrtcProvider } from 'y-webrtc'
import * as Y from 'yjs'
import { connectWebrtc, type Link, type LinkStatus } from '../../core/peer/links/webrtc.ts'

export type OpenOptions = {
  readonly room: string
  readonly password: string
  readonly signaling: readonly string[]
  /** Bytes of text put into the document before connecting. */
  readonly fill?: number
  /** Without any of our guards, as the library comes: only to measure against. */
  readonly plain?: boolean
  /** Connects at this moment (milliseconds since 1970), so that two pages can start together. */
  readonly at?: number
}

/** Every call this page made, so that what went over the wire can be counted. */
const calls: RTCPeerConnection[] = []
globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    calls.push(this)
  }
}

/** Bytes this page handed to its calls so far. Why not what the transport counts: on a busy machine it sends much twice. */
const bytesSent = async (): Promise<number> => {
  let sum = 0
  for (const call of calls)
    for (const report of (await call.getStats()).values())
      if (report.type === 'data-channel') sum += (report as { readonly bytesSent?: number }).bytesSent ?? 0
  return sum
}

const doc = new Y.Doc()
const words = doc.getMap<string>('words')
const awareness = new Awareness(doc)
const told: LinkStatus[] = []
let link: Link | undefined

/** Why: text that does not compress or repeat, in pieces as entries are. */
const fill = (bytes: number) =>
  doc.transact(() => {
    for (let at = 0; at < bytes; at += 1_000) {
      const piece = crypto.getRandomValues(new Uint8Array(Math.min(500, Math.ceil((bytes - at) / 2))))
      words.set(`filled-${at}`, [...piece].map(byte => byte.toString(16).padStart(2, '0')).join(''))
    }
  })

const plain = ({ room, password, signaling }: OpenOptions): Link => {
  const provider = new WebrtcProvider(room, doc, {
    password,
    awareness,
    signaling: [...signaling],
    peerOpts: { config: { iceServers: [] } },
  })
  return {
    stop: () => provider.destroy(),
    peers: () => [...(provider.room?.webrtcConns.values() ?? [])].filter(conn => conn.connected).length,
  }
}

const open = async (options: OpenOptions) => {
  if (options.fill !== undefined) fill(options.fill)
  if (options.at !== undefined) await new Promise(resolve => setTimeout(resolve, options.at! - Date.now()))
  link = options.plain
    ? plain(options)
    : connectWebrtc({ ...options, doc, awareness, iceServers: [], onStatus: status => told.push(status) })
}

/** Several rooms of one page, each with a document of its own. */
const many: Y.Map<string>[] = []
const openMany = (rooms: readonly OpenOptions[]) => {
  for (const room of rooms) {
    const doc = new Y.Doc()
    many.push(doc.getMap<string>('words'))
    connectWebrtc({ ...room, doc, awareness: new Awareness(doc), iceServers: [], onStatus: () => {} })
  }
}

/** How much of the next so many milliseconds this page's own thread was not free, in percent. */
const busyFor = async (milliseconds: number): Promise<number> => {
  const end = performance.now() + milliseconds
  let free = 0
  let before = performance.now()
  while (before < end) {
    await new Promise(resolve => setTimeout(resolve, 50))
    const now = performance.now()
    free += Math.min(now - before, 55)
    before = now
  }
  return Math.max(0, 100 - (100 * free) / milliseconds)
}

/** Resolves with the time (milliseconds since 1970) at which `key` is in a map. */
const arrives = (words: Y.Map<string>, key: string) =>
  new Promise<number>(resolve => {
    const look = () => {
      if (!words.has(key)) return
      words.unobserve(look)
      resolve(Date.now())
    }
    words.observe(look)
    look()
  })

const page = {
  open,
  bytesSent,
  openMany,
  busyFor,
  hasIn: (room: number, key: string) => arrives(many[room]!, key),
  writeIn: (rooms: number, key: string, value: string) => {
    for (const words of many.slice(0, rooms)) words.set(key, value)
  },
  fill,
  write: (key: string, value: string) => void words.set(key, value),
  read: (key: string) => words.get(key),
  size: () => words.size,
  has: (key: string) => arrives(words, key),
  peers: () => link?.peers() ?? 0,
  told: () => told,
  say: (name: string) => awareness.setLocalStateField('name', name),
  present: () =>
    [...awareness.getStates()]
      .filter(([id]) => id !== doc.clientID)
      .map(([, state]) => (state as { name?: string }).name),
  me: () => awareness.getLocalState() as { name?: string } | null,
  stop: () => link?.stop(),
}
export type LinksPage = typeof page
Object.assign(globalThis, { tandem: page })
