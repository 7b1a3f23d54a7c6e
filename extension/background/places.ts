/** In which sites the person let Tandem in, and the script that stands there. */
import { enteredOrigins, isAppAddress, isUnder, localMatch, matchOf } from '../app-addresses.ts'
import { hosts, isAt } from '../sites/index.ts'
import type { Host, Site } from '../sites/site.ts'

type Place = Host & { readonly site: Site }

/** The hosts the person granted, asked of the browser each time: a permission may be taken back at any moment. */
export const granted = async (): Promise<readonly Place[]> => {
  const held = await Promise.all(hosts.map(({ match }) => chrome.permissions.contains({ origins: [match] })))
  return hosts.filter((_, i) => held[i])
}

/** Where the person let Tandem link with its own app. */
const grantedApp = async (): Promise<readonly string[]> => {
  const wanted = [...new Set([localMatch, ...(await enteredOrigins(chrome.storage.local)).map(matchOf)])]
  const held = await Promise.all(wanted.map(match => chrome.permissions.contains({ origins: [match] })))
  // Why: where a training log stands, its own script stands, and no app.
  return wanted.filter((match, i) => held[i] && !hosts.some(host => isAt(host.match, match.slice(0, -1))))
}

/** Whether a page of the app may be linked with. */
export const isGrantedApp = async (address: string): Promise<boolean> =>
  isAppAddress(address, await enteredOrigins(chrome.storage.local)) &&
  (await grantedApp()).some(match => isUnder(match, address))

/** Our two scripts: one draws in training logs, one links with the app. */
export type Scripts = { readonly overlay: string; readonly app: string }

const stands = async ({ overlay, app }: Scripts) => [
  { id: 'overlay', script: overlay, matches: (await granted()).map(({ match }) => match) },
  { id: 'app', script: app, matches: await grantedApp() },
]

/** Makes the registered scripts follow what was granted exactly. */
export const register = async (scripts: Scripts): Promise<void> => {
  for (const { id, script, matches } of await stands(scripts)) {
    const there = await chrome.scripting.getRegisteredContentScripts({ ids: [id] })
    if (matches.length === 0) {
      if (there.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [id] })
      continue
    }
    const wanted = {
      id,
      matches: [...matches],
      js: [script],
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    }
    if (there.length > 0) await chrome.scripting.updateContentScripts([wanted])
    else await chrome.scripting.registerContentScripts([wanted])
  }
}

/** Puts the scripts into pages that were open before the permission came; each stays one per page. */
export const enter = async (scripts: Scripts): Promise<void> => {
  for (const { script, matches } of await stands(scripts)) if (matches.length > 0) await enterOne(script, matches)
}

const enterOne = async (script: string, matches: readonly string[]): Promise<void> => {
  for (const tab of await chrome.tabs.query({ url: [...matches] }))
    if (tab.id !== undefined)
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: [script] }).catch(() => undefined)
}

/** Tells the scripts in pages that are no longer granted to leave without a trace. */
export const leave = async (origins: readonly string[]): Promise<void> => {
  const gone = hosts.filter(({ match }) => origins.some(origin => isAt(match, origin.replace(/\*$/, ''))))
  const tabs = await chrome.tabs.query({})
  const left = [...gone.map(({ match }) => match), ...origins.filter(origin => !gone.some(one => one.match === origin))]
  for (const match of left)
    await Promise.all(
      tabs.map(
        tab => tab.id !== undefined && chrome.tabs.sendMessage(tab.id, { news: 'leave', match }).catch(() => {}),
      ),
    )
}
