/** A coach writes a session as text and as rows, publishes it, and the athlete reads it; a season comes from a template. */
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

test('typed as text, changed in rows, published, and read by the athlete; then a season drafted from a template', async () => {
  const { coach, athlete } = await openPair(home.url, coaches, athletes)
  await goTo(athlete, 'Calendar')

  await goTo(coach, 'Calendar')
  await coach.getByRole('button', { name: 'Session', exact: true }).click()
  const editor = coach.getByRole('dialog')
  await editor.getByLabel('Title').fill('Thousands')
  const text = editor.getByRole('textbox', { name: /^Steps/ })
  await text.fill('- 15m ramp 60-80% Pace\n\nMain set 5x\n- Strong, relaxed 400m 4:15-4:05/km\n- 2m')
  await editor.getByText('needs the word Pace after it').waitFor()
  await editor.getByRole('button', { name: /^Write/ }).click()
  await editor.getByText('is read as 400 minutes').waitFor()
  await editor.getByRole('button', { name: /^Write - Strong, relaxed 400mtr/ }).click()

  await editor.getByText('Rows', { exact: true }).click()
  await editor.getByLabel('How often step 2 is run').fill('6')
  await editor.getByLabel('Target of step 2.2').fill('Z1 HR')
  await editor.getByLabel('Words for the athlete in step 2.2').fill('walk')
  await editor.getByLabel('Time or distance of step 2.1').press('Alt+ArrowDown')
  await editor.getByLabel('Time or distance of step 2.2').press('Alt+ArrowUp')
  await editor.getByText('Text', { exact: true }).click()
  expect(await text.inputValue()).toBe(
    'Warmup\n- 15m ramp 60-80% Pace\n\nMain set 6x\n- Strong, relaxed 400mtr 4:15-4:05/km Pace\n- walk 2m Z1 HR',
  )
  await editor.getByRole('button', { name: 'Keep in the library' }).click()
  await editor.getByRole('button', { name: 'Keep as draft' }).click()
  await coach.getByRole('button', { name: /^Desk/ }).click()
  await coach.getByRole('button', { name: 'Publish 1 session' }).click()

  await athlete.bringToFront()
  await athlete.locator('[data-session]', { hasText: 'Thousands' }).click()
  const read = athlete.getByRole('dialog')
  await read.getByText('4:15–4:05 /km').first().waitFor()
  await read.getByText('Main set').waitFor()
  await athlete.keyboard.press('Escape')
  expect(await athlete.getByRole('button', { name: 'Library', exact: true }).count()).toBe(0)

  await coach.bringToFront()
  await coach.getByRole('button', { name: 'Library', exact: true }).click()
  await coach.getByRole('dialog').getByText('Thousands').first().waitFor()
  await coach.keyboard.press('Escape')

  const inWeeks = (weeks: number) => new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
  await coach.getByRole('button', { name: 'Races and phases' }).click()
  const season = coach.getByRole('dialog', { name: 'Season' })
  await season.getByRole('button', { name: 'Add a race' }).click()
  await season.getByLabel('Race', { exact: true }).fill('Lakes')
  await season.getByLabel('Race day').fill(inWeeks(9))
  await season.getByRole('button', { name: 'Save race' }).click()
  await season.getByLabel('Template').selectOption('10k-10')
  await season.getByRole('button', { name: 'Draft the weeks' }).click()
  await season.getByText('First write the goal of the race; the phases before the race').waitFor()
  await season.getByRole('button', { name: 'Write these 4 phases' }).click()
  await season.getByRole('button', { name: 'Edit' }).first().click()
  await season.getByLabel('Goal').fill('Under 45 minutes')
  await season.getByRole('button', { name: 'Save race' }).click()
  await season.getByRole('button', { name: 'Draft the weeks' }).click()
  await season.getByText(/\d+ sessions on the desk/).waitFor()
  await expect.poll(() => faults(coach), { timeout: 15_000 }).toEqual([])
  await coach.keyboard.press('Escape')
  await coach.getByText('Season', { exact: true }).first().click()
  await coach
    .getByRole('button', { name: /Week of .*in drafts/ })
    .first()
    .waitFor()
  await expect.poll(() => faults(coach), { timeout: 15_000 }).toEqual([])

  await coach.getByText('Week', { exact: true }).first().click()
  await coach.getByRole('button', { name: 'More for the plan' }).click()
  await coach.getByRole('menuitem', { name: /^Copy this week/ }).click()
  await coach.getByText(/^Copied as drafts/).waitFor()

  // Nothing of it reaches the athlete before it is published.
  await athlete.bringToFront()
  expect(await athlete.getByText(/^Long run/).count()).toBe(0)
  coaches.assertNoOutsideRequests()
  athletes.assertNoOutsideRequests()
})
