/** The app on an address of its own: what is served beside it, what the system hands it, and its updates. */
import { LocationProvider } from 'preact-iso/router'
import { type Config, openApp } from './open-app.tsx'
import { takeShared } from './shared-files.ts'
import { handedFiles } from './state/handed-files.ts'

/** Where this copy of the app is served it may name a meeting point for the links; without one it contacts nothing. */
const readConfig = async (): Promise<Config> => {
  try {
    const answer = await fetch('/config.json', { cache: 'no-cache', signal: AbortSignal.timeout(3_000) })
    if (!answer.ok) return { rendezvous: [], iceServers: [] }
    const told = (await answer.json()) as { rendezvous?: unknown; iceServers?: unknown }
    const addresses = Array.isArray(told.rendezvous) ? told.rendezvous : [told.rendezvous]
    return {
      rendezvous: addresses.filter(one => typeof one === 'string' && /^wss?:\/\//.test(one)) as string[],
      iceServers: Array.isArray(told.iceServers) ? (told.iceServers as RTCIceServer[]) : [],
    }
  } catch {
    return { rendezvous: [], iceServers: [] }
  }
}

/** The way to the extension in this browser, through its script in this page. */
const besideExtension = async () => {
  const [{ portHub }, { openPagePort }] = await Promise.all([
    import('../core/peer/links/port.ts'),
    import('../core/peer/links/page-port.ts'),
  ])
  const hub = portHub(Date.now)
  openPagePort(window, hub, () => crypto.randomUUID())
  return hub.connect
}

const { app, ends } = openApp({
  store: 'tandem',
  config: readConfig,
  beside: besideExtension,
  leads: true,
  Addresses: LocationProvider,
})
const handOver = handedFiles(app)
// Why: files opened with the app from the desktop come through the launch queue, now or while it is open.
window.launchQueue?.setConsumer(async ({ files }) => {
  handOver(await Promise.all(files.map(file => file.getFile())))
})
// Why at every start: the one who shares is led here by a navigation of its own.
takeShared().then(handOver, () => app.say('What was shared could not be read. Share it once more.', true))
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  void import('./state/updates.ts').then(({ watchForUpdates }) => watchForUpdates(ends))
