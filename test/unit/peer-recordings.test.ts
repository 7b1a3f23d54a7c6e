import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { importBytes } from '../../core/import/index.ts'
import type { ActivityId } from '../../core/model/ids.ts'
import { packed } from '../../core/model/packed-streams.ts'
import { recordingsIn } from '../../core/peer/recordings.ts'
import { forgetSpace, openStore } from '../../core/peer/store.ts'
import { fitFile, steadyRun } from '../kit/fit-file.ts'
import { newStore } from '../kit/peers.ts'

const options = { freeBytes: null, stopped: () => false, zone: () => 0 }
const recordedIn = async (bytes: Uint8Array, withStreams = true) =>
  (await importBytes({ name: 'run.fit', bytes }, { ...options, withStreams }))[0]!.streams ?? []

/** The tables of the first version, as a store made by it has them. */
const firstVersion = {
  device: 'row',
  settings: 'key',
  spaces: 'id',
  envelopes: '[space+device+seq]',
  quarantine: '[space+hash]',
  invites: 'id, space',
  requests: '[space+device]',
  loose: '[space+key]',
  frozen: '[space+device]',
}

test('a store of the first version opens with all it held, and keeps recordings from then on', async () => {
  const name = newStore()
  const old = new Dexie(name)
  old.version(1).stores(firstVersion)
  await old.table('settings').put({ key: 'person', value: 'Ann' })
  await old.table('envelopes').put({ space: 'a', device: 'd', seq: 1, hash: 'h' })
  old.close()

  const db = openStore(name)
  expect(await db.settings.toArray()).toEqual([{ key: 'person', value: 'Ann' }])
  expect(await db.envelopes.count()).toBe(1)
  const [recorded] = await recordedIn(fitFile({ samples: steadyRun(60) }))
  const recordings = recordingsIn(db)
  expect(await recordings.keep('a', [packed(recorded!)])).toBeNull()
  expect(await recordings.find('a', [recorded!.activity])).toEqual(recorded!.streams)
  db.close()
})

test('a merged activity finds the recording under any of its names, another athlete’s never', async () => {
  const db = openStore(newStore())
  const recordings = recordingsIn(db)
  const [recorded] = await recordedIn(fitFile({ samples: steadyRun(60) }))
  await recordings.keep('a', [packed(recorded!)])
  expect(await recordings.find('a', ['unknown' as ActivityId, recorded!.activity])).toEqual(recorded!.streams)
  expect(await recordings.find('b', [recorded!.activity])).toBeNull()
  await recordings.remove('a', [recorded!.activity])
  expect(await recordings.find('a', [recorded!.activity])).toBeNull()
  await recordings.keep('a', [packed(recorded!)])
  await forgetSpace(db, 'a')
  expect(await recordings.find('a', [recorded!.activity])).toBeNull()
  db.close()
})

test('an import gives streams only where they are asked for: seconds, decimetres, beats and pauses, and no place', async () => {
  const samples = [
    { t: 0, d: 0, hr: 120, alt: 100 },
    { t: 10, d: 30, hr: 130, alt: 101.4 },
    { t: 40, d: 31, alt: 101 },
    { t: 60, d: 90 },
  ]
  const bytes = fitFile({ samples, pauses: [[12, 38]] })
  expect(await recordedIn(bytes, false)).toEqual([])
  const { streams } = (await recordedIn(bytes))[0]!
  expect(Object.keys(streams).sort()).toEqual(['altitude', 'decimetres', 'hr', 'pauses', 'seconds'])
  expect([...streams.seconds]).toEqual([0, 10, 40, 60])
  expect([...streams.decimetres]).toEqual([0, 300, 310, 900])
  expect([...streams.altitude]).toEqual([500, 507, 505, -0x8000])
  expect([...streams.hr]).toEqual([120, 130, 0, 0])
  expect([...streams.pauses]).toEqual([12, 38])
})

test('a recording kept unpacked by an earlier version is read as it stands', async () => {
  const db = openStore(newStore())
  const [recorded] = await recordedIn(fitFile({ samples: steadyRun(60) }))
  await db.recordings.put({ ...recorded!, space: 'a' })
  expect(await recordingsIn(db).find('a', [recorded!.activity])).toEqual(recorded!.streams)
  db.close()
})

test('packed bytes that were cut short or are of another layout are no recording, and break nothing', async () => {
  const db = openStore(newStore())
  const recordings = recordingsIn(db)
  const [recorded] = await recordedIn(fitFile({ samples: steadyRun(60) }))
  const { activity, packed: whole } = packed(recorded!)
  for (const bytes of [whole.slice(0, -1), whole.slice(0, 1), new Uint8Array(), Uint8Array.of(9, ...whole.slice(1))]) {
    await recordings.keep('a', [{ activity, packed: bytes }])
    expect(await recordings.find('a', [activity])).toBeNull()
  }
  db.close()
})
