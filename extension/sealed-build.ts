/** The last step of the extension's build: no web page may fetch a file of ours and so learn that Tandem is installed. */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'

/** Our content scripts, each one self-contained file. */
const contentScripts = ['extension/content.js', 'extension/app-link.js']

/**
 * The bundler may list files as readable by any site, because a content script could load them. Ours load nothing, so
 * the list goes; if one ever loads something the build stops here, instead of the overlay breaking in the page. The
 * bundler's second, unused copy of each script goes too.
 */
export const sealedBuild = (): Plugin => {
  let config: ResolvedConfig
  return {
    name: 'tandem-sealed-build',
    apply: 'build',
    enforce: 'post',
    configResolved: resolved => {
      config = resolved
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: () => {
        const folder = join(config.root, config.build.outDir)
        for (const script of contentScripts)
          if (/\bimport\s*\(|^import\b/m.test(readFileSync(join(folder, script), 'utf8')))
            throw new Error(`\`${script}\` loads other files: it must be one file`)
        const file = join(folder, 'manifest.json')
        const { web_accessible_resources: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as {
          readonly web_accessible_resources?: unknown
        }
        writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
        // Why at the root: the app asks for the checker of its exports where it stands on an address of its own.
        copyFileSync(join(config.root, 'pwa/public/verify.html'), join(folder, 'verify.html'))
        for (const asset of readdirSync(join(folder, 'assets')))
          if (/^(content\.tsx|app-link\.ts)-/.test(asset)) rmSync(join(folder, 'assets', asset))
      },
    },
  }
}
