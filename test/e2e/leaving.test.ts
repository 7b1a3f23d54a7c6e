/** Who leaves takes everything along as open files, and can show that no signed decision was altered. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goTo, type Home, openHome, startSample } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

let home: Home
let browser: OpenBrowser
let folder: string
beforeAll(async () => {
  home = await openHome()
  browser = await openBrowser()
  folder = mkdtempSync(join(tmpdir(), 'tandem-leaving-'))
})
afterAll(async () => {
  browser?.assertNoOutsideRequests()
  expect(browser?.pageErrors()).toEqual([])
  await browser?.close()
  await home?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the archive opens anywhere, and its page finds the one decision that was altered', async () => {
  const page = await browser.newPage()
  await startSample(page, home.url)
  await goTo(page, 'Settings')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as tables (.zip)' }).click(),
  ])
  const files = unzipSync(new Uint8Array(readFileSync((await download.path())!)))
  const text = (name: string) => new TextDecoder().decode(files[name])
  const everything = JSON.parse(text('everything.json'))
  expect(text('activities.csv').trimEnd().split('\r\n').length).toBeGreaterThan(everything.athlete.activities.length)
  expect(text('README.txt')).toContain('never a zero')
  const count: number = everything.statements.length
  expect(count).toBeGreaterThan(0)

  const keep = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const checker = await browser.newPage(pathToFileURL(keep('verify.html', text('verify.html'))).href)
  await checker.getByLabel('The file').setInputFiles(keep('everything.json', text('everything.json')))
  await checker.getByText(`${count} of ${count} signatures are right, 0 are wrong`).waitFor()
  everything.statements[0].statement.at += 1
  await checker.getByLabel('The file').setInputFiles(keep('altered.json', JSON.stringify(everything)))
  await checker.getByText(`${count - 1} of ${count} signatures are right, 1 are wrong`).waitFor()
  await checker.getByLabel('The file').setInputFiles(keep('other.json', '{"members": 1}'))
  await checker.getByText('This file could not be read').waitFor()
})
