/** The app reads thousands of FIT files in real Chromium, beside the library alone on one thread. Keep the ratio. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { goTo, openHome, startRunner } from '../kit/app.ts'
import { openBrowser } from '../kit/chromium.ts'
import { type BusyTask, watchTasks } from '../kit/page-tasks.ts'
import { shiftFit } from '../kit/shift-fit.ts'

const folder = '../shared/data/runner-x3cl-fit/2018-marathon-build'

declare const alone: () => Promise<{ readonly ms: number; readonly sessions: number }>

/** The real files over and over, each time half a year later. */
const writeFiles = (into: string, count: number): readonly string[] => {
  const real = readdirSync(folder)
    .filter(name => name.endsWith('.gz'))
    .map(name => gunzipSync(new Uint8Array(readFileSync(join(folder, name)))))
  return Array.from({ length: count }, (_, i) => {
    const path = join(into, `${i}.fit`)
    writeFileSync(path, shiftFit(real[i % real.length]!, Math.floor(i / real.length) * 183 * 86_400))
    return path
  })
}

const libraryAlone = async (page: Page, paths: readonly string[]) => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'test/kit/fit-alone.ts', formats: ['iife'], name: 'bench', fileName: () => 'alone.js' },
    },
  })) as Rolldown.RolldownOutput[]
  await page.setContent('<input type="file" multiple>')
  await page.addScriptTag({ content: built[0]!.output[0].code })
  await page.locator('input').setInputFiles([...paths])
  return page.evaluate(() => alone())
}

/** What each of the browser's processes says of itself, by the profile they were started with, added up. */
const ofProcesses = (profile: string, figure: (folder: string) => number): number =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .reduce((sum, id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile) ? sum + figure(`/proc/${id}`) : sum
      } catch {
        return sum
      }
    }, 0)

