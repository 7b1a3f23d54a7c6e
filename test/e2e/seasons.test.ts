/** A coach ends a season: the calendar reads as before, across a reload and back into what is frozen, and it is taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, goTo, type Home, openHome, startSample } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

let home: Home
let browser: OpenBrowser
beforeAll(async () => {
  home = await openHome({ meets: false })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await home?.close()
})

test('a season is ended on the page of the people; the weeks before it still stand in the calendar, after a reload too', async () => {
  const page = await browser.newPage()
  await startSample(page, home.url)
  const weekBefore = async () => {
    await goTo(page, 'Calendar')
    await page.getByRole('button', { name: 'The week before' }).click()
    await page.getByRole('grid').waitFor()
    return page.getByRole('grid').innerText()
  }
  const before = await weekBefore()
  await goTo(page, 'People')
  await page.getByRole('button', { name: 'End the season…' }).click()
  await page.getByText('is frozen as it stands, and signed by you').waitFor()
  await page.getByRole('button', { name: 'End the season', exact: true }).click()
  await page.getByText('It stands as it was signed.').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect.poll(() => faults(page), { timeout: 15_000, message: colorScheme }).toEqual([])
  }
  expect(await weekBefore()).toBe(before)
  await page.reload()
  await page.getByRole('grid').waitFor()
  expect(await weekBefore()).toBe(before)
  await goTo(page, 'People')
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByText('Season 1 runs').waitFor()
  expect(await weekBefore()).toBe(before)
}, 90_000)
