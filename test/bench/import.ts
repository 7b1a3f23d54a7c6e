/** The app reads thousands of FIT files in real Chromium, beside the library alone on one thread. Keep the ratio. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { openHome, startRunner } from '../kit/app.ts'
import { openBrowser } from '../kit/chromium.ts'
import { shiftFit } from '../kit/shift-fit.ts'

const folder = '../shared/data/runner-x3cl-fit/2018-marathon-build'

type Seen = { readonly began: number; readonly long: readonly (readonly [number, number])[] }

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

/** Bytes of memory of all of the browser's processes, by the profile they were started with. */
const memoryOf = (profile: string): number =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .reduce((sum, id) => {
      try {
        if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile)) return sum
        return sum + 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0)
      } catch {
        return sum
      }
    }, 0)

export const benchImport = async (count: number): Promise<void> => {
  if (!existsSync(folder) || !existsSync('dist/pwa')) {
    console.log(`import: it needs ${folder} and the built app (npm run build)`)
    return
  }
  const files = mkdtempSync(join(tmpdir(), 'tandem-bench-'))
  const home = await openHome()
  const browser = await openBrowser()
  try {
    const paths = writeFiles(files, count)
    const page = await browser.newPage()
    await startRunner(page, home.url, 'Runner')
    await page.evaluate(() => {
      const seen = { began: 0, long: [] as (readonly [number, number])[] }
      Object.assign(globalThis, { seen })
      addEventListener('change', () => Object.assign(seen, { began: performance.now() }), { capture: true })
      new PerformanceObserver(list => {
        for (const { startTime, duration } of list.getEntries()) seen.long.push([startTime, duration])
      }).observe({ type: 'longtask' })
    })
    const memory: number[] = []
    const watch = setInterval(() => memory.push(memoryOf(browser.profile)), 500)
    await page.getByLabel('Files to import').setInputFiles([...paths])
    await page.getByRole('heading', { name: /^Import done/ }).waitFor({ timeout: 3_600_000 })
    clearInterval(watch)
    // Why by the app's own line: the test's way of handing over the files is no part of it.
    const told = await page.locator('[aria-label="Import"]').innerText({ timeout: 120_000 })
    const ours = 1000 * Number(/ in ([\d.]+) s/.exec(told)?.[1] ?? Number.NaN)
    const long = await page.evaluate(() => {
      const { began, long } = (globalThis as unknown as { seen: Seen }).seen
      return long.filter(([at]) => at >= began).map(([at, ms]) => [at - began, ms] as const)
    })
    await page.close()
    const other = await browser.newPage()
    const library = await libraryAlone(other, paths)
    const mb = (bytes: number | undefined) => `${Math.round((bytes ?? 0) / 2 ** 20)} MB`
    const tenth = (at: number) => memory[Math.min(memory.length - 1, Math.floor((memory.length * at) / 10))]
    console.log(
      `import: ${count} FIT files through the app in ${(ours / 1000).toFixed(1)} s, read and kept; fit-file-parser alone on one thread ${(library.ms / 1000).toFixed(1)} s (${library.sessions} sessions): ${(library.ms / ours).toFixed(2)} times as fast`,
    )
    console.log(
      `  memory of the whole browser: ${[1, 3, 5, 7, 9].map(at => mb(tenth(at))).join(', ')}; tasks of the page over 50 ms since the files were chosen: ${long.map(([at, ms]) => `${Math.round(ms)} ms at ${(at / 1000).toFixed(1)} s`).join(', ') || 'none'}; ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`,
    )
  } finally {
    await browser.close()
    await home.close()
    rmSync(files, { recursive: true, force: true })
  }
}