/** Bytes of memory of the whole browser; what its processes share counts once. `Pss_Anon` is without files (programs). */
const memoryOf = (profile: string, kind: 'Pss' | 'Pss_Anon' = 'Pss'): number => {
  const figure = new RegExp(`^${kind}:\\s+(\\d+)`, 'm')
  return ofProcesses(
    profile,
    folder => 1024 * Number(figure.exec(readFileSync(`${folder}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  )
}

/** What is left once the page's garbage is collected, in words; its workers collect theirs when they like. */
const liveOf = async (page: Page, profile: string): Promise<string> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await devtools.detach()
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
  return `${mb(heap)} of objects in the page, ${mb(memoryOf(profile, 'Pss_Anon'))} of the browser's memory not backed by files`
}

/** Seconds of a processor that the whole browser has used so far; Linux counts in hundredths. */
const workOf = (profile: string): number =>
  ofProcesses(profile, folder => {
    const [, after = ''] = /^.*\) (.*)$/s.exec(readFileSync(`${folder}/stat`, 'utf8')) ?? []
    const fields = after.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  })

/** A page that works longer than this at a stretch lets a hand on it wait (ms). */
const longTask = 50

/** Why by the work alone: where others use the machine as well, the clock counts their work too. */
const sayTasks = (tasks: readonly BusyTask[]): string => {
  const long = tasks.filter(({ work }) => work > longTask)
  const most = Math.max(0, ...tasks.map(({ work }) => work))
  const say = ({ at, work, clock }: BusyTask) =>
    `${Math.round(work)} ms at ${(at / 1000).toFixed(1)} s (${Math.round(clock)} by the clock)`
  const stretched = tasks.length - long.length
  return [
    long.length > 0 ? long.map(say).join(', ') : `none over ${longTask} ms of work`,
    ...(stretched > 0 ? [`${stretched} over it by the clock alone, of at most ${Math.round(most)} ms of work`] : []),
  ].join('; ')
}

/** Chooses the files in the page, and waits until the app says that they are kept; its own line. */
const importIn = async (page: Page, paths: readonly string[]): Promise<string> => {
  await page.getByLabel('Files to import').setInputFiles([...paths])
  // Why not by role: looking for one at every frame is work of the page as well.
  await page.waitForFunction(
    () => /Import (done|stopped)/.test(document.querySelector('[aria-label="Import"]')?.textContent ?? ''),
    undefined,
    { polling: 200, timeout: 3_600_000 },
  )
  return page.locator('[aria-label="Import"]').innerText({ timeout: 120_000 })
}

/** A runner's app in a browser of its own, at rest: what it keeps for offline use is kept before anything is measured. */
const openRunner = async (url: string) => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await startRunner(page, url, 'Runner')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForTimeout(2_000)
  return { browser, page }
}

/** The clock, the work and the memory of an import that nothing watches, and the library's beside it. */
const measureSpeed = async (url: string, paths: readonly string[]): Promise<void> => {
  const { browser, page } = await openRunner(url)
  try {
    const memory: { readonly files: number; readonly bytes: number }[] = []
    const remember = async () => {
      const said = await page
        .evaluate(() => document.querySelector('[aria-label="Import"]')?.textContent ?? '')
        .catch(() => '')
      const files = /([\d,]+) of [\d,]+ files/.exec(said)?.[1]?.replace(',', '')
      if (files !== undefined) memory.push({ files: Number(files), bytes: memoryOf(browser.profile) })
    }
    const liveBefore = await liveOf(page, browser.profile)
    const workBefore = workOf(browser.profile)
    const watch = setInterval(() => void remember(), 1_000)
    // Why by the app's own line: the test's way of handing over the files is no part of it.
    const ours = 1000 * Number(/ in ([\d.]+) s/.exec(await importIn(page, paths))?.[1] ?? Number.NaN)
    clearInterval(watch)
    const work = workOf(browser.profile) - workBefore
    await page.waitForTimeout(2_000)
    memory.push({ files: paths.length, bytes: memoryOf(browser.profile) })
    const liveAfter = await liveOf(page, browser.profile)
    await page.close()
    const other = await browser.newPage()
    const idle = workOf(browser.profile)
    const library = await libraryAlone(other, paths)
    const libraryWork = workOf(browser.profile) - idle
    console.log(
      `import: ${paths.length} FIT files through the app in ${(ours / 1000).toFixed(1)} s, read and kept; fit-file-parser alone on one thread ${(library.ms / 1000).toFixed(1)} s (${library.sessions} sessions): ${(library.ms / ours).toFixed(2)} times as fast`,
    )
    // Why this as well: where others use the machine, the clock says little of what takes two cores.
    console.log(
      `  work of all the browser's processes: ${work.toFixed(1)} s, the library's ${libraryWork.toFixed(1)} s: on two free cores at best ${((2 * libraryWork) / work).toFixed(2)} times as fast`,
    )
    const at = (share: number) => memory.find(({ files }) => files >= share * paths.length) ?? memory.at(-1)!
    const mb = ({ files, bytes }: (typeof memory)[number]) => `${Math.round(bytes / 2 ** 20)} MB at ${files} files`
    console.log(`  memory of the whole browser: ${[0, 1 / 3, 2 / 3, 1].map(share => mb(at(share))).join(', ')}`)
    console.log(`  after a collection of the page's garbage: before the import ${liveBefore}; after it ${liveAfter}`)
  } finally {
    await browser.close()
  }
}

/** What keeps the page busy. Why in a browser of its own: being watched costs an import a sixth of its speed. */
const measureTasks = async (url: string, paths: readonly string[]): Promise<void> => {
  const { browser, page } = await openRunner(url)
  try {
    const importing = await watchTasks(page)
    await importIn(page, paths)
    await page.waitForTimeout(2_000)
    console.log(`  long tasks of the page since the files were chosen: ${sayTasks(await importing(longTask))}`)
    await goTo(page, 'Today')
    await page.waitForTimeout(1_000)
    const opening = await watchTasks(page)
    await goTo(page, 'History')
    await page.getByRole('heading', { name: 'Activities' }).waitFor()
    await page.waitForTimeout(1_000)
    console.log(`  long tasks when the history is opened: ${sayTasks(await opening(longTask))}`)
    await goTo(page, 'Today')
    await page.waitForTimeout(1_000)
    const again = await watchTasks(page)
    await page.reload()
    await page.getByRole('navigation').waitFor()
    await page.waitForTimeout(5_000)
    console.log(`  long tasks when the app is loaded anew: ${sayTasks(await again(longTask))}`)
  } finally {
    await browser.close()
  }
}

export const benchImport = async (count: number): Promise<void> => {
  if (!existsSync(folder) || !existsSync('dist/pwa')) {
    console.log(`import: it needs ${folder} and the built app (npm run build)`)
    return
  }
  const files = mkdtempSync(join(tmpdir(), 'tandem-bench-'))
  const home = await openHome()
  try {
    const paths = writeFiles(files, count)
    await measureSpeed(home.url, paths)
    await measureTasks(home.url, paths)
    console.log(`  ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`)
  } finally {
    await home.close()
    rmSync(files, { recursive: true, force: true })
  }
}
