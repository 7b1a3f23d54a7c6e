/** What a device keeps on its disk, looked at and handled from outside. */
import 'fake-indexeddb/auto'
import { Dexie, type Table } from 'dexie'

/** A copy of everything a device keeps, as it lies on the disk at this moment. */
export const copyDisk = (from: string, to: string): Promise<void> => copyStores(from, to, null)

/** The same as an app of an earlier version would have kept it, without the tables that came since. */
export const storeOfVersion = (version: number, from: string, to: string): Promise<void> =>
  copyStores(from, to, version)

/** The tables that came with each version of the store after the first. */
const cameWith: Readonly<Record<string, number>> = { recordings: 2, summaries: 3 }

const copyStores = async (from: string, to: string, version: number | null): Promise<void> => {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || !(name === from || name.startsWith(`${from}/`))) continue
    const source = await new Dexie(name).open()
    const target = new Dexie(to + name.slice(from.length))
    const isOlder = version !== null && name === from
    const tables = source.tables.filter(table => !isOlder || (cameWith[table.name] ?? 1) <= version)
    target
      .version(isOlder ? version : source.verno)
      .stores(
        Object.fromEntries(
          tables.map(({ name, schema }) => [
            name,
            [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(','),
          ]),
        ),
      )
    await target.open()
    for (const table of tables) {
      const [keys, rows] = [await table.toCollection().primaryKeys(), await table.toArray()]
      const inbound = table.schema.primKey.keyPath !== null && table.schema.primKey.keyPath !== ''
      await target.table(table.name).bulkPut(rows, ...(inbound ? [] : [keys]))
    }
    source.close()
    target.close()
  }
}

/** Does something to the rows y-indexeddb keeps under a name; answers undefined where there are none. */
export const withKept = async <T>(name: string, act: (rows: Table) => PromiseLike<T>): Promise<T | undefined> => {
  const db = new Dexie(name)
  try {
    await db.open()
    return await act(db.table('updates'))
  } catch {
    return undefined
  } finally {
    db.close()
  }
}

/** Counts of which spaces any envelope is read from a device's store from now on, until stopped. */
export const countLoads = async (store: string): Promise<{ spaces(): readonly string[]; stop(): void }> => {
  const read = new Set<string>()
  const names = ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const
  const db = await new Dexie(store).open()
  const kinds = [...new Set(await db.table('envelopes').toCollection().primaryKeys())] as [string, string, number][]
  const spaces = new Set(kinds.map(([space]) => space))
  db.close()
  const before = names.map(name => [name, IDBObjectStore.prototype[name]] as const)
  for (const [name, original] of before)
    Object.assign(IDBObjectStore.prototype, {
      [name](this: IDBObjectStore, ...given: unknown[]) {
        const asked = JSON.stringify(given[0] instanceof IDBKeyRange ? [given[0].lower, given[0].upper] : given)
        const isHere = this.name === 'envelopes' && this.transaction.db.name === store
        for (const space of spaces) if (isHere && (asked.includes(space) || !asked.includes('"'))) read.add(space)
        return (original as (...given: unknown[]) => unknown).apply(this, given)
      },
    })
  return {
    spaces: () => [...read],
    stop: () => {
      for (const [name, original] of before) Object.assign(IDBObjectStore.prototype, { [name]: original })
    },
  }
}
