/** What a device keeps on its disk, looked at and handled from outside. */
import 'fake-indexeddb/auto'
import { Dexie, type Table } from 'dexie'

/** A copy of everything a device keeps, as it lies on the disk at this moment. */
export const copyDisk = async (from: string, to: string): Promise<void> => {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || !(name === from || name.startsWith(`${from}/`))) continue
    const source = await new Dexie(name).open()
    const target = new Dexie(to + name.slice(from.length))
    target
      .version(source.verno)
      .stores(
        Object.fromEntries(
          source.tables.map(({ name, schema }) => [
            name,
            [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(','),
          ]),
        ),
      )
    await target.open()
    for (const table of source.tables) {
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
