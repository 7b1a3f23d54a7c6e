/** A site is asked for on a click, and on nothing else; the page that was open already is entered without a reload. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium, howToGetChromium } from '../../scripts/chromium.ts'
import { builtExtension, extensionIdOf } from '../kit/chromium.ts'
import { guardNetwork, type NetworkGuard } from '../kit/network.ts'

const site = 'https://app.trainingpeaks.com/*'
const calendar = readFileSync('test/fixtures/pages/trainingpeaks/calendar.html', 'utf8')
const folder = resolve(builtExtension)
const profile = mkdtempSync(join(tmpdir(), 'tandem-browser-'))
const id = extensionIdOf(folder)

let guard: NetworkGuard
let context: BrowserContext
const launch = async () => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(howToGetChromium)
  context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      ...guard.flags,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  })
  await context.route('https://app.trainingpeaks.com/**', route =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: calendar }),
  )
}
const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))

/** Whether the extension's script stands in a page. Its world is asked, since a world outlives the script in it. */
const standsIn = async (page: Page): Promise<boolean> => {
  const session = await context.newCDPSession(page)
  const worlds: number[] = []
  session.on('Runtime.executionContextCreated', ({ context: world }) => {
    if (world.origin === `chrome-extension://${id}`) worlds.push(world.id)
  })
  await session.send('Runtime.enable')
  const answers = await Promise.all(
    worlds.map(contextId =>
      session.send('Runtime.evaluate', {
        contextId,
        expression: 'globalThis.tandemStands === true',
        returnByValue: true,
      }),
    ),
  )
  await session.detach()
  return answers.some(({ result }) => result.value === true)
}

beforeAll(async () => {
  guard = await guardNetwork()
  await launch()
  await worker()
  await context.close()
  // Why: the browser's own prompt cannot be answered headless; a site it remembers as granted once needs no prompt.
  const file = join(profile, 'Default', 'Preferences')
  const kept = JSON.parse(readFileSync(file, 'utf8')) as {
    extensions: { settings: Record<string, Record<string, object>> }
  }
  const settings = kept.extensions.settings[id] ?? {}
  const held = { explicit_host: [site], api: [], manifest_permissions: [], scriptable_host: [] }
  const merged = (name: string) => ({ ...held, ...settings[name], explicit_host: [site] })
  const names = ['granted_permissions', 'runtime_granted_permissions']
  kept.extensions.settings[id] = { ...settings, ...Object.fromEntries(names.map(name => [name, merged(name)])) }
  writeFileSync(file, JSON.stringify(kept))
  await launch()
})
afterAll(async () => {
  await context?.close()
  await guard?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

test('a site is entered only after the click that asks for it, and left after the click that takes it back', async () => {
  const log = await context.newPage()
  await log.goto('https://app.trainingpeaks.com/#calendar')
  const options = await context.newPage()
  await options.goto(`chrome-extension://${id}/extension/options/options.html`)
  const registered = async () =>
    (await worker()).evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).flatMap(one => one.matches),
    )
  expect(await registered()).toEqual([])
  expect(await standsIn(log)).toBe(false)

  await options.getByRole('button', { name: 'Show in TrainingPeaks' }).click()
  await options.getByText('Tandem now shows your days in TrainingPeaks.').waitFor()
  await expect.poll(registered).toEqual([site])
  await expect.poll(() => standsIn(log)).toBe(true)

  await options.getByRole('button', { name: 'Stop showing in TrainingPeaks' }).click()
  await options.getByText('Tandem no longer stands in TrainingPeaks.').waitFor()
  await expect.poll(registered).toEqual([])
  await expect.poll(() => standsIn(log)).toBe(false)
  await log.reload()
  expect(await standsIn(log)).toBe(false)
})
