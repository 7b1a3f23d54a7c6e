/** A run opened: its curves by keyboard and as a table, its origin, and what another device says of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, type Home, openHome, settled, startRunner, writeSession } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { fitFile, fitStart } from '../kit/fit-file.ts'

const today = '2026-05-12'
/** An hour at 3 m/s over a hill, the heart a little higher in the second half; then the same from another watch. */
const samples = Array.from({ length: 3601 }, (_, t) => ({
  t,
  d: 3 * t,
  hr: t < 1800 ? 140 : 150,
  alt: 120 + 20 * Math.sin(t / 400),
}))
const laps = [
  { from: 0, durationS: 1800, distanceM: 5400 },
  { from: 1800, durationS: 1800, distanceM: 5400 },
]

let home: Home
let browser: OpenBrowser
let page: Page
let folder: string
beforeAll(async () => {
  home = await openHome()
  browser = await openBrowser({ locale: 'en-AU' })
  folder = mkdtempSync(join(tmpdir(), 'tandem-activity-'))
  const files = [
    { name: 'watch.fit', bytes: fitFile({ samples, laps }) },
    { name: 'phone.fit', bytes: fitFile({ start: fitStart + 20, samples: samples.map(({ t, d }) => ({ t, d })) }) },
  ].map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  })
  page = await browser.newPage()
  await page.clock.setFixedTime(new Date(`${today}T18:00:00`))
  await startRunner(page, home.url, 'Runner')
  await page.getByLabel('Files to import').setInputFiles(files)
  await page.getByRole('heading', { name: 'Import done' }).waitFor({ timeout: 60_000 })
  await writeSession(page, today, 'Easy', 'Easy hour')
  await page.goto(`${home.url}/history`)
  await page.locator('main a[href^="/activity/"]').first().click()
  await page.getByRole('slider', { name: 'Place on the curves' }).waitFor()
})
afterAll(async () => {
  browser?.assertNoOutsideRequests()
  expect(browser?.pageErrors()).toEqual([])
  await browser?.close()
  await home?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('says what it was and how it stands to the plan, and from which files', async () => {
  const main = page.locator('main')
  await main.getByText('Run of 10.8 km in 1 h at 5:33 /km, heart rate 145.').waitFor()
  await main.getByText(/^Planned: Easy hour/).waitFor()
  const origin = page.getByRole('region', { name: 'Where it comes from' })
  await origin.getByText('Merged from 2 recordings').waitFor()
  expect(await origin.getByRole('listitem').allTextContents()).toEqual([
    expect.stringContaining('watch.fit'),
    expect.stringContaining('phone.fit'),
  ])
})

test('the curves are read by keyboard, and as a table', async () => {
  const curves = page.getByRole('region', { name: 'Along the way' })
  await curves.getByText('Heart rate 140 in the first half, 150 in the second.').waitFor()
  const slider = curves.getByRole('slider')
  const spoken = curves.locator('[aria-live="polite"]')
  await slider.focus()
  expect(await spoken.textContent()).toMatch(/Heart rate\s*140 bpm/)
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^[\d.]+ k?m, 0:\d\d$/)
  await page.keyboard.press('End')
  await expect.poll(() => spoken.textContent()).toMatch(/Heart rate\s*150 bpm/)
  await curves.getByRole('button', { name: 'Show as table' }).click()
  expect(await curves.getByRole('row').count()).toBe(12)
  await curves.getByRole('button', { name: 'Show as chart' }).click()
})

test('a figure says where it comes from', async () => {
  await page.getByRole('button', { name: 'Where load by heart rate comes from' }).click()
  await page.getByText('Banister 1991, Morton 1990').waitFor()
  await page.keyboard.press('Escape')
})

test('can be used by everybody: light and dark, wide, narrow and four times as large', async () => {
  const looks = [
    { colorScheme: 'light', width: 1280, height: 900 },
    { colorScheme: 'dark', width: 390, height: 900 },
    { colorScheme: 'light', width: 320, height: 256 },
    { colorScheme: 'dark', width: 1280, height: 900 },
  ] as const
  for (const { colorScheme, width, height } of looks) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    expect(await faults(page), `${colorScheme} ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('a wrong match and a wrong merge are put right by hand, and stay so', async () => {
  const it = page.getByLabel('It was')
  await it.selectOption({ label: 'not on the plan' })
  await page.getByText('Not on the plan, as the athlete said.').waitFor()
  await it.selectOption({ index: 1 })
  await page.getByText(/^Planned: Easy hour/).waitFor()
  await page.getByRole('button', { name: 'Another activity: show apart' }).click()
  await page.getByText(/^Kept apart from/).waitFor()
  await page.reload()
  await page.getByText(/^Kept apart from/).waitFor()
  await page.getByRole('button', { name: 'Let them be one again' }).click()
  await page.getByText('Merged from 2 recordings').waitFor()
})

test('zones say what they are drawn from, and those of one’s own count', async () => {
  await page.getByRole('link', { name: 'Where the thresholds come from' }).click()
  await page.getByRole('heading', { name: 'Zones and thresholds' }).waitFor()
  const thresholds = page.getByRole('region', { name: 'Thresholds', exact: true })
  await thresholds.getByText(/^Estimated from 10\.8 km in 1:00:00/).waitFor()
  await page.getByLabel('My own zones: lower edges, bpm').fill('100 145 160')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByLabel('Zones by').selectOption({ label: 'My own, heart rate' })
  await page.getByRole('cell', { name: '145–159 bpm' }).waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    expect(await faults(page), colorScheme).toEqual([])
  }
  await page.goBack()
  await page.getByLabel('Zones by').selectOption({ label: 'My own, heart rate' })
  await page.getByRole('row', { name: /145–159 bpm 50 % 30:0/ }).waitFor()
})

test('a device that did not read the file shows the summary, and says where the curves are', async () => {
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const open = indexedDB.open('tandem')
        open.onerror = () => failed(open.error)
        open.onsuccess = () => {
          const writing = open.result.transaction('recordings', 'readwrite')
          writing.objectStore('recordings').clear()
          writing.oncomplete = () => {
            open.result.close()
            done()
          }
        }
      }),
  )
  await page.reload()
  await page.getByText('The curves stay on the device that imported this file').waitFor()
  await page.getByRole('region', { name: 'Laps', exact: true }).waitFor()
  expect(await page.getByRole('slider').count()).toBe(0)
})

test('every figure is found by a word, with its formula, source and trust', async () => {
  await page.getByRole('link', { name: 'Where the thresholds come from' }).click()
  await page.getByRole('link', { name: 'How every figure is worked out' }).click()
  await page.getByRole('heading', { name: 'How figures are worked out' }).waitFor()
  await page.getByLabel('Find a figure').fill('monotony foster')
  const entry = page.getByRole('region', { name: 'Monotony', exact: true })
  await entry.getByText('Mean daily load of seven days ÷ their standard deviation (n − 1), at most 10.').waitFor()
  await entry.getByText('coaching convention').waitFor()
  expect(await page.getByRole('region', { name: 'Race time', exact: true }).count()).toBe(0)
  expect(await faults(page)).toEqual([])
})
