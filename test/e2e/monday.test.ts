/** A coach's Monday by keyboard alone: who needs them first, a green athlete in three presses, an amber one in five. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, type Home, openHome, settled } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'

let home: Home
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  home = await openHome()
  browser = await openBrowser({ timezone: weekdayZone().zone })
  page = await browser.newPage()
  await page.goto(`${home.url}/welcome?athletes=6`)
  await page.getByRole('button', { name: /^Look at a sample club/ }).click()
  await page.getByRole('heading', { name: 'Roster' }).waitFor()
  await page.locator('[data-standing]').nth(5).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await home?.close()
})

/** At 400 % zoom and on a small phone nothing is cut off at the side. */
const fits = async () => {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 700 })
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), {
        message: `${page.url()} at ${width} px`,
      })
      .toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}
const usable = async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    expect(await faults(page), colorScheme).toEqual([])
  }
}
/** Presses keys and counts them. */
const press = async (...keys: readonly string[]): Promise<number> => {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}
const walkTo = async (standing: string): Promise<string> => {
  const row = page.getByRole('listitem').filter({ has: page.locator(`[data-standing="${standing}"]`) })
  const name = (await row.first().getByRole('link').first().innerText()).trim()
  for (let i = 0; i < 8; i++) await press('k')
  for (let i = 0; i < 8; i++) {
    if ((await page.locator('[aria-current="true"]').getAttribute('aria-label')) === name) return name
    await press('j')
  }
  return 'nobody'
}
const heading = (name: string) => page.getByRole('heading', { level: 1, name })

test('the roster stands in the order of who needs the coach, and everybody can use it', async () => {
  const order = await page
    .locator('[data-standing]')
    .evaluateAll(all => all.map(one => one.getAttribute('data-standing')))
  expect(order).toEqual(['needs-you', 'look', 'look', 'on-track', 'on-track', 'on-track'])
  await usable()
  await fits()
  await page.getByText('Midweek digest').click()
  await page.getByRole('heading', { name: /^\d athletes can wait until Monday$/ }).waitFor()
  expect(await page.locator('[data-standing]').count()).toBeLessThan(6)
  await usable()
  await fits()
  await page.getByText('Monday', { exact: true }).first().click()
  await page.locator('h1').click()
  await page.keyboard.press('/')
  await page.keyboard.type('calf pain')
  await expect.poll(() => page.locator('[data-standing]').count()).toBe(1)
  await page.getByRole('button', { name: 'Show everybody' }).click()
  await page.locator('h1').click()

  await press('j', 'l')
  const dialog = page.getByRole('dialog', { name: /^Groups of / })
  await dialog.getByLabel('A new group').waitFor()
  await page.keyboard.type('Track')
  await press('Enter')
  await dialog.getByRole('checkbox', { name: 'Track', checked: true }).waitFor()
  await usable()
  await press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('[data-athlete]:focus').waitFor()
  await page.getByLabel('Group', { exact: true }).selectOption('Track')
  await expect.poll(() => page.locator('[data-standing]').count()).toBe(1)
  await fits()
  await page.getByRole('button', { name: 'Show everybody' }).click()
  await page.locator('h1').click()
})

test('a green athlete is closed in three presses, and the next one is there', async () => {
  const name = await walkTo('on-track')
  let presses = await press('Enter')
  await heading(name).waitFor()
  presses += await press('1', 'Enter')
  await heading(name).waitFor({ state: 'detached' })
  expect(presses).toBe(3)
  await page.getByText(`Sent to ${name}.`).waitFor()
})

test('an amber athlete in five: a deload shown before it is sent, in the coach’s words, and taken back', async () => {
  await press('g', 'r')
  await heading('Roster').waitFor()
  const name = await walkTo('look')
  let presses = await press('Enter')
  await heading(name).waitFor()
  presses += await press('3', 'Escape')
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.outcome)).toBe('adjust')
  presses += await press('2')
  await page.getByText('Before', { exact: true }).nth(1).waitFor()
  await usable()
  await fits()
  await page.keyboard.insertText('Less this week, on purpose.')
  presses += await press('Enter')
  await heading(name).waitFor({ state: 'detached' })
  expect(presses).toBe(5)

  await press('g', 'r')
  await heading('Roster').waitFor()
  const row = page.getByRole('article', { name })
  await row.getByText('reviewed').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await row.getByText('reviewed').waitFor({ state: 'detached' })
})

test('what was sent stands where the athlete reads it', async () => {
  await heading('Roster').waitFor()
  const done = page.getByRole('listitem').filter({ hasText: 'reviewed' })
  const name = await done.getByRole('link').first().innerText()
  await done.getByRole('link').first().click()
  await heading(name).waitFor()
  await page.getByRole('combobox', { name: 'Athlete' }).getByText(name).waitFor({ state: 'attached' })
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('tandem/athlete')))
    .toBe(decodeURIComponent(page.url().split('/').at(-1)!))
  await page.goto(`${home.url}/week`)
  await page.getByText('You are on track: the plan stands.').waitFor()
  await usable()
  expect(browser.pageErrors()).toEqual([])
})
