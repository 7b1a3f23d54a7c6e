/** A coach's Monday in real Chromium, by keyboard alone: presses counted, and the time from each press to the next frame. */
import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { openHome } from '../kit/app.ts'
import { openBrowser } from '../kit/chromium.ts'

/** So many athletes are reviewed, whoever needs the coach first. */
const monday = 40
const limitMs = 50

type Timed = { readonly key: string; readonly ms: number }

/** Notes of every press how long it took until the browser had drawn what came of it. */
const watchKeys = (page: Page) =>
  page.evaluate(() => {
    const presses: { key: string; ms: number }[] = []
    const long: number[] = []
    Object.assign(globalThis, { presses, long })
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => presses.push({ key, ms: performance.now() - timeStamp })
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
    new PerformanceObserver(list => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })

/** Presses a key as somebody does who sees what came of the one before. */
const press = async (page: Page, key: string): Promise<void> => {
  const drawn = () => page.evaluate(() => (globalThis as unknown as { presses: Timed[] }).presses.length)
  const before = await drawn()
  await page.keyboard.press(key)
  await page.waitForFunction(n => (globalThis as unknown as { presses: Timed[] }).presses.length > n, before)
}

/** Waits until the page has done nothing long for some seconds: whatever ran behind the screen has ended. */
const stillness = async (page: Page): Promise<number> => {
  const longTasks = () => page.evaluate(() => (globalThis as unknown as { long: number[] }).long.length)
  let [last, since] = [-1, performance.now()]
  while (performance.now() - since < 4_000) {
    await page.waitForTimeout(250)
    const now = await longTasks()
    if (now !== last) [last, since] = [now, performance.now()]
  }
  return since
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

const say = (name: string, timed: readonly Timed[]): void => {
  const sorted = timed.map(({ ms }) => ms).toSorted((a, b) => a - b)
  console.log(
    `  ${name.padEnd(34)}${String(timed.length).padStart(5)} presses   median ${at(sorted, 0.5).toFixed(0)} ms   p95 ${at(sorted, 0.95).toFixed(0)} ms (limit ${limitMs})   worst ${at(sorted, 1).toFixed(0)} ms`,
  )
}

export const benchMonday = async (athletes: number): Promise<void> => {
  const home = await openHome()
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${home.url}/welcome?athletes=${athletes}`)
    const began = performance.now()
    await page.getByRole('button', { name: /^Look at a sample club/ }).click()
    await page.getByRole('heading', { name: 'Roster' }).waitFor({ timeout: 600_000 })
    const anew = page.getByText(/anew…$/)
    await anew.waitFor({ state: 'detached', timeout: 600_000 })
    console.log(
      `monday: ${athletes} athletes made and assessed in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
    const again = performance.now()
    await page.reload()
    await page.locator('[data-standing]').nth(10).waitFor()
    console.log(`  the roster stands ${Math.round(performance.now() - again)} ms after a reload`)
    await watchKeys(page)
    await anew.waitFor()
    await anew.waitFor({ state: 'detached', timeout: 600_000 })
    console.log(`  all documents open ${Math.round((await stillness(page)) - again)} ms after it`)
    const timed = () => page.evaluate(() => [...(globalThis as unknown as { presses: Timed[] }).presses])

    // Why: on a busy machine a key that does nothing says what the machine itself takes.
    for (let i = 0; i < 60; i++) await press(page, 'F9')
    const idle = await timed()
    say('a key that does nothing', idle)
    for (let i = 0; i < 60; i++) await press(page, 'j')
    for (let i = 0; i < 60; i++) await press(page, 'k')
    const walked = await timed()
    say('walking the roster', walked.slice(idle.length))

    const counts: Record<string, number[]> = {}
    await press(page, 'Enter')
    for (let i = 0; i < Math.min(monday, athletes - 1); i++) {
      const standing = page.locator('h1 + [data-standing]')
      await standing.waitFor()
      const word = (await standing.getAttribute('data-standing')) ?? ''
      const address = page.url()
      const who = await page.locator('h1').innerText()
      const keys = word === 'needs-you' ? ['2', 'Enter'] : word === 'look' ? ['3', 'Enter'] : ['1', 'Enter']
      for (const key of keys) await press(page, key)
      await page.waitForFunction(was => location.href !== was, address, { timeout: 60_000 })
      await page.getByRole('heading', { level: 1, name: who }).waitFor({ state: 'detached' })
      counts[word] = [...(counts[word] ?? []), keys.length]
    }
    const reviewed = (await timed()).slice(walked.length)
    say(`${monday} athletes reviewed and sent`, reviewed)
    for (const [word, presses] of Object.entries(counts))
      console.log(`    ${word.padEnd(12)} ${presses.length} athletes, ${Math.max(...presses)} presses each`)
    const long = await page.evaluate(() => (globalThis as unknown as { long: number[] }).long)
    console.log(
      `  tasks of the page over 50 ms: ${long.length}, the longest ${Math.round(Math.max(0, ...long))} ms; load ${loadavg()[0]!.toFixed(1)}`,
    )
  } finally {
    await browser.close()
    await home.close()
  }
}
