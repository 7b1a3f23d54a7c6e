/** `npm run soak [-- --starts 20 --sleeps 8,20,35]`: simultaneous starts and sleeps, with what happened printed. */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { median } from '../../core/lib/math.ts'
import { startRendezvous } from '../../core/relay/rendezvous.ts'
import { openBrowser } from '../kit/chromium.ts'
import type { LinksPage } from '../kit/links-page.ts'
import { serveLinks } from '../kit/serve-links.ts'
import { sleepBrowser } from '../kit/sleep.ts'

declare const tandem: LinksPage

const { values } = parseArgs({
  options: { starts: { type: 'string', default: '20' }, sleeps: { type: 'string', default: '8,20,35' } },
})
const sleeps = values.sleeps.split(',').filter(text => text !== '')

const served = await serveLinks()
const rendezvous = await startRendezvous({ port: 0 })
const [coach, athlete] = await Promise.all([openBrowser(), openBrowser()])

const aRoom = () => ({
  room: randomBytes(32).toString('base64url'),
  password: randomBytes(32).toString('base64url'),
  signaling: [`ws://127.0.0.1:${rendezvous.port}`],
})
const twoPages = () => Promise.all([coach.newPage(served.url), athlete.newPage(served.url)])
/** Milliseconds from now until a key is there; NaN if it is not there within `limit` seconds. */
const until = async (page: Page, key: string, limit: number) => {
  const start = Date.now()
  const seen = page.evaluate(key => tandem.has(key), key).then(() => Date.now() - start)
  seen.catch(() => {})
  return Promise.race([seen, wait(limit * 1_000, Number.NaN)])
}
/** An edit of each side on the other: the later of the two, in milliseconds; NaN for never. */
const bothWays = async (one: Page, other: Page, name: string, limit: number) => {
  await one.evaluate(key => tandem.write(key, 'written'), `${name}-one`)
  await other.evaluate(key => tandem.write(key, 'written'), `${name}-other`)
  const [there, back] = await Promise.all([until(other, `${name}-one`, limit), until(one, `${name}-other`, limit)])
  return Math.max(there, back)
}
const seconds = (milliseconds: number) =>
  Number.isNaN(milliseconds) ? 'never' : `${(milliseconds / 1_000).toFixed(2)} s`

let lost = 0
try {
  const starts: number[] = []
  for (let round = 0; round < Number(values.starts); round++) {
    const [one, other] = await twoPages()
    const at = Date.now() + 1_500
    const together = { ...aRoom(), at }
    await Promise.all([
      one.evaluate(given => tandem.open(given), { ...together, fill: 2_000_000 }),
      other.evaluate(given => tandem.open(given), together),
    ])
    const began = Date.now()
    const edits = await bothWays(one, other, 'edit', 15)
    const whole = await until(other, 'filled-1999000', 15)
    starts.push(Number.isNaN(edits) || Number.isNaN(whole) ? Number.NaN : Date.now() - began)
    console.log(`start ${round + 1}: in step after ${seconds(starts.at(-1)!)}`)
    await Promise.all([one.close(), other.close()])
  }
  const met = starts.filter(one => !Number.isNaN(one))
  lost += starts.length - met.length
  if (starts.length > 0)
    console.log(
      `${met.length} of ${starts.length} simultaneous starts with 2 MB; median ${seconds(median(met) ?? Number.NaN)}, worst ${seconds(Math.max(...met))}`,
    )

  for (const length of sleeps) {
    const [one, other] = await twoPages()
    const room = aRoom()
    await Promise.all([one, other].map(page => page.evaluate(given => tandem.open(given), room)))
    await bothWays(one, other, 'before', 15)
    await sleepBrowser(athlete.profile, Number(length) * 1_000, () =>
      one.evaluate(() => tandem.write('meanwhile', 'written')),
    )
    const woke = Date.now()
    const after = await bothWays(one, other, 'after', 40)
    const meanwhile = await until(other, 'meanwhile', 10)
    const healed = Number.isNaN(after + meanwhile) ? Number.NaN : Date.now() - woke
    if (Number.isNaN(healed)) lost++
    console.log(`one browser stopped for ${length} s: both ways again after ${seconds(healed)}`)
    await Promise.all([one.close(), other.close()])
  }
} finally {
  await Promise.allSettled([coach.close(), athlete.close()])
  await Promise.allSettled([rendezvous.close(), served.close()])
}
console.log(lost === 0 ? 'nothing was lost' : `${lost} did not come together`)
process.exitCode = lost === 0 ? 0 : 1
