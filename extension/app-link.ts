/** Our script in the app's own page: it carries sealed bytes between the page and the device, and reads nothing else. */
import { type PageWord, readWord } from '../core/peer/links/page-port.ts'
import { isUnder } from './app-addresses.ts'
import { ask, isAlive, onNews } from './ask.ts'
import { fromPort, portName, toPort } from './port-message.ts'

// Why: the isolated world is ours alone; the mark keeps a second injection from standing beside the first.
const world = globalThis as { tandemLinks?: boolean }

const say = (word: PageWord) => window.postMessage(word, window.location.origin)

/** Opens a way to the device for one call of the page; the device's own document is woken first. */
const open = async (call: string): Promise<chrome.runtime.Port | undefined> => {
  const awake = await ask({ type: 'wake' })
  if (!awake.ok || !isAlive()) return undefined
  const port = chrome.runtime.connect({ name: portName })
  port.onMessage.addListener((message: unknown) => {
    const bytes = fromPort(message)
    if (bytes === undefined) port.disconnect()
    else say({ tandem: 'script', type: 'bytes', call, bytes })
  })
  return port
}

if (world.tandemLinks !== true) {
  world.tandemLinks = true
  let call = ''
  let port: chrome.runtime.Port | undefined
  const close = () => {
    port?.disconnect()
    port = undefined
  }
  const dial = async (wanted: string) => {
    close()
    call = wanted
    const opened = await open(wanted)
    if (call !== wanted || opened === undefined) return opened?.disconnect()
    port = opened
    opened.onDisconnect.addListener(() => {
      if (port === opened) port = undefined
      say({ tandem: 'script', type: 'closed', call: wanted })
    })
    say({ tandem: 'script', type: 'opened', call: wanted })
  }
  const end = new AbortController()
  onNews(news => {
    if (news.news !== 'leave' || !isUnder(news.match, window.location.href)) return
    end.abort()
    close()
    world.tandemLinks = false
  }, end.signal)
  const hear = (event: MessageEvent) => {
    const word = readWord(event, 'page', window)
    if (word === undefined || word.type === 'here') return
    if (word.type === 'open') void dial(word.call)
    else if (word.call !== call) return
    else if (word.type === 'closed') close()
    else if (word.type === 'bytes') port?.postMessage(toPort(word.bytes))
  }
  window.addEventListener('message', hear, { signal: end.signal })
  say({ tandem: 'script', type: 'here' })
}
