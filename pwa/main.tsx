/** Where the app is put together: the one place that opens the store, the clock, the links and the page. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import { Tandem } from './app.tsx'
import { readersUnit } from './parts/for-reader.ts'
import { speakAs } from './parts/format.ts'
import { takeShared } from './shared-files.ts'
import { readClock } from './state/clock.ts'
import { createApp, type Ends, type Live } from './state/create-app.ts'
import dryRunWorker from './state/dry-run.worker.ts?shared'
import { handedFiles } from './state/handed-files.ts'
import importWorker from './state/import.worker.ts?shared'
import { speakIn } from './state/languages/index.ts'
import { readPreferences } from './state/preferences.ts'
import rosterWorker from './state/roster.worker.ts?shared'
import { whenFree } from './state/when-free.ts'

/** The invitation in the address, taken out of it at once so that it stays in no history and no picture. */
const takeInvitation = (): string | null => {
  const found = /^#join=(.+)$/.exec(location.hash)
  if (!found) return null
  history.replaceState(null, '', location.pathname + location.search)
  return found[1]!
}

/** Where this copy of the app is served it may name a meeting point for the links; without one it contacts nothing. */
type Config = { readonly rendezvous: readonly string[]; readonly iceServers: readonly RTCIceServer[] }
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

const goLive = async (ends: Ends): Promise<Live> => {
  // Why: what keeps and checks the documents is heavy; the frame is on screen before it is fetched.
  const [{ openDevice }, { portHub }, { openPagePort }, { enliven }, config] = await Promise.all([
    import('../core/peer/device.ts'),
    import('../core/peer/links/port.ts'),
    import('../core/peer/links/page-port.ts'),
    import('./state/live.ts'),
    readConfig(),
  ])
  const hub = portHub(Date.now)
  openPagePort(window, hub, () => crypto.randomUUID())
  const options = { store: 'tandem', name: '', ...config, now: Date.now, opens: 'listed' } as const
  const device = await openDevice(options, { beside: hub.connect, whenFree })
  return enliven(ends, device, {
    forImport: () => new Worker(importWorker, { type: 'module' }),
    forDryRun: () => new Worker(dryRunWorker, { type: 'module' }),
    forRoster: () => new Worker(rosterWorker, { type: 'module' }),
    whenFree,
  })
}

const begun: { live: (live: Live | PromiseLike<Live>) => void; failed: (why: unknown) => void } = {
  live: () => {},
  failed: () => {},
}
const live = new Promise<Live>((yes, no) => {
  begun.live = yes
  begun.failed = no
})

// Why: what failed is on screen; nobody else need hear of it.
live.catch(() => {})

const { app, ends } = createApp(
  {
    now: readClock(Date.now()),
    online: navigator.onLine,
    preferences: readPreferences(localStorage, navigator.language),
    invitation: takeInvitation(),
    shelf: localStorage,
    newId: () => crypto.randomUUID(),
  },
  live,
)

const tick = () => {
  const now = readClock(Date.now())
  if (now.at !== ends.now.value.at || now.day !== ends.now.value.day) ends.now.value = now
}
setInterval(tick, 5_000)
document.addEventListener('visibilitychange', tick)
for (const event of ['online', 'offline'] as const)
  addEventListener(event, () => {
    ends.online.value = navigator.onLine
  })
addEventListener('beforeinstallprompt', event => {
  event.preventDefault()
  ends.install.value = () => void event.prompt()
})
addEventListener('appinstalled', () => {
  ends.install.value = null
})
addEventListener('storage', ({ key }) => ends.drafts.value?.heard(key))
addEventListener('hashchange', () => {
  ends.invitation.value = takeInvitation() ?? ends.invitation.value
})
effect(() => {
  readersUnit.value = app.preferences.value.distance
})
effect(() => {
  const { theme } = app.preferences.value
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
})
effect(() => {
  const { language } = app.preferences.value
  document.documentElement.lang = language
  speakAs(language)
  void speakIn(language)
})

render(<Tandem app={app} />, document.getElementById('app')!)

// Why: a turn later, so that the frame is drawn first; a frame callback would never come in a hidden tab.
setTimeout(() => {
  goLive(ends).then(begun.live, why => {
    ends.opening.value = { state: 'failed', why: why instanceof Error ? why.message : String(why) }
    begun.failed(why)
  })
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
