/** Who may take part, and what happens when something is lost: a person removed, storage removed, a device lost. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accept, faults, goTo, type Home, invite, join, openHome, startCoach, writeSession } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'

const { zone, today } = weekdayZone()
const passphrase = 'apple river cloud stone'

describe('a coach with an assistant', () => {
  let home: Home
  const browsers: OpenBrowser[] = []
  let coach: Page
  const newPage = async (): Promise<Page> => {
    const browser = await openBrowser({ timezone: zone })
    browsers.push(browser)
    return browser.newPage()
  }

  beforeAll(async () => {
    home = await openHome()
    coach = await newPage()
    await startCoach(coach, home.url, 'Cora', 'Ada')
    await writeSession(coach, today, 'Easy', 'Before it all')
  })
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    await home?.close()
  })

  test('keeps the keyboard’s place through an invitation made and taken back', async () => {
    await goTo(coach, 'People')
    await coach.getByRole('button', { name: 'Invite' }).click()
    await coach.getByRole('dialog').getByRole('button', { name: 'Make the invitation' }).click()
    const isFocused = (element: Element) => element === document.activeElement
    await expect.poll(() => coach.getByLabel('Invitation link').evaluate(isFocused)).toBe(true)
    await coach.keyboard.press('Escape')
    await coach.getByRole('button', { name: 'Take back' }).click()
    await expect.poll(() => coach.getByRole('heading', { name: '1 person' }).evaluate(isFocused)).toBe(true)
  })

  test('removes the assistant after reading what leaves with them', async () => {
    const assistant = await newPage()
    await join(assistant, await invite(coach, /assistant/i), 'Sam')
    await accept(coach)
    await goTo(assistant, 'Calendar')
    await assistant.getByText('Before it all').first().waitFor()
    await goTo(coach, 'People')
    await coach.getByRole('button', { name: 'Remove Sam…' }).click()
    const dialog = coach.getByRole('dialog', { name: 'Remove Sam?' })
    await dialog.getByText('Sam keeps what was read so far').waitFor()
    expect(await faults(coach)).toEqual([])
    await dialog.getByRole('button', { name: 'Remove Sam' }).click()
    await coach.getByRole('heading', { name: 'No longer here' }).waitFor()
    expect(await faults(coach)).toEqual([])
    await assistant.getByRole('heading', { name: 'You no longer take part' }).waitFor()
  })

  test('goes on when another tab removes the storage, and finds everything after a reload', async () => {
    const other = await coach.context().newPage()
    await other.goto(`${home.url}/config.json`)
    await other.evaluate(async () => {
      for (const { name } of await indexedDB.databases())
        await new Promise(resolve => {
          const asked = indexedDB.deleteDatabase(name!)
          asked.onsuccess = asked.onerror = resolve
        })
    })
    await other.close()
    await coach.bringToFront()
    await coach.getByText(/Everything this window held is written anew/).waitFor()
    await coach.reload()
    await goTo(coach, 'Calendar')
    await coach.getByText('Before it all').first().waitFor()
  })

  test('loses the device and comes back with a recovery file', async () => {
    await goTo(coach, 'Settings')
    await coach.getByText('Last recovery file: never').waitFor()
    await coach.getByRole('button', { name: 'Make a recovery file…' }).click()
    const dialog = coach.getByRole('dialog', { name: 'Make a recovery file' })
    await dialog.getByLabel('Passphrase').fill(passphrase)
    await dialog.getByLabel('The same once more').fill(passphrase)
    expect(await faults(coach)).toEqual([])
    const [file] = await Promise.all([
      coach.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Make the file' }).click(),
    ])
    await coach.getByText('Last recovery file: today').waitFor()
    const buffer = await readFile((await file.path())!)
    await coach.close()

    const anew = await newPage()
    await anew.goto(home.url)
    await anew.getByRole('button', { name: 'I have a recovery file' }).click()
    await anew.getByLabel('Recovery file').setInputFiles({ name: 'x.tandem-recovery', mimeType: '', buffer })
    await anew.getByLabel('Passphrase').fill('something else')
    await anew.getByRole('button', { name: 'Come back' }).click()
    await anew.getByText(/It does not open/).waitFor()
    expect(await faults(anew)).toEqual([])
    await anew.getByLabel('Passphrase').fill(passphrase)
    await anew.getByRole('button', { name: 'Come back' }).click()
    await anew.getByText('Before it all').first().waitFor()
    await goTo(anew, 'People')
    await anew.getByRole('button', { name: /^Remove the device/ }).click()
    await anew.getByRole('dialog').getByText('This device takes over the member list').waitFor()
    await anew.getByRole('dialog').getByRole('button', { name: 'Remove the device' }).click()
    await anew.getByText('· keeps this list').waitFor()
  })
})
