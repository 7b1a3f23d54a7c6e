/** The extension and the app of one machine in one process: a port between them that can be cut and comes again. */
import type { Connect } from '../../core/peer/link.ts'
import type { RawChannel } from '../../core/peer/links/framing.ts'
import { type PortHub, portHub } from '../../core/peer/links/port.ts'

type End = RawChannel & { other: End | null; open: boolean }

const end = (): End => ({
  binaryType: 'arraybuffer',
  bufferedAmountLowThreshold: 0,
  label: 'port',
  get readyState() {
    return this.open ? 'open' : 'closed'
  },
  bufferedAmount: 0,
  onmessage: null,
  onopen: null,
  onclose: null,
  onerror: null,
  onbufferedamountlow: null,
  other: null,
  open: true,
  send(data) {
    const { other } = this
    const copy = data.slice().buffer
    setTimeout(() => {
      if (other?.open) other.onmessage?.({ data: copy } as MessageEvent)
    })
  },
  close() {
    if (!this.open) return
    this.open = false
    const { other } = this
    this.onclose?.({} as Event)
    setTimeout(() => other?.close())
  },
})

/** A machine whose extension answers and whose pages ask; `cut` ends every port, `join` makes them anew. */
export const memoryPort = () => {
  const extension = portHub(Date.now)
  const pages = new Map<string, PortHub>()
  let channels: End[] = []
  const join = (page: PortHub) => {
    const [one, other] = [end(), end()]
    one.other = other
    other.other = one
    channels.push(one)
    extension.attach(other, 'answers')
    page.attach(one, 'asks')
  }
  return {
    extension: extension.connect,
    page: (name: string): Connect => {
      const hub = pages.get(name) ?? portHub(Date.now)
      if (!pages.has(name)) join(hub)
      pages.set(name, hub)
      return hub.connect
    },
    cut: () => {
      for (const channel of channels) channel.close()
      channels = []
    },
    join: () => {
      for (const page of pages.values()) join(page)
    },
  }
}
