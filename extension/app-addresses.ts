/** Where the app itself may stand for the extension to link with it; the permission is asked for on a click. */

/** `npm start` serves the app there. Any port of it is meant; no other machine can be reached under this name. */
export const localMatch = 'http://localhost/*'

const thisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

const read = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined)

/** Whether the app can stand at an address at all: at https, or on this machine itself. */
export const canBeApp = (address: string): boolean => {
  const url = read(address)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && thisMachine.has(url.hostname))
}

/** What the browser is asked for; it knows no ports, so that a page's own origin is looked at besides. */
export const matchOf = (origin: string): string => {
  const url = read(origin)
  return url === undefined ? localMatch : `${url.protocol}//${url.hostname}/*`
}

/** Whether an address stands under what the browser allowed. */
export const isUnder = (match: string, address: string): boolean => {
  const [allowed, here] = [read(match), read(address)]
  return allowed !== undefined && allowed.protocol === here?.protocol && allowed.hostname === here.hostname
}

/** Whether a page is the app: at localhost, or at exactly an origin the person entered. */
export const isAppAddress = (address: string, entered: readonly string[] = []): boolean =>
  isUnder(localMatch, address) || entered.includes(read(address)?.origin ?? '')

/** The origin of what a person typed as the address of their app; undefined where the app cannot stand there. */
export const readAppOrigin = (typed: string): string | undefined => {
  const text = typed.trim()
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  return canBeApp(address) ? new URL(address).origin : undefined
}

/** The extension's own small store, as far as it is needed here. */
type Area = Pick<chrome.storage.StorageArea, 'get' | 'set'>
export const originsKey = 'appOrigins'
const most = 20

/** The origins the person entered; what is there in another shape counts as none. */
export const enteredOrigins = async (area: Area): Promise<readonly string[]> => {
  const kept = (await area.get(originsKey))[originsKey] as unknown
  const texts = Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
  return texts.filter(canBeApp).slice(0, most)
}

export const keepOrigins = (area: Area, origins: readonly string[]): Promise<void> =>
  area.set({ [originsKey]: [...new Set(origins)].slice(-most) })
