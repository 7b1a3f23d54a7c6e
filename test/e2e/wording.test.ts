/** A coach lets a model on their own machine reword a week: no figure leaves, each sentence says whose words it is in. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, goTo, type Home, openHome, settled } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { weekdayZone } from '../kit/local-zone.ts'

let home: Home
let browser: OpenBrowser
let page: Page
let model: Server
const asked: string[] = []

/** Rewords what it is sent fairly, but for sleep, of which it invents a figure. */
const answerTo = (text: string): string =>
  [...text.matchAll(/^([a-z]+) = (.*)$/gm)]
    .map(([, id, frame]) => (id === 'sleep' ? 'sleep = Sleep was 9 h.' : `${id} = The week, as recorded: ${frame}`))
    .join('\n')

beforeAll(async () => {
  model = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.method !== 'POST') return void response.end()
    asked.push(body)
    const { messages } = JSON.parse(body) as { messages: { content: string }[] }
    response.end(JSON.stringify({ choices: [{ message: { content: answerTo(messages[1]!.content) } }] }))
  })
  await new Promise<void>(done => model.listen(0, '127.0.0.1', done))
  home = await openHome()
  browser = await openBrowser({ timezone: weekdayZone().zone })
  page = await browser.newPage()
  await page.goto(`${home.url}/welcome?athletes=2`)
  await page.getByRole('button', { name: /^Look at a sample club/ }).click()
  await page.getByRole('heading', { name: 'Roster' }).waitFor()
  await page.locator('[data-standing]').nth(1).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await home?.close()
  model?.closeAllConnections()
  model?.close()
})

const usable = async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    expect(await faults(page), colorScheme).toEqual([])
  }
}

test('nothing is asked until somebody chose to; the settings say what leaves and to where, and try it', async () => {
  await goTo(page, 'Settings')
  await page.getByText('Nothing is asked and nothing leaves this device.').waitFor()
  const address = `127.0.0.1:${(model.address() as AddressInfo).port}`
  const wording = page.getByRole('region', { name: 'Wording' })
  await wording.getByText('An address').click()
  await wording.getByLabel(/^Address/).fill(`http://${address}/v1`)
  await wording.getByLabel('Model').fill('small')
  await wording.getByText(`this leaves the page for ${address}`).waitFor()
  expect(asked).toEqual([])
  await wording.getByRole('button', { name: 'Test it' }).click()
  await wording.getByText(/^It works\. small wrote: “The week, as recorded: Mileage: 28\.5 km/).waitFor()
  await usable()
})

test('a review shows its week reworded, with whose words they are; a lie falls back; and by rule again', async () => {
  await goTo(page, 'Roster')
  await page.locator('[data-standing]').first().waitFor()
  await page.getByRole('listitem').getByRole('link').first().click()
  const sentences = page.getByRole('region', { name: 'Last week in sentences' })
  await sentences.waitFor()
  expect(asked.length).toBe(1)
  const plain = await sentences.getByRole('listitem').allInnerTexts()
  await sentences.getByText('Reworded').click()
  await sentences.getByText('worded by small, figures by rule').first().waitFor()
  const lines = await sentences.getByRole('listitem').allInnerTexts()
  expect(lines.filter(line => line.startsWith('The week, as recorded: ')).length).toBe(5)
  expect(lines[3]).toBe(plain[3])
  const figures = (all: readonly string[]) => all.join().match(/\d+/g)
  expect(figures(lines)).toEqual(figures(plain))
  expect(asked[1]).not.toMatch(/\d (?:km|%|runs|nights)/)
  await usable()
  await sentences.getByText('By rule', { exact: true }).first().click()
  expect(await sentences.getByRole('listitem').allInnerTexts()).toEqual(plain)
})
