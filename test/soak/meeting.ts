/** The meeting point dies and comes back, again and again: who stands goes on, who comes meanwhile is found later. */
import { setTimeout as wait } from 'node:timers/promises'
import { startRendezvous } from '../../core/relay/rendezvous.ts'
import type { LinksPage } from '../kit/links-page.ts'
import { bothWays, seconds, withPair } from './pages.ts'

declare const tandem: LinksPage

/** So many deaths; answers after how many the two did not find each other. */
export const soakMeeting = (rounds: number): Promise<number> =>
  withPair(async pair => {
    let lost = 0
    for (let round = 0; round < rounds; round++) {
      const [one, other] = await pair.twoPages()
      const room = pair.aRoom()
      const { port } = pair.rendezvous
      await one.evaluate(given => tandem.open(given), room)
      await pair.rendezvous.close()
      await other.evaluate(given => tandem.open(given), room)
      await wait(3_000 * (round % 3))
      pair.rendezvous = await startRendezvous({ port })
      const found = await bothWays(one, other, 'found', 40)
      await pair.rendezvous.close()
      const without = await bothWays(one, other, 'without', 10)
      pair.rendezvous = await startRendezvous({ port })
      if (Number.isNaN(found + without)) lost++
      console.log(
        `killed and started again ${3 * (round % 3)} s later: found after ${seconds(found)}; an edit without it after ${seconds(without)}`,
      )
      await Promise.all([one.close(), other.close()])
    }
    return lost
  })
