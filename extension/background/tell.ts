/** What the extension says by itself: the number on its icon, and one notification when something new is open. */
import type { News } from '../messages.ts'
import { granted } from './places.ts'
import { isQuietNow } from './remind.ts'

/** The number of open items on the icon; null where the device could not say, which is shown as such. */
export const showOpen = async (open: number | null): Promise<void> => {
  await chrome.action.setBadgeBackgroundColor({ color: open === null ? '#a3262a' : '#0b5f6b' })
  await chrome.action.setBadgeText({ text: open === null ? '!' : open === 0 ? '' : String(open) })
  await chrome.action.setTitle({
    title:
      open === null
        ? 'Tandem could not open its store'
        : open === 0
          ? 'Tandem: nothing is open'
          : `Tandem: ${open} open`,
  })
}

const told = 'told-open'

/** Passes a change on to our scripts in granted pages, and says once when more is open than was said before. */
export const showNews = async (news: Extract<News, { news: 'changed' }>): Promise<void> => {
  await showOpen(news.open)
  const matches = (await granted()).map(({ match }) => match)
  const tabs = matches.length === 0 ? [] : await chrome.tabs.query({ url: matches })
  await Promise.all(tabs.map(tab => tab.id !== undefined && chrome.tabs.sendMessage(tab.id, news).catch(() => {})))
  const before: unknown = (await chrome.storage.session.get(told))[told]
  await chrome.storage.session.set({ [told]: news.open })
  // Why the number on the icon is enough in quiet hours: what waits is still there in the morning.
  if (news.open > (typeof before === 'number' ? before : 0) && !(await isQuietNow()))
    await chrome.notifications.create(told, {
      type: 'basic',
      iconUrl: chrome.runtime.getURL('extension/icons/icon-128.png'),
      title: 'Tandem',
      message: news.open === 1 ? 'One thing waits for you.' : `${news.open} things wait for you.`,
    })
}
