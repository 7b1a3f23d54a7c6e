/** A coach drafts on the desk and publishes; the athlete's device receives nothing before; both comment, by keyboard. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, goTo, type Home, openHome, openPair } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { coEdit } from '../kit/co-edit.ts'
import { openThree } from '../kit/one-week.ts'

let home: Home
let coaches: OpenBrowser
let athletes: OpenBrowser
let coach: Page
let athlete: Page
beforeAll(async () => {
  home = await openHome()
  ;[coaches, athletes] = await Promise.all([openBrowser(), openBrowser()])
  ;({ coach, athlete } = await openPair(home.url, coaches, athletes))
})
afterAll(async () => {
  await Promise.all([coaches?.close(), athletes?.close()])
  await home?.close()
})

test('a draft stands in the coach’s calendar alone until two weeks are published; undo brings it back to the desk', async () => {
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

test('by keyboard alone the athlete names the coach in a comment, who answers from the inbox; both are found again', async () => {
  await athlete.bringToFront()
  await athlete.keyboard.press('Escape')
  await goTo(athlete, 'Calendar')
  await athlete.locator('td[data-day][tabindex="0"]').focus()
  await athlete.keyboard.press('Home')
  await athlete.keyboard.press('Enter')
  // Why: a field can be walked into once its dialog stands.
  await athlete.getByLabel('Write a comment').waitFor()
  await athlete.getByLabel('Write a comment').focus()
  await athlete.keyboard.type('Calf is tight, @co')
  await athlete.getByRole('button', { name: '@Cora' }).waitFor()
  await athlete.keyboard.press('Tab')
  await athlete.keyboard.type('shall I run?')
  await athlete.keyboard.press('Enter')
  await athlete
    .getByRole('dialog')
    .locator('[data-comment]', { hasText: 'Calf is tight, @Cora shall I run?' })
    .waitFor()

  await goTo(coach, 'Inbox')
  const news = coach.getByRole('region', { name: 'New comments' })
  await news.getByText('names you').waitFor()
  await coach
    .getByRole('navigation')
    .getByRole('link', { name: /Inbox.*1 waiting/ })
    .first()
    .waitFor()
  await coach.keyboard.press('c')
  await coach.keyboard.press('Enter')
  await coach.keyboard.type('Walk today, we look tomorrow')
  await coach.keyboard.press('Enter')
  await news.waitFor({ state: 'detached' })

  await athlete.bringToFront()
  const answer = athlete.getByRole('dialog').locator('[data-comment]', { hasText: 'Walk today' })
  await answer.getByText('Coach', { exact: true }).waitFor()
  await answer.getByText('new', { exact: true }).waitFor()
  await athlete.keyboard.press('Escape')
  await athlete.locator('[data-day]', { hasText: '2 comments' }).waitFor()
  expect(await athlete.getByText(/2 comments, \d new/).count()).toBe(0)

  await coach.bringToFront()
  await coach.keyboard.press('g')
  await coach.keyboard.press('f')
  await coach.getByRole('heading', { name: 'Everything said' }).waitFor()
  await coach.keyboard.press('/')
  await coach.keyboard.type('calf')
  await coach.getByRole('status').filter({ hasText: '1 of ' }).waitFor()
  await expect.poll(() => faults(coach), { timeout: 15_000 }).toEqual([])
  await coach.keyboard.press('Enter')
  await coach.locator('[data-said] a:focus').waitFor()
  await coach.keyboard.press('Enter')
  await coach.waitForURL('**/calendar?day=*')
  await coach.locator('dialog[open]').waitFor()
  await coach.keyboard.press('Escape')
})

test('two coaches and the athlete edit one week at once, from a seed: nothing is lost, all see one calendar and each other', async () => {
  const seconds = await openBrowser()
  try {
    await athlete.bringToFront()
    await athlete.keyboard.press('Escape')
    const { people, days } = await openThree({ coach, athlete }, seconds)
    const seed = 7
    const { acts, lost, differ, misplaced } = await coEdit(people, days, seed, 500)
    console.info(`seed ${seed}: ${JSON.stringify(acts)}`)
    expect({ lost, differ, misplaced }).toEqual({ lost: [], differ: [], misplaced: [] })
    expect(Object.keys(acts)).toEqual(expect.arrayContaining(['sessions', 'step lists', 'comments']))
  } finally {
    await seconds.close()
  }
})

test('sessions are picked by key, pasted as drafts, removed and brought back as one step, and pasted for another athlete', async () => {
  await coach.bringToFront()
  await goTo(coach, 'Calendar')
  await coach.getByRole('button', { name: 'Today', exact: true }).click()
  const today = coach.locator('td[aria-current="date"]')
  await today.focus()
  await coach.keyboard.press('Enter')
  await coach.locator('dialog[open]').waitFor()
  const [back, on] = await coach.evaluate(async () => {
    const before = document.querySelector('td[aria-current="date"]')
    const other = [...document.querySelectorAll<HTMLElement>('td[data-day]')].find(one => one !== before)
    document.querySelector('dialog[open]')?.dispatchEvent(new Event('cancel', { cancelable: true }))
    for (let turn = 0; turn < 9; turn++) await Promise.resolve()
    const isBack = document.activeElement === before
    other?.focus()
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    return [isBack, document.activeElement === other]
  })
  expect({ back, on }, 'the day has the keys at once, and whoever goes on is not taken back').toEqual({
    back: true,
    on: true,
  })
  await today.focus()
  await coach.keyboard.press('x')
  await coach.getByText('2 sessions picked').waitFor()
  await coach.keyboard.press('Control+c')
  await coach.getByText(/2 sessions\)? copied/).waitFor()
  await coach.keyboard.press('PageDown')
  await coach.keyboard.press('Control+v')
  await coach.getByText('Pasted as drafts: 2 sessions').waitFor()
  expect(await coach.locator('td [data-draft]').count()).toBe(2)
  await coach.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await coach.locator('td [data-draft]').first().waitFor({ state: 'detached' })

  await coach.keyboard.press('Escape')
  await coach.getByRole('button', { name: 'Today', exact: true }).click()
  const open = coach.locator('td [data-session]', { hasText: 'Open road' })
  await today.focus()
  await coach.keyboard.press('x')
  await coach.getByText('2 sessions picked').waitFor()
  await expect.poll(() => faults(coach), { timeout: 15_000 }).toEqual([])
  await coach.keyboard.press('Delete')
  await open.waitFor({ state: 'detached' })
  await coach.locator('td [data-draft]', { hasText: 'Secret hills' }).waitFor()
  await coach.keyboard.press('Control+z')
  await open.waitFor()

  await coach.getByRole('combobox', { name: 'Athlete' }).selectOption('+')
  await coach.getByRole('button', { name: /^I coach/ }).click()
  await coach.getByLabel('Athlete’s name').fill('Bo')
  await coach.getByRole('button', { name: 'Add athlete' }).click()
  await goTo(coach, 'Calendar')
  await coach.getByRole('combobox', { name: 'Athlete' }).filter({ hasText: 'Bo' }).waitFor()
  await coach.locator('td[aria-current="date"]').focus()
  await coach.keyboard.press('Control+v')
  await coach.getByText('Pasted from Runa as drafts: 2 sessions').waitFor()
})
