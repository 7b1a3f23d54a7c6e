/** The way to the device: it lives in an offscreen document, which is made again whenever it is gone. */
import { type Answer, type Request, readAnswer, refused } from '../messages.ts'

const page = 'extension/offscreen/offscreen.html'
let opening: Promise<void> | null = null

const open = async (): Promise<void> => {
  const url = chrome.runtime.getURL(page)
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
    documentUrls: [url],
  })
  if (contexts.length > 0) return
  await chrome.offscreen.createDocument({
    url: page,
    reasons: [chrome.offscreen.Reason.WEB_RTC],
    justification: 'Keeps your plan in step with your coach’s device, directly and without a server.',
  })
}

/** Makes sure that there is one offscreen document; two askers wait for the same one. */
const opened = (): Promise<void> => {
  opening ??= open().finally(() => {
    opening = null
  })
  return opening
}

/** What asks the device: the offscreen document where the browser has one, else the device in this very page. */
export type Asker = <R extends Request>(request: R) => Promise<Answer<R['type']>>

/** The way into the offscreen document. */
export const inOffscreen = async (request: Request): Promise<unknown> => {
  await opened()
  // Why at once: `createDocument` resolves after the document has loaded, so its listener is there.
  return chrome.runtime.sendMessage({ to: 'offscreen', request })
}

/** Asks by this way; a silent or wrong answer is a refusal, never an exception. */
export const asker =
  (way: (request: Request) => Promise<unknown>): Asker =>
  async request => {
    try {
      return readAnswer(request.type, await way(request))
    } catch {
      return refused('Tandem could not open its store in this browser. Restart the browser and try again.')
    }
  }
