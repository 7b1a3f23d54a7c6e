/** A coach without a manual changes one number, sees what it would have changed, signs it; the athlete reads it with its date. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, faults, goTo, type Home, invite, join, openHome, settled, startSample } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'

const { zone } = weekdayZone()

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
})
afterAll(async () => {
  await coachBrowser?.close()
  await athleteBrowser?.close()
  await home?.close()
})

const two = '2 poor nights in the last 4 known are short sleep.'

test('“three poor nights” becomes “two”: in words, on the past, signed, and read by the athlete with its date', async () => {
  await startSample(coach, home.url)
  await join(athlete, await invite(coach, /athlete/i), 'Mara')
  await accept(coach)

  await goTo(coach, 'Playbook')
  const nights = coach.getByRole('spinbutton', { name: /poor nights in the last/ })
  await nights.fill('7')
  await nights.blur()
  await coach.getByRole('alert').getByText('this may be set from 2 to 5').waitFor()
  await expect.poll(() => nights.inputValue()).toBe('3')
  await nights.fill('2')
  await nights.blur()

  const draft = coach.getByRole('region', { name: 'Your draft' })
  await coach.getByRole('button', { name: /^Your draft: 1 change/ }).click()
  await expect.poll(() => coach.evaluate(() => document.activeElement?.id)).toBe('draft')
  await draft.getByText('three poor nights → two').waitFor()
  await coach.reload()
  await draft.getByText('three poor nights → two').waitFor()
  await draft.getByText(/Begun .+, kept on this device/).waitFor()
  await draft.getByRole('combobox').selectOption({ label: 'six weeks' })
  await draft.getByRole('button', { name: 'What would change' }).click()
  const changes = draft.getByRole('region', { name: /What would change for/ })
  await changes.waitFor()
  expect(await changes.getByRole('heading').innerText()).toMatch(/^\d+ past days? of .+ would change since/)
  expect((await changes.getByRole('listitem').allInnerTexts()).join('\n')).toMatch(
    /Now noticed: 2 of the last 4 nights/,
  )

  await settled(coach)
  expect(await faults(coach)).toEqual([])
  await draft.getByRole('button', { name: 'Sign version 2' }).click()
  const dialog = coach.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Two nights are enough to look.')
  await dialog.getByRole('button', { name: 'Sign it' }).click()
  await coach.getByText('Version 2 is in force.').waitFor()
  await expect.poll(() => coach.evaluate(() => document.activeElement?.id)).toBe('main')

  await goTo(athlete, 'Inbox')
  await athlete
    .getByRole('region', { name: 'The playbook changed' })
    .getByText('Two nights are enough to look.')
    .waitFor()
  await goTo(athlete, 'Playbook')
  const sentence = athlete.getByRole('listitem').filter({ hasText: two }).first()
  await sentence.getByText(/since .+, signed by Coach/).waitFor()
  await athlete.getByText(/version 2\. Signed by Coach, /).waitFor()
  await athlete.getByText('Two nights are enough to look.').waitFor()
  expect(await athlete.getByRole('spinbutton').count()).toBe(0)
})

test('two tabs show one draft, and what is drawn anew takes nothing from who is typing', async () => {
  await goTo(coach, 'Playbook')
  await coach.getByRole('checkbox', { name: 'The athlete may move a session within its week' }).click()
  const draft = coach.getByRole('region', { name: 'Your draft' })
  await draft.waitFor()
  const second = await coachBrowser.newPage()
  await second.goto(coach.url())
  const same = second.getByRole('region', { name: 'Your draft' })
  await same.getByText('may move → asks the coach').waitFor()
  const nights = coach.getByRole('spinbutton', { name: /poor nights in a row/ })
  await nights.press('Control+a')
  await nights.pressSequentially('4')
  await same.getByRole('button', { name: 'Drop the draft' }).click()
  await draft.waitFor({ state: 'detached' })
  expect(await nights.inputValue()).toBe('4')
  await nights.press('Tab')
  await draft.getByText('two poor nights → four').waitFor()
  await same.getByText('two poor nights → four').waitFor()
  await draft.getByRole('button', { name: 'Drop the draft' }).click()
  await same.waitFor({ state: 'detached' })
  await second.close()
})

test('it prints on one page, and a file changed by hand is refused by name', async () => {
  const pdf = await athlete.pdf({ format: 'A4', margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' } })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)

  const [kept] = await Promise.all([
    coach.waitForEvent('download'),
    coach.getByRole('button', { name: 'Keep as a file' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await kept.createReadStream()) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const bring = (edited: string) =>
    coach.getByLabel('A playbook file').setInputFiles({
      name: 'playbook.json',
      mimeType: 'application/json',
      buffer: Buffer.from(edited),
    })
  await bring(text.replace('"title": "', '"title": "My '))
  await coach.getByText(/The signature of Coach is wrong/).waitFor()
  await bring(text)
  await coach.getByText(/It was signed by Coach/).waitFor()
})

test('why a session is as it is can be reached by keyboard, and a day becomes an example of the playbook', async () => {
  await goTo(coach, 'Inbox')
  await coach.locator('article[data-proposal]').first().waitFor()
  await coach.keyboard.press('w')
  await coach.getByRole('heading', { name: 'Why this and not that' }).waitFor()
  await coach.locator('[data-silent]').first().waitFor()
  await settled(coach)
  expect(await faults(coach)).toEqual([])
  await coach.getByRole('button', { name: 'Keep as an example' }).click()
  await coach.getByRole('link', { name: 'To the playbook' }).click()
  await coach.getByRole('listitem').filter({ hasText: 'should have asked me here' }).first().waitFor()
  await coach.locator('[data-example="E20"][data-holds="true"]').waitFor()
  // Why: with two nights for three the athlete of the first example would be eased, and the document says so itself.
  await coach.locator('[data-example="E1"][data-holds="false"]').getByText('With these numbers: ').waitFor()
})

test('a dry run tells the weeks in words, walks them by key, and can be used by everybody', async () => {
  await coach.keyboard.press('g')
  await coach.keyboard.press('d')
  await coach.getByRole('combobox', { name: 'Over', exact: true }).selectOption({ label: 'the last three months' })
  await coach.getByRole('button', { name: 'Try it' }).click()
  await coach.getByText(/^In 1\d weeks it would have noticed/).waitFor()
  const week = coach.getByRole('slider', { name: 'Week' })
  const last = await week.getAttribute('aria-valuetext')
  await week.focus()
  await coach.keyboard.press('ArrowLeft')
  expect(await week.getAttribute('aria-valuetext')).not.toBe(last)
  await settled(coach)
  expect(await faults(coach)).toEqual([])
})

test('a preset is a draft in words first, and is dropped without a trace', async () => {
  await goTo(coach, 'Playbook')
  const inForce = await coach.getByText(/, version 2\. Signed by Coach/).innerText()
  await coach.getByRole('button', { name: 'Take as a draft: Injury-prone racer' }).click()
  const draft = coach.getByRole('region', { name: 'Your draft' })
  await draft.getByText('It is called', { exact: false }).waitFor()
  await draft.getByText('twice → once').waitFor()
  await coach.locator('[data-preset="injury-prone"]').getByText('This is your draft').waitFor()
  // Why from the top: what lies half under the bar of a page that was scrolled is no smaller for it.
  await coach.evaluate(() => scrollTo(0, 0))
  await settled(coach)
  expect(await faults(coach)).toEqual([])
  await draft.getByRole('button', { name: 'Drop the draft' }).click()
  await draft.waitFor({ state: 'detached' })
  expect(await coach.getByText(/, version 2\. Signed by Coach/).innerText()).toBe(inForce)
})

test('the swap list is edited where it stands: said in words, signed, read by the athlete', async () => {
  const list = coach.getByRole('region', { name: 'Equal sessions for a missed one' })
  await list.getByRole('button', { name: 'Add a session to the list' }).click()
  const form = coach.getByRole('dialog', { name: 'A session for the list' })
  await form.getByLabel('Title').fill('12 × 60 s hill')
  await form.getByLabel('Steps').fill('- 15m E\n\n12x\n- 60s I\n- 90s E\n\n- 10m E')
  await settled(coach)
  expect(await faults(coach)).toEqual([])
  await form.getByRole('button', { name: 'Put on the list' }).click()
  await list.getByText('on the list', { exact: false }).first().click()
  await list.getByRole('checkbox', { name: 'Offer 4 × 90 s hill for missed intervals' }).uncheck()
  await list.getByRole('button', { name: 'Take 5 × 90 s hill off the list' }).click()
  const draft = coach.getByRole('region', { name: 'Your draft' })
  await draft.getByText('12 × 60 s hill is on the swap list', { exact: true }).waitFor()
  await draft.getByText('offered → left out').waitFor()
  await draft.getByRole('button', { name: 'Put back: 5 × 90 s hill is off the swap list' }).click()
  await draft.getByRole('button', { name: 'Sign version 3' }).click()
  await coach.getByRole('dialog').getByRole('button', { name: 'Sign it' }).click()
  await coach.getByText('Version 3 is in force.').waitFor()

  await goTo(athlete, 'Playbook')
  await athlete.getByText(/version 3\. Signed by Coach, /).waitFor()
  const theirs = athlete.getByRole('region', { name: 'Equal sessions for a missed one' })
  await theirs.getByText(/sessions on the list/).click()
  await theirs.getByRole('listitem').filter({ hasText: '12 × 60 s hill' }).waitFor()
  await theirs.getByRole('listitem').filter({ hasText: '4 × 90 s hill' }).getByText('left out').waitFor()
  await theirs.getByRole('listitem').filter({ hasText: '5 × 90 s hill' }).waitFor()
  expect(await theirs.getByRole('button').count()).toBe(0)
})

test('how it did in a month: what became of each rule, kept with a signed note or tightened in a draft', async () => {
  await goTo(coach, 'Inbox')
  await coach.locator('article[data-proposal]').first().waitFor()
  await goTo(coach, 'Playbook')
  await coach.getByRole('link', { name: 'How it did' }).click()
  const rule = coach.locator('[data-rule]').filter({ hasText: 'shown' }).first()
  await rule.waitFor()
  await settled(coach)
  expect(await faults(coach)).toEqual([])
  await rule.getByRole('button', { name: 'Keep' }).click()
  await coach.getByRole('dialog').getByRole('button', { name: 'Sign the note' }).click()
  await coach.getByText('Version 4 is in force.').waitFor()
  await rule.getByRole('button', { name: /^Tighten/ }).click()
  const draft = coach.getByRole('region', { name: 'Your draft' })
  await draft.getByRole('button', { name: 'Sign version 5' }).click()
  const dialog = coach.getByRole('dialog')
  expect(await dialog.getByRole('textbox').inputValue()).toMatch(/shown.*Tightened\.$/)
  await dialog.getByRole('button', { name: 'Not yet' }).click()
  await draft.getByRole('button', { name: 'Drop the draft' }).click()

  await goTo(athlete, 'Inbox')
  await athlete
    .getByRole('region', { name: 'The playbook changed' })
    .getByText(/Kept as it is\./)
    .waitFor()
})

test('an assistant reads what is drafted and a viewer what stands; neither is offered a decision', async () => {
  const [forAssistant, forViewer] = [await openBrowser({ timezone: zone }), await openBrowser({ timezone: zone })]
  try {
    const assistant = await forAssistant.newPage()
    const viewer = await forViewer.newPage()
    await join(assistant, await invite(coach, /assistant/i), 'Sam')
    await accept(coach)
    await join(viewer, await invite(coach, /viewer/i), 'Vic')
    await accept(coach)

    await goTo(assistant, 'Inbox')
    const drafted = assistant.locator('article[data-proposal]').first()
    await drafted.getByText('asks a coach').waitFor()
    await assistant.keyboard.press('a')
    await assistant.keyboard.press('d')
    for (const name of ['Approve', 'Edit', 'Decline', 'Back off', 'Undo'])
      expect(await assistant.getByRole('main').getByRole('button', { name }).count(), name).toBe(0)
    await goTo(assistant, 'Playbook')
    await assistant.getByText(/version 4\. Signed by Coach, /).waitFor()
    expect(await assistant.getByRole('main').getByRole('spinbutton').count()).toBe(0)
    expect(await assistant.getByRole('button', { name: /Take as a draft|Sign|Bring in/ }).count()).toBe(0)

    await goTo(viewer, 'Inbox')
    await viewer.getByRole('heading', { name: 'Inbox' }).waitFor()
    expect(await viewer.locator('article[data-proposal]').count()).toBe(0)
    await goTo(viewer, 'Today')
    await viewer.getByRole('heading', { name: 'Check-in' }).waitFor()
    for (const name of ['Done', 'Not done', 'Undo', 'Sick'])
      expect(await viewer.getByRole('main').getByRole('button', { name, exact: true }).count(), name).toBe(0)
    await goTo(viewer, 'Playbook')
    await viewer.getByText(/version 4\. Signed by Coach, /).waitFor()
    expect(await viewer.getByRole('main').getByRole('spinbutton').count()).toBe(0)
  } finally {
    await Promise.all([forAssistant.close(), forViewer.close()])
  }
})

test('contacts nothing outside the machine', () => {
  for (const browser of [coachBrowser, athleteBrowser]) {
    expect(browser.outsideRequests()).toEqual([])
    expect(browser.pageErrors()).toEqual([])
  }
})
