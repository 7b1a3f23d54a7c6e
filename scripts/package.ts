/** Makes what a store takes: the extension for each browser as one file, with its texts beside it (`npm run package`). */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Zippable, zipSync } from 'fflate'
import about from '../package.json' with { type: 'json' }
import { build, builds, firefoxBuild } from './build.ts'

const out = 'dist/store'
const texts = 'extension/store'
/** Mozilla's own check; it is fetched when asked for and is no part of the project. */
const linter = 'addons-linter@10.14.0'
// Why a fixed day: the same sources give the same bytes.
const mtime = new Date(1980, 0, 1, 12)

const packages = [
  { browser: 'chromium', from: builds[1], folder: 'dist/extension' },
  { browser: 'firefox', from: firefoxBuild, folder: 'dist/extension-firefox' },
] as const

/** Every file of a folder as one archive, in the order of the names. */
export const zipped = (folder: string): Uint8Array => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => join(file.parentPath, file.name))
    .sort()
  const tree: Zippable = Object.fromEntries(
    files.map(file => [file.slice(folder.length + 1).replaceAll('\\', '/'), [readFileSync(file), { mtime, level: 9 }]]),
  )
  return zipSync(tree)
}

const main = async (): Promise<boolean> => {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  for (const { browser, from, folder } of packages) {
    if (!(await build(from))) return false
    const archive = zipped(folder)
    const path = `${out}/tandem-${browser}-${about.version}.zip`
    writeFileSync(path, archive)
    console.log(`${path}: ${Math.round(archive.length / 1024)} KB`)
  }
  for (const file of readdirSync(texts)) copyFileSync(join(texts, file), join(out, file))
  console.log(`${out}: the texts of the listing, the privacy statement, and a reason for each permission`)
  if (!process.argv.includes('--lint')) return true
  return spawnSync('npx', ['--yes', linter, 'dist/extension-firefox'], { stdio: 'inherit' }).status === 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit((await main()) ? 0 : 1)
