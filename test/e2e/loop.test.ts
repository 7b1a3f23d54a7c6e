/** The whole loop once: two people, two browsers, the extension in a training log, and no server that holds anything. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, mondayOf } from '../../core/model/day.ts'
import {
  accept,
  alterEnvelope,
  envelopesKept,
  everythingStored,
  goTo,
  type Home,
  invite,
  join,
  openHome,
  showWeekOf,
  startCoach,
  workOffline,
  writeSession,
} from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'
import { trainingPeaksWeek } from '../kit/training-peaks.ts'

const { zone, today: localToday } = weekdayZone()
const today = localToday as Day
const tomorrow = addDays(today, 1)
const site = 'https://app.trainingpeaks.com/*'

describe('coach and athlete, each in a browser of their own', () => {
  let home: Home
  let coachBrowser: OpenBrowser
  let athleteBrowser: OpenBrowser
  let coach: Page
  let athlete: Page
  let log: Page
  let proposal: string
  /** The envelope in which the approval came. */
  let approval: { readonly device: string; readonly seq: number }

  beforeAll(async () => {
    home = await openHome()
    coachBrowser = await openBrowser({ timezone: zone })
    athleteBrowser = await openBrowser({
      timezone: zone,
      extension: true,
      grantedSites: [site],
      route: { 'https://app.trainingpeaks.com/**': trainingPeaksWeek(mondayOf(today)) },
    })
    coach = await coachBrowser.newPage()
    athlete = await athleteBrowser.newPage()
  })
  afterAll(async () => {
    await coachBrowser?.close()
    await athleteBrowser?.close()
    await home?.close()
  })

  test('pair by link: the athlete asks, the coach compares six words and says yes', async () => {
    await startCoach(coach, home.url, 'Cora', 'Ada')
    await join(athlete, await invite(coach, /athlete/i), 'Ada')
    const shown = await athlete.getByRole('list', { name: 'Six words of this device' }).innerText()
    expect(await accept(coach)).toBe(shown.replace(/\s+/g, ' '))
    await goTo(athlete, 'Today')
    await athlete.getByRole('heading', { name: 'Nothing planned today' }).waitFor()
  })

  test('the extension joins as one more device of the athlete', async () => {
    const link = await invite(athlete, /own device|this person|device/i)
    const options = await athleteBrowser.newPage(
      `chrome-extension://${athleteBrowser.extensionId}/extension/options/options.html`,
    )
    await options.getByLabel('Invitation link').fill(link)
    await options.getByLabel('Your name').fill('Ada')
    await options.getByRole('button', { name: 'Join' }).click()
    const words = await options.locator('p.words').textContent()
    expect(await accept(athlete)).toBe(words?.replace(/[\s-]+/g, ' '))
    await options.getByText('Cora', { exact: true }).waitFor()
    await options.close()
    log = await athleteBrowser.newPage('https://app.trainingpeaks.com/#calendar')
  })

  test('what the coach writes appears at the athlete, in the app and in the training log', async () => {
    await goTo(athlete, 'Today')
    await writeSession(coach, today, 'Intervals', 'Six by three')
    const written = performance.now()
    await athlete.getByText('Six by three').first().waitFor()
    console.info(`written by the coach → seen by the athlete: ${Math.round(performance.now() - written)} ms`)
    await log.locator(`.dayContainer[data-date="${today}"] tandem-day`).getByText('Six by three').waitFor()
  })

  test('a missed session gives one proposal under one id, and the athlete learns only that the coach looks', async () => {
    await goTo(athlete, 'Today')
    await athlete.getByRole('button', { name: 'Not done' }).click()
    await goTo(coach, 'Inbox')
    const article = coach.locator('article[data-proposal]').filter({ hasText: /hill/i })
    await article.waitFor()
    proposal = (await article.getAttribute('data-proposal'))!
    await goTo(athlete, 'Inbox')
    const waiting = athlete.locator(`[data-proposal*="${proposal}"]`)
    await waiting.getByText('Your coach has something to look at').waitFor()

    const title = (await article.getByRole('heading').first().innerText()).trim()
    const why = (await article.locator('dd').last().innerText()).split('\n')[0]!.trim()
    expect(title.length * why.length).toBeGreaterThan(0)
    for (const place of ['Today', 'Calendar', 'Inbox', 'Playbook']) {
      await goTo(athlete, place)
      const seen = await athlete.locator('main').innerText()
      expect(seen, `${place} shows the proposal`).not.toContain(title)
      expect(seen, `${place} shows its reason`).not.toContain(why)
    }
    await log.getByText('Your coach has something to look at').waitFor()
    const overlay = await log.locator('tandem-day').allInnerTexts()
    expect(overlay.join(' ')).not.toMatch(/hill/i)
    await goTo(athlete, 'Settings')
    const [download] = await Promise.all([
      athlete.waitForEvent('download'),
      athlete.getByRole('button', { name: 'Export everything' }).click(),
    ])
    const kept = `${await everythingStored(athlete)}\n${readFileSync(await download.path(), 'utf8')}`
    expect(kept).toContain('Six by three')
    expect(kept).not.toContain(why)
    // Why: the swap list itself is in the playbook, which the athlete may read; a drafted session is not.
    expect(kept).not.toMatch(/"adds":\{/)
    expect(kept).not.toContain(`"replaces"`)
  })

  test('the coach approves, and the log shows tomorrow’s hills in tomorrow’s cell, approved and verified', async () => {
    const before = await envelopesKept(coach)
    await coach.locator(`article[data-proposal="${proposal}"]`).getByRole('button', { name: 'Approve' }).click()
    const cell = log.locator(`.dayContainer[data-date="${tomorrow}"] tandem-day`)
    await cell.getByText(/hill/i).first().waitFor()
    expect(await cell.locator('.chip.approved').innerText()).toMatch(/approved by coach\s*✓ verified/)
    await goTo(athlete, 'Calendar')
    await athlete.locator(`[data-day="${tomorrow}"]`).getByText('approved by coach').waitFor()
    const [device, seq] = Object.entries(await envelopesKept(coach)).find(([id, seq]) => seq > (before[id] ?? 0))!
    expect(seq).toBe(before[device]! + 1)
    approval = { device, seq }
  })

  test('both offline, the coach changes the steps while the athlete moves the day; they meet again and both stand', async () => {
    // Why: the week after next holds nothing yet, so no guard has a word in it.
    const first = addDays(mondayOf(today), 15)
    const second = addDays(first, 2)
    await writeSession(coach, first, 'Easy', 'Forest loop')
    await showWeekOf(athlete, first)
    await athlete.locator(`[data-day="${first}"]`).getByText('Forest loop').waitFor()

    for (const page of [coach, athlete]) await workOffline(page, true)
    await showWeekOf(coach, first)
    await coach
      .locator(`[data-day="${first}"]`)
      .getByRole('button', { name: /Forest loop/ })
      .click()
    await coach.getByRole('dialog').getByRole('button', { name: 'Edit' }).click()
    const editor = coach.getByRole('dialog', { name: 'Edit session' })
    await editor.getByRole('textbox', { name: 'Steps' }).fill('- 11km E')
    await editor.getByRole('button', { name: 'Save' }).click()
    await editor.waitFor({ state: 'detached' })

    await showWeekOf(athlete, first)
    await athlete.locator(`[data-day="${first}"]`).focus()
    await athlete.keyboard.press('m')
    await athlete.getByRole('dialog').getByRole('listitem').nth(3).getByRole('button').click()
    await athlete.locator(`[data-day="${second}"]`).getByText('Forest loop').waitFor()
    expect(await coach.locator(`[data-day="${first}"]`).innerText()).toContain('11 km')
    expect(await athlete.locator(`[data-day="${second}"]`).innerText()).not.toContain('11 km')

    for (const page of [coach, athlete]) await workOffline(page, false)
    for (const page of [coach, athlete]) {
      await showWeekOf(page, first)
      await page.locator(`[data-day="${second}"]`).getByText('Forest loop').waitFor()
      await page.locator(`[data-day="${second}"]`).getByText('11 km').first().waitFor()
      expect(await page.locator(`[data-day="${first}"]`).innerText()).not.toContain('Forest loop')
    }
  })

  test('an approval with one byte changed by hand is shown as not approved', async () => {
    await workOffline(athlete, true)
    await athlete.goto('about:blank')
    await athlete.goto(`${home.url}/icons/icon.svg`)
    expect(await alterEnvelope(athlete, approval.device, approval.seq)).toBe(true)
    await athlete.goto(`${home.url}/calendar`)
    const cell = athlete.locator(`[data-day="${tomorrow}"]`)
    await cell.waitFor()
    await expect.poll(() => cell.innerText()).not.toContain('approved by coach')
    await goTo(athlete, 'Settings')
    await athlete.getByText(/did not pass the checks/).waitFor()

    await workOffline(athlete, false)
    await goTo(athlete, 'Calendar')
    await cell.getByText('approved by coach').waitFor()
  })

  test('contacts nothing outside the machine', () => {
    for (const browser of [coachBrowser, athleteBrowser]) {
      // Why: the browser warms a connection to the address it is about to open, before the test answers for it.
      expect(browser.outsideRequests().filter(host => host !== 'app.trainingpeaks.com:443')).toEqual([])
      expect(browser.pageErrors()).toEqual([])
    }
  })
})
