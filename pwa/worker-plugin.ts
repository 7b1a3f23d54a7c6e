/** Builds what runs beside the page together with the page, so that both load one copy of what they share. */
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'

const asked = /^(.+\.worker\.ts)\?shared$/

/** `import address from './x.worker.ts?shared'` gives the address of a module worker. */
export const sharedWorkers = (): Plugin => ({
  name: 'tandem-shared-workers',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    const [, path] = asked.exec(source) ?? []
    return path === undefined || importer === undefined ? undefined : `${resolve(dirname(importer), path)}?shared`
  },
  load(id) {
    const [, path] = asked.exec(id) ?? []
    if (path === undefined) return undefined
    const emitted = this.emitFile({ type: 'chunk', id: path })
    return `export default import.meta.ROLLUP_FILE_URL_${emitted}`
  },
})

/**
 * What is fetched beside a part loaded later. Why nothing for the readers of files: they run in a worker, where there is
 * no document in which a link could be put.
 */
export const besidePart = (_: string, beside: string[], { hostId }: { readonly hostId: string }): string[] =>
  hostId.includes('import.worker') ? [] : beside
