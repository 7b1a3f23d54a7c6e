/** The built extension before it is paired: it asks for little, says what to do next, and is silent in every page. */
import { existsSync, readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hosts } from '../../extension/sites/index.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

const site = 'https://app.trainingpeaks.com/*'
const address = 'https://app.trainingpeaks.com/#calendar'
const calendar = readFileSync('test/fixtures/pages/trainingpeaks/calendar.html', 'utf8')

test('the built extension asks for no site at install, and no site can look for its files', () => {
  const manifest: Record<string, unknown> = JSON.parse(readFileSync('dist/extension/manifest.json', 'utf8'))
  expect(Object.keys(manifest).sort()).toEqual([
    'action',
    'background',
    'description',
    'icons',
    'manifest_version',
    'minimum_chrome_version',
    'name',
    'optional_host_permissions',
    'options_ui',
    'permissions',
    'short_name',
    'side_panel',
    'version',
  ])
  expect(manifest).toMatchObject({
    permissions: ['storage', 'alarms', 'offscreen', 'sidePanel', 'notifications', 'scripting'],
    // The app stands where a club puts it; only the one address entered is asked for.
    optional_host_permissions: [
      ...hosts.map(({ match }) => match),
      ...['http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*', 'https://*/*'],
    ],
  })
  for (const page of ['panel/panel', 'options/options', 'offscreen/offscreen'])
    expect(existsSync(`dist/extension/extension/${page}.html`), page).toBe(true)
})

describe('an extension that is not paired yet', () => {
  let opened: OpenBrowser
  let options: Page
  beforeAll(async () => {
    opened = await openBrowser({
      extension: true,
      grantedSites: [site],
      route: { 'https://app.trainingpeaks.com/**': calendar },
    })
    await opened.serviceWorker()
    options = await opened.newPage(`chrome-extension://${opened.extensionId}/extension/options/options.html`)
  })
  afterAll(async () => opened?.close())

  test('says how to pair, and in which training logs it may stand', async () => {
    await options.getByRole('heading', { name: 'Pair this browser' }).waitFor()
    await options.getByRole('button', { name: 'Stop showing in TrainingPeaks' }).waitFor()
    expect(await options.getByRole('button', { name: 'Show in intervals.icu' }).count()).toBe(1)
  })
  test('says in a sentence what is wrong with a link', async () => {
    await options.getByLabel('Invitation link').fill('https://club.example/')
    await options.getByLabel('Your name').fill('Ada')
    await options.getByRole('button', { name: 'Join' }).click()
    await options
      .getByRole('alert')
      .filter({ hasText: 'This is not an invitation. Copy the whole link again.' })
      .waitFor()
  })
  test('rings at the time the person chose, and not at all where they chose none', async () => {
    const alarm = () =>
      options.evaluate(async () => {
        const alarm = await chrome.alarms.get('remind-morning')
        return alarm ? new Date(alarm.scheduledTime).toTimeString().slice(0, 5) : null
      })
    await options.getByLabel(/^In the morning/).fill('05:45')
    await expect.poll(alarm).toBe('05:45')
    await options.getByLabel(/^In the morning/).fill('')
    await expect.poll(alarm).toBeNull()
  })
  test('opens its side panel with the next thing to do', async () => {
    const panel = await opened.newPage(`chrome-extension://${opened.extensionId}/extension/panel/panel.html`)
    await panel.getByRole('button', { name: 'Pair this browser' }).waitFor()
    await panel.close()
  })
  test('has settings and a panel that everybody can use', async () => {
    const panel = await opened.newPage(`chrome-extension://${opened.extensionId}/extension/panel/panel.html`)
    await panel.getByRole('button', { name: 'Pair this browser' }).waitFor()
    for (const page of [options, panel]) {
      await page.evaluate(axe.source)
      const found = await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`)
      expect(found).toEqual([])
    }
    await panel.close()
  })
  test('stays silent in a granted page, and the page cannot reach it', async () => {
    const page = await opened.newPage(address)
    await page.waitForTimeout(4000)
    expect(await page.locator('tandem-day, tandem-week').count()).toBe(0)
    const files = ['manifest.json', 'extension/content.js', 'extension/icons/icon-16.png', 'extension/panel/panel.html']
    for (const file of files) {
      const url = `chrome-extension://${opened.extensionId}/${file}`
      expect(
        await page.evaluate(
          async url =>
            fetch(url).then(
              () => 'read',
              () => 'refused',
            ),
          url,
        ),
        file,
      ).toBe('refused')
    }
    expect(await page.evaluate('typeof globalThis.chrome?.runtime?.sendMessage')).toBe('undefined')
    await page.close()
  })
  test('contacts nothing outside', () => {
    // Why: the browser warms a connection to the address it is about to open, before the test answers for it.
    expect(opened.outsideRequests().filter(host => host !== 'app.trainingpeaks.com:443')).toEqual([])
    expect(opened.pageErrors()).toEqual([])
  })
})
