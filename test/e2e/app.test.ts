/** The app by itself: it installs, every screen opens offline, everybody can use it, and a year of sessions moves by key. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faults, goTo, type Home, openHome, settled, startSample } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

const screens = ['Today', 'Calendar', 'Inbox', 'History', 'Playbook', 'People', 'Athlete', 'Settings'] as const

/** Goes to a screen and waits until that screen, not the one before it, stands there whole. */
const openScreen = async (page: Page, name: string): Promise<void> => {
  await goTo(page, name)
  await page.getByRole('navigation').locator('[aria-current="page"]', { hasText: name }).first().waitFor()
  await page.waitForFunction(title => document.title === `${title} · Tandem`, name)
  await page.locator('main h1').first().waitFor()
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' })
}

describe('with the sample athlete, one press away', () => {
  let home: Home
  let browser: OpenBrowser
  let page: Page
  beforeAll(async () => {
    home = await openHome()
    browser = await openBrowser()
    page = await browser.newPage()
    await startSample(page, home.url)
  })
  afterAll(async () => {
    await browser?.close()
    await home?.close()
  })

  test('the app may be installed', async () => {
    const session = await browser.context.newCDPSession(page)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    const { installabilityErrors } = (await session.send('Page.getInstallabilityErrors')) as {
      installabilityErrors: { errorId: string }[]
    }
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([])
  })

  test.each(screens)('%s can be used by everybody, in light and in dark', async name => {
    await openScreen(page, name)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await settled(page)
      expect(await faults(page), colorScheme).toEqual([])
    }
    // Why once more: what fits a desk may have to scroll on a phone, and must then be reached by keyboard.
    const size = page.viewportSize()
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await faults(page), 'on a phone').toEqual([])
    if (size !== null) await page.setViewportSize(size)
  })

  test('a session moves by keyboard and by mouse, and each move can be undone', async () => {
    await goTo(page, 'Calendar')
    await page.getByRole('button', { name: 'The next week' }).click()
    const cells = page.locator('[data-day]')
    const days = await cells.evaluateAll(all => all.map(cell => (cell as HTMLElement).dataset['day']!))
    const counts = await cells.evaluateAll(all => all.map(cell => cell.querySelectorAll('[data-session]').length))
    const from = days[counts.indexOf(1)]!
    const to = days[counts.indexOf(0)] ?? days[(counts.indexOf(1) + 1) % 7]!
    const session = page.locator(`[data-day="${from}"] [data-session]`)
    const id = await session.getAttribute('data-session')
    const dayOf = () =>
      page.locator(`[data-session="${id}"]`).evaluate(card => card.closest<HTMLElement>('[data-day]')?.dataset['day'])

    await page.locator(`[data-day="${from}"]`).focus()
    await page.keyboard.press('m')
    const target = days.indexOf(to)
    await page.getByRole('dialog').getByRole('region').nth(1).getByRole('button').nth(target).click()
    await expect.poll(dayOf).toBe(to)
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(dayOf).toBe(from)

    await page.locator(`[data-day="${from}"] button[draggable="true"]`).dragTo(page.locator(`[data-day="${to}"]`))
    await expect.poll(dayOf).toBe(to)
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(dayOf).toBe(from)
  })

  test('every screen opens offline after one visit', async () => {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.reload()
    await browser.context.setOffline(true)
    for (const name of screens) {
      await goTo(page, name)
      await page.reload()
      await page.locator('main h1').first().waitFor()
    }
    await browser.context.setOffline(false)
  })

  test('contacts nothing outside the machine', () => {
    browser.assertNoOutsideRequests()
    expect(browser.pageErrors()).toEqual([])
  })
})
