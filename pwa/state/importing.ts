/** Bringing files in: progress that tells the truth, a stop that keeps what is done, and every file accounted for. */
import { type Arrival, withMerges } from '../../core/history/history.ts'
import { activitiesIn, type Entry } from '../../core/import/index.ts'
import type { Recorded } from '../../core/model/streams.ts'
import type { FileReport, ImportRun, Looking } from './app.ts'
import type { Ends } from './create-app.ts'
import type { FromWorker, ToWorker } from './import-messages.ts'

type Given = {
  readonly ends: Ends
  readonly openWorker: () => Worker
  /** Keeps entries with the athlete looked at; a sentence where that failed. */
  readonly keep: (looking: Looking, entries: readonly Entry[], streams: readonly Recorded[]) => Promise<string | null>
}

/** So many entries are kept at once: often enough that a stop loses nothing, seldom enough to stay quick. */
const batch = 40

const freeBytes = async (): Promise<number | null> => {
  const told = await navigator.storage?.estimate?.()
  return told?.quota === undefined ? null : Math.max(0, told.quota - (told.usage ?? 0))
}

export const makeImporting = ({ ends, openWorker, keep }: Given) => {
  let worker: Worker | null = null

  const run = async (files: readonly File[], looking: Looking) => {
    const startedAt = Date.now()
    const before = looking.content.activities
    const arrivals: Arrival[] = []
    let waiting: Entry[] = []
    let along: Recorded[] = []
    let keeping = Promise.resolve<string | null>(null)
    const bytes = files.reduce((sum, file) => sum + file.size, 0)
    const update = (part: Partial<ImportRun>) => {
      const { value } = ends.importing
      if (value) ends.importing.value = { ...value, ...part, tookMs: Date.now() - startedAt }
    }
    const flush = () => {
      const some = waiting
      const recorded = along
      waiting = []
      along = []
      if (some.length > 0) keeping = keeping.then(async wrong => (await keep(looking, some, recorded)) ?? wrong)
    }
    ends.importing.value = {
      state: 'running',
      files: files.length,
      filesDone: 0,
      bytes,
      bytesDone: 0,
      startedAt,
      tookMs: 0,
      doing: files[0]?.name ?? '',
      reports: [],
    }
    const reader = openWorker()
    worker = reader
    const free = await freeBytes()
    const stopped = await new Promise<boolean>(done => {
      reader.onerror = event => {
        event.preventDefault()
        arrivals.push({ line: refused(files, event.message), activities: [] })
        done(true)
      }
      reader.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'end') return done(data.stopped)
        if (data.type === 'progress') {
          const { bytesDone, filesDone, doing } = data
          return update({ bytesDone, filesDone, doing: doing || 'Keeping it' })
        }
        arrivals.push({ line: data.line, activities: activitiesIn(data) })
        waiting.push(...data.entries)
        along.push(...data.streams)
        if (waiting.length >= batch) flush()
        update({ bytesDone: data.bytesDone, filesDone: data.filesDone, reports: arrivals.map(({ line }) => line) })
      }
      reader.postMessage({ type: 'read', files, freeBytes: free } satisfies ToWorker)
    })
    reader.terminate()
    worker = null
    flush()
    const wrong = await keeping
    if (wrong !== null) ends.tell({ says: wrong, bad: true, undo: null })
    update({ state: stopped ? 'cancelled' : 'done', reports: withMerges(arrivals, before), doing: '' })
    // Why: once there is something to lose, the browser is asked not to clear it by itself.
    if (before.length === 0 && arrivals.some(({ activities }) => activities.length > 0))
      await navigator.storage?.persist?.()
  }

  return {
    importFiles: (files: readonly File[]) => {
      const looking = ends.looking.value
      if (!looking || files.length === 0) return
      if (worker) ends.tell({ says: 'An import is running. Try again when it has ended.', bad: true, undo: null })
      else void run(files, looking)
    },
    cancelImport: () => worker?.postMessage({ type: 'stop' } satisfies ToWorker),
  }
}

const refused = (files: readonly File[], why: string): FileReport => ({
  file: files.length === 1 ? files[0]!.name : `${files.length} files`,
  format: null,
  outcome: 'refused',
  reason: 'NotReadable',
  activities: 0,
  checkIns: 0,
  sessions: 0,
  merges: [],
  why: `Reading stopped (${why || 'the reader could not start'}). What came before it is kept; try the rest again.`,
})
