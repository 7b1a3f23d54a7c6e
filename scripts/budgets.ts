/** What the app and the overlay weigh, gzipped: beside the paper's figure, and never more than the last time it was looked at. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const app = 'dist/pwa'
const assets = join(app, 'assets')

const gz = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length
const sum = (paths: Iterable<string>): number => [...paths].reduce((total, path) => total + gz(path), 0)

/** What the page asks for by itself: scripts and styles named in its text. */
const namedInPage = (ending: string): readonly string[] =>
  [...readFileSync(join(app, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)]
    .map(([, path]) => join(app, path!))
    .filter(path => path.endsWith(ending))

/** A script and all that it cannot run without. */
const withWhatItNeeds = (paths: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>()
  const waiting = [...paths]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    found.add(path)
    const needs = readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)
    for (const [, name] of needs) waiting.push(join(assets, name!))
  }
  return found
}

/** The files that were made of these parts, by the names the build gives them. */
const madeOf = (names: readonly string[]): readonly string[] =>
  readdirSync(assets)
    .filter(file => names.some(name => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file)))
    .map(file => join(assets, file))

const everything = (): readonly string[] =>
  readdirSync(app, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(js|css|html|wasm|webmanifest)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))

type Budget = {
  readonly what: string
  readonly bytes: () => number
  /** KB: what it should weigh, and what it may, so that it only ever gets lighter. */
  readonly aim: number
  readonly atMost: number
}

export const budgets: readonly Budget[] = [
  { what: 'first paint, scripts', bytes: () => sum(withWhatItNeeds(namedInPage('.js'))), aim: 35, atMost: 38 },
  { what: 'first paint, styles', bytes: () => sum(namedInPage('.css')), aim: 10, atMost: 10 },
  {
    what: 'with the data layer, scripts',
    bytes: () => sum(withWhatItNeeds([...namedInPage('.js'), ...madeOf(['device', 'live', 'port', 'page-port'])])),
    aim: 110,
    atMost: 285,
  },
  { what: 'the whole app', bytes: () => sum(everything()), aim: 300, atMost: 780 },
  { what: 'content script', bytes: () => gz('dist/extension/extension/content.js'), aim: 40, atMost: 40 },
]

const kb = (bytes: number): string => (bytes / 1000).toFixed(1)

/** Prints every budget; whether none is passed. */
export const checkBudgets = (): boolean => {
  let sound = true
  for (const { what, bytes, aim, atMost } of budgets) {
    const weighs = bytes()
    const isLight = weighs <= atMost * 1000
    sound &&= isLight
    const verdict = isLight
      ? weighs <= aim * 1000
        ? 'within the budget'
        : 'over the aim, within what was reached'
      : 'TOO HEAVY'
    console.log(`${what.padEnd(30)}${kb(weighs).padStart(8)} KB gz   aim ${aim}   at most ${atMost}   ${verdict}`)
  }
  return sound
}

/** The heaviest files, for whoever looks for what to take out. */
const heaviest = (): void => {
  const weighed = everything().map(path => ({ name: basename(path), weighs: gz(path) }))
  for (const { name, weighs } of weighed.toSorted((a, b) => b.weighs - a.weighs).slice(0, 20))
    console.log(`${kb(weighs).padStart(8)} KB gz   ${name}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--heaviest')) heaviest()
  process.exitCode = checkBudgets() ? 0 : 1
}
