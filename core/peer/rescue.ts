/** The browser removed this device's storage under an open window: what the window holds is written anew. */
import type { Begun } from './beginning.ts'
import { takeApart } from './envelope.ts'
import { yesesIn } from './file-yes.ts'
import type { Ledger, Written } from './ledger.ts'
import { attempt, type EnvelopeRow, type Store } from './store.ts'

/** Calls when the store was deleted elsewhere (another window, "clear site data") or closed by the browser. */
export const onLost = (db: Store, lost: () => void): void => {
  db.on('versionchange', event => {
    if (event.newVersion === null) lost()
  })
  db.on('close', lost)
}

/** What is in a space's book, as it lies in the carrier of the window that holds the line. */
export const rowsIn = (ledger: Ledger, lists: (device: EnvelopeRow['device']) => readonly unknown[]): EnvelopeRow[] =>
  ledger.members.devices.flatMap(device =>
    lists(device)
      .slice(0, ledger.chains.head(device).seq)
      .flatMap(bytes => {
        const sealed = bytes instanceof Uint8Array ? takeApart(bytes) : undefined
        if (sealed === undefined) return []
        const { hash, header } = sealed
        return [
          { space: ledger.row.id, device, seq: header.seq, hash, bytes: sealed.bytes, kind: header.kind, held: null },
        ]
      }),
  )

/** What one space brings back. */
export type Kept = { readonly ledger: Ledger; readonly rows: readonly EnvelopeRow[] }

/** Numbers left free for openings of other windows that this one has not heard of: none is ever used twice. */
const sessionsBetween = 64
const tries = 20
const between = 500

const writeAll = (db: Store, { keys, person, session, online, backup, restored }: Begun, kept: readonly Kept[]) =>
  attempt(async () => {
    if (!db.isOpen()) await db.open()
    await db.transaction('rw', [db.device, db.settings, db.spaces, db.envelopes, db.loose], async () => {
      const found = Number((await db.settings.get('session'))?.value ?? 0)
      await db.device.put({ ...keys, row: 'this' })
      await db.settings.bulkPut([
        { key: 'person', value: person },
        { key: 'session', value: Math.max(found, session + sessionsBetween) },
        { key: 'online', value: online },
        ...(backup === null ? [] : [{ key: 'backup', value: backup }]),
        ...(restored === null ? [] : [{ key: 'restored', value: { made: restored } }]),
      ])
      await db.spaces.bulkPut(kept.map(({ ledger }) => ledger.row))
      for (const { rows } of kept) await db.envelopes.bulkPut([...rows])
      for (const { ledger } of kept) await db.loose.bulkPut([...yesesIn(ledger)])
    })
  })

/**
 * Writes everything back: the keys, who the person is, every space and every envelope. What did not pass the checks is
 * judged again at the next opening; invitations that were out and the curves of activities are gone. Tries for ten
 * seconds: a removal may still be going on.
 */
export const rescue = async (db: Store, begun: Begun, kept: () => readonly Kept[]): Promise<Written> => {
  for (let i = 0; ; i++) {
    const written = await writeAll(db, begun, kept())
    if (written.ok || i === tries) return written.ok ? { ok: true } : written
    await new Promise(resolve => setTimeout(resolve, between))
  }
}
