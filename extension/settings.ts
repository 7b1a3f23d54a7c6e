/** What this browser was told once: the person's name and where to look for the coach's device. Kept in IndexedDB. */
import * as v from 'valibot'
import { parse } from '../core/lib/parse.ts'
import { text } from '../core/model/bounds.ts'

const settingsSchema = v.strictObject({
  name: text(100),
  /** Rendezvous addresses, ws: or wss:. None: nothing is contacted. */
  rendezvous: v.pipe(v.array(text(300)), v.maxLength(10)),
})
export type Settings = v.InferOutput<typeof settingsSchema>

const nothingYet: Settings = { name: '', rendezvous: [] }
/** The name of the device's store: its background and every page that shows the app are windows of one device. */
export const deviceStore = 'tandem-extension'

const database = 'tandem-extension-settings'
const table = 'settings'
const key = 'settings'

const request = <T>(of: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    of.onsuccess = () => resolve(of.result)
    of.onerror = () => reject(of.error)
  })

// Why: an offscreen document has only chrome.runtime of the extension's own interfaces, so chrome.storage is not there.
const open = (): Promise<IDBDatabase> => {
  const opening = indexedDB.open(database, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(table)
  return request(opening)
}

/** Settings as they were kept; the empty ones where none are, or where they cannot be read. */
export const readSettings = async (): Promise<Settings> => {
  try {
    const db = await open()
    const kept: unknown = await request(db.transaction(table).objectStore(table).get(key))
    db.close()
    const settings = parse(settingsSchema, kept)
    return settings.ok ? settings.value : nothingYet
  } catch {
    return nothingYet
  }
}

/** Keeps settings; false where the browser did not store them. */
export const keepSettings = async (settings: Settings): Promise<boolean> => {
  try {
    const db = await open()
    await request(db.transaction(table, 'readwrite').objectStore(table).put(settings, key))
    db.close()
    return true
  } catch {
    return false
  }
}

/** The addresses of a text, one a line or parted by spaces or commas; undefined where one of them is no ws(s) address. */
export const readAddresses = (typed: string): readonly string[] | undefined => {
  const addresses = typed.split(/[\s,]+/).filter(part => part !== '')
  const good = addresses.every(address => {
    try {
      return ['ws:', 'wss:'].includes(new URL(address).protocol)
    } catch {
      return false
    }
  })
  return good && addresses.length <= 10 ? addresses : undefined
}
