/** Two browsers with nothing but the link in them, and the figures read off them. */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { type Rendezvous, startRendezvous } from '../../core/relay/rendezvous.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import type { LinksPage } from '../kit/links-page.ts'
import { serveLinks } from '../kit/serve-links.ts'

declare const tandem: LinksPage

export type Pair = {
  readonly coach: OpenBrowser
  readonly athlete: OpenBrowser
  readonly url: string
  /** The meeting point may be killed and started again at the same port. */
  rendezvous: Rendezvous
  readonly aRoom: () => { readonly room: string; readonly password: string; readonly signaling: readonly string[] }
  readonly twoPages: () => Promise<readonly [Page, Page]>
}

/** Opens both browsers for one topic and closes them, whatever happens in it. */
export const withPair = async (run: (pair: Pair) => Promise<number>): Promise<number> => {
  const served = await serveLinks()
  const rendezvous = await startRendezvous({ port: 0 })
  const [coach, athlete] = await Promise.all([openBrowser(), openBrowser()])
  const { port } = rendezvous
  const pair: Pair = {
    coach,
    athlete,
    url: served.url,
    rendezvous,
    aRoom: () => ({
      room: randomBytes(32).toString('base64url'),
      password: randomBytes(32).toString('base64url'),
      signaling: [`ws://127.0.0.1:${port}`],
    }),
    twoPages: () => Promise.all([coach.newPage(served.url), athlete.newPage(served.url)]),
  }
  try {
    return await run(pair)
  } finally {
    await Promise.allSettled([coach.close(), athlete.close()])
    await Promise.allSettled([pair.rendezvous.close(), served.close()])
  }
}

/** Milliseconds from now until a key is there; NaN if it is not there within `limit` seconds. */
export const until = async (page: Page, key: string, limit: number): Promise<number> => {
  const start = Date.now()
  const seen = page.evaluate(key => tandem.has(key), key).then(() => Date.now() - start)
  seen.catch(() => {})
  return Promise.race([seen, wait(limit * 1_000, Number.NaN)])
}

/** An edit of each side on the other: the later of the two, in milliseconds; NaN for never. */
export const bothWays = async (one: Page, other: Page, name: string, limit: number): Promise<number> => {
  await one.evaluate(key => tandem.write(key, 'written'), `${name}-one`)
  await other.evaluate(key => tandem.write(key, 'written'), `${name}-other`)
  const [there, back] = await Promise.all([until(other, `${name}-one`, limit), until(one, `${name}-other`, limit)])
  return Math.max(there, back)
}

export const seconds = (milliseconds: number): string =>
  Number.isNaN(milliseconds) ? 'never' : `${(milliseconds / 1_000).toFixed(2)} s`
