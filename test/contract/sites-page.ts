/** A saved page in real Chromium with the content script in it, and the platform's answers given by the test. */
import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { OverlayDay } from '../../extension/messages.ts'
import { findChromium, howToGetChromium } from '../../scripts/chromium.ts'
import { contentScript, platform } from '../kit/overlay-script.ts'

export const address = 'https://app.trainingpeaks.com/#calendar'
export const calendar = readFileSync('test/fixtures/pages/trainingpeaks/calendar.html', 'utf8')

export const hills = (day: string, more: object = {}): OverlayDay => ({
  day: day as Day,
  waiting: false,
  sessions: [
    {
      id: 'hills-1' as SessionId,
      title: 'Hills <b>8 × 1 min</b>',
      purpose: 'hills',
      stepsText: ['Warm-up: 15 min E', '8 × (1 min I, 2 min E)'],
      state: 'approved',
      stateWords: 'approved by coach',
      reason: 'Your coach approved this change.',
      verified: true,
      key: true,
      changeId: 'c1',
      mayUndo: false,
      ...more,
    },
  ],
})
export const waiting = (day: string): OverlayDay => ({ day: day as Day, waiting: true, sessions: [] })

// Why: a browser on a busy machine takes its time; the tests assert no times.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let script = ''
let closedScript = ''
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(howToGetChromium)
  script = await contentScript(true)
  closedScript = await contentScript(false)
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
})
afterEach(async () => context?.close())
afterAll(async () => browser?.close())

type Given = {
  readonly days: readonly OverlayDay[]
  readonly change?: string
  readonly paired?: boolean
  readonly html?: string
  readonly release?: boolean
  readonly at?: string
}

export const open = async ({
  days,
  change = '',
  paired = true,
  html = calendar,
  release = false,
  at = address,
}: Given): Promise<Page> => {
  context = await browser.newContext()
  await context.route('**/*', route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  const page = await context.newPage()
  await page.goto(at)
  if (change !== '') await page.evaluate(change)
  await page.evaluate(platform(days, paired))
  await page.evaluate(release ? closedScript : script)
  return page
}

/** Which of our elements stand in which cell: the cell's date, or `outside`. */
export const standing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('tandem-day, tandem-week')].map(
      host => `${host.localName} ${host.closest('.dayContainer')?.getAttribute('data-date') ?? 'outside'}`,
    ),
  )
export const strip = (page: Page) => page.locator('tandem-week section.strip')

/** Puts the script into the page once more, as a second injection would. */
export const injectAgain = (page: Page) => page.evaluate(script)
