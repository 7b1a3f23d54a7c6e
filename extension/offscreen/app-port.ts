/** The device's end of the port: pages of the app on this machine, through our script in them. */

import type { RawChannel } from '../../core/peer/links/framing.ts'
import { type PortHub, portHub } from '../../core/peer/links/port.ts'
import { canBeApp } from '../app-addresses.ts'
import { fromPort, portName, toPort } from '../port-message.ts'

/** A page of the app: its top frame, at an address where our script may stand; whether it does the doorkeeper knows. */
const isApp = ({ sender }: chrome.runtime.Port): boolean =>
  sender?.id === chrome.runtime.id && sender.frameId === 0 && canBeApp(sender.tab?.url ?? sender.url ?? '')

const channelOf = (port: chrome.runtime.Port): RawChannel => {
  let open = true
  const channel: RawChannel = {
    binaryType: 'arraybuffer',
    bufferedAmountLowThreshold: 0,
    label: portName,
    get readyState() {
      return open ? 'open' : 'closed'
    },
    bufferedAmount: 0,
    onmessage: null,
    onopen: null,
    onclose: null,
    onerror: null,
    onbufferedamountlow: null,
    send: bytes => port.postMessage(toPort(bytes)),
    close: () => {
      if (!open) return
      open = false
      port.disconnect()
      channel.onclose?.({} as CloseEvent)
    },
  }
  port.onMessage.addListener((message: unknown) => {
    const bytes = fromPort(message)
    if (bytes === undefined) channel.close()
    else channel.onmessage?.({ data: bytes.buffer } as MessageEvent)
  })
  port.onDisconnect.addListener(() => channel.close())
  return channel
}

/** Answers the app's pages for as long as this document lives. */
export const openAppPort = (): PortHub => {
  const hub = portHub(Date.now)
  chrome.runtime.onConnect.addListener(port => {
    if (port.name !== portName) return
    if (isApp(port)) hub.attach(channelOf(port), 'answers')
    else port.disconnect()
  })
  return hub
}
