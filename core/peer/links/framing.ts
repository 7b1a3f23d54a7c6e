/** A season of any size travels between two devices in small parts, and a dead line is noticed. */

/** Why: 16 KB is what every browser's data channel takes; one message over 256 KB is silently lost by the library. */
const partBytes = 16_000
/** Why: little enough that a ping is never stuck behind more than some seconds of a slow line. */
const highWater = 256 * 1024
const lowWater = 64 * 1024
/** The most that may wait to be sent, and the most one message may hold; beyond it the channel closes. */
const cap = 64 * 1024 * 1024

const whole = 0
const more = 1
const last = 2
const ping = 3
const pong = 4

type Listener = ((event: never) => void) | null

/** The part of a data channel that framing needs; a browser's RTCDataChannel is one. */
export type RawChannel = {
  binaryType: string
  bufferedAmountLowThreshold: number
  readonly label: string
  readonly readyState: string
  readonly bufferedAmount: number
  onmessage: ((event: MessageEvent) => void) | null
  onopen: ((event: Event) => void) | null
  onclose: ((event: Event) => void) | null
  onerror: ((event: RTCErrorEvent) => void) | null
  onbufferedamountlow: ((event: Event) => void) | null
  send(data: Uint8Array<ArrayBuffer>): void
  close(): void
}

/** What the library sees: a data channel without a size limit. `heard` is when the other side last spoke. */
export type FramedChannel = {
  binaryType: string
  bufferedAmountLowThreshold: number
  readonly label: string
  readonly readyState: string
  readonly bufferedAmount: number
  readonly heard: number
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null
  onopen: Listener
  onclose: Listener
  onerror: Listener
  onbufferedamountlow: Listener
  send(data: ArrayBuffer | Uint8Array): void
  ping(): void
  close(): void
}

const part = (kind: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const framed = new Uint8Array(bytes.length + 1)
  framed[0] = kind
  framed.set(bytes, 1)
  return framed
}
const nothing = new Uint8Array()

/**
 * Wraps a raw channel: messages go out in parts (of at most 16 KB), only as fast as the line takes them; what comes in is
 * put together again. Anything that is not of this framing, or too much of it, closes the channel.
 * `now` is in milliseconds; `most` is how many bytes a part may have, the same on both sides.
 */
export const framed = (raw: RawChannel, now: () => number, most = partBytes): FramedChannel => {
  const incoming = assembly(most)
  const queue: { readonly bytes: Uint8Array; sent: number }[] = []
  let waiting = 0
  let heard = now()

  const pump = () => {
    try {
      while (queue[0] !== undefined && raw.readyState === 'open' && raw.bufferedAmount < highWater) {
        const { bytes, sent } = queue[0]
        const end = Math.min(sent + most, bytes.length)
        raw.send(part(bytes.length <= most ? whole : end === bytes.length ? last : more, bytes.subarray(sent, end)))
        queue[0].sent = end
        waiting -= end - sent
        if (end === bytes.length) queue.shift()
      }
    } catch {
      raw.close()
    }
    if (queue.length === 0) channel.onbufferedamountlow?.(undefined as never)
  }
  const answer = (kind: number) => {
    if (raw.readyState === 'open') raw.send(part(kind, nothing))
  }
  const channel: FramedChannel = {
    binaryType: 'arraybuffer',
    bufferedAmountLowThreshold: 0,
    onmessage: null,
    onopen: null,
    onclose: null,
    onerror: null,
    onbufferedamountlow: null,
    get label() {
      return raw.label
    },
    get readyState() {
      return raw.readyState
    },
    get bufferedAmount() {
      return raw.bufferedAmount + waiting
    },
    get heard() {
      return heard
    },
    send(data) {
      const bytes = data instanceof Uint8Array ? data : new Uint8Array(data)
      if (waiting + bytes.length > cap) return raw.close()
      queue.push({ bytes, sent: 0 })
      waiting += bytes.length
      pump()
    },
    ping: () => answer(ping),
    close: () => raw.close(),
  }
  raw.binaryType = 'arraybuffer'
  raw.bufferedAmountLowThreshold = lowWater
  raw.onbufferedamountlow = pump
  raw.onmessage = ({ data }) => {
    // Why: what the other side sends may be made to break the library; then this one connection ends, nothing else.
    try {
      if (!(data instanceof ArrayBuffer) || data.byteLength === 0) return raw.close()
      heard = now()
      const bytes = new Uint8Array(data)
      if (bytes[0] === ping) return answer(pong)
      if (bytes[0] === pong) return
      const message = incoming.add(bytes)
      if (message === 'refused') return raw.close()
      if (message !== 'incomplete') channel.onmessage?.({ data: message })
    } catch {
      raw.close()
    }
  }
  raw.onopen = event => {
    heard = now()
    channel.onopen?.(event as never)
    pump()
  }
  raw.onclose = event => channel.onclose?.(event as never)
  raw.onerror = event => channel.onerror?.(event as never)
  return channel
}

/** Puts parts together. Every part but the last must be full, so that a flood of tiny ones is refused at once. */
const assembly = (most: number) => {
  let parts: Uint8Array[] = []
  let held = 0
  return {
    add(frame: Uint8Array): ArrayBuffer | 'incomplete' | 'refused' {
      const kind = frame[0]
      const bytes = frame.slice(1)
      if (bytes.length > most) return 'refused'
      if (kind === whole) return held === 0 ? bytes.buffer : 'refused'
      if (kind !== last && !(kind === more && bytes.length === most)) return 'refused'
      parts.push(bytes)
      held += bytes.length
      if (held > cap) return 'refused'
      if (kind === more) return 'incomplete'
      const message = new Uint8Array(held)
      let at = 0
      for (const bytes of parts) {
        message.set(bytes, at)
        at += bytes.length
      }
      parts = []
      held = 0
      return message.buffer
    },
  }
}
