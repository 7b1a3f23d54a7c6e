/** Where the device lives: in Chromium's offscreen document, or, since Firefox has none, in the background's own page. */
import type { News } from '../messages.ts'
import { live } from '../offscreen/living.ts'
import { asker, inOffscreen } from './offscreen-door.ts'

type Changed = Extract<News, { news: 'changed' }>

let heard = (_: Changed): void => {}

/** Tells this page what changed where the device is in it; from an offscreen document it comes as a message. */
export const hearDevice = (hear: (news: Changed) => void): void => {
  heard = hear
}

/** Asks the device, wherever it is. */
export const askDevice = __EVENT_PAGE__
  ? asker(
      live(news => {
        // Why both: nobody hears a message of their own.
        void chrome.runtime.sendMessage(news).catch(() => undefined)
        heard(news)
      }),
    )
  : asker(inOffscreen)
