/** The overlay on saved pages in real Chromium: the right day, or the strip, or silence; never a wrong day. */
import { expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import { hills, open, standing, strip, waiting } from './sites-page.ts'

test('shows a day in its own cell, before the day’s own entries', async () => {
  const page = await open({ days: [hills('2026-09-02')] })
  await page.getByText('approved by coach').first().waitFor()
  expect(await standing(page)).toEqual(['tandem-day 2026-09-02'])
  expect(await page.locator('tandem-day + .activities').count()).toBe(1)
  expect(await page.getByText('✓ verified').count()).toBe(1)
})
test('shows text as text, whatever it looks like', async () => {
  const page = await open({ days: [hills('2026-09-02')] })
  await page.getByText('Hills <b>8 × 1 min</b>').waitFor()
  expect(await page.locator('tandem-day b').count()).toBe(0)
})
test('says only that the coach looks at a day that waits', async () => {
  const page = await open({ days: [waiting('2026-09-02')] })
  await page.getByText('Your coach has something to look at').waitFor()
  expect(await page.locator('tandem-day .day').textContent()).toBe('Your coach has something to look atTandem')
})
test('leaves an empty day alone', async () => {
  const page = await open({ days: [hills('2026-09-02'), { day: '2026-09-03' as Day, waiting: false, sessions: [] }] })
  await page.getByText('approved by coach').waitFor()
  expect(await standing(page)).toEqual(['tandem-day 2026-09-02'])
})
test('follows a day whose week is taken away and mounted again, and draws nothing anew', async () => {
  const page = await open({ days: [hills('2026-09-02')] })
  await page.getByLabel(/^Tandem, .*2/).waitFor()
  await page.evaluate(`{
    window.drawn = 0
    window.card = document.querySelector('tandem-day')
    new MutationObserver(list => { drawn += list.length }).observe(card.shadowRoot, { childList: true, subtree: true, attributes: true, characterData: true })
    const week = document.querySelectorAll('.calendarWeekContainer')[1]
    window.copy = week.cloneNode(true)
    for (const left of copy.querySelectorAll('tandem-day')) left.remove()
    week.remove()
  }`)
  await expect.poll(() => standing(page)).toEqual([])
  await page.evaluate(`document.querySelector('.calendar').append(copy)`)
  await expect.poll(() => standing(page)).toEqual(['tandem-day 2026-09-02'])
  const asked = await page.evaluate<number>(`asked.filter(({ request }) => request.type === 'days').length`)
  await page.evaluate(`days = structuredClone(days); tell({ news: 'changed', open: 0 })`)
  await expect
    .poll(() => page.evaluate(`asked.filter(({ request }) => request.type === 'days').length`))
    .toBe(asked + 1)
  await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))')
  expect(await page.evaluate(`[drawn, document.querySelector('tandem-day') === card]`)).toEqual([0, true])
})
test.each([
  ['a week later, its day no longer there', 7, []],
  ['a day later, its day in the cell before', 1, ['tandem-day 2026-09-02']],
] as const)('goes with its day where the page uses its cells again for %s', async (_, shift, expected) => {
  const page = await open({ days: [hills('2026-09-02')] })
  await page.getByText('approved by coach').waitFor()
  await page.evaluate(`for (const cell of document.querySelectorAll('.calendarWeekContainer:last-child .dayContainer')) {
    const day = new Date(Date.parse(cell.dataset.date) + ${shift} * 864e5).toISOString().slice(0, 10)
    cell.dataset.date = day
    cell.parentElement.dataset.date = '2026-09-0${shift === 7 ? 7 : 1}'
    cell.querySelector('.dayNumberText').textContent = String(Number(day.slice(8)))
  }`)
  await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))')
  expect(await standing(page)).toEqual(expected)
})
test('comes back after the page took it out, and goes to the strip where the page goes on', async () => {
  const page = await open({ days: [hills('2026-09-02')] })
  await page.getByText('approved by coach').waitFor()
  await page.evaluate(`document.querySelector('tandem-day').remove()`)
  await expect.poll(() => standing(page)).toEqual(['tandem-day 2026-09-02'])
  await page.evaluate(`new MutationObserver(() => document.querySelector('.calendar tandem-day')?.remove())
    .observe(document.querySelector('.calendar'), { childList: true, subtree: true });
    document.querySelector('tandem-day').remove()`)
  await strip(page).waitFor()
  await expect.poll(() => standing(page)).toEqual(['tandem-week outside'])
  expect(await strip(page).textContent()).toContain('the page kept removing what was shown in its days')
})
test('shows the week in the strip where the day cells have another name', async () => {
  const page = await open({
    days: [hills('2026-09-02')],
    change: `for (const cell of document.querySelectorAll('.dayContainer')) cell.className = 'dayBox_x81'`,
  })
  await strip(page).waitFor()
  expect(await standing(page)).toEqual(['tandem-week outside'])
  expect(await page.locator('li[data-day="2026-09-02"]').textContent()).toContain('approved by coach')
  expect(await strip(page).textContent()).toContain('no day cells were found in the calendar')
})
test('shows the strip beside the cells where one cell has no date', async () => {
  const page = await open({
    days: [hills('2026-09-02'), waiting('2026-09-03')],
    change: `document.querySelector('[data-date="2026-09-02"].dayContainer').removeAttribute('data-date')`,
  })
  await strip(page).waitFor()
  expect(await standing(page)).toEqual(['tandem-day 2026-09-03', 'tandem-week outside'])
})
test.each([
  ['a coach’s account', `document.body.insertAdjacentHTML('afterbegin', '<p class="userType">Coach Account</p>')`],
  ['somebody else’s calendar', `location.hash = '#calendar/athletes/999'`],
  ['an owner that cannot be told', `localStorage.removeItem('ajs_user_id')`],
])('is silent on %s', async (_, change) => {
  const page = await open({ days: [hills('2026-09-02')], change })
  await page.waitForTimeout(3500)
  expect(await standing(page)).toEqual([])
})
test('is silent before this browser is paired', async () => {
  const page = await open({ days: [], paired: false })
  await page.waitForTimeout(3500)
  expect(await standing(page)).toEqual([])
})
test('draws a change as soon as it hears of it', async () => {
  const page = await open({ days: [waiting('2026-09-02')] })
  await page.getByText('Your coach has something to look at').waitFor()
  await page.evaluate(`days = ${JSON.stringify([hills('2026-09-02')])}; tell({ news: 'changed', open: 0 })`)
  await page.getByText('approved by coach').waitFor()
  expect(await page.getByText('Your coach has something to look at').count()).toBe(0)
})
test('places nothing on a wrong day among 42 days and 400 entries', async () => {
  const page = await open({
    days: [hills('2026-09-02'), waiting('2026-09-20'), hills('2026-10-01', { id: 'h2' })],
    change: `{
      const box = document.querySelector('.calendar')
      box.textContent = ''
      for (let w = 0; w < 6; w++) {
        const week = Object.assign(document.createElement('div'), { className: 'calendarWeekContainer' })
        for (let d = 0; d < 7; d++) {
          const iso = new Date(Date.UTC(2026, 7, 24 + w * 7 + d)).toISOString().slice(0, 10)
          if (d === 0) week.dataset.date = iso
          const cards = '<div class="activity workout Run" data-workoutid="1"><h6 class="newActivityUItitle">x</h6></div>'
          week.insertAdjacentHTML('beforeend', '<div class="dayContainer" data-date="' + iso + '"><span class="dayNumberText">' +
            Number(iso.slice(8)) + '</span><div class="activities">' + cards.repeat(10) + '</div></div>')
        }
        box.append(week)
      }
    }`,
  })
  await page.getByText('approved by coach').first().waitFor()
  expect(await standing(page)).toEqual(['2026-09-02', '2026-09-20', '2026-10-01'].map(day => `tandem-day ${day}`))
})

test('shows the week in a strip on a log whose days it does not read, and folds it away', async () => {
  const at = 'https://runalyze.com/dashboard'
  const page = await open({ days: [hills('2026-09-02')], at, html: '<!doctype html><title>Log</title><p>My log</p>' })
  await strip(page).waitFor()
  expect(await page.locator('li[data-day]').count()).toBe(7)
  expect(await page.locator('li[data-day="2026-09-02"]').textContent()).toContain('approved by coach')
  expect(await page.locator('.badge').count()).toBe(0)
  await page.getByRole('button', { name: 'Later week' }).press('Enter')
  await page.locator('li[data-day="2026-09-09"]').waitFor()
  await page.getByRole('button', { name: 'Fold away' }).press('Enter')
  await page.getByRole('button', { name: 'Tandem: show my week' }).press('Enter')
  await page.locator('li[data-day="2026-09-09"]').waitFor()
})
