/** The one command that says whether everything holds: types, lint, every test, both builds. */
import { mkdirSync, rmSync } from 'node:fs'
import { checkBudgets } from './budgets.ts'
import { build, builds, testBuild } from './build.ts'
import { findOrInstallChromium, howToGetChromium } from './chromium.ts'
import { type Outcome, oneCheck, readReport } from './report.ts'
import { runTool } from './run.ts'
import { checkTypes } from './types.ts'

const folder = '.cache/test'
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const chromium = findOrInstallChromium()
if (chromium === undefined) console.error(howToGetChromium)

const vitest = async (name: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> => {
  const file = `${folder}/${name.replaceAll(/\W+/g, '-')}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const browser = chromium === undefined ? {} : { CHROMIUM: chromium }
  return readReport(name, file, await runTool('vitest', ['run', ...words, ...reporters], { ...browser, ...env }))
}

// Why: these know no calendar day, change the tables that others read with, or read hundreds of files whose days the other tests of the import cover.
const zoneless = ['peer', 'attack', 'links', 'relay', 'science', 'import-real', 'fit-tables'].flatMap(name => [
  '--exclude',
  `test/unit/${name}*`,
])

// Why: by itself the runner leaves one core idle; on two that is half of the machine.
const everyCore = '--maxWorkers=100%'
// Why: in another zone the question is what a day is, and these files keep nothing that another could stumble on.
const together = [everyCore, '--pool=threads', '--no-isolate']

const checks: readonly (readonly [name: string, run: () => Promise<Outcome>])[] = [
  ['types', async () => oneCheck('types', await checkTypes())],
  ['lint', async () => oneCheck('lint', (await runTool('biome', ['ci', '.'])) === 0)],
  ['tests', () => vitest('tests', ['--project', 'node', everyCore])],
  ...['Pacific/Apia', 'America/St_Johns'].map(
    zone =>
      [
        `unit in ${zone}`,
        () => vitest(`unit in ${zone}`, ['--project', 'node', 'test/unit', ...zoneless, ...together], { TZ: zone }),
      ] as const,
  ),
  ...[...builds, testBuild].map(
    one => [`build ${one.name}`, async () => oneCheck(`build ${one.name}`, await build(one))] as const,
  ),
  ['budgets', async () => oneCheck('budgets', checkBudgets())],
  ['end to end', () => vitest('end to end', ['--project', 'e2e'])],
]

const outcomes: (Outcome & { readonly seconds: number })[] = []
for (const [name, run] of checks) {
  console.log(`\n── ${name}`)
  const start = Date.now()
  outcomes.push({ ...(await run()), seconds: Math.round((Date.now() - start) / 1_000) })
}

const total = (count: (outcome: Outcome) => number) => outcomes.reduce((sum, outcome) => sum + count(outcome), 0)
const failed = total(outcome => outcome.failed)
console.log('\n── summary')
for (const { name, passed, failed, seconds } of outcomes)
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
for (const name of outcomes.flatMap(outcome => outcome.skipped)) console.log(`skipped: ${name}`)
for (const name of outcomes.flatMap(outcome => outcome.failures)) console.log(`failed: ${name}`)
console.log(`${total(outcome => outcome.passed)} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
