/** Builds the app, the extension and the rendezvous (one file) into `dist`. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runTool } from './run.ts'

/** Each build with the file it writes last, by whose age it is known whether it is current. */
export const builds = [
  { name: 'pwa', mode: 'pwa', written: 'dist/pwa/sw.js', env: {} },
  { name: 'extension', mode: 'extension', written: 'dist/extension/manifest.json', env: {} },
] as const
/** The extension with an overlay that tests can see into. */
export const testBuild = {
  name: 'extension for tests',
  mode: 'extension',
  written: 'dist/extension-for-tests/manifest.json',
  env: { TANDEM_TEST: '1' },
} as const
/** The same extension for Firefox, whose background is a page and whose side panel is a sidebar. */
export const firefoxBuild = {
  name: 'extension for Firefox',
  mode: 'extension',
  written: 'dist/extension-firefox/manifest.json',
  env: { TANDEM_BROWSER: 'firefox' },
} as const
/** The meeting point as one file that needs nothing but Node. */
const rendezvousBuild = {
  name: 'rendezvous',
  mode: 'rendezvous',
  written: 'dist/rendezvous/rendezvous.mjs',
  env: {},
} as const
export type Build = (typeof builds)[number] | typeof testBuild | typeof firefoxBuild | typeof rendezvousBuild

/** Builds one; true if that went well. */
export const build = async ({ mode, env }: Build): Promise<boolean> =>
  (await runTool('vite', ['build', '--mode', mode, '--logLevel', 'warn'], {
    TANDEM_TEST: '',
    TANDEM_BROWSER: '',
    ...env,
  })) === 0

const sources = ['core', 'pwa', 'extension', 'package-lock.json', 'vite.config.ts']

const newest = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map(name => newest(join(path, name))))
}

/** Whether any source is newer than what was built from it. */
export const isStale = ({ written }: Build): boolean => newest(written) < Math.max(...sources.map(newest))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  let sound = true
  const asked = process.argv.includes('--for-tests') ? [builds[0], testBuild] : [...builds, rendezvousBuild]
  for (const one of asked) if (!(await build(one))) sound = false
  process.exit(sound ? 0 : 1)
}
