/** Real Chromium, with or without the built extension, that can reach nothing but this machine. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core'
import { findChromium, howToGetChromium } from '../../scripts/chromium.ts'
import { guardNetwork } from './network.ts'

export type BrowserOptions = {
  /** Loads the extension as it was built for tests (its overlay can be seen into). */
  readonly extension?: boolean
  /** Sites the extension may already read, as match patterns: `https://app.trainingpeaks.com/*`. */
  readonly grantedSites?: readonly string[]
  /** An IANA name: `Pacific/Apia`. */
  readonly timezone?: string
  readonly locale?: string
  /** Pages served at their real address without a network: URL pattern (`https://site/**`) → HTML. */
  readonly route?: Readonly<Record<string, string>>
  readonly viewport?: { readonly width: number; readonly height: number }
}

export type OpenBrowser = {
  readonly context: BrowserContext
  /** The profile folder, by which the browser's process can be found (see sleep.ts). */
  readonly profile: string
  /** Opens a page; an error nobody caught in it is kept for `pageErrors`. */
  newPage(url?: string): Promise<Page>
  /** The extension's id and its service worker; only with `extension: true`. */
  readonly extensionId: string
  serviceWorker(): Promise<Worker>
  pageErrors(): readonly string[]
  /** What the browser asked of addresses that are neither loopback nor intercepted. */
  outsideRequests(): readonly string[]
  /** Throws, naming them, if there were any. */
  assertNoOutsideRequests(): void
  close(): Promise<void>
}

export const builtExtension = 'dist/extension-for-tests'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter',
  // Why: the browser's own calls home go nowhere instead of standing beside ours in the guard's list.
  '--gaia-url=http://127.0.0.1:9',
  '--component-updater=url-source=http://127.0.0.1:9',
]

/** Chromium's id of an unpacked extension: from the manifest's key, else from the absolute path. */
export const extensionIdOf = (folder: string): string => {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { readonly key?: string }
  const named = key === undefined ? resolve(folder) : Buffer.from(key, 'base64')
  const hex = createHash('sha256').update(named).digest('hex').slice(0, 32)
  return [...hex].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

/**
 * The profile as it is before the first start. Why: the browser's own permission prompt cannot be answered headless, so
 * the answer is written here; and it would connect ahead to a page's host although the page itself is intercepted.
 */
const writeProfile = (profile: string, extensionId: string, sites: readonly string[]) => {
  const permissions = { api: [], explicit_host: sites, manifest_permissions: [], scriptable_host: [] }
  const settings = { [extensionId]: { granted_permissions: permissions, active_permissions: permissions } }
  const preferences = {
    net: { network_prediction_options: 2 },
    ...(sites.length > 0 ? { extensions: { settings } } : {}),
  }
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
}

/** Opens a browser with a fresh profile. Close it in `finally` or `afterAll`; the profile goes with it. */
export const openBrowser = async (options: BrowserOptions = {}): Promise<OpenBrowser> => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(howToGetChromium)
  const folder = resolve(builtExtension)
  if (options.extension && !existsSync(join(folder, 'manifest.json')))
    throw new Error(`\`${builtExtension}\` is not there: run \`npm run build -- --for-tests\` first`)
  const extensionId = options.extension ? extensionIdOf(folder) : ''
  const profile = mkdtempSync(join(tmpdir(), 'tandem-browser-'))
  writeProfile(profile, extensionId, options.grantedSites ?? [])
  const guard = await guardNetwork()
  const errors: string[] = []
  const away = async () => {
    await guard.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  const context = await chromium
    .launchPersistentContext(profile, {
      executablePath,
      headless: true,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        ...quiet,
        ...guard.flags,
        ...(options.extension ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
      ],
      viewport: options.viewport ?? { width: 1280, height: 800 },
      // Why: by the environment, so that the extension and its workers live in the same zone as the pages.
      ...(options.timezone === undefined ? {} : { env: { ...process.env, TZ: options.timezone } }),
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    })
    .catch(async (error: unknown) => {
      await away()
      throw error
    })
  for (const [url, html] of Object.entries(options.route ?? {}))
    await context.route(url, route =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: html })
        : route.fulfill({ status: 404, contentType: 'text/plain', body: '' }),
    )
  context.on('weberror', error => errors.push(String(error.error())))
  return {
    context,
    profile,
    extensionId,
    newPage: async url => {
      const page = await context.newPage()
      if (url !== undefined) await page.goto(url)
      return page
    },
    serviceWorker: async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')),
    pageErrors: () => [...errors],
    outsideRequests: guard.outside,
    assertNoOutsideRequests: () => {
      const seen = guard.outside()
      if (seen.length > 0) throw new Error(`the browser asked for ${[...new Set(seen)].join(', ')}`)
    },
    close: async () => {
      await context.close()
      await away()
    },
  }
}
