/** One browser sleeps while the other is edited; both ways again after waking. */
import type { LinksPage } from '../kit/links-page.ts'
import { sleepBrowser } from '../kit/sleep.ts'
import { bothWays, seconds, until, withPair } from './pages.ts'

declare const tandem: LinksPage

/** Sleeps of so many seconds each; answers after how many the two did not come together. */
export const soakSleeps = (lengths: readonly number[]): Promise<number> =>
  withPair(async ({ athlete, twoPages, aRoom }) => {
    let lost = 0
    for (const length of lengths) {
      const [one, other] = await twoPages()
      const room = aRoom()
      await Promise.all([one, other].map(page => page.evaluate(given => tandem.open(given), room)))
      await bothWays(one, other, 'before', 15)
      await sleepBrowser(athlete.profile, length * 1_000, () =>
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
    return lost
  })
