/** Coach and athlete who are never online together keep one plan by files alone. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import {
  accept,
  faults,
  goTo,
  type Home,
  invite,
  join,
  openHome,
  startCoach,
  workOffline,
  writeSession,
} from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'

const { zone, today: localToday } = weekdayZone()
const today = localToday as Day

let home: Home
let coachBrowser: OpenBrowser
let athleteBrowser: OpenBrowser
let coach: Page
let athlete: Page
beforeAll(async () => {
  home = await openHome()
  coachBrowser = await openBrowser({ timezone: zone })
  athleteBrowser = await openBrowser({ timezone: zone })
  coach = await coachBrowser.newPage()
  athlete = await athleteBrowser.newPage()
  await startCoach(coach, home.url, 'Cora', 'Ada')
  await join(athlete, await invite(coach, /athlete/i), 'Ada')
  await accept(coach)
  await goTo(athlete, 'Today')
  await athlete.getByRole('heading', { name: 'Nothing planned today' }).waitFor()
  for (const page of [coach, athlete]) await workOffline(page, true)
})
afterAll(async () => {
  await coachBrowser?.close()
  await athleteBrowser?.close()
  await home?.close()
})

const openSync = async (page: Page): Promise<void> => {
  await page.bringToFront()
  await page.locator('header a[href="/sync"]').click()
  await page.getByRole('heading', { name: 'Sync', level: 1 }).waitFor()
}
/** Saves what the other has not confirmed; gives where the browser put it. */
const packFor = async (page: Page, name: string): Promise<string> => {
  await openSync(page)
  await page.getByLabel('What to put in it').selectOption({ label: `What ${name} has not confirmed yet` })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a file' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^tandem-.*\.tandem$/)
  return download.path()
}
const openFile = async (page: Page, path: string): Promise<void> => {
  await openSync(page)
  await page.getByLabel('Files from another device').setInputFiles({
    name: 'from-the-other.tandem',
    mimeType: 'application/octet-stream',
    buffer: readFileSync(path),
  })
}

test('a session goes to the athlete by file, an answer comes back, and the coach sees that it arrived', async () => {
  await writeSession(coach, today, 'Easy', 'Forest loop')
  const there = await packFor(coach, 'Ada')
  await coach.getByText('has not confirmed your latest changes').waitFor()
  await openFile(athlete, there)
  await athlete.getByText(/new here/).waitFor()
  await goTo(athlete, 'Today')
  await athlete.getByText('Forest loop').first().waitFor()
  await athlete.getByRole('button', { name: 'Not done' }).click()
  await openFile(coach, await packFor(athlete, 'Cora'))
  await coach.getByText('has everything you wrote').waitFor()
  await openFile(athlete, there)
  await athlete.getByText('Everything in this file was here already; nothing changed.').waitFor()
})

test('a file that is pasted as text is taken in like any other', async () => {
  await openSync(athlete)
  const paste = (text: string) =>
    athlete.evaluate(text => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
    }, text)
  await paste('tandem-parcel-1:bm90IGEgcGFyY2Vs')
  await athlete.getByText('The file ends too early.').waitFor()
})

/** Every file in the folder the page chose, by its path. */
const folderOf = (page: Page): Promise<Record<string, number[]>> =>
  page.evaluate(async () => {
    const found: Record<string, number[]> = {}
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries())
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`)
        else
          found[path + name] = [
            ...new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer()),
          ]
    }
    await walk(await navigator.storage.getDirectory(), '')
    return found
  })
/** What a program that keeps two machines' folders alike does: copies what the other one lacks. */
const copyFolder = async (from: Page, to: Page): Promise<void> => {
  const there = await folderOf(to)
  const missing = Object.entries(await folderOf(from)).filter(([path]) => there[path] === undefined)
  await to.evaluate(async files => {
    for (const [path, bytes] of files) {
      const parts = path.split('/')
      let folder = await navigator.storage.getDirectory()
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true })
      const stream = await (await folder.getFileHandle(parts.at(-1)!, { create: true })).createWritable()
      await stream.write(new Uint8Array(bytes))
      await stream.close()
    }
  }, missing)
}

test('a shared folder carries both ways what no network does', async () => {
  await home.rendezvous.close()
  for (const page of [coach, athlete]) {
    await openSync(page)
    // Why: the browser's own window cannot be answered headless; the folder it would give is a real one all the same.
    await page.evaluate(() =>
      Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() }),
    )
    await page.getByRole('radio', { name: 'Links on' }).check({ force: true })
    await page.getByRole('button', { name: 'Choose a folder…' }).click()
    await page.getByText('in step', { exact: true }).waitFor()
  }
  await writeSession(coach, today, 'Easy', 'River loop')
  await openSync(coach)
  await coach.getByText('has not confirmed your latest changes').waitFor()
  // Each way once a look: the change there, the word that it arrived back.
  const done = async () => (await coach.getByText('has everything you wrote').count()) > 0
  for (let round = 0; round < 20 && !(await done()); round++) {
    await copyFolder(coach, athlete)
    await athlete.waitForTimeout(1_000)
    await copyFolder(athlete, coach)
  }
  await coach.getByText('has everything you wrote').waitFor()
  await goTo(athlete, 'Today')
  await athlete.getByText('River loop').first().waitFor()
  const writers = new Set(Object.keys(await folderOf(coach)).map(path => path.split('/')[1]))
  expect(writers.size).toBe(2)
})

test('somebody joins by files alone: the request goes, a yes and the plan come back', async () => {
  const link = await invite(coach, /Reads only/)
  const fresh = await openBrowser({ timezone: zone })
  try {
    const page = await fresh.newPage()
    await join(page, link, 'Vera')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the request as a file' }).click(),
    ])
    await openFile(coach, await download.path())
    await accept(coach)
    await openSync(coach)
    await coach.getByLabel('What to put in it').selectOption({ label: 'Everything' })
    const [answer] = await Promise.all([
      coach.waitForEvent('download'),
      coach.getByRole('button', { name: 'Save a file' }).click(),
    ])
    const bytes = [...readFileSync(await answer.path())]
    await page.evaluate(bytes => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(bytes)], 'answer.tandem'))
      dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
    }, bytes)
    await page.getByRole('navigation').first().waitFor()
    await goTo(page, 'Calendar')
    await page.getByText('Forest loop').first().waitFor()
  } finally {
    await fresh.close()
  }
})

test('the page can be used by everybody, and nothing outside was asked for', async () => {
  await athlete.setViewportSize({ width: 390, height: 844 })
  for (const page of [coach, athlete])
    for (const colorScheme of ['light', 'dark'] as const) {
      await openSync(page)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await faults(page), colorScheme).toEqual([])
    }
  for (const browser of [coachBrowser, athleteBrowser]) {
    browser.assertNoOutsideRequests()
    expect(browser.pageErrors()).toEqual([])
  }
})
