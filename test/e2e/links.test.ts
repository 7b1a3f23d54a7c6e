/** Two devices in two browsers keep one document in step, whatever happens to the line. */
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Rendezvous, startRendezvous } from '../../core/relay/rendezvous.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import type { LinksPage, OpenOptions } from '../kit/links-page.ts'
import { serveLinks } from '../kit/serve-links.ts'
import { sleepBrowser } from '../kit/sleep.ts'

declare const tandem: LinksPage

let served: Awaited<ReturnType<typeof serveLinks>>
let rendezvous: Rendezvous
let coach: OpenBrowser
let athlete: OpenBrowser

beforeAll(async () => {
  served = await serveLinks()
  rendezvous = await startRendezvous({ port: 0 })
  ;[coach, athlete] = await Promise.all([openBrowser(), openBrowser()])
})
afterAll(async () => {
  await Promise.allSettled([coach?.close(), athlete?.close()])
  await Promise.allSettled([rendezvous?.close(), served?.close()])
})

const secret = () => randomBytes(32).toString('base64url')
const aRoom = (): OpenOptions => ({
  room: secret(),
  password: secret(),
  signaling: [`ws://127.0.0.1:${rendezvous.port}`],
})
const twoPages = () => Promise.all([coach.newPage(served.url), athlete.newPage(served.url)])
const open = (page: Page, options: OpenOptions) => page.evaluate(given => tandem.open(given), options)
const write = (page: Page, key: string) => page.evaluate(key => tandem.write(key, 'written'), key)
const arrives = (page: Page, key: string, seconds: number) =>
  expect.poll(() => page.evaluate(key => tandem.read(key), key), { timeout: seconds * 1_000 }).toBe('written')
const bothWays = async (one: Page, other: Page, name: string, seconds = 10) => {
  await Promise.all([write(one, `${name}-one`), write(other, `${name}-other`)])
  await Promise.all([arrives(other, `${name}-one`, seconds), arrives(one, `${name}-other`, seconds)])
}

test('two documents of 2 MB become one, both ways, and each knows the other is there', async () => {
  const [one, other] = await twoPages()
  const room = aRoom()
  await one.evaluate(() => tandem.say('Ada'))
  await other.evaluate(() => tandem.say('Bo'))
  await open(one, { ...room, fill: 2_000_000 })
  await open(other, room)
  await expect.poll(() => other.evaluate(() => tandem.size()), { timeout: 15_000 }).toBe(2_000)
  await bothWays(one, other, 'edit')
  expect(await other.evaluate(() => tandem.present())).toEqual(['Ada'])
  expect(await one.evaluate(() => tandem.told())).toEqual([
    { link: 'searching', peers: 0 },
    { link: 'connected', peers: 1 },
  ])

  await other.evaluate(() => tandem.stop())
  await expect.poll(() => one.evaluate(() => tandem.peers()), { timeout: 15_000 }).toBe(0)
  expect(await one.evaluate(() => tandem.present())).toEqual([])
  expect(await other.evaluate(() => [tandem.me(), tandem.present(), tandem.peers()])).toEqual([{ name: 'Bo' }, [], 0])

  await open(other, room)
  await bothWays(one, other, 'again')
  expect(await one.evaluate(() => tandem.present())).toEqual(['Bo'])
  await Promise.all([one.close(), other.close()])
})

test('two that start in the same moment with 2 MB each find each other, three times out of three', async () => {
  for (let round = 0; round < 3; round++) {
    const [one, other] = await twoPages()
    const together = { ...aRoom(), fill: 2_000_000, at: Date.now() + 1_500 }
    await Promise.all([open(one, together), open(other, { ...together, fill: 0 })])
    await bothWays(one, other, `round-${round}`, 15)
    await expect.poll(() => other.evaluate(() => tandem.size()), { timeout: 15_000 }).toBe(2_002)
    await Promise.all([one.close(), other.close()])
  }
})

test('a coach waits in forty rooms: three athletes come, one with 8 MB, and an edit goes to each', async () => {
  const rooms = Array.from({ length: 40 }, aRoom)
  const [desk, ...athletes] = await Promise.all([
    coach.newPage(served.url),
    ...[1, 2, 3].map(() => athlete.newPage(served.url)),
  ])
  const sizes = [8_000_000, 300_000, 300_000]
  await Promise.all(athletes.map((page, i) => open(page, { ...rooms[13 * i]!, fill: sizes[i]! })))
  await desk!.evaluate(all => tandem.openMany(all), rooms)
  const last = (i: number) => [13 * i, `filled-${sizes[i]! - 1_000}`] as const
  await Promise.all(athletes.map((_, i) => desk!.evaluate(([room, key]) => tandem.hasIn(room, key), last(i))))
  await desk!.evaluate(count => tandem.writeIn(count, 'edit', 'written'), rooms.length)
  await Promise.all(athletes.map(page => arrives(page, 'edit', 15)))
  await Promise.all([desk, ...athletes].map(page => page!.close()))
})

test('a rendezvous that dies and comes back is found again', async () => {
  const [one, other] = await twoPages()
  const room = aRoom()
  await open(one, room)
  const { port } = rendezvous
  await rendezvous.close()
  await open(other, room)
  rendezvous = await startRendezvous({ port })
  await bothWays(one, other, 'found', 15)

  await rendezvous.close()
  await bothWays(one, other, 'without it', 5)
  rendezvous = await startRendezvous({ port })
  await Promise.all([one.close(), other.close()])
})

test('a browser that slept for 20 seconds comes back both ways', async () => {
  const [one, other] = await twoPages()
  const room = aRoom()
  await open(one, room)
  await open(other, room)
  await bothWays(one, other, 'before')
  await sleepBrowser(athlete.profile, 20_000, () => write(one, 'meanwhile'))
  await write(other, 'awake')
  await Promise.all([arrives(other, 'meanwhile', 20), arrives(one, 'awake', 20)])
  await bothWays(one, other, 'after', 20)
  await Promise.all([one.close(), other.close()])
})

test('without a rendezvous nothing is contacted, and nowhere was anything outside', async () => {
  const page = await coach.newPage(served.url)
  const sockets: string[] = []
  page.on('websocket', socket => sockets.push(socket.url()))
  await open(page, { ...aRoom(), signaling: [] })
  await open(page, { ...aRoom(), signaling: ['http://localhost/', 'not an address'] })
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 500)))
  expect({ sockets, told: await page.evaluate(() => tandem.told()) }).toEqual({ sockets: [], told: [] })
  coach.assertNoOutsideRequests()
  athlete.assertNoOutsideRequests()
  expect([...coach.pageErrors(), ...athlete.pageErrors()]).toEqual([])
  await page.close()
})
