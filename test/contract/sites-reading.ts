/** A page at its site's real address in real Chromium, read there by the site's own file. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, vi } from 'vitest'
import type { Result } from '../../core/lib/result.ts'
import type { PageReading, SiteError } from '../../extension/sites/site.ts'
import { findChromium, howToGetChromium } from '../../scripts/chromium.ts'

// Why: a browser on a busy machine takes its time; the tests assert no times.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let server: ViteDevServer
let browser: Browser
let tab: Page
beforeAll(async () => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(howToGetChromium)
  const config = { configFile: false, server: { port: 0 }, logLevel: 'error', appType: 'mpa' } as const
  server = await (await createServer({ ...config, optimizeDeps: { include: ['valibot'] } })).listen()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
  tab = await browser.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

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
export const readAt = async ({ site, page, at, html, change = '' }: Given): Promise<Read> => {
  await tab.unrouteAll()
  await tab.route(`${new URL(at).origin}/**`, async route => {
    const request = route.request()
    if (request.resourceType() === 'document')
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    // Why: what reads the page comes from its own address too, since a page far away may not ask this machine.
    const { pathname, search } = new URL(request.url())
    const response = await tab.request.get(new URL(pathname + search, server.resolvedUrls!.local[0]).href)
    return route.fulfill({ response })
  })
  // Why away first: an address that differs in its hash alone is no new page.
  await tab.goto('about:blank')
  await tab.goto(at)
  if (change !== '') await tab.evaluate(change)
  // Why: as text, because vitest rewrites import() inside functions, and the page does not know its rewriting.
  return (await tab.evaluate(
    `import('/extension/sites/${site}.ts').then(m => m.site.pages.find(p => p.name === '${page}').read(document))`,
  )) as Read
}

/** The page that was read last, as it stands. */
export const pageNow = (): Page => tab
