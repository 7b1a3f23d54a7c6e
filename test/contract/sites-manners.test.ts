/** The overlay as a guest: it keeps to itself, lets no script press its buttons, and leaves without a trace. */
import { expect, test } from 'vitest'
import { hills, injectAgain, open, standing } from './sites-page.ts'

test('undoes on a person’s press only, and says why it could not', async () => {
  const page = await open({
    days: [hills('2026-09-02', { mayUndo: true, state: 'by-rule', stateWords: 'moved by rule' })],
  })
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.evaluate(button => (button as HTMLButtonElement).click())
  await undo.dispatchEvent('click')
  const asked = () => page.evaluate(`asked.filter(({ request }) => request.type === 'undo')`)
  expect(await asked()).toEqual([])
  await undo.click()
  await page.getByText('This change no longer stands.').waitFor()
  expect(await asked()).toEqual([{ to: 'background', request: { type: 'undo', change: 'c1' } }])
})
test('keeps its own presses from the page, and the page’s keys from nobody', async () => {
  const page = await open({
    days: [hills('2026-09-02')],
    change: `window.heard = []; for (const type of ['click', 'keydown']) document.addEventListener(type, e => heard.push(type + (e.key ?? '')))`,
  })
  await page.locator('summary').click()
  expect(await page.getByText('Your coach approved this change.').isVisible()).toBe(true)
  await page.locator('summary').press('Enter')
  await page.locator('summary').press('ArrowDown')
  expect(await page.evaluate('heard')).toEqual(['keydownArrowDown'])
})
test('leaves without a trace', async () => {
  const page = await open({ days: [] })
  const before = await page.evaluate('document.documentElement.outerHTML')
  await page.evaluate(`days = ${JSON.stringify([hills('2026-09-02')])}; tell({ news: 'changed', open: 0 })`)
  await page.getByText('approved by coach').waitFor()
  await page.evaluate(`tell({ news: 'leave', match: 'https://app.trainingpeaks.com/*' })`)
  await expect.poll(() => standing(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before)
})
test('stands once, however often it is injected', async () => {
  const page = await open({ days: [hills('2026-09-02')] })
  await page.getByText('approved by coach').waitFor()
  await injectAgain(page)
  await page.waitForTimeout(300)
  expect(await standing(page)).toEqual(['tandem-day 2026-09-02'])
})
test('is dark where the page is dark behind it', async () => {
  const dark = `for (const cell of document.querySelectorAll('.dayContainer')) cell.style.background = '#111'`
  const page = await open({ days: [hills('2026-09-02')], change: dark })
  await page.getByText('approved by coach').waitFor()
  expect(await page.locator('tandem-day .frame').getAttribute('data-theme')).toBe('dark')
})
test('keeps its size whatever the page’s type is', async () => {
  const page = await open({
    days: [hills('2026-09-02')],
    change: `document.head.insertAdjacentHTML('beforeend', '<style>html { font-size: 40px } * { letter-spacing: 9px !important; color: red !important }</style>')`,
  })
  await page.getByText('approved by coach').waitFor()
  const style = await page.locator('tandem-day .title').evaluate(title => {
    const { fontSize, letterSpacing } = getComputedStyle(title)
    return { fontSize, letterSpacing }
  })
  expect(style).toEqual({ fontSize: '13px', letterSpacing: 'normal' })
})
test('is closed to the page’s own scripts in a release build', async () => {
  const page = await open({ days: [hills('2026-09-02')], release: true })
  await expect.poll(() => standing(page)).toEqual(['tandem-day 2026-09-02'])
  expect(await page.evaluate(`document.querySelector('tandem-day').shadowRoot`)).toBeNull()
  expect(await page.evaluate(`document.querySelector('tandem-day').outerHTML`)).toBe('<tandem-day></tandem-day>')
  expect(await page.evaluate('document.body.innerText.includes("Hills")')).toBe(false)
})

test('reports how the page is built, to the extension’s own settings alone, and not a word of what stands there', async () => {
  const page = await open({
    days: [hills('2026-09-02')],
    change: `{
      const walk = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
      while (walk.nextNode()) walk.currentNode.data = 'sEcReT'
      for (const one of document.querySelectorAll('*'))
        for (const { name } of [...one.attributes])
          if (!['class', 'id', 'data-date'].includes(name)) one.setAttribute(name, 'sEcReT')
      document.querySelector('.activity').id = 'card-700100'
      history.replaceState(null, '', '/sEcReT?sEcReT#calendar')
    }`,
  })
  const ask = (sender: object) =>
    page.evaluate(
      `new Promise(reply => { for (const hear of hearers) hear({ ask: 'structure' }, ${JSON.stringify(sender)}, reply); setTimeout(reply, 500) })`,
    )
  const own = { id: 'tandem', origin: 'chrome-extension://tandem' }
  const { structure } = (await ask(own)) as { structure: string }
  expect(structure).toContain('at app.trainingpeaks.com, page calendar\n')
  expect(structure).toContain('div.dayWidth.dayContainer.day.past[data-date] × 6\n')
  expect(structure).toContain('#card-999999')
  expect(structure).not.toMatch(/secret|700100|tandem-day/i)
  expect(await ask({ id: 'tandem', origin: 'https://app.trainingpeaks.com' })).toBeUndefined()
})

test('is found by the Tab key and lets go again', async () => {
  const page = await open({ days: [hills('2026-09-02')] })
  await page.getByText('approved by coach').waitFor()
  const focused = () =>
    page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement
      return inside?.textContent ?? document.activeElement?.className
    })
  const seen: unknown[] = []
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab')
    seen.push(await focused())
  }
  expect(seen.filter(one => one === 'Why')).toHaveLength(1)
  expect(seen.at(seen.indexOf('Why') + 1)).toBe('addWorkout')
})
