/** The calendar day, the week and the check-in are the athlete's own, on either side of the date line and on half hours. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goTo, type Home, openHome, startRunner } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

// Why: one moment at which Apia is a day ahead of St. John's, and a minute past midnight there.
const moment = new Date('2026-11-22T11:01:00Z')
const places = [
  { zone: 'Pacific/Apia', today: '2026-11-23', monday: '2026-11-23', name: 'Monday' },
  { zone: 'America/St_Johns', today: '2026-11-22', monday: '2026-11-16', name: 'Sunday' },
] as const

describe.each(places)('in $zone', ({ zone, today, monday, name }) => {
  let home: Home
  let browser: OpenBrowser
  beforeAll(async () => {
    home = await openHome()
    browser = await openBrowser({ timezone: zone, locale: 'en-GB' })
  })
  afterAll(async () => {
    browser?.assertNoOutsideRequests()
    await browser?.close()
    await home?.close()
  })

  test('today, its week and the check-in stand on the local day', async () => {
    const page = await browser.newPage()
    await page.clock.setFixedTime(moment)
    await startRunner(page, home.url, 'Runner')
    await goTo(page, 'Calendar')
    const current = page.locator('[aria-current="date"]')
    expect(await current.getAttribute('data-day')).toBe(today)
    expect(await page.locator('[data-day]').first().getAttribute('data-day')).toBe(monday)

    await goTo(page, 'Today')
    await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
    await page
      .getByRole('group', { name: /soreness/i })
      .getByRole('button')
      .nth(1)
      .click()
    await page.reload()
    await page
      .getByText(/soreness/i)
      .first()
      .waitFor()
    await goTo(page, 'Settings')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export everything' }).click(),
    ])
    const { readFileSync } = await import('node:fs')
    const kept = readFileSync(await download.path(), 'utf8')
    const days = [
      ...kept.matchAll(
        /"day":\s*"(\d{4}-\d\d-\d\d)"[^{}]*"sleepHours"|"sleepHours"[^{}]*"day":\s*"(\d{4}-\d\d-\d\d)"/g,
      ),
    ]
    expect(days.map(match => match[1] ?? match[2])).toEqual([today])
  })
})
