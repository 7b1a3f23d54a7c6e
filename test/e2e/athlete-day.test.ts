/** An athlete's day on the phone, without a network: the first questions, the morning, and after the run. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, goTo, type Home, openHome, settled, startRunner, writeSession } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

let home: Home
let browser: OpenBrowser
let page: Page
const today = '2026-05-12'
beforeAll(async () => {
  home = await openHome()
  browser = await openBrowser({ viewport: { width: 390, height: 844 } })
  page = await browser.newPage()
  await page.clock.setFixedTime(new Date(`${today}T06:30:00`))
  await startRunner(page, home.url, 'Mo')
  await writeSession(page, today, 'Tempo', 'Cruise intervals')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await browser.context.setOffline(true)
})
afterAll(async () => {
  browser?.assertNoOutsideRequests()
  expect(browser?.pageErrors()).toEqual([])
  await browser?.close()
  await home?.close()
})

/** Taps one after the other; gives how many it took. */
const tap = async (...places: readonly Locator[]): Promise<number> => {
  for (const place of places) await place.click()
  return places.length
}
const button = (name: string | RegExp) => page.getByRole('button', { name })

test('the first questions are kept one by one, skipped, and gone on with later', async () => {
  await goTo(page, 'Today')
  await page.getByRole('link', { name: 'Begin' }).click()
  await page.getByLabel('Goals').fill('Run the autumn marathon without walking')
  await button('Keep and go on').click()
  await page.getByRole('heading', { name: 'How much time does a week leave you?' }).waitFor()
  await page.getByLabel('Tue').fill('2000')
  await button('Keep and go on').click()
  expect(await page.getByRole('alert').innerText()).toContain('between 0 and 1440')
  await page.getByLabel('Tue').fill('60')
  await button('Keep and go on').click()
  await page.getByLabel('None so far').check()
  await settled(page)
  expect(await faults(page)).toEqual([])
  await button('Keep and go on').click()
  await page.getByRole('heading', { name: 'How fit are you now?' }).waitFor()
  await page.getByRole('link', { name: 'Finish later' }).click()
  await page.getByText('3 of 7 told').waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Go on' }).click()
  await page.getByRole('heading', { name: 'How fit are you now?' }).waitFor()
  for (let left = 4; left > 0; left--) await button('Skip').click()
  await page.getByText('4 things are still open').waitFor()
})

test('a morning takes five taps, and is there after a new start, still offline', async () => {
  await page.goto(`${home.url}/today`)
  await page.getByRole('heading', { name: 'Cruise intervals' }).waitFor()
  const taps = await tap(
    button('Sleep 4, good'),
    button('Soreness 2, a little'),
    button('Fatigue 2, fine'),
    button('Stress 1, calm'),
    button('Motivation 4, good'),
  )
  expect(taps).toBeLessThanOrEqual(5)
  await page.getByText('Resting heart rate, HRV, a line of your own').click()
  await page.getByLabel('Resting HR, bpm').fill('300')
  await page.getByText('Between 20 and 150').waitFor()
  await page.getByLabel('Resting HR, bpm').fill('51')
  await page.getByLabel('Anything else').fill('Woke before the alarm')
  await page.getByLabel('HRV (rMSSD), ms').fill('64')
  await page.getByLabel('HRV (rMSSD), ms').blur()
  const said =
    'Sleep 4 of 5, soreness 2 of 5, fatigue 2 of 5, stress 1 of 5, motivation 4 of 5, resting heart rate 51, HRV 64 ms. “Woke before the alarm”'
  await page.getByText(said).waitFor()
  await page.getByText('Saved').first().waitFor()
  await page.reload()
  await page.getByText(said).waitFor()
})

test('before a hard session one reminder stands on Today once its layer is on, and a tap silences it for the day', async () => {
  await page.goto(`${home.url}/playbook`)
  const layer = page.getByRole('group', { name: 'Reminders' })
  await layer.getByRole('radio', { name: 'On', exact: true }).check({ force: true })
  await page.getByRole('button', { name: /^Sign version/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign it' }).click()
  await page.getByText('Version 2 is in force.').waitFor()
  await goTo(page, 'Today')
  const reminder = page.getByRole('region', { name: 'A reminder' })

  await reminder.getByText('Drink enough: Cruise intervals today.').waitFor()
  await reminder.getByRole('button', { name: 'Not today' }).click()
  await reminder.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { name: 'Cruise intervals' }).waitFor()
  expect(await reminder.count()).toBe(0)
})

test('after the run takes three taps; pain asks for the place where it hurt before', async () => {
  await page.clock.setFixedTime(new Date(`${today}T19:00:00`))
  await page.reload()
  const after = page.getByRole('group', { name: 'After the run' })
  const line = after.getByLabel('One line about it')
  const taps = await tap(
    after.getByRole('button', { name: 'Done', exact: true }),
    after.getByRole('button', { name: /^6,/ }),
    line,
  )
  expect(taps).toBeLessThanOrEqual(3)
  await line.fill('Third one was long')
  await line.press('Enter')
  await button('Change').click()
  await button('Something hurts').click()
  expect(await button(/^Same place as before/).count()).toBe(0)
  await button('Calf').click()
  await button('Pain 2, mild').click()
  await page.getByText('pain 2 of 5 (calf)').waitFor()
  await page.getByText('Saved').first().waitFor()
  await page.clock.setFixedTime(new Date('2026-05-13T06:30:00'))
  await page.reload()
  await button('Something hurts').click()
  await button('Same place as before: calf').click()
  await button('Pain 3, clear').click()
  await page.getByText('Pain 3 of 5 (calf)').waitFor()
})

test('a screen reader finds the morning by name', async () => {
  await page.clock.setFixedTime(new Date(`${today}T20:00:00`))
  await page.goto(`${home.url}/today`)
  await button('Change').click()
  const tree = await page.getByRole('main').ariaSnapshot()
  expect(tree).toContain('heading "Tuesday, May 12" [level=1]')
  expect(tree).toContain('heading "How are you today?" [level=2]')
  for (const name of ['Hours slept', 'Sleep', 'Soreness', 'Fatigue', 'Stress', 'Motivation'])
    expect(tree).toMatch(new RegExp(`group "${name}`))
  expect(tree).toContain('button "Sleep 4, good"')
})
