/** Coming back from a file: what a device holds goes into it with a key of its own, and that key vouches for a new device. */
import { fromBase64url, toBase64url } from '../lib/bytes.ts'
import { parse } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { type RecoveryBody, type RecoverySpace, recoveryBodySchema } from '../model/recovery.ts'
import type { RestoreError, SignError } from './api.ts'
import type { Person } from './beginning.ts'
import { roomsOf } from './epochs.ts'
import { writeFileYes } from './file-yes.ts'
import { type DeviceKeys, makeFileKeys, readFileKeys } from './keys.ts'
import { readRecovery, writeRecovery } from './recovery-file.ts'
import type { Bytes } from './secret.ts'
import type { LiveSpace } from './space.ts'
import { attempt, type SpaceRow, type Store } from './store.ts'

type ByEpoch = Readonly<Record<number, Bytes>>

const textOf = (keys: ByEpoch): Record<string, string> =>
  Object.fromEntries(Object.entries(keys).map(([epoch, key]) => [epoch, toBase64url(key)]))
const bytesOf = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array()
const keysOf = (texts: Readonly<Record<string, string>>): Record<number, Bytes> =>
  Object.fromEntries(Object.entries(texts).map(([epoch, text]) => [Number(epoch), bytesOf(text)]))

/** `removed`: spaces this device was taken out of; what it read there comes along, and stays read only. */
const spaceOf = (row: SpaceRow, removed: ReadonlySet<string>): RecoverySpace => {
  const { id, club, athlete, owner, room, roomSecret, person, generation, since, rendezvous } = row
  return {
    ...{ id, club, athlete, owner, room, person, generation, since },
    rendezvous: [...rendezvous],
    roomSecret: toBase64url(roomSecret),
    epochKeys: textOf(row.epochKeys),
    rooms: textOf(roomsOf(row)),
    firstRoom: row.firstRoom ?? null,
    circle: row.circle ?? null,
    ...(removed.has(id) ? { removed: true } : {}),
  }
}

const rowOf = ({ roomSecret, epochKeys, rooms, firstRoom, circle, removed, ...space }: RecoverySpace): SpaceRow => ({
  ...space,
  ...(removed === true ? { removed } : {}),
  roomSecret: bytesOf(roomSecret),
  epochKeys: keysOf(epochKeys),
  rooms: keysOf(rooms),
  ...(firstRoom === null ? {} : { firstRoom }),
  ...(circle === null ? {} : { circle }),
  joining: null,
  refused: false,
})

/**
 * Everything this device holds as one file under a passphrase, `now` in milliseconds since 1970-01-01 UTC. The file is
 * a device of this person: each space is told of it, and it can be taken out like any other.
 */
export const makeRecovery = async (
  db: Store,
  person: Person,
  spaces: readonly LiveSpace[],
  passphrase: string,
  now: number,
  rounds: number,
): Promise<Result<Bytes, SignError>> => {
  const made = Math.floor(now / 60_000)
  const { device, key } = await makeFileKeys(made)
  const removed = new Set(spaces.filter(({ membership }) => membership === 'removed').map(({ id }) => id))
  for (const space of spaces) {
    await space.saved()
    const written = space.membership === 'member' ? await space.vouchFor(device) : { ok: true as const }
    if (!written.ok) return err({ type: 'NotSaved', why: written.why })
  }
  const read = await attempt(() =>
    db.transaction('r', db.spaces, db.envelopes, db.loose, async () => ({
      rows: await db.spaces.toArray(),
      envelopes: await db.envelopes.toArray(),
      loose: await db.loose.toArray(),
    })),
  )
  if (!read.ok) return err({ type: 'NotSaved', why: read.why })
  const { rows, envelopes, loose } = read.value
  const body: RecoveryBody = {
    v: 1,
    made,
    person,
    key,
    // Why: who still waits to be let in asks again; there is nothing of theirs to bring back.
    spaces: rows.filter(({ epochKeys }) => Object.keys(epochKeys).length > 0).map(row => spaceOf(row, removed)),
    envelopes: envelopes.map(({ doc: _doc, ends: _ends, ...row }) => ({ ...row, bytes: toBase64url(row.bytes) })),
    loose: loose.map(row => ({ ...row, bytes: toBase64url(row.bytes) })),
  }
  // Why: a file that could not be opened again must not be handed out.
  if (!parse(recoveryBodySchema, body).ok)
    return err({ type: 'NotSaved', why: 'something this device holds does not fit into such a file' })
  const file = await writeRecovery(body, passphrase, rounds)
  const noted = await attempt(() => db.settings.put({ key: 'backup', value: now }))
  return noted.ok ? ok(file) : err({ type: 'NotSaved', why: noted.why })
}

/** Writes what a file holds into an empty store, and lets this device in by the file's own key. All of it, or nothing. */
export const restore = async (
  db: Store,
  me: DeviceKeys,
  file: Uint8Array,
  passphrase: string,
  now: number,
): Promise<Result<{ readonly made: number }, RestoreError>> => {
  const isEmpty = await attempt(async () => (await db.spaces.count()) === 0)
  if (!isEmpty.ok) return err({ type: 'NotSaved', why: isEmpty.why })
  if (!isEmpty.value) return err({ type: 'NotEmpty' })
  const opened = await readRecovery(file, passphrase)
  if (!opened.ok) return opened
  const { person, spaces, envelopes, loose, key, made } = opened.value
  const fileKeys = await readFileKeys(key)
  if (fileKeys === undefined) return err({ type: 'Damaged' })
  const rows = spaces.map(rowOf)
  const device = { id: me.id, keys: me.keys, since: Math.floor(now / 60_000) }
  // Why not in circles: a circle lets in by itself who is in its space.
  const isMine = ({ circle, removed }: SpaceRow) => circle === undefined && removed !== true
  const yeses = await Promise.all(rows.filter(isMine).map(row => writeFileYes(row, fileKeys, device)))
  const bytes = <T extends { readonly bytes: string }>(row: T) => ({ ...row, bytes: bytesOf(row.bytes) })
  // INVARIANT: one transaction, so that a file is either here with everything or not at all.
  const written = await attempt(() =>
    db.transaction('rw', [db.spaces, db.envelopes, db.loose, db.device, db.settings], async () => {
      await db.envelopes.bulkPut(
        envelopes.map(({ judgedIn, ...row }) => ({ ...bytes(row), ...(judgedIn === undefined ? {} : { judgedIn }) })),
      )
      await db.loose.bulkPut([...loose.map(bytes), ...yeses])
      await db.device.put({ ...fileKeys, row: 'file' })
      await db.settings.bulkPut([
        { key: 'person', value: person },
        { key: 'restored', value: { made, at: now } },
      ])
      await db.spaces.bulkAdd(rows)
    }),
  )
  return written.ok ? ok({ made }) : err({ type: 'NotSaved', why: written.why })
}
