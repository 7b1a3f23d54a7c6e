/** A coach with many athletes, of whom some are online: one room each, all at once. */
import { setTimeout as wait } from 'node:timers/promises'
import type { LinksPage } from '../kit/links-page.ts'
import { seconds, until, withPair } from './pages.ts'

declare const tandem: LinksPage

/** So many rooms at the coach and so many athletes online; answers how many of those were not reached. */
export const soakRooms = (rooms: number, online: number): Promise<number> =>
  withPair(async ({ coach, athlete, url, aRoom }) => {
    const all = Array.from({ length: rooms }, aRoom)
    const [desk, ...athletes] = await Promise.all([
      coach.newPage(url),
      ...Array.from({ length: online }, () => athlete.newPage(url)),
    ])
    const began = Date.now()
    await Promise.all(
      athletes.map((page, i) => page.evaluate(given => tandem.open(given), { ...all[i]!, fill: 300_000 })),
    )
    await desk!.evaluate(all => tandem.openMany(all), all)
    const arrived = await Promise.all(
      athletes
        .map((_, i) =>
          desk!
            .evaluate(i => tandem.hasIn(i, 'filled-299000'), i)
            .then(() => Date.now() - began)
            .catch(() => Number.NaN),
        )
        .map(one => Promise.race([one, wait(60_000, Number.NaN)])),
    )
    await desk!.evaluate(count => tandem.writeIn(count, 'edit', 'written'), online)
    const edits = await Promise.all(athletes.map(page => until(page, 'edit', 30)))
    // Why: what is left is what the thirty empty rooms cost while nothing happens.
    const before = await desk!.evaluate(() => performance.now())
    const busy = await desk!.evaluate(() => tandem.busyFor(10_000))
    const lost = [...arrived, ...edits].filter(Number.isNaN).length
    const worst = (list: readonly number[]) => seconds(Math.max(...list.map(one => (Number.isNaN(one) ? 60_000 : one))))
    console.log(
      `${rooms} rooms, ${online} online with 300 KB each: all there after ${worst(arrived)}, an edit to all after ${worst(edits)}; idle for 10 s at ${Math.round(before / 1_000)} s: the page was busy ${busy.toFixed(1)} % of the time`,
    )
    return lost
  })
