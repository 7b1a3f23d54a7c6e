/** What views are given of an import: how far it is, and what became of each file. */
import type { ImportLine } from '../../core/import/report.ts'

/** What became of one file (or one entry of an archive) that was given. */
export type FileReport = ImportLine

/** An import as it runs and as it ended. Bytes are of the files given; `startedAt` milliseconds since 1970. */
export type ImportRun = {
  readonly state: 'running' | 'done' | 'cancelled'
  readonly files: number
  readonly filesDone: number
  readonly bytes: number
  readonly bytesDone: number
  readonly startedAt: number
  readonly tookMs: number
  readonly doing: string
  readonly reports: readonly FileReport[]
}
