/** One configuration, three modes: the app (`pwa`), the browser extension (`extension`), and the tests. */
/// <reference types="vitest/config" />
import { defineConfig, type UserConfig } from 'vite'

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  if (mode === 'extension') {
    const [{ crx }, { default: manifest }] = await Promise.all([
      import('@crxjs/vite-plugin'),
      import('./extension/manifest.ts'),
    ])
    return {
      oxc: jsx,
      plugins: [crx({ manifest })],
      build: {
        outDir: 'dist/extension',
        emptyOutDir: true,
        rolldownOptions: { input: { offscreen: 'extension/offscreen/offscreen.html' } },
      },
    }
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
  return {
    root: 'pwa',
    oxc: jsx,
    plugins: [serviceWorker('sw.ts')],
    build: { outDir: '../dist/pwa', emptyOutDir: true },
    worker: { format: 'es' },
  }
})
