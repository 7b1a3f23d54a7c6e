/** How the app is put together, whoever opens it: the store, the clock, the links and the page. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import type { Connect } from '../core/peer/link.ts'
import { type Addresses, Tandem } from './app.tsx'
import { readersUnit } from './parts/for-reader.ts'
import { speakAs } from './parts/format.ts'
import type { App } from './state/app.ts'
import { readClock } from './state/clock.ts'
import { createApp, type Ends, type Live } from './state/create-app.ts'
import dryRunWorker from './state/dry-run.worker.ts?shared'
import importWorker from './state/import.worker.ts?shared'
import { speakIn } from './state/languages/index.ts'
import { readPreferences } from './state/preferences.ts'
import rosterWorker from './state/roster.worker.ts?shared'
import { shownIn } from './state/shown.ts'
import { whenFree } from './state/when-free.ts'

/** Where the app stands: what differs between a page on its own address and a page of the extension. */
export type Standing = {
  /** The name of the device's store; two windows with one store are one device. */
  readonly store: string
  readonly config: () => Promise<Config>
  /** The way to the other part of Tandem on this machine, where this window has one. */
  readonly beside: () => Promise<Connect | undefined>
  /** Whether this window may hold the device's line, or another one always does. */
  readonly leads: boolean
  readonly Addresses: Addresses
}

/** Where devices meet; without an address nothing is contacted. */
export type Config = { readonly rendezvous: readonly string[]; readonly iceServers: readonly RTCIceServer[] }

/** The invitation in the address, taken out of it at once so that it stays in no history and no picture. */
const takeInvitation = (): string | null => {
  const found = /^#join=(.+)$/.exec(location.hash)
  if (!found) return null
  history.replaceState(null, '', location.pathname + location.search)
  return found[1]!
}

const goLive = async (ends: Ends, standing: Standing): Promise<Live> => {
  // Why: what keeps and checks the documents is heavy; the frame is on screen before it is fetched.
  const [{ openDevice }, { enliven }, beside, config] = await Promise.all([
    import('../core/peer/device.ts'),
    import('./state/live.ts'),
    standing.beside(),
    standing.config(),
  ])
  const { store, leads } = standing
  const options = { store, name: '', ...config, now: Date.now, opens: 'listed' } as const
  const whenShown = () => shownIn(ends)
  const device = await openDevice(options, { leads, whenFree, whenShown, ...(beside && { beside }) })
  return enliven(ends, device, {
    forImport: () => new Worker(importWorker, { type: 'module' }),
    forDryRun: () => new Worker(dryRunWorker, { type: 'module' }),
    forRoster: () => new Worker(rosterWorker, { type: 'module' }),
    whenFree,
  })
}

/** Opens the app in the page's own element and gives it with its ends, for what only some places hand it. */
export const openApp = (standing: Standing): { readonly app: App; readonly ends: Ends } => {
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

  render(<Tandem app={app} Addresses={standing.Addresses} />, document.getElementById('app')!)

  // Why: a turn later, so that the frame is drawn first; a frame callback would never come in a hidden tab.
  setTimeout(() => {
    goLive(ends, standing).then(begun.live, why => {
      ends.opening.value = { state: 'failed', why: why instanceof Error ? why.message : String(why) }
      begun.failed(why)
    })
  })
  return { app, ends }
}
