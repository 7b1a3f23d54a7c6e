/** An alert is answered from the alert itself, by keys: two presses and a word, which the athlete reads; and taken back. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, faults, goTo, type Home, invite, join, openHome, settled, startSample } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'

let home: Home
let coachBrowser: OpenBrowser
let athleteBrowser: OpenBrowser
let coach: Page
let athlete: Page

beforeAll(async () => {
  home = await openHome()
  const { zone } = weekdayZone()
  coachBrowser = await openBrowser({ timezone: zone })
  athleteBrowser = await openBrowser({ timezone: zone })
  coach = await coachBrowser.newPage()
  athlete = await athleteBrowser.newPage()
})
afterAll(async () => {
  await coachBrowser?.close()
  await athleteBrowser?.close()
  await home?.close()
})

test('strong pain: back off in two presses, in the coach’s words, and back', async () => {
  await startSample(coach, home.url)
  await join(athlete, await invite(coach, /athlete/i), 'Mara')
  await accept(coach)
  await goTo(athlete, 'Today')
  await athlete.getByRole('button', { name: 'Change', exact: true }).click()
  await athlete.getByRole('button', { name: 'Something hurts' }).click()
  await athlete.getByRole('button', { name: 'Achilles', exact: true }).last().click()
  await athlete.getByRole('button', { name: /^Pain 4/ }).click()

  await goTo(coach, 'Inbox')
  const alert = coach.getByRole('article', { name: /^Needs you: .+ strong pain: achilles pain 4 of 5/ })
  await alert.waitFor()
  expect(await coach.getByRole('article').first().getAttribute('aria-label')).toMatch(/^Needs you/)
  expect(await alert.getByText(/^(Since|Next)/).allInnerTexts()).toHaveLength(2)

  await coach.keyboard.press('j')
  await coach.keyboard.press('k')
  await coach.keyboard.press('1')
  await alert.getByText(/^Approves the draft: .+back off/).waitFor()
  await coach.keyboard.type('Two easy days, then we look again.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await coach.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(coach)
    expect(await faults(coach), colorScheme).toEqual([])
  }
  await coach.keyboard.press('Enter')
  await alert.waitFor({ state: 'detached' })
  await coach.getByRole('region', { name: 'Answered' }).getByText('Back off. “Two easy days').waitFor()

  const words = athlete.getByText('back off for now. “Two easy days, then we look again.”')
  await words.first().waitFor()
  await coach.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await alert.waitFor()
  await words.first().waitFor({ state: 'detached' })
})
