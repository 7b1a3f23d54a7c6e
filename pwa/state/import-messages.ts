/** What the page and the reading worker say to each other. */
import type { Entry, ImportLine } from '../../core/import/index.ts'
import type { Recorded } from '../../core/model/streams.ts'

/** Files to read; they go in whole and are read piece by piece. `freeBytes` null: not known. */
export type ToWorker =
  | { readonly type: 'read'; readonly files: readonly File[]; readonly freeBytes: number | null }
  | { readonly type: 'stop' }

export type FromWorker =
  | {
      readonly type: 'report'
      readonly line: ImportLine
      readonly entries: readonly Entry[]
      readonly streams: readonly Recorded[]
      /** Bytes of the given files read so far, and files finished. */
      readonly bytesDone: number
      readonly filesDone: number
    }
  | { readonly type: 'progress'; readonly bytesDone: number; readonly filesDone: number; readonly doing: string }
  | { readonly type: 'end'; readonly stopped: boolean }
