/** What two devices need to meet, to have the same document, and to see an edit; beside the library without guards. */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { median } from '../../core/lib/math.ts'
import { startRendezvous } from '../../core/relay/rendezvous.ts'
import { openBrowser } from '../kit/chromium.ts'
import type { LinksPage, OpenOptions } from '../kit/links-page.ts'
import { serveLinks } from '../kit/serve-links.ts'

declare const tandem: LinksPage

const within = async (limit: number, work: Promise<number>): Promise<number> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<number>(resolve => {
    timer = setTimeout(() => resolve(Number.NaN), limit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
const shown = (milliseconds: readonly number[]) => {
  const arrived = milliseconds.filter(one => !Number.isNaN(one))
  if (arrived.length === 0) return 'never'.padStart(20)
  const part = arrived.length === milliseconds.length ? '' : ` (${arrived.length} of ${milliseconds.length})`
  return `${Math.round(median(arrived) ?? 0)} ms${part}`.padStart(20)
}

/** One meeting: milliseconds to be connected, to hold the whole document, and to see an edit (NaN for never); bytes both sent. */
const meet = async (one: Page, other: Page, room: OpenOptions, bytes: number) => {
  const start = Date.now()
  await Promise.all([
    one.evaluate(given => tandem.open(given), { ...room, fill: bytes }),
    other.evaluate(given => tandem.open(given), room),
  ])
  const last = `filled-${Math.floor((bytes - 1) / 1_000) * 1_000}`
  const met = other.evaluate(async () => {
    while (tandem.peers() === 0) await new Promise(resolve => setTimeout(resolve, 5))
    return Date.now()
  })
  const whole = other.evaluate(key => tandem.has(key), last)
  const connected = (await within(8_000, met)) - start
  const synced = (await within(8_000, whole)) - start
  const seen = other.evaluate(() => tandem.has('edit'))
  const written = Date.now()
  await one.evaluate(() => tandem.write('edit', 'written'))
  const edit = (await within(4_000, seen)) - written
  for (const late of [met, whole, seen]) late.catch(() => {})
  // Why: the browser's own count lags behind.
  await wait(1_000)
  const sent = await Promise.all([one, other].map(page => page.evaluate(() => tandem.bytesSent())))
  return { connected, synced, edit, wire: sent.reduce((sum, bytes) => sum + bytes, 0) }
}

/** Prints the medians of so many rounds, both contenders in turn in one run. */
export const benchLinks = async (rounds: number): Promise<void> => {
  const served = await serveLinks()
  const rendezvous = await startRendezvous({ port: 0 })
  const browsers = await Promise.all([openBrowser(), openBrowser()])
  try {
    console.log(
      `\nlinks on loopback, median of ${rounds}\n${' '.repeat(24)}${'connected'.padStart(20)}${'whole document'.padStart(20)}${'edit visible'.padStart(20)}${'sent by both'.padStart(20)}`,
    )
    for (const [size, bytes] of [
      ['35 KB', 35_000],
      ['300 KB', 300_000],
      ['2 MB', 2_000_000],
    ] as const) {
      const results = { tandem: [], 'plain y-webrtc': [] } as Record<string, Awaited<ReturnType<typeof meet>>[]>
      for (let round = 0; round < rounds; round++)
        for (const [name, list] of Object.entries(results)) {
          // Why: what did not arrive twice, each time for as long as one waits, is not waited for again.
          if (list.length >= 2 && list.every(({ synced }) => Number.isNaN(synced))) continue
          const [one, other] = await Promise.all(browsers.map(browser => browser.newPage(served.url)))
          const room = {
            room: randomBytes(32).toString('base64url'),
            password: randomBytes(32).toString('base64url'),
            signaling: [`ws://127.0.0.1:${rendezvous.port}`],
            plain: name !== 'tandem',
          }
          list.push(await meet(one!, other!, room, bytes))
          await Promise.all([one!.close(), other!.close()])
        }
      for (const [name, list] of Object.entries(results))
        console.log(
          `${`${size} ${name}`.padEnd(24)}${(['connected', 'synced', 'edit'] as const).map(what => shown(list.map(one => one[what]))).join('')}${`${Math.round((median(list.map(one => one.wire)) ?? 0) / 1_000)} KB`.padStart(20)}`,
        )
    }
  } finally {
    await Promise.allSettled(browsers.map(browser => browser.close()))
    await Promise.allSettled([rendezvous.close(), served.close()])
  }
}
