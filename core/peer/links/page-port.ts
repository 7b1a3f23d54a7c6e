/** The app's end of the port: it speaks to the extension's script in its own page, and to nobody else. */
import type { RawChannel } from './framing.ts'
import type { PortHub } from './port.ts'

/**
 * What page and script say to each other. `call` names one channel, so that what is left of an earlier one is not heard.
 * here: a script stands in the page. open, opened: a channel is asked for, and stands. bytes: one part. closed: it ended.
 */
export type PageWord =
  | { readonly tandem: 'page' | 'script'; readonly type: 'here' }
  | { readonly tandem: 'page' | 'script'; readonly type: 'open' | 'opened' | 'closed'; readonly call: string }
  | { readonly tandem: 'page' | 'script'; readonly type: 'bytes'; readonly call: string; readonly bytes: Uint8Array }

/** A word somebody else in this window said to us: same window, same origin, of our shape; undefined otherwise. */
export const readWord = (event: MessageEvent, from: PageWord['tandem'], page: Window): PageWord | undefined => {
  if (event.source !== page || event.origin !== page.location.origin) return undefined
  const word = event.data as Partial<Record<string, unknown>> | null
  if (typeof word !== 'object' || word === null || word.tandem !== from) return undefined
  if (word.type === 'here') return { tandem: from, type: 'here' }
  if (typeof word.call !== 'string' || word.call.length > 64) return undefined
  if (word.type === 'open' || word.type === 'opened' || word.type === 'closed')
    return { tandem: from, type: word.type, call: word.call }
  if (word.type === 'bytes' && word.bytes instanceof Uint8Array)
    return { tandem: from, type: 'bytes', call: word.call, bytes: word.bytes }
  return undefined
}

/** Milliseconds: how often a standing channel is asked whether the other side still hears, and how long it may be silent. */
const pingEvery = 5_000
const silent = 15_000

/** Looks for the extension in this page for as long as the page lives, and opens a channel again whenever one ended. */
export const openPagePort = (page: Window, hub: PortHub, newId: () => string): (() => void) => {
  const say = (word: PageWord) => page.postMessage(word, page.location.origin)
  let call = ''
  let channel: RawChannel | undefined
  let held: ReturnType<PortHub['attach']> | undefined
  let heard = 0

  const end = () => {
    const before = held
    held = undefined
    channel = undefined
    before?.end()
  }
  const dial = () => {
    end()
    call = newId()
    say({ tandem: 'page', type: 'open', call })
  }
  const opened = () => {
    const mine = call
    let open = true
    const made: RawChannel = {
      binaryType: 'arraybuffer',
      bufferedAmountLowThreshold: 0,
      label: 'page',
      get readyState() {
        return open ? 'open' : 'closed'
      },
      bufferedAmount: 0,
      onmessage: null,
      onopen: null,
      onclose: null,
      onerror: null,
      onbufferedamountlow: null,
      send: bytes => say({ tandem: 'page', type: 'bytes', call: mine, bytes }),
      close: () => {
        if (!open) return
        open = false
        say({ tandem: 'page', type: 'closed', call: mine })
        made.onclose?.({} as CloseEvent)
        if (channel === made) end()
      },
    }
    channel = made
    heard = Date.now()
    held = hub.attach(channel, 'asks')
  }
  const hear = (event: MessageEvent) => {
    const word = readWord(event, 'script', page)
    if (word === undefined) return
    if (word.type === 'here') return dial()
    if (word.call !== call) return
    heard = Date.now()
    if (word.type === 'opened' && channel === undefined) opened()
    else if (word.type === 'closed') end()
    else if (word.type === 'bytes') channel?.onmessage?.({ data: word.bytes.slice().buffer } as MessageEvent)
  }
  // Why: an extension that was loaded anew leaves a script behind that hears nothing any more.
  const timer = setInterval(() => {
    if (channel !== undefined && Date.now() - heard > silent) end()
    if (channel === undefined) dial()
    else held?.ping()
  }, pingEvery)
  page.addEventListener('message', hear)
  dial()
  return () => {
    clearInterval(timer)
    page.removeEventListener('message', hear)
    end()
  }
}
