/** The race card at the start line: a phone without a network opens the last published version, from nothing to drawn. */
import { goTo, openHome, openPair } from '../kit/app.ts'
import { openBrowser } from '../kit/chromium.ts'

const times = 20
const limitMs = 500

export const benchStartLine = async (): Promise<void> => {
  const home = await openHome()
  const [coaches, athletes] = await Promise.all([openBrowser(), openBrowser({ viewport: { width: 390, height: 844 } })])
  try {
    const { coach, athlete } = await openPair(home.url, coaches, athletes)
    await goTo(coach, 'Calendar')
    await coach.getByRole('button', { name: 'Races and phases' }).click()
    await coach.getByRole('button', { name: 'Add a race' }).click()
    await coach.getByLabel('Race', { exact: true }).fill('Three Bridges')
    await coach.getByLabel('Distance, km').fill('10')
    await coach.getByRole('button', { name: 'Save race' }).click()
    await coach.getByRole('dialog').getByRole('link', { name: 'Three Bridges' }).click()
    await coach.getByLabel('Target').first().fill('44:00')
    await coach.getByLabel('Target').first().blur()
    await coach.getByRole('button', { name: 'Publish version 1' }).click()
    await coach.getByText('Published and signed.').waitFor()
    await goTo(athlete, 'Today')
    await athlete.getByRole('link', { name: 'Race card: Three Bridges' }).click()
    await athlete.getByText('Version 1, signed by Cora').waitFor()
    await athlete.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await athletes.context.setOffline(true)
    const took: number[] = []
    for (let i = 0; i < times; i++) {
      await athlete.reload({ waitUntil: 'commit' })
      // Why in the page: what a person waits for is its own clock, without the way to the one who measures.
      took.push(
        await athlete.evaluate(
          `new Promise(done => { const look = () => document.body?.innerText.includes('Version 1, signed by') ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look); look() })`,
        ),
      )
    }
    const sorted = took.toSorted((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.min(times - 1, Math.floor(times * share))]!)
    console.log(
      `start-line: the race card without a network, ${times} times: median ${at(0.5)} ms, p95 ${at(0.95)} ms (limit ${limitMs}), worst ${at(1)} ms`,
    )
  } finally {
    await Promise.all([coaches.close(), athletes.close()])
    await home.close()
  }
}
