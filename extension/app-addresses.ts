/** Where the app itself may stand for the extension to link with it; the permission is asked for on a click. */

/** `npm start` serves the app there. Any port of it is meant; no other machine can be reached under this name. */
export const appMatch = 'http://localhost/*'

export const isAppAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && hostname === 'localhost'
}
