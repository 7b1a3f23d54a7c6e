/** Many seasons of mishaps for five devices: calendar, statements and log must come out the same, byte for byte. */
import { median } from '../../core/lib/math.ts'
import { mishapSeason } from '../kit/mishaps.ts'

export type SyncSoak = {
  readonly runs: number
  readonly from: number
  readonly steps: number
  readonly together: number
}

/** Runs the seeds from one on, several at once; answers how many did not come out the same, and prints which. */
export const soakSync = async ({ runs, from, steps, together }: SyncSoak): Promise<number> => {
  console.log(`${runs} seasons of ${steps} mishaps for five devices, seeds ${from} to ${from + runs - 1}`)
  const began = Date.now()
  const took: number[] = []
  const failed: number[] = []
  let next = from
  const work = async () => {
    while (next < from + runs) {
      const seed = next++
      const start = Date.now()
      try {
        await mishapSeason(seed, steps)
        took.push(Date.now() - start)
      } catch (error) {
        failed.push(seed)
        console.log(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`)
      }
      const done = took.length + failed.length
      if (done % 50 === 0) console.log(`${done} of ${runs}, ${failed.length} failed, ${minutes(began)} min`)
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  console.log(
    `${took.length} of ${runs} seasons read the same on all five devices; median ${((median(took) ?? 0) / 1_000).toFixed(1)} s, ${minutes(began)} min in all${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`,
  )
  return failed.length
}

const minutes = (since: number): string => ((Date.now() - since) / 60_000).toFixed(1)
