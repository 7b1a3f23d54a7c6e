/** How long an athlete waits in the morning: the app started anew without a network, until Today stands with its session. */
import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { openHome, startSample } from '../kit/app.ts'
import { openBrowser } from '../kit/chromium.ts'

const limitMs = 500

/** From the beginning of the navigation until the heading of the day and the check-in are drawn. */
const startMs = async (page: Page): Promise<number> => {
  const seen = await page.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      document.querySelector('main [aria-busy="true"]') === null &&
      document.querySelectorAll('main section, main article').length > 1 &&
      performance.now(),
    null,
    { polling: 'raf' },
  )
  return Number(await seen.jsonValue())
}

const say = (name: string, times: readonly number[]): void => {
  const sorted = times.toSorted((a, b) => a - b)
  const [best, median, worst] = [sorted[0]!, sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!]
  console.log(
    `  ${name.padEnd(40)} best ${best.toFixed(0)} ms   median ${median.toFixed(0)} ms   worst ${worst.toFixed(0)} ms   (limit ${limitMs})`,
  )
}

/** `times` starts of Today on a phone's viewport over two years of training, the service worker in control, no network. */
export const benchStart = async (times: number): Promise<void> => {
  const home = await openHome()
  const browser = await openBrowser({ viewport: { width: 390, height: 844 } })
  try {
    const page = await browser.newPage()
    await startSample(page, home.url)
    await page.goto(`${home.url}/today`)
    await startMs(page)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.reload()
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await browser.context.setOffline(true)
    console.log(`start: Today over two years of training, offline, ${times} times; load ${loadavg()[0]!.toFixed(1)}`)
    const reloaded: number[] = []
    for (let i = 0; i < times; i++) {
      await page.goto(`${home.url}/today`, { waitUntil: 'commit' })
      reloaded.push(await startMs(page))
    }
    say('in a window that was open', reloaded)
    const opened: number[] = []
    for (let i = 0; i < times; i++) {
      const fresh = await browser.newPage()
      await fresh.goto(`${home.url}/today`, { waitUntil: 'commit' })
      opened.push(await startMs(fresh))
      await fresh.close()
    }
    say('in a window opened anew', opened)
  } finally {
    await browser.close()
    await home.close()
  }
}
