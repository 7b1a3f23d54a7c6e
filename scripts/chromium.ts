/** Finds the Chromium that the tests drive, or installs Debian's. */
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .flatMap(folder => ['chromium', 'chromium-browser'].map(name => join(folder, name)))
const playwrights = () => {
  try {
    return [chromium.executablePath()]
  } catch {
    return []
  }
}

/**
 * The path of a Chromium: the one named in CHROMIUM, else at a known place, on the PATH, or Playwright's own. Branded
 * Chrome is not looked for, since it no longer loads an unpacked extension from the command line.
 */
export const findChromium = (): string | undefined => {
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined
  return [...places, ...onPath(), ...playwrights()].find(isProgram)
}

export const howToGetChromium =
  'No Chromium was found. Install it (Debian: `apt-get install chromium`; anywhere: `npx playwright-core install chromium`), ' +
  'or name it: `CHROMIUM=/path/to/chromium npm test`.'

/** Finds Chromium, or installs Debian's where that is possible without asking anybody; undefined where it is not. */
export const findOrInstallChromium = (): string | undefined => {
  const found = findChromium()
  if (found !== undefined || process.env.CHROMIUM) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('No Chromium here: installing Debian’s (apt-get install chromium).')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (words: readonly string[]) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env })
  apt(['update', '-qq'])
  apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  return findChromium()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = findOrInstallChromium()
  if (path === undefined) {
    console.error(howToGetChromium)
    process.exit(1)
  }
  console.log(path)
  console.log(execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim())
}
