/** Keeps the four documents on this machine, and finds what was written but not yet sent when the last window died. */
import { Dexie } from 'dexie'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import type { DeviceId } from '../model/ids.ts'
import type { DocName } from './api.ts'
import type { Bytes } from './secret.ts'
import { checkUpdate, encodeVector, isWriter } from './update.ts'

const longest = 3_000

/** Removes what the library kept of a document. */
export const forgetDoc = (store: string): Promise<void> => within(Dexie.delete(store), undefined).catch(() => undefined)

/** Gives up on something of the platform's that may never answer. */
const within = <T>(promise: PromiseLike<T>, otherwise: T): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<T>(resolve => {
    timer = setTimeout(() => resolve(otherwise), longest)
  })
  return Promise.race([Promise.resolve(promise), late]).finally(() => clearTimeout(timer))
}

/** The rows y-indexeddb kept. Why: one bad row makes the library wait for ever, so the rows are read one by one here. */
const rowsOf = async (name: string): Promise<readonly unknown[]> => {
  const db = new Dexie(name)
  try {
    await db.open()
    return await db.table('updates').toArray()
  } catch {
    return []
  } finally {
    db.close()
  }
}

/**
 * What this device wrote into a document without having put it into an envelope, as one update; null where all was.
 * Writing of others that is in no envelope is left out: it comes again, through the door.
 */
export const unsentIn = async (store: string, name: DocName, doc: Y.Doc, device: DeviceId): Promise<Bytes | null> => {
  const kept = new Y.Doc()
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(doc))
  const before = Y.snapshot(kept)
  for (const row of await within(rowsOf(store), []))
    try {
      Y.applyUpdate(kept, row as Uint8Array)
    } catch {
      // A row that cannot be read was in an envelope before, or is lost.
    }
  const sent = Y.decodeStateVector(Y.encodeStateVector(doc))
  const have = Y.decodeStateVector(Y.encodeStateVector(kept))
  for (const client of have.keys()) if (isWriter(device, client)) have.set(client, sent.get(client) ?? 0)
  const same = Y.equalSnapshots(before, Y.snapshot(kept))
  const update = new Uint8Array(Y.encodeStateAsUpdate(kept, encodeVector(have)))
  kept.destroy()
  return !same && checkUpdate(doc, name, device, update).type === 'fine' ? update : null
}

/**
 * Keeps a document in y-indexeddb from now on. What the library kept before is replaced by what the envelopes say, so
 * `unsentIn` must have been sent; where it could not be, `anew` is false and nothing is replaced. A database that goes away under it is made anew.
 */
export const persist = (store: string, doc: Y.Doc, anew: boolean): { stop(): Promise<void> } => {
  let stopped = false
  let kept: { end(): Promise<void> } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let starting: Promise<void> = Promise.resolve()
  const lost = () => {
    void kept?.end().catch(() => undefined)
    if (!stopped) timer = setTimeout(() => start(true), 1_000)
  }
  const renew = async (replace: boolean) => {
    if (replace) await within(Dexie.delete(store), undefined).catch(() => undefined)
    if (!stopped) kept = keep(store, doc, lost)
  }
  const start = (replace: boolean) => {
    starting = renew(replace)
  }
  start(anew)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await starting
      await kept?.end().catch(() => undefined)
    },
  }
}

const keep = (store: string, doc: Y.Doc, lost: () => void): { end(): Promise<void> } => {
  const library = new IndexeddbPersistence(store, doc)
  // Why: the library writes inside the document's own event; where its database was deleted, that would throw at
  // whoever edits.
  doc.off('update', library._storeUpdate)
  const write = (update: Uint8Array, origin: unknown) => {
    try {
      library._storeUpdate(update, origin)
    } catch {
      lost()
    }
  }
  doc.on('update', write)
  return {
    end: async () => {
      doc.off('update', write)
      await within(library.destroy(), undefined)
    },
  }
}

/** The transaction origin of what was found unsent. */
const recoveredOrigin = { recovered: true } as const

/** Puts what was found unsent back into its document. */
export const applyRecovered = (doc: Y.Doc, unsent: Uint8Array): void => Y.applyUpdate(doc, unsent, recoveredOrigin)
