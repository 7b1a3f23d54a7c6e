/** A new version waits quietly until the person takes it; an open form is never lost to it. */
import { Workbox } from 'workbox-window'
import type { Ends } from './create-app.ts'

/** Registers the service worker and offers each new version as a line with a button. */
export const watchForUpdates = async (ends: Ends): Promise<void> => {
  const worker = new Workbox('/sw.js')
  worker.addEventListener('waiting', () => {
    ends.tell({
      says: 'A new version of Tandem is ready.',
      bad: false,
      undoLabel: 'Reload',
      undo: () => {
        worker.addEventListener('controlling', () => location.reload())
        worker.messageSkipWaiting()
      },
    })
  })
  try {
    await worker.register()
  } catch {
    // Why: without a service worker (plain http, private window) the app works, only not offline from cold.
  }
}
