/** The guard that every other test here relies on sees whatever would leave this machine, and lets nothing through. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'

const site = 'https://log.example.test/calendar'
let browser: OpenBrowser
const server = createServer((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('here'))
const here = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  browser = await openBrowser({ route: { [`${site}**`]: '<h1>calendar</h1>' }, timezone: 'Pacific/Apia' })
})
afterAll(async () => {
  await browser?.close()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

test('loopback and what the test serves itself are not outside, and the page stands at its real address', async () => {
  const page = await browser.newPage(`${site}?week=2#day`)
  expect(await page.evaluate(() => [location.href, Intl.DateTimeFormat().resolvedOptions().timeZone])).toEqual([
    `${site}?week=2#day`,
    'Pacific/Apia',
  ])
  expect(await page.textContent('h1')).toBe('calendar')
  await page.goto(here())
  expect(await page.textContent('body')).toBe('here')
  browser.assertNoOutsideRequests()
})

test('a page, a worker and a socket that call outside are all seen, and get nothing', async () => {
  const page = await browser.newPage(here())
  const answers = await page.evaluate(async () => {
    const inWorker = 'fetch("http://worker.example/").then(() => postMessage("something"), () => postMessage("none"))'
    const worker = new Worker(URL.createObjectURL(new Blob([inWorker])))
    const fromWorker = new Promise(resolve => worker.addEventListener('message', event => resolve(event.data)))
    const socket = new WebSocket('wss://socket.example/')
    const fromSocket = new Promise(resolve => socket.addEventListener('error', () => resolve('none')))
    const fromPage = fetch('https://page.example/').then(
      () => 'something',
      () => 'none',
    )
    return Promise.all([fromPage, fromWorker, fromSocket])
  })
  expect(answers).toEqual(['none', 'none', 'none'])
  expect([...browser.outsideRequests()].sort()).toEqual([
    'http://worker.example/',
    'page.example:443',
    'socket.example:443',
  ])
  expect(() => browser.assertNoOutsideRequests()).toThrow('page.example:443')
})
