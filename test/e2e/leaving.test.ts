/** Who leaves takes everything along as open files, and can show that no signed decision was altered. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, goTo, type Home, openHome, openPair, startSample, writeSession } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

let home: Home
let browser: OpenBrowser
let folder: string
/** Another profile of the browser, that knows nothing of the first. */
let elsewhere: OpenBrowser
beforeAll(async () => {
  home = await openHome()
  browser = await openBrowser()
  elsewhere = await openBrowser()
  folder = mkdtempSync(join(tmpdir(), 'tandem-leaving-'))
})
afterAll(async () => {
  for (const one of [browser, elsewhere]) {
    one?.assertNoOutsideRequests()
    expect(one?.pageErrors()).toEqual([])
    await one?.close()
  }
  await home?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the athlete ends it from their side alone: their own goes on, and nothing of the coach’s arrives any more', async () => {
  const day = new Date().toISOString().slice(0, 10)
  const { coach, athlete } = await openPair(home.url, browser, elsewhere)
  await writeSession(coach, day, 'Easy', 'Before the end')
  await goTo(athlete, 'Calendar')
  await athlete.getByText('Before the end').first().waitFor()
  await goTo(athlete, 'Settings')
  await athlete.getByRole('button', { name: 'End it from my side…' }).click()
  const dialog = athlete.getByRole('dialog', { name: 'End it with Cora?' })
  await dialog.getByText('That cannot be unread').waitFor()
  expect(await faults(athlete)).toEqual([])
  await dialog.getByRole('button', { name: 'End it from my side' }).click()
  await dialog.waitFor({ state: 'detached' })
  await writeSession(coach, day, 'Easy', 'After the end')
  await goTo(athlete, 'Calendar')
  await athlete.getByText('Before the end').first().waitFor()
  await goTo(athlete, 'People')
  await athlete.getByRole('heading', { name: '1 person' }).waitFor()
  await athlete.reload()
  await goTo(athlete, 'Calendar')
  await athlete.getByText('Before the end').first().waitFor()
  expect(await athlete.getByText('After the end').count()).toBe(0)
  await Promise.all([coach.close(), athlete.close()])
})

/** What Export everything writes. */
const exported = async (page: Page) => {
  await goTo(page, 'Settings')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ])
  return JSON.parse(readFileSync((await download.path())!, 'utf8'))
}

test('the archive opens anywhere, and its page finds the one decision that was altered', async () => {
  const page = await browser.newPage()
  await startSample(page, `${home.url}/welcome`)
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

test('an export comes in on a second profile: the same calendar and the same words of the athlete, byte for byte', async () => {
  const [here] = browser.context.pages().filter(page => page.url().startsWith(home.url))
  const before = await exported(here!)
  const file = join(folder, 'mine.json')
  writeFileSync(file, JSON.stringify(before))
  const there = await elsewhere.newPage(`${home.url}/welcome`)
  await there.getByRole('button', { name: 'I have an export' }).click()
  await there
    .getByLabel('Export')
    .setInputFiles({ name: 'other.json', mimeType: '', buffer: Buffer.from('{"format":"x"}') })
  await there.getByRole('button', { name: 'Go on' }).click()
  await there.getByText('other.json is no export of Tandem').waitFor()
  await there.getByLabel('Export').setInputFiles(file)
  expect(await faults(there)).toEqual([])
  await there.getByRole('button', { name: 'Go on' }).click()
  await there.getByRole('grid').waitFor()
  const after = await exported(there)
  for (const part of ['calendar', 'athlete', 'playbook'] as const)
    expect(JSON.stringify(after[part]) === JSON.stringify(before[part]), part).toBe(true)
  expect([after.plan.phases, after.plan.races]).toEqual([before.plan.phases, before.plan.races])
})
