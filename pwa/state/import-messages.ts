/** What the page and a reading worker say to each other. */
import type { Entry, ImportLine, Share } from '../../core/import/index.ts'
import type { Day } from '../../core/model/day.ts'
import type { PackedRecording } from '../../core/model/packed-streams.ts'

/**
 * One file to read, or one part of a large archive; it goes in whole and is read piece by piece. `bytes` is what was
 * counted of it when it was chosen. `freeBytes` null: not known. `raceDay` is the athlete's next race, to which a plan without dates leads.
 */
export type Task = {
  readonly id: number
  readonly file: File
  readonly bytes: number
  readonly share: Share | null
  readonly freeBytes: number | null
  readonly raceDay: Day | null
}

export type ToWorker = { readonly type: 'read'; readonly task: Task } | { readonly type: 'stop' }

/** Whether a file holds many, each of which is told of by itself. */
export const isArchive = ({ name }: File): boolean => /\.zip$/i.test(name)

/** What one report brings. */
export type Told = {
  readonly line: ImportLine
  readonly entries: readonly Entry[]
  readonly streams: readonly PackedRecording[]
}

/** `task` is the id of one; `bytes` are those of its file read so far. `isDone`: its last report, nothing follows. */
export type FromWorker =
  | ({ readonly type: 'report'; readonly task: number; readonly isDone: boolean } & Told)
  | { readonly type: 'progress'; readonly task: number; readonly bytes: number; readonly doing: string }
  /** The end of a task that gave no report. */
  | { readonly type: 'done'; readonly task: number }
  /** Sent once, when it can read. */
  | { readonly type: 'ready' }
