/** A history goes in through the app, every file accounted for, and the command line comes to the same numbers. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goTo, type Home, openHome, startRunner, writeSession } from '../kit/app.ts'
import { type OpenBrowser, openBrowser } from '../kit/chromium.ts'
import { fitFile, steadyRun } from '../kit/fit-file.ts'

const marathonBuild = '../shared/data/runner-x3cl-fit/2018-marathon-build'
const tandem = (...args: readonly string[]) =>
  JSON.parse(execFileSync('npx', ['tsx', 'core/cli/main.ts', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }))

const importFiles = async (page: Page, files: readonly string[]): Promise<void> => {
  await page.getByLabel('Files to import').setInputFiles([...files])
  await page.getByRole('heading', { name: /^Import (done|stopped)/ }).waitFor({ timeout: 120_000 })
}

let home: Home
let browser: OpenBrowser
let folder: string
beforeAll(async () => {
  home = await openHome()
  // Why: in this locale a figure reads the same in the app and on the command line.
  browser = await openBrowser({ locale: 'en-AU' })
  folder = mkdtempSync(join(tmpdir(), 'tandem-files-'))
})
afterAll(async () => {
  browser?.assertNoOutsideRequests()
  expect(browser?.pageErrors()).toEqual([])
  await browser?.close()
  await home?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!existsSync(marathonBuild))('with 112 real FIT files of a marathon build', () => {
  let page: Page
  const files = existsSync(marathonBuild) ? readdirSync(marathonBuild).map(file => join(marathonBuild, file)) : []
  // Why: two days after the last file, a Tuesday evening; the history ends with the marathon.
  const today = '2018-09-18'
  beforeAll(async () => {
    page = await browser.newPage()
    await page.clock.setFixedTime(new Date(`${today}T18:00:00`))
    await startRunner(page, home.url, 'Runner')
  })
  afterAll(async () => page.close())

  test('every file is accounted for, and the numbers are those of the command line', async () => {
    await importFiles(page, files)
    const report = page.getByRole('region', { name: 'Import' })
    const byCli = tandem('import', marathonBuild, '--json')
    expect(byCli.totals.files).toBe(files.length)
    const counted = await report
      .locator('[data-outcome] >> nth=0')
      .locator('xpath=..')
      .locator('[data-outcome]')
      .allTextContents()
    const sum = counted.map(words => Number.parseInt(words.trim(), 10)).reduce((a, b) => a + b, 0)
    expect(sum).toBe(files.length)
    await report.getByText(`${byCli.totals.activities} new activities`).waitFor()
  })

  test('the load chart and the weeks show what the command line says', async () => {
    const review = tandem('review', '--history', marathonBuild, '--today', today, '--time', '18:00', '--json')
    const value = (id: string) => review.readings.find((reading: { id: string }) => reading.id === id).value
    const chart = page.getByRole('region', { name: 'Load and form' })
    await chart
      .getByText(`Fitness is ${Math.round(value('fitness'))} on`)
      .first()
      .waitFor()
    const last = review.weeks.filter((week: { runs: number }) => week.runs > 0).at(-1)
    const week = page
      .getByRole('region', { name: /^Week of / })
      .filter({ hasText: `${(last.distanceM / 1000).toFixed(1)} km` })
    expect(await week.count()).toBeGreaterThan(0)
  })

  test('a plan written on top yields the proposal the playbook names, under the command line’s id', async () => {
    await writeSession(page, today, 'Intervals')
    await page
      .locator(`[data-day="${today}"]`)
      .getByRole('button', { name: /Intervals/ })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Not done' }).click()
    const id = await page.locator(`[data-day="${today}"] [data-session]`).first().getAttribute('data-session')
    await page.keyboard.press('Escape')
    await goTo(page, 'Inbox')
    const proposal = page.locator('article[data-proposal]').filter({ hasText: /hill/i })
    await proposal.waitFor()
    const plan = join(folder, 'plan.json')
    const step = (role: string, value: number, zone: string) => ({
      type: 'step',
      role,
      amount: { unit: 's', value },
      target: { type: 'zone', zone },
      cue: null,
    })
    writeFileSync(
      plan,
      JSON.stringify({
        schema: 1,
        sessions: [
          {
            id,
            day: today,
            sport: 'run',
            title: 'Intervals 6 × 3 min',
            purpose: 'intervals',
            key: true,
            steps: [
              step('warmup', 900, 'E'),
              { type: 'repeat', times: 6, steps: [step('work', 180, 'I'), step('recovery', 120, 'E')] },
              step('cooldown', 600, 'E'),
            ],
          },
        ],
        outcomes: [{ session: id, said: 'not-done', activity: null, rpe: null, comment: '', at: 25_620_000 }],
      }),
    )
    const review = tandem(
      'review',
      '--history',
      marathonBuild,
      '--plan',
      plan,
      '--today',
      today,
      '--time',
      '18:00',
      '--json',
    )
    const swap = review.proposals.find((one: { rule: string }) => one.rule === 'swap-equal')
    expect(await proposal.getAttribute('data-proposal')).toBe(swap.id)
    expect(swap.verdict.level).toBe('ask')
  })
})

describe('bad input', () => {
  let page: Page
  let another: OpenBrowser
  const write = (name: string, bytes: Uint8Array | string): string => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  beforeAll(async () => {
    another = await openBrowser()
    page = await another.newPage()
    await startRunner(page, home.url, 'Runner')
  })
  afterAll(async () => {
    another?.assertNoOutsideRequests()
    await another?.close()
  })

  test('each bad file gets a sentence that names it and says what to do, and what was there stays', async () => {
    const good = fitFile({ samples: steadyRun(2400) })
    await importFiles(page, [write('good.fit', good)])
    await page.getByText('1 new activity').waitFor()
    await page.getByRole('button', { name: 'Close the report' }).click()

    const bomb = zipSync({ 'run.fit': new Uint8Array(30_000_000) }, { level: 9 })
    const bad = [
      write('empty.fit', ''),
      write('cut.fit', fitFile({ start: 1_700_000_000, samples: steadyRun(1800) }).slice(0, 900)),
      write(
        'ride.fit',
        fitFile({
          start: 1_700_100_000,
          samples: steadyRun(1800, 8),
          sessions: [{ sport: 'cycling', timerS: 1800, distanceM: 14_400 }],
        }),
      ),
      write('bomb.zip', bomb),
      write('prices.csv', 'item,price\napples,3\n'),
    ]
    await importFiles(page, bad)
    const report = page.getByRole('region', { name: 'Import' })
    await report.getByRole('radio', { name: 'All', exact: true }).check({ force: true })
    const rows = await report.getByRole('listitem').allTextContents()
    const says = (file: string) => rows.find(row => row.includes(file)) ?? `no row for ${file}`
    expect(says('empty.fit')).toMatch(/the file is empty\. Download or copy it again\./)
    expect(says('cut.fit')).toMatch(/the file is cut short; what was there was read\. Export it again/)
    expect(says('ride.fit')).toMatch(/Kept as a ride; not counted as running\./)
    expect(says('bomb.zip')).toMatch(/unpacks to more than \d+ times its size/)
    expect(says('prices.csv')).toMatch(/none of the tables that Tandem reads/)
    await page
      .getByRole('button', { name: 'All', exact: true })
      .or(page.getByRole('radio', { name: 'All' }))
      .first()
      .check({ force: true })
    await page.reload()
    await page
      .getByRole('region', { name: /^Week of .*2026/ })
      .first()
      .waitFor()
  })
})

test('a plan with a field nobody knows is refused by name on the command line', () => {
  const plan = join(folder, 'unknown-field.json')
  writeFileSync(plan, JSON.stringify({ schema: 1, sessionz: [] }))
  const history = join(folder, 'good-history.fit')
  writeFileSync(history, fitFile({ samples: steadyRun(2400) }))
  const run = () =>
    execFileSync(
      'npx',
      ['tsx', 'core/cli/main.ts', 'review', '--history', history, '--plan', plan, '--today', '2026-05-20'],
      {
        encoding: 'utf8',
        stdio: 'pipe',
      },
    )
  expect(run).toThrow(/unknown-field\.json[\s\S]*sessionz/)
})
