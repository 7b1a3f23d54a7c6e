/** A race from both sides in real browsers: written, published, carried without a network, changed, and talked about. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, faults, goTo, type Home, invite, join, openHome, openPair } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

let home: Home
let coaches: OpenBrowser
let athletes: OpenBrowser
let coach: Page
let athlete: Page
beforeAll(async () => {
  home = await openHome()
  ;[coaches, athletes] = await Promise.all([openBrowser(), openBrowser({ viewport: { width: 390, height: 844 } })])
  ;({ coach, athlete } = await openPair(home.url, coaches, athletes))
  await goTo(coach, 'Calendar')
  await coach.getByRole('button', { name: 'Races and phases' }).click()
  await coach.getByRole('button', { name: 'Add a race' }).click()
  await coach.getByLabel('Race', { exact: true }).fill('Three Bridges')
  await coach.getByLabel('Distance, km').fill('10')
  await coach.getByRole('button', { name: 'Save race' }).click()
  await coach.getByRole('dialog').getByRole('link', { name: 'Three Bridges' }).click()
})
afterAll(async () => {
  await Promise.all([coaches?.close(), athletes?.close()])
  await home?.close()
})

const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0

test('[S99, S124, S132] the coach writes and publishes, the athlete opens the card at the start line without a network, and sees that it changed', async () => {
  const write = async (label: string | RegExp, text: string) => {
    const field = coach.getByLabel(label).first()
    await field.fill(text)
    await field.blur()
  }
  await write('Target', '44:00')
  await write('How', 'Even to the bridge, then home.')
  await write('If the pack goes out too hot', 'Let them go.')
  await write(/^Why so/, 'Two long runs at this effort went well.')
  await write(/^Emotional control/, 'Nerves are readiness.')
  await write(/^Cue words/, 'Light feet')
  await coach.getByText('What stands below is a draft: only coaches see it.').waitFor()
  await expect.poll(() => faults(coach), { timeout: 15_000 }).toEqual([])
  await coach.getByRole('button', { name: 'Publish version 1' }).click()
  await coach.getByText('Published and signed.').waitFor()

  await athlete.bringToFront()
  await goTo(athlete, 'Today')
  await athlete.getByText('Version 1 is on this device').waitFor()
  await athlete.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await athletes.context.setOffline(true)
  await athlete.reload()
  await athlete.getByRole('link', { name: 'Race card: Three Bridges' }).waitFor()
  await athlete.getByRole('link', { name: 'Race card: Three Bridges' }).click()
  const card = athlete.getByRole('article', { name: 'Race card' })
  for (const words of ['Version 1, signed by Cora', 'Light feet', '44:00', 'Let them go.'])
    await card.getByText(words).first().waitFor()
  await card.getByText('Pacing, fuel, why').click()
  await card.getByText('Two long runs at this effort went well.').waitFor()
  await expect.poll(() => faults(athlete), { timeout: 15_000 }).toEqual([])
  await athlete.evaluate(() => {
    window.print = () => {}
  })
  for (const sheet of ['card', 'pace band']) {
    await card.getByRole('button', { name: `Print the ${sheet}` }).click()
    await athlete.locator(`[data-print-sheet="${sheet.split(' ').at(-1)}"]`).waitFor({ state: 'attached' })
    expect(pagesIn(await athlete.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm' } })), sheet).toBe(1)
  }
  await athlete.getByLabel('Ask or answer about this plan').fill('And if it rains?')
  await athlete.getByRole('button', { name: 'Send' }).click()
  await athletes.context.setOffline(false)

  await coach.bringToFront()
  await coach.getByRole('region', { name: 'Talk about it' }).getByText('And if it rains?').waitFor()
  await coach.getByText('Runa has opened it.').waitFor()
  await write('If the pack goes out too hot', 'Let them go. In rain all the more.')
  await coach.getByRole('button', { name: 'Publish version 2' }).click()
  await athlete.bringToFront()
  await card.getByText('Version 2, signed by Cora').waitFor()
  await athlete.getByText('Changed since version 1, which you opened before: the card “too hot”.').waitFor()

  await coach.bringToFront()
  await coach.getByText('Mind', { exact: true }).click()
  await coach.getByLabel('Cues that work: write').fill('Calm hands')
  await coach.getByRole('region', { name: 'Cues that work' }).getByRole('button', { name: 'Keep' }).click()
  await athlete.bringToFront()
  await athlete.getByText('Mind', { exact: true }).click()
  await athlete.getByText('Calm hands').waitFor()
  await athlete.getByText('Debrief', { exact: true }).click()
  await athlete.getByText('No run of that day is on file').waitFor()
  await athlete.getByLabel('How was it, in your words?').fill('Wet and happy.')
  await coach.bringToFront()
  await coach.getByText('Debrief', { exact: true }).click()
  await coach.getByText('Wet and happy.').waitFor()
  expect([...coaches.pageErrors(), ...athletes.pageErrors()]).toEqual([])
  coaches.assertNoOutsideRequests()
  athletes.assertNoOutsideRequests()
})

test('two coaches type in one text of a race plan at once; nothing is lost, and neither hand is moved', async () => {
  const seconds = await openBrowser()
  try {
    const raceOf = new URL(coach.url()).pathname
    const link = await invite(coach, /Writes the plan/)
    const other = await seconds.newPage()
    await join(other, link, 'Cas')
    await accept(coach)
    await other.getByRole('link', { name: 'Calendar' }).first().waitFor()
    for (const page of [coach, other]) {
      await page.goto(`${home.url}${raceOf}`)
      await page.getByText('Plan', { exact: true }).click()
    }
    const fields = [coach, other].map(page => page.getByLabel(/^Pacing discipline/))
    const [hers, his] = [fields[0]!, fields[1]!]
    await coach.bringToFront()
    await hers.fill('Hold back. [] The end.')
    await expect.poll(() => his.inputValue()).toBe('Hold back. [] The end.')
    // Each hand stands at a place of its own: hers between the brackets, his before the last word.
    await hers.evaluate(area => (area as HTMLTextAreaElement).setSelectionRange(12, 12))
    await his.evaluate(area => (area as HTMLTextAreaElement).setSelectionRange(14, 14))
    const [one, two] = ['Count to ten at the bridge.', 'Then run. ']
    await Promise.all([hers.pressSequentially(one, { delay: 20 }), his.pressSequentially(two, { delay: 45 })])
    const both = `Hold back. [${one}] ${two}The end.`
    for (const field of fields) await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toBe(both)
    const caretOf = (field: typeof hers) => field.evaluate(area => (area as HTMLTextAreaElement).selectionStart)
    expect([await caretOf(hers), await caretOf(his)]).toEqual([12 + one.length, 14 + one.length + two.length])
    expect([...coaches.pageErrors(), ...seconds.pageErrors()]).toEqual([])
  } finally {
    await seconds.close()
  }
})
