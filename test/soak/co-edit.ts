/** Two coaches and an athlete edit one week for minutes, by what a person would press: nothing lost, same calendar, presence. */
import { openHome, openPair } from '../kit/app.ts'
import { openBrowser } from '../kit/chromium.ts'
import { coEdit } from '../kit/co-edit.ts'
import { openThree } from '../kit/one-week.ts'

const at = (sorted: readonly number[], share: number): string =>
  `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)} ms`

/** Answers how much was lost, stood differently, or was shown in the wrong place. */
export const soakCoEdit = async (seconds: number, seed: number): Promise<number> => {
  const home = await openHome()
  const browsers = await Promise.all([openBrowser(), openBrowser(), openBrowser()])
  try {
    const pair = await openPair(home.url, browsers[0], browsers[1])
    const { people, days } = await openThree(pair, browsers[2])
    const said = await coEdit(people, days, seed, seconds * 1_000)
    const seen = said.seenAfterMs.toSorted((a, b) => a - b)
    const acts = Object.entries(said.acts).map(([what, count]) => `${count} ${what}`)
    console.log(`seed ${seed}, ${seconds} s: ${acts.join(', ')}; ${said.overtaken} overtaken by another’s`)
    console.log(`one calendar ${Math.round(said.alikeAfterMs)} ms after the last act`)
    console.log(`somebody’s step seen by both others after ${at(seen, 0.5)} (p50), ${at(seen, 0.95)} (p95)`)
    for (const line of said.lost) console.log(`lost: ${line}`)
    for (const line of said.differ) console.log(`differs: ${line}`)
    for (const line of said.misplaced) console.log(`presence: ${line}`)
    return said.lost.length + said.differ.length + said.misplaced.length
  } finally {
    await Promise.allSettled(browsers.map(browser => browser.close()))
    await home.close()
  }
}
