/** The app and the extension on one machine keep their rooms in step over a port between them, with no network at all. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Connect, LinkOptions } from '../link.ts'
import { type FramedChannel, framed, type RawChannel } from './framing.ts'

/** Bytes of one part. Why: as text a third more, so that each message between the two stays under 256 KB. */
export const portPart = 180_000
/** Rooms one side may ask for; a coach has one or a few per athlete. */
const mostAsked = 4_000
/** Letters of a room's name: 32 bytes as text, and some to spare. */
const mostName = 64

const join = 0
const update = 1
const presence = 2
const leave = 3

/** The app asks for the rooms it is in; the extension answers for those it is in too, and never names one itself. */
export type PortSide = 'asks' | 'answers'

export type PortHub = {
  readonly connect: Connect
  /** Takes a channel into use; `ping` makes the other side answer where it still hears. */
  attach(raw: RawChannel, side: PortSide): { ping(): void; end(): void }
}

type Room = { readonly options: LinkOptions; told: number }
type Peer = {
  readonly side: PortSide
  readonly channel: FramedChannel
  /** Rooms both are in. */
  readonly open: Set<string>
  /** Rooms it asked for that are not open here (yet). */
  readonly asked: Set<string>
  /** Who was shown by this peer, by room. */
  readonly shown: Map<string, Set<number>>
}

/** Why no secret is asked for: a room's name is at least 128 random bits, and what lies in it is sealed. `now` in milliseconds. */
export const portHub = (now: () => number): PortHub => {
  const rooms = new Map<string, Room>()
  const peers = new Set<Peer>()

  const send = (peer: Peer, room: string, type: number, bytes: Uint8Array) => {
    const message = encoding.createEncoder()
    encoding.writeVarString(message, room)
    encoding.writeVarUint(message, type)
    encoding.writeVarUint8Array(message, bytes)
    peer.channel.send(encoding.toUint8Array(message))
  }
  const tell = (name: string) => {
    const room = rooms.get(name)
    if (room === undefined) return
    const count = [...peers].filter(peer => peer.open.has(name)).length
    if (count === room.told) return
    room.told = count
    room.options.onStatus({ link: count > 0 ? 'connected' : 'searching', peers: count })
  }
  const ask = (peer: Peer, name: string, { doc }: LinkOptions) => send(peer, name, join, Y.encodeStateVector(doc))

  /** The other side is in this room too, and has what `vector` says. */
  const meet = (peer: Peer, name: string, { options }: Room, vector: Uint8Array) => {
    if (peer.side === 'answers' && !peer.open.has(name)) ask(peer, name, options)
    peer.open.add(name)
    peer.asked.delete(name)
    send(peer, name, update, Y.encodeStateAsUpdate(options.doc, vector))
    const { awareness } = options
    send(peer, name, presence, encodeAwarenessUpdate(awareness, [...awareness.getStates().keys()]))
    tell(name)
  }
  const part = (peer: Peer, name: string) => {
    const room = rooms.get(name)
    const shown = [...(peer.shown.get(name) ?? [])].filter(client => client !== room?.options.awareness.clientID)
    if (room !== undefined) removeAwarenessStates(room.options.awareness, shown, peer)
    peer.shown.delete(name)
    peer.open.delete(name)
    tell(name)
  }

  const hear = (peer: Peer, data: ArrayBuffer) => {
    const message = decoding.createDecoder(new Uint8Array(data))
    const name = decoding.readVarString(message)
    // Why: what is asked for is remembered, and whoever asks may be any page of this machine.
    if (name.length > mostName) return peer.channel.close()
    const type = decoding.readVarUint(message)
    const bytes = decoding.readVarUint8Array(message)
    const room = rooms.get(name)
    if (type === join) {
      if (room !== undefined) meet(peer, name, room, bytes)
      else if (peer.side === 'answers' && peer.asked.size < mostAsked) peer.asked.add(name)
      return
    }
    if (room === undefined || !peer.open.has(name)) return
    if (type === update) Y.applyUpdate(room.options.doc, bytes, peer)
    else if (type === presence) applyAwarenessUpdate(room.options.awareness, bytes, peer)
    else if (type === leave) part(peer, name)
  }

  const connect: Connect = options => {
    const { room: name, doc, awareness } = options
    const room: Room = { options, told: 0 }
    const carry = (bytes: Uint8Array, origin: unknown) => {
      for (const peer of peers) if (peer !== origin && peer.open.has(name)) send(peer, name, update, bytes)
    }
    const show = (
      { added, updated, removed }: Record<'added' | 'updated' | 'removed', readonly number[]>,
      origin: unknown,
    ) => {
      const changed = [...added, ...updated, ...removed]
      for (const peer of peers) {
        if (!peer.open.has(name)) continue
        if (peer !== origin) send(peer, name, presence, encodeAwarenessUpdate(awareness, changed))
        else peer.shown.set(name, new Set([...(peer.shown.get(name) ?? []), ...added]))
      }
    }
    rooms.set(name, room)
    doc.on('update', carry)
    awareness.on('update', show)
    for (const peer of peers) {
      if (peer.side === 'asks') ask(peer, name, options)
      else if (peer.asked.delete(name)) {
        // Why empty: what the other side had when it asked is not kept; it says it again, and what is there twice is harmless.
        meet(peer, name, room, Uint8Array.of(0))
      }
    }
    return {
      peers: () => room.told,
      stop: () => {
        if (rooms.get(name) !== room) return
        doc.off('update', carry)
        awareness.off('update', show)
        for (const peer of peers) {
          if (!peer.open.has(name)) continue
          send(peer, name, leave, new Uint8Array())
          part(peer, name)
          // Why: it may come again, and would find nobody who remembers that the other side asked.
          if (peer.side === 'answers') peer.asked.add(name)
        }
        rooms.delete(name)
      },
    }
  }

  const attach = (raw: RawChannel, side: PortSide) => {
    const channel = framed(raw, now, portPart)
    const peer: Peer = { side, channel, open: new Set(), asked: new Set(), shown: new Map() }
    peers.add(peer)
    const gone = () => {
      peers.delete(peer)
      for (const name of [...peer.open]) part(peer, name)
    }
    channel.onmessage = ({ data }) => hear(peer, data)
    channel.onclose = gone
    if (side === 'asks') for (const [name, { options }] of rooms) ask(peer, name, options)
    const end = () => {
      gone()
      channel.close()
    }
    return { ping: channel.ping, end }
  }
  return { connect, attach }
}
