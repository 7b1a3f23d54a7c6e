/** Two devices that start in the same moment, again and again. */
import { median } from '../../core/lib/math.ts'
import type { LinksPage } from '../kit/links-page.ts'
import { bothWays, seconds, until, withPair } from './pages.ts'

declare const tandem: LinksPage

/** So many starts with 2 MB; answers how many did not come into step. */
export const soakStarts = (rounds: number): Promise<number> =>
  withPair(async ({ twoPages, aRoom }) => {
    const starts: number[] = []
    for (let round = 0; round < rounds; round++) {
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
    console.log(
      `${met.length} of ${starts.length} simultaneous starts with 2 MB; median ${seconds(median(met) ?? Number.NaN)}, worst ${seconds(Math.max(...met))}`,
    )
    return starts.length - met.length
  })
