/** Keeps what watches recorded along the way, on this device alone. */
import type { ActivityId } from '../model/ids.ts'
import { type PackedRecording, unpackStreams } from '../model/packed-streams.ts'
import type { Streams } from '../model/streams.ts'
import { attempt, type RecordingRow, type Store } from './store.ts'

const streamsIn = (row: RecordingRow): Streams | undefined =>
  'packed' in row ? unpackStreams(row.packed) : row.streams

/** What watches recorded along the way, of the files read on this device. It is never sent. */
export type Recordings = {
  /** Null where they are kept, else why not. */
  keep(space: string, recorded: readonly PackedRecording[]): Promise<string | null>
  /** Those of the first of these names that has any here; a merged activity is known by several. */
  find(space: string, names: readonly ActivityId[]): Promise<Streams | null>
  remove(space: string, names: readonly ActivityId[]): Promise<void>
}

export const recordingsIn = (db: Store): Recordings => ({
  keep: async (space: string, recorded: readonly PackedRecording[]): Promise<string | null> => {
    if (recorded.length === 0) return null
    const put = await attempt(() => db.recordings.bulkPut(recorded.map(one => ({ ...one, space }))))
    return put.ok ? null : put.why
  },
  find: async (space: string, names: readonly ActivityId[]): Promise<Streams | null> => {
    const found = await attempt(() => db.recordings.bulkGet(names.map(name => [space, name])))
    const row = found.ok ? found.value.find(one => one !== undefined) : undefined
    return row === undefined ? null : (streamsIn(row) ?? null)
  },
  remove: async (space: string, names: readonly ActivityId[]): Promise<void> => {
    await attempt(() => db.recordings.bulkDelete(names.map(name => [space, name])))
  },
})
