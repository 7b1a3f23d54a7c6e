/** Who installs only the extension has everything: the whole app on its own page, as athlete and as coach. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day } from '../../core/model/day.ts'
import {
  accept,
  faults,
  goTo,
  type Home,
  invite,
  join,
  openHome,
  settled,
  startCoach,
  writeSession,
} from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'

const { zone, today: localToday } = weekdayZone()
const today = localToday as Day

let home: Home
/** The same app at another address: another device in the same browser. */
let second: Home
let alone: OpenBrowser
let others: OpenBrowser
let page: Page
let coach: Page
const ours = (path: string) => `chrome-extension://${alone.extensionId}/extension/${path}`

beforeAll(async () => {
  ;[home, second] = await Promise.all([openHome(), openHome()])
  ;[alone, others] = await Promise.all([
    openBrowser({ timezone: zone, extension: true }),
    openBrowser({ timezone: zone }),
  ])
  await alone.serviceWorker()
})
afterAll(async () => {
  await Promise.all([alone?.close(), others?.close()])
  await Promise.all([home?.close(), second?.close()])
})

const secretOf = (link: string) => /#join=.+$/.exec(link)![0]

test('an athlete joins from the side panel, and her day stands there as in the app', async () => {
  coach = await others.newPage()
  await startCoach(coach, home.url, 'Cora', 'Ada')
  const link = await invite(coach, /athlete/i)
  page = await alone.newPage(ours('panel/panel.html'))
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('button', { name: 'Begin without a coach’s invitation' }).click()
  await page.waitForURL('**/app.html**')
  await join(page, `${ours('app/app.html')}${secretOf(link)}`, 'Ada')
  await accept(coach)
  await writeSession(coach, today, 'Intervals', 'Six by three')
  await goTo(page, 'Today')
  await page.getByRole('heading', { name: 'Six by three' }).waitFor()
  await settled(page)
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Sleep 4, good' }).click()
  await page.getByRole('button', { name: 'Not done' }).click()
  await page.getByRole('button', { name: 'Take back' }).waitFor()
  await goTo(coach, 'Inbox')
  await coach.locator('article[data-proposal]').filter({ hasText: /hill/i }).waitFor()
  await page.reload()
  await page
    .getByText('Sleep 4 of 5')
    .or(page.getByRole('button', { name: 'Sleep 4, good', pressed: true }))
    .first()
    .waitFor()
})

test('her coach’s yes in an app far away is in the panel, which opens again as the app', async () => {
  const article = coach.locator('article[data-proposal]').filter({ hasText: /hill/i })
  await article.getByRole('button', { name: 'Approve' }).click()
  await page.goto(ours('panel/panel.html'))
  await page.waitForURL('**/app.html**')
  await goTo(page, 'Calendar')
  await page
    .locator(`[data-day="${addDays(today, 1)}"]`)
    .getByText('approved by coach')
    .waitFor()
})

test('as a coach she invites from the extension, and approves there what her athlete’s app asks for', async () => {
  const options = await alone.newPage(ours('options/options.html'))
  await options.getByLabel('Rendezvous address').fill(`ws://127.0.0.1:${second.rendezvous.port}`)
  await options.getByRole('button', { name: 'Keep' }).click()
  await options.getByText('Kept.').waitFor()
  await options.close()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${ours('app/app.html')}#/welcome`)
  await page.reload()
  await page.getByRole('button', { name: /^I coach/ }).click()
  await page.getByLabel('Athlete’s name').fill('Runa')
  await page.getByRole('button', { name: 'Add athlete' }).click()
  await page.getByRole('grid').waitFor()
  const link = await invite(page, /athlete/i)
  const runa = await others.newPage()
  await join(runa, `${second.url}/${secretOf(link)}`, 'Runa')
  await accept(page)
  await writeSession(page, today, 'Intervals', 'Five by four')
  await goTo(runa, 'Today')
  await runa.getByRole('heading', { name: 'Five by four' }).waitFor()
  await runa.getByRole('button', { name: 'Not done' }).click()
  await goTo(page, 'Inbox')
  await page
    .locator('article[data-proposal]')
    .filter({ hasText: /hill/i })
    .getByRole('button', { name: 'Approve' })
    .click()
  await goTo(runa, 'Calendar')
  await runa
    .locator(`[data-day="${addDays(today, 1)}"]`)
    .getByText('approved by coach')
    .waitFor()
})

test('nothing outside was contacted, and nothing went wrong', () => {
  alone.assertNoOutsideRequests()
  others.assertNoOutsideRequests()
  expect([...alone.pageErrors(), ...others.pageErrors()]).toEqual([])
})
