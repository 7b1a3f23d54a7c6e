/** A coach drafts on the desk and publishes; the athlete's device receives nothing before, in real browsers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, goTo, type Home, openHome, openPair } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

let home: Home
let coaches: OpenBrowser
let athletes: OpenBrowser
beforeAll(async () => {
  home = await openHome()
  ;[coaches, athletes] = await Promise.all([openBrowser(), openBrowser()])
})
afterAll(async () => {
  await Promise.all([coaches?.close(), athletes?.close()])
  await home?.close()
})

test('a draft stands in the coach’s calendar alone until two weeks are published; undo brings it back to the desk', async () => {
  const { coach, athlete } = await openPair(home.url, coaches, athletes)
  await goTo(athlete, 'Calendar')
  await goTo(coach, 'Calendar')

  await coach.getByRole('button', { name: 'Session', exact: true }).click()
  await coach.getByRole('dialog').getByLabel('Title').fill('Secret hills')
  await coach.getByRole('button', { name: 'Keep as draft' }).click()
  await coach.locator('[data-draft]', { hasText: 'Secret hills' }).first().waitFor()
  await coach.getByRole('button', { name: /^Desk/ }).click()
  await coach.getByLabel('Write a note only coaches read').fill('Ask about the knee')
  await coach.getByRole('button', { name: 'Note', exact: true }).click()
  await coach.getByText('Ask about the knee').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await coach.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Why polled: a colour between light and dark is neither.
    await expect.poll(() => faults(coach), { timeout: 15_000, message: colorScheme }).toEqual([])
  }
  await coach.keyboard.press('Escape')

  // Something published afterwards arrives; the draft, written before it, does not.
  await coach.getByRole('button', { name: 'Session', exact: true }).click()
  await coach.getByRole('dialog').getByLabel('Title').fill('Open road')
  await coach.getByRole('button', { name: 'Add session' }).click()
  await athlete.bringToFront()
  await athlete.locator('[data-session]', { hasText: 'Open road' }).waitFor()
  expect(await athlete.getByText('Secret hills').count()).toBe(0)
  expect(
    await athlete.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.includes('desk'))),
  ).toEqual([])

  await coach.bringToFront()
  await coach.getByRole('button', { name: /^Desk/ }).click()
  await coach.getByRole('button', { name: 'Publish 1 session' }).click()
  await athlete.bringToFront()
  await athlete.locator('[data-session]', { hasText: 'Secret hills' }).waitFor()
  await coach.bringToFront()
  await coach.getByRole('button', { name: 'Undo' }).last().click()
  await coach.locator('[data-draft]', { hasText: 'Secret hills' }).first().waitFor()
  await athlete.bringToFront()
  await athlete.locator('[data-session]', { hasText: 'Secret hills' }).waitFor({ state: 'detached' })

  await goTo(coach, 'People')
  const between = coach.getByRole('region', { name: 'Between you and Runa' })
  await between.getByLabel('Write to Runa alone').fill('Breathe before the start')
  await between.getByRole('button', { name: 'Keep' }).click()
  await coach.getByLabel('Tell everybody').fill('The track is closed on Friday')
  await coach.getByRole('button', { name: 'Post' }).click()
  await goTo(athlete, 'People')
  const hers = athlete.getByRole('region', { name: 'Between you and Cora' })
  await hers.getByText('Breathe before the start').waitFor()
  await athlete.getByRole('region', { name: 'Board' }).getByText('The track is closed on Friday').waitFor()
  await expect.poll(() => faults(athlete), { timeout: 15_000 }).toEqual([])
  coaches.assertNoOutsideRequests()
  athletes.assertNoOutsideRequests()
})
