/** The content script as one file, and the platform as it sees it, with the device's answers given by the test. */
import { build } from 'vite'
import type { OverlayDay } from '../../extension/messages.ts'

/** Page code that stands for the browser's own interfaces. */
export const platform = (days: readonly OverlayDay[], paired: boolean) => `
  window.asked = []
  window.hearers = new Set()
  window.tell = news => { for (const hear of window.hearers) hear(news, { id: 'tandem' }) }
  window.days = ${JSON.stringify(days).replaceAll('<', '\\u003c')}
  window.chrome = {
    runtime: {
      id: 'tandem',
      getURL: path => 'chrome-extension://tandem/' + path,
      sendMessage: async message => {
        asked.push(message)
        if (message.request.type === 'days')
          return { ok: true, value: { today: '2026-09-01', paired: ${paired}, days: window.days } }
        return { ok: false, error: { type: 'Refused', says: 'This change no longer stands.' } }
      },
      onMessage: {
        addListener: hear => window.hearers.add(hear),
        removeListener: hear => window.hearers.delete(hear),
      },
    },
    storage: { local: { get: async () => ({}), set: async () => {} } },
  }`

/** The script that stands in pages; with an open root a test sees into it, as in a test build. */
export const contentScript = async (open: boolean): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { __OPEN_ROOT__: String(open), 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, lib: { entry: 'extension/content.tsx', formats: ['iife'], name: 'content' } },
  })
  const output = [built].flat()[0]
  if (output === undefined || !('output' in output)) throw new Error('the content script was not built')
  return output.output[0].code
}
