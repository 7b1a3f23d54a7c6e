/** A page at its site's real address in real Chromium, read there by the site's own file. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, vi } from 'vitest'
import type { Result } from '../../core/lib/result.ts'
import type { PageReading, SiteError } from '../../extension/sites/site.ts'
import { findChromium, howToGetChromium } from '../../scripts/chromium.ts'

// Why: a browser on a busy machine takes its time; the tests assert no times.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let script = ''
let html = ''
let browser: Browser
let tab: Page
beforeAll(async () => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(howToGetChromium)
  // Why one script: files fetched one by one at each page cost more than all of the reading.
  const [bundle, opened] = await Promise.all([
    build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, lib: { entry: 'extension/sites/index.ts', formats: ['iife'], name: 'tandemSites' } },
    }),
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] }),
  ])
  const output = [bundle].flat()[0]
  if (output === undefined || !('output' in output)) throw new Error('the sites were not built')
  script = output.output[0].code
  browser = opened
  tab = await browser.newPage()
  await tab.route('**/*', route =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.fulfill({ status: 404, body: '' }),
  )
})
afterAll(() => browser?.close())

export type Read = Result<PageReading, SiteError>

type Given = {
  readonly site: string
  readonly page: string
  readonly at: string
  readonly html: string
  /** Page code as text, run before the page is read. */
  readonly change?: string
}

/** Reads a page at an address. */
export const readAt = async ({ site, page, at, html: given, change = '' }: Given): Promise<Read> => {
  html = given
  // Why away first: an address that differs in its hash alone is no new page.
  if (tab.url().split('#')[0] === at.split('#')[0]) await tab.goto('about:blank')
  await tab.goto(at, { waitUntil: 'domcontentloaded' })
  if (change !== '') await tab.evaluate(change)
  return (await tab.evaluate(`${script}; ${readIn(site, page)}`)) as Read
}
const readIn = (site: string, page: string) =>
  `tandemSites.sites.find(s => s.id === '${site}').pages.find(p => p.name === '${page}').read(document)`

/** Reads the page as it stands now, once more. */
export const readAgain = async (site: string, page: string): Promise<Read> =>
  (await tab.evaluate(readIn(site, page))) as Read

/** The page that was read last, as it stands. */
export const pageNow = (): Page => tab
