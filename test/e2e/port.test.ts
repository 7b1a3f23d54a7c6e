/** The app and the extension in one browser keep each other in step with no meeting point and no network at all. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import { accept, goTo, type Home, invite, openHome, startRunner, writeSession } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'

const { zone, today: localToday } = weekdayZone()
const today = localToday as Day

let home: Home
let browser: OpenBrowser
let page: Page
let panel: Page
const sockets: string[] = []

beforeAll(async () => {
  home = await openHome({ meets: false })
  browser = await openBrowser({ timezone: zone, extension: true, grantedSites: ['http://localhost/*'] })
  await browser.serviceWorker()
  page = await browser.newPage()
  page.on('websocket', socket => sockets.push(socket.url()))
})
afterAll(async () => {
  await browser?.close()
  await home?.close()
})

/** The sessions of today as the device in the extension holds them. */
const inExtension = () =>
  panel.evaluate(async day => {
    const request = { type: 'days', from: day, to: day }
    const answer = await chrome.runtime.sendMessage({ to: 'background', request })
    const days = answer.value.days as { sessions: { id: string; title: string }[] }[]
    return days.flatMap(({ sessions }) => sessions)
  }, today)
const shows = (title: string) =>
  expect.poll(async () => (await inExtension()).map(one => one.title), { timeout: 30_000 }).toContain(title)

test('the extension pairs with the app through the port alone', async () => {
  await startRunner(page, home.url, 'Ada')
  const link = await invite(page, /own device|this person|device/i)
  const options = await browser.newPage(`chrome-extension://${browser.extensionId}/extension/options/options.html`)
  await options.getByRole('button', { name: 'Stop linking with the app' }).waitFor()
  await options.getByLabel('Invitation link').fill(link)
  await options.getByLabel('Your name').fill('Ada')
  await options.getByRole('button', { name: 'Join' }).click()
  const words = await options.locator('p.words').textContent()
  expect(await accept(page)).toBe(words?.replace(/[\s-]+/g, ' '))
  await options.getByText('Ada (you)').waitFor()
  await options.close()
  panel = await browser.newPage(`chrome-extension://${browser.extensionId}/extension/panel/panel.html`)
  await panel.waitForURL('**/app.html**')
})

test('an edit in the app is in the extension, and the app says that it is linked', async () => {
  await writeSession(page, today, 'Easy', 'Forest loop')
  await shows('Forest loop')
  await page.bringToFront()
  await page.locator('header a[href="/sync"]').click()
  await page.getByText('linked on this machine').waitFor()
  await page.getByText('has everything you wrote').waitFor()
})

test('goes on after the service worker died, and after the device’s document was closed', async () => {
  const session = await browser.context.newCDPSession(panel)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
  await writeSession(page, today, 'Easy', 'River loop')
  await shows('River loop')
  await (await browser.serviceWorker()).evaluate(() => chrome.offscreen.closeDocument())
  await writeSession(page, today, 'Easy', 'Lake loop')
  await shows('Lake loop')
})

test('two windows of the app, the extension and its panel at once: one carries, and another takes over', async () => {
  const second = await browser.newPage(`${home.url}/calendar`)
  await writeSession(second, today, 'Easy', 'Second window')
  await shows('Second window')
  await page.close()
  await writeSession(second, today, 'Easy', 'Alone again')
  await shows('Alone again')
  await writeSession(panel, today, 'Easy', 'In the panel')
  await goTo(second, 'Today')
  await second.getByText('In the panel').first().waitFor()
  page = second
})

test('nothing was contacted for any of it', () => {
  browser.assertNoOutsideRequests()
  expect([...browser.pageErrors(), ...sockets]).toEqual([])
})
