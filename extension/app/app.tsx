/** The whole app on a page of the extension: another window of the extension's own device. */
import { openApp } from '../../pwa/open-app.tsx'
import { ask } from '../ask.ts'
import { deviceStore, readSettings } from '../settings.ts'
import { HashAddresses } from './addresses.tsx'

/** Milliseconds between two looks whether the background is still there. */
const patience = 15_000
const wake = async (): Promise<undefined> => void (await ask({ type: 'wake' }))

openApp({
  store: deviceStore,
  config: async () => ({ rendezvous: (await readSettings()).rendezvous, iceServers: [] }),
  beside: wake,
  // Why not: the background links with the app in this browser too, which a page of ours cannot.
  leads: false,
  Addresses: HashAddresses,
})
setInterval(() => void wake(), patience)

document.getElementById('settings')!.onclick = () => void chrome.runtime.openOptionsPage()
document.getElementById('wide')!.onclick = () =>
  void chrome.tabs.create({ url: `${location.origin}${location.pathname}${location.hash}` })
