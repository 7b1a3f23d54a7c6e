/** Lists what was built and bundles the service worker with that list, so that every screen works without a network. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'

type Listed = { readonly url: string; readonly revision: string | null }

/** Files with a hash in their name need no revision; of the others the content is hashed. */
const listFiles = (folder: string, out: string): readonly Listed[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.map') && entry.name !== out)
    .map(entry => {
      const path = join(entry.parentPath, entry.name)
      const url = `/${relative(folder, path).split(sep).join('/')}`
      const hashed = /-[\w-]{8}\.\w+$/.test(url)
      const revision = hashed ? null : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
      return { url, revision }
    })
    .filter(({ url }) => url !== '/config.json' && !url.startsWith('/screenshots/'))
    .sort((a, b) => (a.url < b.url ? -1 : 1))

/** `entry` is the worker's source, relative to the app's root; `out` its address. */
export const serviceWorker = (entry: string, out = 'sw.js'): Plugin => {
  let config: ResolvedConfig
  return {
    name: 'tandem-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const folder = resolve(config.root, config.build.outDir)
        await build({
          configFile: false,
          root: config.root,
          logLevel: 'warn',
          publicDir: false,
          define: {
            'self.__WB_MANIFEST': JSON.stringify(listFiles(folder, out)),
            'process.env.NODE_ENV': '"production"',
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            lib: { entry: join(config.root, entry), formats: ['iife'], name: 'sw', fileName: () => out },
            rolldownOptions: { output: { codeSplitting: false } },
          },
        })
      },
    },
  }
}
