/** One configuration, three modes: the app (`pwa`), the browser extension (`extension`), and the tests. */
/// <reference types="vitest/config" />
import { defineConfig, type UserConfig } from 'vite'

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  if (mode === 'extension') {
    const [{ crx }, { manifestFor }, { sealedBuild }, { fitTables }, { besidePart, sharedWorkers }] = await Promise.all(
      [
        import('@crxjs/vite-plugin'),
        import('./extension/manifest.ts'),
        import('./extension/sealed-build.ts'),
        import('./pwa/fit-tables.ts'),
        import('./pwa/worker-plugin.ts'),
      ],
    )
    // Why: a test must see into the overlay; a release never opens its root to the page, so the two stand apart.
    const isTestBuild = process.env.TANDEM_TEST === '1'
    const browser = process.env.TANDEM_BROWSER === 'firefox' ? 'firefox' : 'chrome'
    const folder = browser === 'firefox' ? 'dist/extension-firefox' : 'dist/extension'
    return {
      oxc: jsx,
      define: { __OPEN_ROOT__: JSON.stringify(isTestBuild), __EVENT_PAGE__: JSON.stringify(browser === 'firefox') },
      plugins: [fitTables(), sharedWorkers(), crx({ manifest: manifestFor(browser), browser }), sealedBuild()],
      build: {
        outDir: isTestBuild ? 'dist/extension-for-tests' : folder,
        emptyOutDir: true,
        modulePreload: { resolveDependencies: besidePart },
        rolldownOptions: {
          input: { offscreen: 'extension/offscreen/offscreen.html', app: 'extension/app/app.html' },
        },
      },
    }
  }
  if (mode === 'rendezvous')
    return {
      ssr: { noExternal: true },
      build: {
        ssr: 'core/relay/main.ts',
        outDir: 'dist/rendezvous',
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'rendezvous.mjs', codeSplitting: false } },
      },
    }
  if (mode === 'test') {
    const project = (name: string, include: string[], more: object = {}) => ({
      extends: true as const,
      test: { name, environment: 'node' as const, include, ...more },
    })
    return {
      oxc: jsx,
      test: {
        projects: [
          project('node', [
            'test/shape/**/*.test.ts',
            'test/unit/**/*.test.ts',
            'test/laws/**/*.test.ts',
            'test/contract/**/*.test.ts',
            'test/flow/**/*.test.ts',
          ]),
          project('e2e', ['test/e2e/**/*.test.ts'], {
            testTimeout: 120_000,
            hookTimeout: 120_000,
            fileParallelism: false,
          }),
        ],
      },
    }
  }
  const { serviceWorker } = await import('./pwa/sw-plugin.ts')
  const { fitTables } = await import('./pwa/fit-tables.ts')
  const { besidePart, sharedWorkers } = await import('./pwa/worker-plugin.ts')
  return {
    root: 'pwa',
    oxc: jsx,
    plugins: [fitTables(), sharedWorkers(), serviceWorker('sw.ts')],
    build: {
      outDir: '../dist/pwa',
      emptyOutDir: true,
      modulePreload: { resolveDependencies: besidePart },
    },
  }
})
