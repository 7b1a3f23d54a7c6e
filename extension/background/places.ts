/** In which sites the person let Tandem in, and the script that stands there. */
import { hosts, isAt } from '../sites/index.ts'
import type { Host, Site } from '../sites/site.ts'

type Place = Host & { readonly site: Site }

/** The hosts the person granted, asked of the browser each time: a permission may be taken back at any moment. */
export const granted = async (): Promise<readonly Place[]> => {
  const held = await Promise.all(hosts.map(({ match }) => chrome.permissions.contains({ origins: [match] })))
  return hosts.filter((_, i) => held[i])
}

const scriptId = 'overlay'

/** Makes the registered script follow the granted hosts exactly. */
export const register = async (script: string): Promise<void> => {
  const matches = (await granted()).map(({ match }) => match)
  const there = await chrome.scripting.getRegisteredContentScripts({ ids: [scriptId] })
  if (matches.length === 0) {
    if (there.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [scriptId] })
    return
  }
  const wanted = { id: scriptId, matches, js: [script], runAt: 'document_idle' as const, persistAcrossSessions: true }
  if (there.length > 0) await chrome.scripting.updateContentScripts([wanted])
  else await chrome.scripting.registerContentScripts([wanted])
}

/** Puts the script into pages that were open before the permission came; the script itself stays one per page. */
export const enter = async (script: string): Promise<void> => {
  const matches = (await granted()).map(({ match }) => match)
  if (matches.length === 0) return
  for (const tab of await chrome.tabs.query({ url: matches }))
    if (tab.id !== undefined)
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: [script] }).catch(() => undefined)
}

/** Tells the scripts in pages that are no longer granted to leave without a trace. */
export const leave = async (origins: readonly string[]): Promise<void> => {
  const gone = hosts.filter(({ match }) => origins.some(origin => isAt(match, origin.replace(/\*$/, ''))))
  const tabs = await chrome.tabs.query({})
  for (const { match } of gone)
    await Promise.all(
      tabs.map(
        tab => tab.id !== undefined && chrome.tabs.sendMessage(tab.id, { news: 'leave', match }).catch(() => {}),
      ),
    )
}
