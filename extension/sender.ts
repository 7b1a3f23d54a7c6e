/** Who sent a message: our own parts, or a script of ours inside a web page, which is trusted with much less. */

/** Our own pages and our service worker (of which the browser tells no origin, only the address). */
export const isOwnPart = (sender: chrome.runtime.MessageSender): boolean => {
  if (sender.id !== chrome.runtime.id) return false
  const home = chrome.runtime.getURL('')
  return sender.origin === undefined ? sender.url?.startsWith(home) === true : `${sender.origin}/` === home
}
