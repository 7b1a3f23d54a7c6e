/** The training logs Tandem can stand in; the permissions that may be asked for follow from this list. */
import { site as anyPage } from './any-page.ts'
import { site as coros } from './coros.ts'
import { site as finalsurge } from './finalsurge.ts'
import { site as garmin } from './garmin.ts'
import { site as intervals } from './intervals.ts'
import type { Host, Page, Site } from './site.ts'
import { site as strava } from './strava.ts'
import { site as trainingpeaks } from './trainingpeaks.ts'

export const sites: readonly Site[] = [trainingpeaks, strava, garmin, intervals, finalsurge, coros, anyPage]

export const hosts: readonly (Host & { readonly site: Site })[] = sites.flatMap(site =>
  site.hosts.map(host => ({ ...host, site })),
)

/** The page at this address, or undefined where none of ours stands there. */
export const pageAt = (url: URL): Page | undefined => sites.flatMap(site => site.pages).find(page => page.shows(url))

/** Whether an address belongs to a host's match pattern (`https://host/*`). */
export const isAt = (match: string, address: string): boolean => {
  try {
    return new URL(address).origin === new URL(match.slice(0, -1)).origin
  } catch {
    return false
  }
}
