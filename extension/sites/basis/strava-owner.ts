/** Whose page of Strava it is: paths under `/athlete/` are the reader's own, all others name somebody. */
import type { SiteError } from '../site.ts'

/** The reader's own number, from the links of the page's own menu; null where they are not there or disagree. */
const ownId = (document: Document): string | null => {
  const links = document.querySelectorAll(
    '#global-header a[href*="/athletes/"], header nav a[href*="/athletes/"], .user-menu a[href*="/athletes/"]',
  )
  const ids = new Set([...links].map(link => /\/athletes\/(\d+)/.exec(link.getAttribute('href') ?? '')?.[1]))
  return ids.size === 1 ? ([...ids][0] ?? null) : null
}

const whoseAddress = ({ location }: Document): string | undefined => /^\/athletes\/(\d+)/.exec(location.pathname)?.[1]

/** Null where the page is the reader's own. `named`: whom the page itself names, where its address names nobody. */
export const stravaOwner = (document: Document, named = whoseAddress(document)): SiteError | null => {
  if (document.location.pathname.startsWith('/athlete/')) return null
  const own = ownId(document)
  if (named === undefined || own === null) return { type: 'OwnerUnknown', says: 'the page does not say whose it is' }
  return named === own ? null : { type: 'NotOwn', says: 'the page is another athlete’s' }
}
