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

const page = {
  open,
  fill,
  write: (key: string, value: string) => void words.set(key, value),
  read: (key: string) => words.get(key),
  size: () => words.size,
  /** Resolves with the time (milliseconds since 1970) at which `key` is there. */
  has: (key: string) =>
    new Promise<number>(resolve => {
      const look = () => {
        if (!words.has(key)) return
        words.unobserve(look)
        resolve(Date.now())
      }
      words.observe(look)
      look()
    }),
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
