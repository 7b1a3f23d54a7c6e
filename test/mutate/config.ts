/** The mutation run: the lies are woven in while the code is read, and the tests are read as plain functions. */
import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { mutantsByFile } from './instrument.ts'
import { withLies } from './operators.ts'

const root = process.cwd()

export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    {
      name: 'lies',
      enforce: 'pre',
      resolveId(id, importer) {
        const isTest = importer !== undefined && /\/test\/(unit|laws|flow|kit)\//.test(importer)
        return id === 'vitest' && isTest ? `${root}/test/mutate/collect.ts` : null
      },
      transform(code, id) {
        const file = relative(root, id.split('?')[0] ?? '').replaceAll('\\', '/')
        // Why: what is remembered from before a lie would hide it.
        if (file === 'core/lib/remembered.ts')
          return code
            .replace('before.get(key)', 'of(before).get(key)')
            .replace('before.set(key', 'of(before).set(key')
            .concat(
              'const lies = new WeakMap()\nconst of = before => {\n' +
                '  const now = globalThis.told\n  let held = lies.get(before)\n' +
                '  if (held?.now !== now) lies.set(before, (held = { now, map: new WeakMap() }))\n  return held.map\n}\n',
            )
        const mutants = mutantsByFile().get(file)
        return mutants === undefined ? null : withLies(code, mutants)
      },
    },
  ],
  test: { include: ['test/mutate/run-lies.ts'], testTimeout: 7_200_000, fileParallelism: false, isolate: false },
})
