/** What the overlay costs a training log's page, beside the same page without it in the same run. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { addDays, type Day } from '../../core/model/day.ts'
import type { OverlayDay } from '../../extension/messages.ts'
import { findChromium, howToGetChromium } from '../../scripts/chromium.ts'
import { contentScript, platform } from '../kit/overlay-script.ts'
import { trainingpeaksMonth } from '../kit/site-pages.ts'

const built = 'dist/extension/extension/content.js'
/** A month whose weeks are six: 42 days, with two entries each. */
const month = { year: 2026, month: 8, entries: 2 }
const first = '2026-07-27' as Day
const limits = { sizeKb: 40, placementMs: 50, taskMs: 50, idleShare: 0.01 }

const days: readonly OverlayDay[] = Array.from({ length: 42 }, (_, i) => ({
  day: addDays(first, i),
  waiting: i % 7 === 3,
  sessions: [
    {
      id: `s${i}` as OverlayDay['sessions'][number]['id'],
      title: 'Hills',
      purpose: 'hills',
      stepsText: ['Warm-up: 15 min E', '8 × (1 min I, 2 min E)'],
      state: 'approved',
      stateWords: 'approved by coach',
      reason: 'Your coach approved this change.',
      verified: true,
      key: false,
      changeId: `c${i}`,
      mayUndo: false,
    },
  ],
}))

/** A log that unmounts and mounts its weeks as it is scrolled, as the real one does. */
const virtual = `
  document.querySelector('.calendar').style.cssText = 'height: 600px; overflow: auto; display: block'
  for (const week of document.querySelectorAll('.calendarWeekContainer')) week.style.cssText = 'display: block; min-height: 400px'
  const box = document.querySelector('.calendar')
  box.addEventListener('scroll', () => {
    for (const week of box.children) {
      const near = Math.abs(week.offsetTop - box.scrollTop) < 1200
      if (!near && week.childElementCount > 0) {
        week.kept = [...week.children].map(day => { const copy = day.cloneNode(true); for (const one of copy.querySelectorAll('tandem-day')) one.remove(); return copy })
        week.textContent = ''
      }
      if (near && week.kept) { week.append(...week.kept); week.kept = undefined }
    }
  })
  window.long = []
  new PerformanceObserver(list => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })`

const busy = async (devtools: CDPSession): Promise<number> => {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

const scroll = async (page: Page, seconds: number): Promise<readonly number[]> => {
  await page.evaluate('long.length = 0')
  await page.mouse.move(400, 300)
  const until = performance.now() + seconds * 1000
  for (let down = true; performance.now() < until; ) {
    await page.mouse.wheel(0, down ? 120 : -120)
    const [at, end] = await page.evaluate(() => {
      const box = document.querySelector('.calendar')!
      return [box.scrollTop, box.scrollHeight - box.clientHeight - 1]
    })
    if (at! >= end!) down = false
    if (at! <= 0) down = true
  }
  return page.evaluate('long.filter(ms => ms > 50)')
}

/** One page, with the overlay or without: everything is measured in the same order in both. */
const measure = async (page: Page, script: string | null, seconds: number) => {
  const made = trainingpeaksMonth(month)
  await page.route('**/*', route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: made.html }))
  await page.goto(made.at)
  await page.evaluate(virtual)
  await page.evaluate(platform(days, true))
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.waitForTimeout(1000)
  const before = await busy(devtools)
  if (script !== null) {
    await page.evaluate(script)
    // Why every hundredth of a second and not every frame: looking costs the page something too.
    await page.waitForFunction(() => document.querySelector('tandem-day') !== null, null, { polling: 10 })
  }
  const placed = (await busy(devtools)) - before
  if (script !== null) await page.waitForFunction(() => document.querySelectorAll('tandem-day').length === 42)
  const all = (await busy(devtools)) - before
  await page.waitForTimeout(3000)
  const idleFrom = await busy(devtools)
  await page.waitForTimeout(seconds * 1000)
  const idle = ((await busy(devtools)) - idleFrom) / (seconds * 1000)
  return { placed, all, idle, long: await scroll(page, seconds) }
}

export const benchOverlay = async (seconds: number): Promise<void> => {
  const size = gzipSync(readFileSync(built)).length / 1024
  console.log(`overlay: content script ${size.toFixed(1)} KB gz (limit ${limits.sizeKb})`)
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(howToGetChromium)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
  try {
    const script = await contentScript(false)
    for (const [name, given] of [
      ['the page alone', null],
      ['with the overlay', script],
    ] as const) {
      const page = await (await browser.newContext()).newPage()
      const { placed, all, long, idle } = await measure(page, given, seconds)
      console.log(
        `  ${name.padEnd(18)} to first placement ${placed.toFixed(1)} ms of main thread (limit ${limits.placementMs}), all 42 days ${all.toFixed(1)} ms   ` +
          `${seconds} s of scrolling: ${long.length} tasks over ${limits.taskMs} ms${long.length > 0 ? ` (worst ${Math.max(...long).toFixed(0)} ms)` : ''}   ` +
          `idle ${(100 * idle).toFixed(2)} % of a core (limit ${100 * limits.idleShare})`,
      )
    }
  } finally {
    await browser.close()
  }
}
