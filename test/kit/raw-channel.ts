/** A line between two ends inside this process, as slow as the test wants it. */
import type { RawChannel } from '../../core/peer/links/framing.ts'

export type FakeChannel = RawChannel & {
  /** What was sent and not yet carried over. */
  readonly sent: Uint8Array<ArrayBuffer>[]
  closed: boolean
  /** Hands bytes to whoever listens here, as the browser does. */
  receive(data: unknown): void
  /** Carries everything over to the other end and tells the sender that there is room again. */
  deliver(to: FakeChannel): void
}

export const fakeChannel = (): FakeChannel => {
  const sent: Uint8Array<ArrayBuffer>[] = []
  const buffered = () => sent.reduce((sum, part) => sum + part.length, 0)
  const channel: FakeChannel = {
    binaryType: 'blob',
    bufferedAmountLowThreshold: 0,
    label: 'line',
    get readyState() {
      return channel.closed ? 'closed' : 'open'
    },
    get bufferedAmount() {
      return buffered()
    },
    onmessage: null,
    onopen: null,
    onclose: null,
    onerror: null,
    onbufferedamountlow: null,
    sent,
    closed: false,
    send: data => {
      sent.push(data)
    },
    close: () => {
      channel.closed = true
    },
    receive: data => channel.onmessage?.({ data } as MessageEvent),
    deliver: to => {
      for (const part of sent.splice(0)) to.receive(part.buffer)
      channel.onbufferedamountlow?.({} as Event)
    },
  }
  return channel
}
