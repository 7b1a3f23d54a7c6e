/** Documents far larger than any season: how long until the other side has all of it, and an edit meanwhile. */
import type { LinksPage } from '../kit/links-page.ts'
import { bothWays, seconds, until, withPair } from './pages.ts'

declare const tandem: LinksPage

/** Documents of so many megabytes; answers how many did not arrive. */
export const soakSizes = (megabytes: readonly number[]): Promise<number> =>
  withPair(async ({ twoPages, aRoom }) => {
    let lost = 0
    for (const size of megabytes) {
      const [one, other] = await twoPages()
      const room = aRoom()
      await one.evaluate(given => tandem.open(given), { ...room, fill: size * 1_000_000 })
      await other.evaluate(given => tandem.open(given), room)
      const whole = await until(other, `filled-${size * 1_000_000 - 1_000}`, 60)
      const edit = await bothWays(one, other, 'edit', 30)
      if (Number.isNaN(whole + edit)) lost++
      console.log(`${size} MB: whole after ${seconds(whole)}, an edit both ways after ${seconds(edit)}`)
      await Promise.all([one.close(), other.close()])
    }
    return lost
  })
