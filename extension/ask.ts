/** How a page of the extension, or its script in a training log, asks the device and hears what changed. */
import { parse } from '../core/lib/parse.ts'
import { type Answer, type News, newsSchema, type Request, readAnswer, refused } from './messages.ts'

/** Whether this script still belongs to a running extension; after an update or removal it does not. */
export const isAlive = (): boolean => {
  try {
    return chrome.runtime.id !== undefined
  } catch {
    return false
  }
}

/** Asks the device through the background; a silent or wrong answer is a refusal, never an exception. */
export const ask = async <R extends Request>(request: R): Promise<Answer<R['type']>> => {
  try {
    const answer: unknown = await chrome.runtime.sendMessage({ to: 'background', request })
    return readAnswer<R['type']>(request.type, answer)
  } catch {
    return refused('Tandem did not answer. Reload this page; if it stays so, switch the extension off and on.')
  }
}

/** Hears news from the extension's own parts until the signal ends. */
export const onNews = (hear: (news: News) => void, signal: AbortSignal): void => {
  const listen = (message: unknown, sender: chrome.runtime.MessageSender): undefined => {
    if (sender.id !== chrome.runtime.id) return
    const news = parse(newsSchema, message)
    if (news.ok) hear(news.value)
  }
  chrome.runtime.onMessage.addListener(listen)
  signal.addEventListener('abort', () => {
    if (isAlive()) chrome.runtime.onMessage.removeListener(listen)
  })
}
