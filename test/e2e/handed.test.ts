/** Files the system hands to the installed app: shared from another app, or opened with it from a folder. */
import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Home, openHome } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { fitFile, fitStart, steadyRun } from '../kit/fit-file.ts'

const real = '../shared/data/runner-x3cl-fit/2018-marathon-build/32039050.fit.gz'
const made = (name: string, minutes: number, hoursLater = 0) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(fitFile({ start: fitStart + hoursLater * 3600, samples: steadyRun(minutes * 60) })),
})

/** What another app does when a person shares files with this one. */
const share = async (page: Page, files: readonly ReturnType<typeof made>[]): Promise<void> => {
  await page.evaluate(() => {
    const form = document.createElement('form')
    Object.assign(form, { method: 'post', enctype: 'multipart/form-data', action: '/share', id: 'from-elsewhere' })
    form.innerHTML = '<input type="file" name="files" multiple aria-label="Shared" />'
    document.body.append(form)
  })
  await page.getByLabel('Shared').setInputFiles([...files])
  await page.evaluate(() => (document.getElementById('from-elsewhere') as HTMLFormElement).submit())
}
/** Waits for the end of the import and gives what it says of every file. */
const imported = async (page: Page): Promise<string> => {
  const report = page.getByRole('region', { name: 'Import' })
  await report.getByRole('heading', { name: 'Import done' }).waitFor()
  await report.getByRole('radio', { name: 'All', exact: true }).check({ force: true })
  return report.innerText()
}
/** Until the service worker answers for this page: from then on the app needs no network. */
const kept = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null)

let home: Home
let browser: OpenBrowser
beforeAll(async () => {
  home = await openHome()
  browser = await openBrowser()
})
afterAll(async () => {
  browser?.assertNoOutsideRequests()
  expect(browser?.pageErrors()).toEqual([])
  await browser?.close()
  await home?.close()
})

test('the app can be installed, and nothing is said against it', async () => {
  const page = await browser.newPage(home.url)
  await kept(page)
  const devtools = await browser.context.newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  expect(installabilityErrors).toEqual([])
  await page.close()
})

test('what is shared before anybody has begun waits, then goes into the history; later shares go there offline', async () => {
  const page = await browser.newPage(home.url)
  await kept(page)
  await share(page, [made('Morning run.fit', 30)])
  await page.getByText('Morning run.fit waits here').waitFor()
  await page.getByRole('button', { name: /^I run/ }).click()
  await page.getByLabel('Your name').fill('Mo')
  await page.getByRole('button', { name: 'Start' }).click()
  expect(await imported(page)).toContain('Morning run.fit')
  await browser.context.setOffline(true)
  await share(page, [made('Evening run.fit', 41, 12)])
  await page.waitForURL('**/history?shared')
  expect(await imported(page)).toContain('Evening run.fit')
  await page.reload()
  await page.getByRole('heading', { name: 'History' }).waitFor()
  // Why: what was taken once is not imported again at the next opening.
  expect(await page.getByRole('region', { name: 'Import' }).count()).toBe(0)
  await browser.context.setOffline(false)
  await page.close()
})

test.skipIf(!existsSync(real))('a real FIT file opened with the app goes into the history', async () => {
  const page = await browser.newPage()
  await page.addInitScript(
    ({ name, bytes }) => {
      if (sessionStorage.getItem('opened')) return
      const setConsumer = async (consume: (launch: { files: readonly FileSystemFileHandle[] }) => void) => {
        sessionStorage.setItem('opened', 'once')
        const folder = await navigator.storage.getDirectory()
        const handle = await folder.getFileHandle(name, { create: true })
        const into = await handle.createWritable()
        await into.write(Uint8Array.from(bytes))
        await into.close()
        consume({ files: [handle] })
      }
      Object.defineProperty(window, 'launchQueue', { value: { setConsumer } })
    },
    { name: '32039050.fit.gz', bytes: [...readFileSync(real)] },
  )
  await page.goto(`${home.url}/history`)
  expect(await imported(page)).toContain('32039050.fit')
  await page.close()
})
